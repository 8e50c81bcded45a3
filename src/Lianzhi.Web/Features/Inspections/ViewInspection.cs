using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Inspections;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Documents;
using Lianzhi.Web.Features.Draws;
using Lianzhi.Web.Features.Plans;
using Lianzhi.Web.Features.Requirements;
using Lianzhi.Web.Features.Targets;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Inspections;

/// <summary>An inspection as its page shows it.</summary>
/// <param name="Row">Its row.</param>
/// <param name="File">Everything that happened.</param>
/// <param name="Clocks">Its periods.</param>
/// <param name="Papers">Its papers.</param>
/// <param name="Joint">The inspections of the same visit, itself among them.</param>
/// <param name="Placement">Where it stands, for reach.</param>
/// <param name="Check">Check code of its notice; only for its own officers.</param>
public sealed record InspectionView(
    InspectionRow Row, InspectionFile File, IReadOnlyList<InspectionClock> Clocks, IReadOnlyList<CaseDocument> Papers, IReadOnlyList<InspectionFolder> Joint, Placement Placement, string? Check)
{
    /// <summary>How often the enterprise was visited by now and may be; null once it is begun.</summary>
    public InspectionFrequency? Frequency { get; init; }

    /// <summary>May this person take the step, and if not, why.</summary>
    public Refusal? WhyNot(InspectionStep step, Actor actor) =>
        InspectionFlow.Check(File, step) ?? AccessRules.Check(actor, InspectionSheets.UseCaseOf(step), Placement)
        ?? (InspectionSheets.OfInspectors(step) && File.Officers.All(officer => officer.Id != actor.OfficerId)
            ? new Refusal("not-the-inspector", $"由检查人员（{string.Join("、", File.Officers.Select(officer => officer.Name))}）办理。", "行政处罚法 第42、55条") : null);
}

/// <summary>Which use case stands behind a step.</summary>
public static class InspectionSheets
{
    /// <summary>The use case.</summary>
    public static UseCase UseCaseOf(InspectionStep step) => step switch
    {
        InspectionStep.Approve => AccessTable.ApproveInspection,
        InspectionStep.Notice => AccessTable.NotifyInspection,
        InspectionStep.Start => AccessTable.StartInspection,
        InspectionStep.Check => AccessTable.CheckInspection,
        InspectionStep.Scene => AccessTable.AddInspectionScene,
        InspectionStep.Record => AccessTable.RecordInspection,
        InspectionStep.Conclude => AccessTable.ConcludeInspection,
        InspectionStep.Tell => AccessTable.TellInspectionResult,
        InspectionStep.Recheck => AccessTable.RecheckInspection,
        InspectionStep.Receipt => AccessTable.NoteTransferReceipt,
        InspectionStep.Answer => AccessTable.AnswerInspection,
        InspectionStep.ChangeCrew => AccessTable.ChangeInspectionCrew,
        _ => AccessTable.CancelInspection,
    };

    /// <summary>Name of a step in addresses.</summary>
    public static string NameOf(InspectionStep step) => UseCaseOf(step).Name["inspections.".Length..];

    /// <summary>The step of a name; null when there is none.</summary>
    public static InspectionStep? Find(string name) => Enum.GetValues<InspectionStep>().Where(step => step != InspectionStep.Answer && NameOf(step) == name).Select(step => (InspectionStep?)step).FirstOrDefault();

    /// <summary>True for steps of the officers who are named.</summary>
    public static bool OfInspectors(InspectionStep step) => step is InspectionStep.Start or InspectionStep.Check or InspectionStep.Scene or InspectionStep.Record or InspectionStep.Conclude;

    /// <summary>Sign of a stage.</summary>
    public static Components.Marks.StatusKind KindOf(InspectionStage stage) => stage switch
    {
        InspectionStage.Closed => Components.Marks.StatusKind.Done,
        InspectionStage.Refused or InspectionStage.Cancelled => Components.Marks.StatusKind.Stop,
        _ => Components.Marks.StatusKind.Run,
    };
}

/// <summary>Shows one inspection (行政检查详情).</summary>
public sealed class ViewInspection(UseCaseRunner runner, AppDb db, InspectionDesk desk, InspectionFrequencies frequencies, AccessLog log)
{
    /// <summary>The inspection.</summary>
    public Task<Result<InspectionView>> Run(string id, CancellationToken cancel) => runner.Read<InspectionView>(AccessTable.ViewInspection, async () =>
    {
        if (await desk.Load(id, cancel) is not { } folder || runner.Check(AccessTable.ViewInspection, folder.Placement) is not null) return Refusal.NotFound();
        await log.Note(desk.Actor, AccessTable.ViewInspection, folder.Row.Stream);
        var file = folder.File;
        var joint = new List<InspectionFolder>();
        foreach (var other in await db.Set<InspectionRow>().Where(row => row.JointId == folder.Row.JointId && row.Stage != InspectionStage.Refused && row.Stage != InspectionStage.Cancelled).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancel))
            joint.Add(other == id ? folder : (await desk.Load(other, cancel))!);
        var code = file.Officers.Any(officer => officer.Id == desk.Actor.OfficerId) && folder.Row.NoticeMark is { } mark
            ? await db.Set<IssuedPaperRow>().Where(paper => paper.Mark == mark).Select(paper => paper.Code).SingleOrDefaultAsync(cancel) : null;
        return new InspectionView(folder.Row, file, InspectionClocks.Of(file, desk.Terms, desk.Cases.Calendar), InspectionPapers.Of(file), joint, folder.Placement, code)
        {
            Frequency = folder.Row.Stage is InspectionStage.Proposed or InspectionStage.Approved ? await frequencies.Seen(folder.Row, desk.Today, cancel) : null,
        };
    });
}

/// <summary>What a proposal is made from, as its page shows it.</summary>
/// <param name="Target">The target.</param>
/// <param name="Visit">The visit of the plan.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Subjects">Subjects that may sign, with what each inspects and who of them is proposed already.</param>
/// <param name="Officers">Officers who may act, by subject.</param>
/// <param name="Frequency">Visits of this year.</param>
/// <param name="Withheld">What applies there but lies beyond the powers of the township, and why.</param>
/// <param name="Draw">The draw it is proposed from.</param>
/// <param name="Drawn">The drawn target.</param>
public sealed record ProposalView(
    TargetRow Target, PlanVisitRow? Visit, InspectionPlanRow? Plan, IReadOnlyList<ProposalSubject> Subjects, IReadOnlyDictionary<string, IReadOnlyList<Officer>> Officers, InspectionFrequency Frequency,
    IReadOnlyList<Refusal> Withheld, DrawRow? Draw, DrawnRow? Drawn);

/// <summary>A subject that may sign.</summary>
/// <param name="Unit">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Requirements">What it inspects there.</param>
/// <param name="Known">Its inspection of this visit; null while it has none.</param>
public sealed record ProposalSubject(string Unit, string Name, IReadOnlyList<string> Requirements, string? Known);

/// <summary>Gathers what a proposal is made from (提请检查的依据).</summary>
public sealed class DraftInspection(UseCaseRunner runner, AppDb db, InspectionDesk desk, InspectionFrequencies frequencies)
{
    /// <summary>From a visit, from a drawn target, or from a target.</summary>
    public Task<Result<ProposalView>> Run(string? visitId, string? targetId, string? drawnId, CancellationToken cancel) => runner.Read<ProposalView>(AccessTable.ProposeInspection, async () =>
    {
        var visit = visitId is null ? null : await db.Set<PlanVisitRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == visitId, cancel);
        var plan = visit is null ? null : await db.Set<InspectionPlanRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == visit.PlanId && row.Stage == PlanStage.Published, cancel);
        if (visitId is not null && plan is null) return Refusal.NotFound();
        var drawn = drawnId is null ? null : await db.Set<DrawnRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == drawnId, cancel);
        var draw = drawn is null ? null : await db.Set<DrawRow>().AsNoTracking().SingleAsync(row => row.Id == drawn.DrawId, cancel);
        if (drawnId is not null && draw is null) return Refusal.NotFound();
        var id = visit?.TargetId ?? drawn?.TargetId ?? targetId;
        if (await db.Set<TargetRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } target) return Refusal.NotFound();
        if (drawn is not null && target.MergedInto is { } stays) target = await db.Set<TargetRow>().AsNoTracking().SingleAsync(row => row.Id == stays, cancel);
        var today = desk.Today;
        var (facts, organisation) = (target.ToFacts(), desk.Cases.Organisation);
        var names = visit?.Requirements.Split('|');
        var requirements = (await db.Set<RequirementRow>().AsNoTracking().Where(row => row.From <= today && (row.To == null || row.To > today)).OrderBy(row => row.Name).ToListAsync(cancel))
            .Select(row => row.ToRequirement()).Where(requirement => names?.Contains(requirement.Name) ?? requirement.AppliesTo(facts)).ToList();
        var withheld = requirements.Select(requirement => desk.Power(requirement, target.Township, today)).OfType<Refusal>().ToList();
        requirements.RemoveAll(requirement => desk.Power(requirement, target.Township, today) is not null);
        if (draw is not null) requirements.RemoveAll(requirement => requirement.SubjectOn(target.Township) != draw.Subject);
        var known = visit is null && drawn is null ? [] : await db.Set<InspectionRow>().AsNoTracking().Where(row => ((visitId != null && row.VisitId == visitId) || (drawnId != null && row.DrawnId == drawnId)) && row.Stage != InspectionStage.Refused && row.Stage != InspectionStage.Cancelled).Select(row => new { row.Id, row.Unit }).ToListAsync(cancel);
        var subjects = requirements.GroupBy(requirement => requirement.SubjectOn(target.Township))
            .Select(group => new ProposalSubject(group.Key, organisation.UnitName(group.Key), [.. group.Select(requirement => requirement.Name)], known.Find(one => one.Unit == group.Key)?.Id)).OrderBy(subject => subject.Unit, StringComparer.Ordinal).ToList();
        var officers = subjects.ToDictionary(subject => subject.Unit, subject => desk.Able(subject.Unit));
        return new ProposalView(target, visit, plan, subjects, officers, await frequencies.Of(target, today, "", cancel), withheld, draw, drawn);
    });
}

/// <summary>Reads one paper of an inspection (查看行政检查文书): what has gone out as it was kept, anything else as the file tells it now.</summary>
public sealed class ReadInspectionPaper(UseCaseRunner runner, AppDb db, InspectionDesk desk, PublicAddress address)
{
    /// <summary>Its content.</summary>
    public Task<Result<ReadablePaper>> Run(string id, string kind, int index, CancellationToken cancel) => runner.Read<ReadablePaper>(AccessTable.ReadInspectionPaper, async () =>
    {
        if (await desk.Load(id, cancel) is not { } folder || runner.Check(AccessTable.ReadInspectionPaper, folder.Placement) is not null) return Refusal.NotFound();
        if (DocumentKinds.Find(kind) is not { } found || InspectionPapers.Content(folder.File, found.Code, index) is not { } content) return Refusal.NotFound("本次检查没有这份文书。");
        var row = content.Number is null ? null : await db.Set<IssuedPaperRow>().AsNoTracking().SingleOrDefaultAsync(paper => paper.CaseId == id && paper.Kind == found.Code && paper.Key == content.Number, cancel);
        return row is null ? new ReadablePaper(content, null) : new ReadablePaper(row.Read(), SealOf(row));
    });

    /// <summary>What stands at the foot: the code of a notice leads the enterprise to its inspection, any other to the verification.</summary>
    private PaperSeal SealOf(IssuedPaperRow row) => new(row.Mark, row.Code, row.Edition, row.Digest,
        address.Of($"{(row.Kind == DocumentCode.InspectionNotice ? "/inspections/notice" : "/verify")}?mark={Uri.EscapeDataString(row.Mark)}"), new(row.Standing, row.StandingOn, row.StandingBy), row.IssuedOn);
}
