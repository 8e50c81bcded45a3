using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Supervision;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Supervision;

/// <summary>A paper of supervision with its answers.</summary>
/// <param name="Row">The paper.</param>
/// <param name="Answers">Its answers, oldest first.</param>
public sealed record SupervisionFolder(SupervisionRow Row, IReadOnlyList<SupervisionAnswerRow> Answers)
{
    /// <summary>As the rules read it.</summary>
    public SupervisionFile File => Row.ToFile(Answers);
}

/// <summary>What the steps of supervision share (执法监督工作台): papers with their answers, bodies, days.</summary>
public sealed class SupervisionDesk(UseCaseRunner runner, AppDb db, CaseDesk cases, CurrentActor current, TimeProvider time)
{
    /// <summary>Today.</summary>
    public DateOnly Today => time.Today();

    /// <summary>Who acts.</summary>
    public Actor Actor => current.Actor;

    /// <summary>What cases ask of the district.</summary>
    public CaseDesk Cases => cases;

    /// <summary>Code of the bureau the person supervises for.</summary>
    public string Bureau => Actor.Assignments.FirstOrDefault(held => held.Role == Role.JusticeSupervisor && held.Unit is { } unit && cases.Organisation.Department(unit) is not null)?.Unit ?? OrganisationNames.JusticeBureau;

    /// <summary>Last day for an answer that the form begins with.</summary>
    public DateOnly UsualDue => Period.Reckon(Today, new(cases.Settings.AsOf(Today).Number(SupervisionSettings.AnswerDays), PeriodUnit.WorkingDay), [], cases.Calendar).Value!.Due;

    /// <summary>Whether a decision comes only after another paper today.</summary>
    public bool DecisionFollows => cases.Settings.AsOf(Today).IsYes(SupervisionSettings.DecisionFollows);

    /// <summary>Bodies that enforce in their own name, townships first.</summary>
    public IReadOnlyList<SupervisedBody> Bodies =>
    [
        .. cases.Organisation.Townships.Select(township => new SupervisedBody(township.Code, township.OrganName, true)),
        .. cases.Organisation.Departments.Where(department => department.Code != Bureau).Select(department => new SupervisedBody(department.Code, department.Name, department is { Enforces: true, Level: OrganLevel.District })),
    ];

    /// <summary>The paper with its answers; null when there is none.</summary>
    public async Task<SupervisionFolder?> Load(string id, CancellationToken cancel) => await db.Set<SupervisionRow>().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } row ? null
        : new(row, await db.Set<SupervisionAnswerRow>().Where(answer => answer.SupervisionId == id).OrderBy(answer => answer.Round).ToListAsync(cancel));

    /// <summary>Takes a step with a paper: loads it, checks the person and the version seen, lets the rules decide.</summary>
    /// <param name="useCase">What is done.</param>
    /// <param name="id">The paper.</param>
    /// <param name="version">The version the person saw; null where nobody looked.</param>
    /// <param name="reason">For the record.</param>
    /// <param name="act">Changes rows, or refuses.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Result<string>> Take(UseCase useCase, string id, long? version, string? reason, Func<SupervisionFolder, IReadOnlyList<Refusal>> act, CancellationToken cancel) => runner.Write<string>(useCase, reason, async () =>
    {
        if (await Load(id, cancel) is not { } folder) return Refusal.NotFound();
        if (runner.Check(useCase, folder.Row.Placement) is { } refusal) return runner.Check(AccessTable.ViewSupervision, folder.Row.Placement) is null ? refusal : Refusal.NotFound();
        if (version is not null && folder.Row.Version != version) return Refusal.Stale(folder.Row.Version);
        return act(folder) is { Count: > 0 } faults ? Result<string>.Refused(faults) : id;
    }, cancel);
}
