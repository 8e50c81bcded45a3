using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Access;

/// <summary>Ends the current session at once (退出).</summary>
public sealed class SignOut(UseCaseRunner runner, CurrentActor current, Sessions sessions, AppDb db, WriteGate gate)
{
    /// <summary>Ends it; does nothing when there is none.</summary>
    public Task<Result<bool>> Run(CancellationToken cancel) => runner.Read<bool>(AccessTable.SignOut, async () =>
    {
        if (current.SessionId is null) return false;
        using var turn = await gate.Enter(db.IsEmbedded, cancel);
        await sessions.End(current.SessionId, cancel);
        return true;
    });
}
