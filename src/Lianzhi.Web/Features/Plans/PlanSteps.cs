using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Inspections;
using Lianzhi.Core.Settings;
using Lianzhi.Planner.Plans;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Organisation;
using Lianzhi.Web.Features.Requirements;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Plans;

/// <summary>What the steps of a plan have in common: load it, may the person, is it the version seen, is the step lawful now.</summary>
public sealed class PlanDesk(UseCaseRunner runner, AppDb db, CurrentActor current, Entropy entropy, TimeProvider time)
{
    /// <summary>Today in Shanghai.</summary>
    public DateOnly Today => time.Today();

    /// <summary>Name of who acts.</summary>
    public string ActorName => current.Actor.Name;

    /// <summary>A new id.</summary>
    public string NewId() => entropy.NewId(time.GetUtcNow());

    /// <summary>Takes a step on a plan.</summary>
    /// <param name="useCase">Who may.</param>
    /// <param name="step">The step.</param>
    /// <param name="id">The plan.</param>
    /// <param name="version">Version seen; null where others' entries on the plan do not matter to the step.</param>
    /// <param name="reason">For the record.</param>
    /// <param name="placement">Where the step is taken; the plan's own placement when null.</param>
    /// <param name="act">Changes rows, or refuses.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Result<string>> Take(
        UseCase useCase, PlanStep step, string id, long? version, string? reason, Placement? placement, Func<InspectionPlanRow, Task<IReadOnlyList<Refusal>>> act, CancellationToken cancel) =>
        runner.Write<string>(useCase, reason, async () =>
        {
            if (await db.Set<InspectionPlanRow>().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } plan) return Refusal.NotFound();
            if (runner.Check(useCase, placement ?? plan.Placement) is { } refusal) return refusal;
            if (version is not null && plan.Version != version) return Refusal.Stale(plan.Version);
            if (PlanFlow.Check(plan.Stage, step) is { } notNow) return notNow;
            var refusals = await act(plan);
            return refusals.Count > 0 ? Result<string>.Refused(refusals) : id;
        }, cancel);
}

/// <summary>Begins the yearly plan of an area, or a campaign (编制检查计划).</summary>
public sealed class StartPlan(UseCaseRunner runner, AppDb db, PlanDesk desk, PlanFacts facts)
{
    /// <summary>Begins it; townships are asked for their part.</summary>
    public Task<Result<string>> Run(PlanKind? kind, string? area, int? year, string? title, DateOnly? from, DateOnly? to, IReadOnlyList<string> only, string? reason, CancellationToken cancel) =>
        runner.Write<string>(AccessTable.StartPlan, reason, async () =>
        {
            var (today, faults) = (desk.Today, new List<Refusal>());
            if (kind is null) faults.Add(Refusal.Invalid("kind", "请选择年度计划或者专项检查。"));
            if (facts.Today.Areas.All(one => one.Id != area)) faults.Add(Refusal.Invalid("area", "请选择片区。"));
            else if (runner.Check(AccessTable.StartPlan, new Placement(null, area, [])) is { } refusal) return refusal;
            if (year is null || year < today.Year || year > today.Year + 1) faults.Add(Refusal.Invalid("year", "只能编制今年或者明年的计划。"));
            if (string.IsNullOrWhiteSpace(title) || title.Length > 100) faults.Add(Refusal.Invalid("title", "请填写名称，不超过100字。"));
            if (kind == PlanKind.Campaign)
            {
                if (only.Count == 0) faults.Add(Refusal.Invalid("only", "专项检查须选择检查要求。"));
                if (Reasons.Check(reason) is { } missing) faults.Add(missing);
                if (from is null || to is null || to < from || from.Value.Year != year || to.Value.Year != year) faults.Add(Refusal.Invalid("to", "请填写专项检查的起止日期，在计划年度之内。"));
            }
            if (faults.Count > 0) return faults;
            // Two who begin it at the same moment: the second finds the plan of the first.
            await db.Hold($"plan-annual/{area}/{year}", cancel);
            if (kind == PlanKind.Annual && await db.Set<InspectionPlanRow>().AnyAsync(row => row.Kind == PlanKind.Annual && row.Area == area && row.Year == year && row.Stage != PlanStage.Superseded, cancel))
                return new Refusal("plan-known", "该片区该年度已有计划，请在原计划上办理或者修订。", "漳龙政〔2024〕40号：制定本片区联合执法检查年度工作计划", "year");
            if (only.Except(await db.Set<RequirementRow>().Where(row => row.To == null).Select(row => row.Name).ToListAsync(cancel)).Any()) return Refusal.Invalid("only", "没有所选的检查要求。");
            var (first, last) = (new DateOnly(year!.Value, 1, 1), new DateOnly(year.Value, 12, 31));
            var plan = new InspectionPlanRow
            {
                Id = desk.NewId(),
                Kind = kind!.Value,
                Area = area!,
                Year = year.Value,
                Title = title!.Trim(),
                From = kind == PlanKind.Campaign ? from!.Value : first,
                To = kind == PlanKind.Campaign ? to!.Value : last,
                Only = string.Join('|', only),
                Reason = reason?.Trim(),
                Edition = 1,
                Stage = PlanStage.Preparing,
            };
            db.Add(plan);
            foreach (var township in facts.Today.TownshipsOf(area!)) db.Add(new PlanPartRow { Id = desk.NewId(), PlanId = plan.Id, Township = township.Code });
            return plan.Id;
        }, cancel);
}

/// <summary>A township hands in its part (镇街报送): its targets and requirements are checked, with what it has to say.</summary>
public sealed class SubmitPart(AppDb db, PlanDesk desk)
{
    private const int LongestNote = 1000;

    /// <summary>Hands it in.</summary>
    public Task<Result<string>> Run(string id, string? township, string? note, CancellationToken cancel) =>
        desk.Take(AccessTable.SubmitPlanPart, PlanStep.SubmitPart, id, null, note, Placement.Of(township ?? ""), async plan =>
        {
            var parts = await db.Set<PlanPartRow>().Where(row => row.PlanId == id).ToListAsync(cancel);
            if (parts.Find(row => row.Township == township) is not { } part) return [Refusal.Invalid("township", "该镇（街道）不在本计划内。")];
            if (note?.Length > LongestNote) return [Refusal.Invalid("note", $"不能超过{LongestNote}字。")];
            (part.Note, part.By, part.SubmittedOn) = (string.IsNullOrWhiteSpace(note) ? null : note.Trim(), desk.ActorName, desk.Today);
            if (parts.TrueForAll(row => row.SubmittedOn is not null)) plan.Stage = PlanStage.Drafting;
            return [];
        }, cancel);
}

/// <summary>Sends a draft to the departments it concerns (送部门会签).</summary>
public sealed class SendForOpinion(AppDb db, PlanDesk desk, PlanFacts facts, Snapshot<WorkCalendar> calendar, Snapshot<SettingsBook> settings)
{
    /// <summary>Sends it.</summary>
    public Task<Result<string>> Run(string id, long? version, CancellationToken cancel) =>
        desk.Take(AccessTable.SendPlanForOpinion, PlanStep.SendForOpinion, id, version, null, null, async plan =>
        {
            var missing = await db.Set<PlanPartRow>().Where(row => row.PlanId == id && row.SubmittedOn == null).Select(row => row.Township).ToListAsync(cancel);
            var refusals = PlanFlow.SendForOpinion([.. missing.Select(facts.Today.UnitName)], plan.Planned,
                await db.Set<PlanRunRow>().AnyAsync(run => run.PlanId == id && (run.State == RunState.Waiting || run.State == RunState.Running), cancel));
            if (refusals.Count > 0) return refusals;
            var names = (await db.Set<PlanVisitRow>().Where(visit => visit.PlanId == id).Select(visit => visit.Requirements).Distinct().ToListAsync(cancel)).SelectMany(text => text.Split('|')).ToHashSet(StringComparer.Ordinal);
            var asked = await db.Set<RequirementRow>().Where(row => names.Contains(row.Name)).Select(row => row.Department).Distinct().ToListAsync(cancel);
            var before = await db.Set<PlanOpinionRow>().Where(row => row.PlanId == id).ToListAsync(cancel);
            foreach (var department in asked.Order(StringComparer.Ordinal))
            {
                // A draft that was sent back is read anew.
                if (before.Find(row => row.Department == department) is { } known) (known.Agrees, known.Text, known.By, known.AnsweredOn) = (null, null, null, null);
                else db.Add(new PlanOpinionRow { Id = desk.NewId(), PlanId = id, Department = department });
            }
            var due = desk.Today;
            var days = settings.Current.AsOf(desk.Today).Number(PlanSettings.OpinionDays, null);
            for (var day = 0; day < days; day++) due = calendar.Current.NextWorkingDay(due);
            (plan.Stage, plan.OpinionsDueOn) = (PlanStage.Opinions, due);
            return [];
        }, cancel);
}

/// <summary>A department answers to a draft (会签).</summary>
public sealed class GiveOpinion(AppDb db, PlanDesk desk)
{
    private const int LongestText = 1000;

    /// <summary>Answers; who does not agree says why.</summary>
    public Task<Result<string>> Run(string id, string? department, bool? agrees, string? text, CancellationToken cancel) =>
        desk.Take(AccessTable.GivePlanOpinion, PlanStep.GiveOpinion, id, null, text, Placement.Of(department ?? ""), async plan =>
        {
            if (await db.Set<PlanOpinionRow>().SingleOrDefaultAsync(row => row.PlanId == id && row.Department == department, cancel) is not { } opinion) return [Refusal.Invalid("department", "本计划没有征求该部门意见。")];
            if (agrees is null) return [Refusal.Invalid("agrees", "请选择同意或者不同意。")];
            if (text?.Length > LongestText) return [Refusal.Invalid("text", $"不能超过{LongestText}字。")];
            if (agrees == false && string.IsNullOrWhiteSpace(text)) return [Refusal.Invalid("text", "不同意的，请写明意见。")];
            (opinion.Agrees, opinion.Text, opinion.By, opinion.AnsweredOn) = (agrees, text?.Trim(), desk.ActorName, desk.Today);
            return [];
        }, cancel);
}

/// <summary>Puts a draft on the agenda of the joint meeting (提交联席会议).</summary>
public sealed class SubmitToMeeting(AppDb db, PlanDesk desk, PlanFacts facts)
{
    /// <summary>Submits it.</summary>
    public Task<Result<string>> Run(string id, long? version, CancellationToken cancel) =>
        desk.Take(AccessTable.SubmitPlanToMeeting, PlanStep.SubmitToMeeting, id, version, null, null, async plan =>
        {
            var opinions = await db.Set<PlanOpinionRow>().Where(row => row.PlanId == id).Select(row => new PlanOpinion(row.Department, row.Agrees)).ToListAsync(cancel);
            if (PlanFlow.SubmitToMeeting(opinions, plan.OpinionsDueOn ?? desk.Today, desk.Today, facts.Today.UnitName) is { } refusal) return [refusal];
            plan.Stage = PlanStage.Meeting;
            return [];
        }, cancel);
}

/// <summary>The lead records what the joint meeting resolved (记录审议结果): passed, or back to the area.</summary>
public sealed class RecordMeeting(PlanDesk desk)
{
    /// <summary>Records it.</summary>
    public Task<Result<string>> Run(string id, long? version, bool? passed, string? meeting, DateOnly? on, string? reason, CancellationToken cancel) =>
        desk.Take(AccessTable.RecordPlanMeeting, PlanStep.RecordMeeting, id, version, reason, Placement.Of(PlanFlow.Lead), plan =>
        {
            var faults = new List<Refusal>();
            if (passed is null) faults.Add(Refusal.Invalid("passed", "请选择通过或者退回。"));
            if (string.IsNullOrWhiteSpace(meeting) || meeting.Length > 100) faults.Add(Refusal.Invalid("meeting", "请填写会议名称或者纪要文号，不超过100字。"));
            if (on is null || on > desk.Today) faults.Add(Refusal.Invalid("on", "请填写会议日期，不晚于今日。"));
            if (passed == false && Reasons.Check(reason) is { } missing) faults.Add(missing);
            if (faults.Count == 0) (plan.Stage, plan.Meeting, plan.MeetingOn) = (passed == true ? PlanStage.Approved : PlanStage.Drafting, meeting!.Trim(), on);
            return Task.FromResult<IReadOnlyList<Refusal>>(faults);
        }, cancel);
}

/// <summary>Publishes a plan (公布检查计划); the edition it amends ends.</summary>
public sealed class PublishPlan(AppDb db, PlanDesk desk, PlanFacts facts, FileStore files)
{
    /// <summary>Publishes it.</summary>
    public Task<Result<string>> Run(string id, long? version, CancellationToken cancel) => desk.Take(AccessTable.PublishPlan, PlanStep.Publish, id, version, null, null, async plan =>
    {
        // Two plans that share people or enterprises are published one after the other.
        await db.Hold($"plan-publication/{plan.Year}", cancel);
        if (await Overbooked(plan, cancel) is { Count: > 0 } taken) return taken;
        var visits = await facts.Visits(id, cancel);
        var before = plan.Amends is null ? null : await db.Set<InspectionPlanRow>().SingleAsync(row => row.Id == plan.Amends, cancel);
        if (before is not null)
        {
            // What was carried out meanwhile under the edition before is carried over, so that nobody is visited twice for it.
            var done = await db.Set<PlanVisitRow>().Where(visit => visit.PlanId == before.Id && visit.State == VisitState.Done).OrderBy(visit => visit.DoneOn).ThenBy(visit => visit.Id).ToListAsync(cancel);
            foreach (var visit in done)
                if (visits.Find(own => own.TargetId == visit.TargetId && own.State == VisitState.Done && own.DoneOn == visit.DoneOn) is { } known) (known.Left, known.LeftBecause) = (visit.Left, visit.LeftBecause);
                else if (visit.Requirements.Split('|').Except(visit.Remaining).ToList() is var inspected && PlanVisits.Next(visits, visit, inspected) is { } next)
                {
                    next.Carry(visit.DoneOn!.Value, inspected);
                    next.LeftBecause = next.Left is null ? null : visit.LeftBecause;
                }
                else
                {
                    var carried = PlanVisits.Copy(visit, id, desk.NewId());
                    db.Add(carried);
                    visits.Add(carried);
                }
            before.Stage = PlanStage.Superseded;
        }
        if (await facts.BeyondCaps(plan, visits, cancel) is { } beyond) return [beyond];
        (plan.Stage, plan.PublishedOn) = (PlanStage.Published, desk.Today);
        return [];
    }, cancel);

    /// <summary>Whether another plan that was published meanwhile takes the same people.</summary>
    private async Task<IReadOnlyList<Refusal>> Overbooked(InspectionPlanRow plan, CancellationToken cancel)
    {
        if (plan.ProblemHash is not { } hash || await files.Read(hash, cancel) is not { } file || PlanFile.Read(file) is not { IsOk: true, Value: { } problem }) return [];
        return SharedForce.Check(problem, PlanVisits.Within(problem, await facts.Visits(plan.Id, cancel)), await facts.Taken(plan, cancel), plan.Year);
    }
}

/// <summary>Begins another edition of a published plan (修订检查计划): the published one stays in force until the new one is published.</summary>
public sealed class AmendPlan(AppDb db, PlanDesk desk, PlanFacts facts)
{
    /// <summary>Begins it, with the visits that stand.</summary>
    public async Task<Result<string>> Run(string id, long? version, string? reason, CancellationToken cancel)
    {
        var next = "";
        var done = await desk.Take(AccessTable.AmendPlan, PlanStep.Amend, id, version, reason, null, async plan =>
        {
            if (Reasons.Check(reason) is { } missing) return [missing];
            await db.Hold($"plan-amendment/{id}", cancel);
            if (await db.Set<InspectionPlanRow>().AnyAsync(row => row.Amends == id && row.Stage != PlanStage.Superseded, cancel)) return [new Refusal("amendment-open", "已有修订版正在办理。", "漳龙政〔2024〕40号：制定本片区联合执法检查年度工作计划")];
            next = desk.NewId();
            db.Add(new InspectionPlanRow
            {
                Id = next,
                Kind = plan.Kind,
                Area = plan.Area,
                Year = plan.Year,
                Title = plan.Title,
                From = plan.From > desk.Today ? plan.From : desk.Today,
                To = plan.To,
                Only = plan.Only,
                Reason = reason!.Trim(),
                Edition = plan.Edition + 1,
                Amends = id,
                Stage = PlanStage.Drafting,
                ProblemHash = plan.ProblemHash,
                SolutionHash = plan.SolutionHash,
                Seed = plan.Seed,
                Planned = plan.Planned,
                Unmerged = plan.Unmerged,
                ByHand = plan.ByHand,
                Unserved = plan.Unserved,
                Objective = plan.Objective,
                Bound = plan.Bound,
            });
            foreach (var part in await db.Set<PlanPartRow>().AsNoTracking().Where(row => row.PlanId == id).ToListAsync(cancel))
                db.Add(new PlanPartRow { Id = desk.NewId(), PlanId = next, Township = part.Township, Note = part.Note, By = part.By, SubmittedOn = part.SubmittedOn });
            await BulkCopy.Write(db, [.. (await facts.Visits(id, cancel)).Select(visit => PlanVisits.Copy(visit, next, desk.NewId()))], cancel);
            return [];
        }, cancel);
        return done.IsOk ? next : done;
    }
}
