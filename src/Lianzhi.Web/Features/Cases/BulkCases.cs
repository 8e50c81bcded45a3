using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Cases;

/// <summary>What became of one case of a selection.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Title">What it is called; the id when it is out of reach.</param>
/// <param name="Refusals">Why not; empty when it was done.</param>
public sealed record BulkRow(string CaseId, string Title, IReadOnlyList<Refusal> Refusals);

/// <summary>
/// Does one thing to several cases (批量办理), each in a transaction of its own: what is refused for one keeps no other from
/// being done, and every row says what became of it.
/// </summary>
public sealed class BulkCases(UseCaseRunner runner, IServiceScopeFactory scopes, CurrentActor current, ViewCase view)
{
    /// <summary>Most cases at once.</summary>
    public const int Most = 100;

    /// <summary>The cases of a selection, as far as they are in reach.</summary>
    public Task<Result<IReadOnlyList<CaseState>>> Chosen(IReadOnlyList<string> ids, CancellationToken cancel) => runner.Read<IReadOnlyList<CaseState>>(AccessTable.BulkCases, async () =>
    {
        if (Faults(ids) is { } fault) return fault;
        var found = new List<CaseState>();
        foreach (var id in ids.Distinct())
            if (await view.ForDocuments(id, cancel) is { IsOk: true } one) found.Add(one.Value);
        return found;
    });

    /// <summary>Puts the same two officers on each.</summary>
    public Task<Result<IReadOnlyList<BulkRow>>> Assign(IReadOnlyList<string> ids, IReadOnlyList<string> officers, string reason, CancellationToken cancel) =>
        Each(ids, async (services, id) => (await services.GetRequiredService<TakeCaseStep>().Run(id, null, new AssignOfficers(officers, reason), cancel)).Refusals);

    /// <summary>Reminds the officers of each.</summary>
    public Task<Result<IReadOnlyList<BulkRow>>> Remind(IReadOnlyList<string> ids, string note, CancellationToken cancel) =>
        Each(ids, async (services, id) => (await services.GetRequiredService<RemindOfficers>().Run(id, note, cancel)).Refusals);

    private Task<Result<IReadOnlyList<BulkRow>>> Each(IReadOnlyList<string> ids, Func<IServiceProvider, string, Task<IReadOnlyList<Refusal>>> act) =>
        runner.Read<IReadOnlyList<BulkRow>>(AccessTable.BulkCases, async () =>
        {
            if (Faults(ids) is { } fault) return fault;
            var rows = new List<BulkRow>();
            foreach (var id in ids.Distinct())
            {
                await using var scope = scopes.CreateAsyncScope();
                var services = scope.ServiceProvider;
                services.GetRequiredService<CurrentActor>().Become(current.Actor, current.UnitName, current.SessionId);
                var title = await services.GetRequiredService<AppDb>().Set<CaseRow>().AsNoTracking().Where(row => row.Id == id).Select(row => new { row.Title, row.Number }).SingleOrDefaultAsync();
                var refusals = await act(services, id);
                var hidden = title is null || refusals.Any(refusal => refusal.Kind == RefusalKind.NotFound);
                rows.Add(new BulkRow(id, hidden ? id : $"{title!.Number ?? "待立案"}　{title.Title}", refusals));
            }
            return rows;
        });

    private static Refusal? Faults(IReadOnlyList<string> ids) =>
        ids.Count == 0 ? Refusal.Invalid("id", "请先在列表中勾选案件。") : ids.Count > Most ? Refusal.Invalid("id", $"一次最多办理 {Most} 件。") : null;
}

/// <summary>Reminds the officers of a case (督办提醒); once a day for each case.</summary>
public sealed class RemindOfficers(UseCaseRunner runner, CaseStream stream, AppDb db, TimeProvider time, CurrentActor current)
{
    /// <summary>Writes the reminder.</summary>
    public Task<Result<string>> Run(string caseId, string note, CancellationToken cancel) => runner.Write<string>(AccessTable.RemindOfficers, note, async () =>
    {
        if (await stream.Load(caseId, cancel) is not { } state || runner.Check(AccessTable.ViewCase, CaseRow.PlacementOf(state)) is not null) return Refusal.NotFound();
        if (runner.Check(AccessTable.RemindOfficers, CaseRow.PlacementOf(state)) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(note) || note.Length > 200) return Refusal.Invalid("note", "请填写提醒内容，不超过 200 字。");
        if (state.Stage is CaseStage.Closed or CaseStage.Archived or CaseStage.Refused) return new Refusal("case-ended", "案件已经办结，不需要提醒。", "行政处罚法 第60条");
        var today = time.Today();
        var row = CaseProjection.Row(state);
        var key = $"manual:{current.Actor.Id}";
        if (key.Length > 40) key = key[..40];
        if (await db.Set<CaseReminderRow>().AnyAsync(one => one.CaseId == caseId && one.Clock == key && one.DueOn == today, cancel))
            return new Refusal("already-reminded", "今天已经提醒过。", "行政处罚法 第60条");
        db.Add(new CaseReminderRow
        {
            CaseId = caseId,
            Clock = key,
            DueOn = today,
            Level = AlarmLevel.Today,
            Text = $"{current.Actor.Name}提醒：{note.Trim()}",
            Unit = row.SubjectCode,
            About = $"{row.Number ?? "待立案"}　{row.MaskedPartyName}",
            RaisedOn = today,
        });
        return caseId;
    }, cancel);
}
