using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Access;

/// <summary>Gives a program a session of an account without its password (签发令牌); at the command line only, and recorded.</summary>
public sealed class CreateToken(UseCaseRunner runner, AppDb db, Sessions sessions, RecordWriter record)
{
    /// <summary>Begins the session and gives its token, which lives as long as any other.</summary>
    public Task<Result<string>> Run(string userName, CancellationToken cancel) => runner.Write<string>(AccessTable.CreateToken, "签发令牌", async () =>
    {
        var normalized = userName.ToUpperInvariant();
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.NormalizedUserName == normalized, cancel) is not { } account)
            return Refusal.NotFound($"没有用户“{userName}”。");
        await record.AppendAct($"account/{account.Id}", AccessTable.CreateToken, "签发令牌", cancel);
        return await sessions.Begin(account.Id, cancel);
    }, cancel);
}
