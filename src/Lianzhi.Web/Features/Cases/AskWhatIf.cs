using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Cases;

/// <summary>Reckons what the days would be if the waiting paper were served on a day (时限推算); writes nothing.</summary>
public sealed class AskWhatIf(UseCaseRunner runner, CaseStream stream, CaseDesk desk)
{
    /// <summary>Reckons it.</summary>
    public Task<Result<WhatIfAnswer>> Run(string id, DateOnly on, CancellationToken cancel) => runner.Read<WhatIfAnswer>(AccessTable.ViewCase, async () =>
        await stream.Load(id, cancel) is { } state && runner.Check(AccessTable.ViewCase, CaseRow.PlacementOf(state)) is null
            ? WhatIf.Serve(state, on, desk.Context().Facts) : Refusal.NotFound());
}
