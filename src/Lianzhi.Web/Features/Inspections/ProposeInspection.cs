using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Features.Draws;
using Lianzhi.Web.Features.Plans;
using Lianzhi.Web.Features.Targets;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Inspections;

/// <summary>An inspection to propose (提请检查).</summary>
/// <param name="VisitId">The visit of a published plan; null otherwise.</param>
/// <param name="ClueId">The clue, by id or number; null otherwise.</param>
/// <param name="TargetId">The target; taken from the visit where there is one.</param>
/// <param name="Unit">The one subject that signs.</param>
/// <param name="Source">Where it comes from; taken from the plan where there is one.</param>
/// <param name="Requirements">Names of what is inspected; taken from the visit where there is one.</param>
/// <param name="Day">The day; that of the visit when left out.</param>
/// <param name="Reason">Why, beyond a plan.</param>
/// <param name="Urgent">Begun before approval and notice.</param>
/// <param name="Helpers">Helpers, who do not inspect.</param>
/// <param name="BeyondReason">Why beyond the cap.</param>
/// <param name="Officers">Officers who inspect.</param>
/// <param name="BeyondGround">On what ground beyond the cap; that of the clue where it is one by itself.</param>
/// <param name="BeyondReference">What shows the ground: number of a clue or letter, or a campaign.</param>
/// <param name="DrawnId">The drawn target of a draw; null otherwise.</param>
/// <param name="CrewGround">Why an officer who was drawn does not go.</param>
/// <param name="CrewReason">In words.</param>
public sealed record InspectionProposal(
    string? VisitId, string? ClueId, string? TargetId, string? Unit, InspectionSource? Source, IReadOnlyList<string> Requirements, DateOnly? Day, string? Reason, bool Urgent, string? Helpers, string? BeyondReason,
    IReadOnlyList<string> Officers, CapGround? BeyondGround = null, string? BeyondReference = null,
    string? DrawnId = null, CrewChangeGround? CrewGround = null, string? CrewReason = null);

/// <summary>Proposes an inspection of one subject (提请行政检查): from a visit of the published plan, a clue, a draw, or at once with its reason.</summary>
public sealed class ProposeInspection(UseCaseRunner runner, AppDb db, InspectionDesk desk, InspectionFrequencies frequencies, CaseStream cases)
{
    private const int MostEarlier = 20;

    /// <summary>Proposes it; other subjects of the same visit propose theirs, each with its own notice.</summary>
    public Task<Result<string>> Run(InspectionProposal asked, CancellationToken cancel) => runner.Write<string>(AccessTable.ProposeInspection, asked.Reason, async () =>
    {
        var (plan, visit) = await Visit(asked, cancel);
        if (asked.VisitId is { Length: > 0 } && visit is null) return Refusal.Invalid("visit", "没有这次计划检查，或者计划没有公布。");
        var (draw, drawn) = await Drawn(asked.DrawnId, cancel);
        if (asked.DrawnId is { Length: > 0 } && drawn is null) return Refusal.Invalid("drawn", "没有这个抽中的对象。");
        var targetId = visit?.TargetId ?? drawn?.TargetId ?? asked.TargetId;
        if (drawn is not null && await db.Set<TargetRow>().Where(row => row.Id == targetId).Select(row => row.MergedInto).SingleOrDefaultAsync(cancel) is { } stays) targetId = stays;
        if (await db.Set<TargetRow>().SingleOrDefaultAsync(row => row.Id == targetId, cancel) is not { MergedInto: null } target) return Refusal.Invalid("target", "请选择检查对象；已并入另一对象的，请选择保留的那一个。");
        if (string.IsNullOrEmpty(asked.Unit)) return Refusal.Invalid("unit", "请选择署名的检查主体。");
        var organisation = desk.Cases.Organisation;
        var unit = asked.Unit;
        if (runner.Check(AccessTable.ProposeInspection, new Placement(unit, target.Area, [])) is { } refusal) return refusal;
        if (InspectionGates.Subject(unit, organisation) is { } noSubject) return noSubject;
        var source = draw is not null ? InspectionSource.Draw : plan is null ? asked.Source ?? InspectionSource.AtOnce : plan.Kind == PlanKind.Annual ? InspectionSource.Plan : InspectionSource.Campaign;
        if (plan is null && source is InspectionSource.Plan or InspectionSource.Campaign) return Refusal.Invalid("visit", "按计划检查的，请从已公布计划的检查安排提请。");
        if (draw is null && source == InspectionSource.Draw) return Refusal.Invalid("drawn", "双随机抽查的，请从已公布的抽取结果提请，检查对象和检查人员以抽取结果为准。");
        if (draw is not null && draw.Subject != unit) return Refusal.Invalid("unit", $"本次抽取的检查主体是{organisation.UnitName(draw.Subject)}。");
        var grounds = draw is null ? asked.Reason : $"{draw.Title}（公开编号{draw.Number}）";
        var clue = source == InspectionSource.Clue ? await Clue(asked.ClueId, cancel) : null;
        if (source == InspectionSource.Clue && clue is null) return Refusal.Invalid("clue", "请填写线索的受理编号；没有这条线索，或者不在您的权限范围内。");
        var day = asked.Day ?? (visit?.Day > desk.Today ? visit.Day : desk.Today);
        // What others left of a visit on its day may be inspected on another: as an inspection of its own, which the enterprise is counted once more.
        var later = visit is { State: VisitState.Done, Waits: true } && visit.DoneOn < day;
        var names = visit is null ? asked.Requirements : later ? visit.Remaining : visit.Requirements.Split('|');
        var requirements = (await desk.Requirements(names, day, cancel)).Where(requirement => visit is null || requirement.SubjectOn(target.Township) == unit).ToList();
        if (visit is null && asked.Requirements.Except(requirements.Select(requirement => requirement.Name)).FirstOrDefault() is { } unknown) return Refusal.Invalid("requirements", $"没有检查要求“{unknown}”，或者在检查日期已经停用。");
        if (visit is null && source != InspectionSource.Recheck && requirements.Find(requirement => !requirement.AppliesTo(target.ToFacts())) is { } elsewhere)
            return new Refusal("requirement-not-applicable", $"“{elsewhere.Name}”不适用于该对象的行业、风险等级或者经营状态。", "国办发〔2024〕54号", "requirements");
        // Two subjects of one visit propose one after the other, so that the second finds the first.
        await db.Hold($"inspection-visit/{target.Id}", cancel);
        var siblings = visit is null && drawn is null ? [] : await Siblings(target, plan, visit, drawn, day, cancel);
        if (later)
        {
            if (requirements.Count == 0) return Refusal.Invalid("visit", $"这次计划检查已经实施，{organisation.UnitName(unit)}没有余下的检查内容。");
            siblings.RemoveAll(other => other.On != day);
        }
        // Once the first subject has signed its record the visit is done; who comes with it comes on that day.
        if (visit is { State: VisitState.Done } && !later && (visit.DoneOn != day || siblings.Count == 0)) return Refusal.Invalid("visit", "这次计划检查已经实施，不能再提请。");
        if (siblings.Exists(other => other.Unit == unit)) return new Refusal("inspection-known", $"{organisation.UnitName(unit)}已经提请这次检查。", "国办发〔2024〕54号：一次计划一个通知书", "unit");
        if (InspectionGates.Together(day, siblings.ConvertAll(other => other.On)) is { } apart) return apart;
        var id = desk.NewId();
        var jointId = siblings is [var first, ..] ? first.JointId : id;
        var frequency = await frequencies.Of(target, day, jointId, cancel);
        var beyond = new BeyondCap(asked.BeyondGround, string.IsNullOrWhiteSpace(asked.BeyondReference) ? null : asked.BeyondReference.Trim(), asked.BeyondReason?.Trim());
        if (clue is not null && BeyondCap.Of(clue.Source) is { } known) beyond = beyond with { Ground = known, Reference = clue.Number };
        // Complaints are all registered here: the one that is named must be there.
        var unfounded = frequency.IsFull && clue is null && beyond is { Ground: CapGround.Complaint, Reference: { } complaint } && await Clue(complaint, cancel) is null;
        var ordered = source == InspectionSource.Recheck ? await Ordered(unit, target, cancel) : null;
        var blackouts = await desk.Blackouts(target.Area, cancel);
        var crew = desk.Crew(unit, asked.Officers, day);
        var faults = new[]
        {
            InspectionGates.Place(unit, target.ToFacts(), organisation), InspectionGates.Scope(unit, target.Township, requirements, organisation), InspectionGates.Day(source, day, desk.Today, blackouts),
            InspectionGates.Frequency(source, frequency), InspectionGates.Reason(source, grounds), InspectionGates.Follows(source, ordered, requirements),
            unfounded ? Refusal.Invalid("beyondReference", "没有这条投诉举报线索，或者不在您的权限范围内，请核对受理编号。") : null,
            asked.Urgent && source != InspectionSource.AtOnce ? Refusal.Invalid("urgent", "只有即时检查可以先检查后补办。") : null,
            asked.Urgent && day != desk.Today ? Refusal.Invalid("day", "即时检查在当日实施。") : null,
            asked.Helpers?.Length > 200 ? Refusal.Invalid("helpers", "不能超过200字。") : null,
        }.OfType<Refusal>().Concat(requirements.Select(requirement => desk.Power(requirement, target.Township, day)).OfType<Refusal>()).Concat(InspectionGates.Beyond(source, frequency, beyond))
            .Concat(visit is null ? [] : desk.Skilled(requirements, asked.Officers)).Concat(visit is null ? [] : await Planned(visit, target, requirements, day, cancel))
            .Concat(InspectionCrew.AsDrawn(drawn?.OfficersDrawn() ?? [], asked.Officers, asked.CrewGround, asked.CrewReason).Select(refusal => refusal.Field switch { "ground" => refusal with { Field = "crewGround" }, "reason" => refusal with { Field = "crewReason" }, _ => refusal }))
            .Concat(await desk.Recused(target.Id, clue?.Id, asked.Officers, cancel)).Concat(asked.Officers.Count == 0 ? [Refusal.Invalid("officers", "请选择检查人员，署名主体不少于两名。")] : crew.Refusals).ToList();
        if (desk.Cases.OwnerOf(unit) is not { } owner) faults.Add(new Refusal("no-document-word", $"{organisation.UnitName(unit)}没有登记发文代字，不能制发文书。", "党政机关公文处理工作条例 第9条第5项", "unit"));
        else if (faults.Count == 0)
        {
            var row = new InspectionRow
            {
                Id = id,
                Number = await desk.NewNumber(owner, DocumentCode.InspectionApproval, id, cancel),
                JointId = jointId,
                Unit = unit,
                UnitName = organisation.Township(unit)?.OrganName ?? organisation.UnitName(unit),
                Township = target.Township,
                Area = target.Area,
                TargetId = target.Id,
                TargetName = target.Name,
                TargetCode = target.CreditCode,
                TargetAddress = target.Address,
                Enterprise = target.Enterprise,
                Source = source,
                Reason = plan is null ? grounds!.Trim() : plan.Title,
                PlanId = plan?.Id,
                VisitId = visit?.Id,
                ClueId = clue?.Id,
                Stage = InspectionStage.Proposed,
                Urgent = asked.Urgent,
                Day = day,
                Scope = string.Join('|', requirements.Select(requirement => requirement.Name)),
                Basis = string.Join("、", requirements.Select(requirement => requirement.Source).Distinct()),
                Helpers = string.IsNullOrWhiteSpace(asked.Helpers) ? null : asked.Helpers.Trim(),
                YearCount = frequency.Used,
                YearCap = frequency.Cap,
                YearGranted = frequency.Granted,
                // The ground a clue is by itself stands from the beginning: others may fill the cap before this one begins.
                BeyondGround = frequency.IsFull || clue is not null ? beyond.Ground : null,
                BeyondReference = frequency.IsFull || clue is not null ? beyond.Reference : null,
                BeyondReason = frequency.IsFull && !string.IsNullOrWhiteSpace(beyond.Reason) ? beyond.Reason : null,
                DrawId = draw?.Id,
                DrawnId = drawn?.Id,
                FollowsId = ordered?.Id,
                ProposedBy = desk.Actor.Id,
                ProposerName = desk.Actor.Name,
                ProposedOn = desk.Today,
                OfficerNames = string.Join('、', crew.Value!.Select(officer => officer.Name)),
            };
            db.Add(row);
            foreach (var officer in crew.Value!) db.Add(new InspectionOfficerRow { InspectionId = id, OfficerId = officer.Id, Name = officer.Name, Certificate = officer.CertificateNumber, Home = officer.Unit });
            if (drawn?.OfficersDrawn().Where(officer => !asked.Officers.Contains(officer.Id)).ToList() is { Count: > 0 } gone)
                db.Add(desk.CrewChange(id, gone.Select(officer => officer.Name), crew.Value!.Where(officer => drawn.OfficersDrawn().All(one => one.Id != officer.Id)).Select(officer => officer.Name), asked.CrewGround!.Value, asked.CrewReason!, null, null));
            foreach (var (index, (requirement, check)) in requirements.SelectMany(requirement => requirement.Checklist.Select(check => (requirement, check))).Index())
                db.Add(new InspectionItemRow { InspectionId = id, Position = index + 1, Requirement = requirement.Name, Text = check.Text, Basis = check.Basis, Item = check.Item });
        }
        return faults.Count > 0 ? faults : id;
    }, cancel);

    private async Task<(InspectionPlanRow? Plan, PlanVisitRow? Visit)> Visit(InspectionProposal asked, CancellationToken cancel)
    {
        if (asked.VisitId is not { Length: > 0 } id || await db.Set<PlanVisitRow>().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { State: VisitState.Planned or VisitState.Done } visit) return default;
        return await db.Set<InspectionPlanRow>().SingleOrDefaultAsync(row => row.Id == visit.PlanId && row.Stage == PlanStage.Published, cancel) is { } plan ? (plan, visit) : default;
    }

    /// <summary>
    /// A planned inspection keeps its part of the year and its gap also when it is proposed for another day than the plan's. On the day of the plan only what was carried out otherwise than planned
    /// stands in the way: the rest was judged when the plan was made.
    /// </summary>
    private async Task<IReadOnlyList<Refusal>> Planned(PlanVisitRow visit, TargetRow target, IReadOnlyList<InspectionRequirement> requirements, DateOnly day, CancellationToken cancel)
    {
        var moved = day != visit.Day;
        var others = await db.Set<PlanVisitRow>().AsNoTracking().Where(row => row.PlanId == visit.PlanId && row.TargetId == target.Id && row.Id != visit.Id && (row.State == VisitState.Done || (moved && row.State == VisitState.Planned)))
            .OrderBy(row => row.Day).Select(row => new { On = row.DoneOn ?? row.Day, row.Requirements }).ToListAsync(cancel);
        return [.. requirements.SelectMany(requirement => new[]
        {
            moved ? VisitRules.Season(requirement, day) : null,
            VisitRules.Gap(requirement, day, others.Where(other => other.Requirements.Split('|').Contains(requirement.Name)).Select(other => other.On)),
        }).OfType<Refusal>()];
    }

    /// <summary>
    /// What other subjects have of the same visit, with the day they came or are to come: of its row or drawn target, and of the same target and day in an earlier edition of the plan, for an
    /// amendment copies its visits.
    /// </summary>
    private async Task<List<(string JointId, string Unit, DateOnly On)>> Siblings(TargetRow target, InspectionPlanRow? plan, PlanVisitRow? visit, DrawnRow? drawn, DateOnly day, CancellationToken cancel)
    {
        var (visitKey, drawnKey, line) = (visit?.Id, drawn?.Id, new HashSet<string>(StringComparer.Ordinal));
        for (var edition = plan?.Id; edition is not null && line.Add(edition);)
            edition = await db.Set<InspectionPlanRow>().Where(row => row.Id == edition).Select(row => row.Amends).SingleOrDefaultAsync(cancel);
        var found = await db.Set<InspectionRow>().Where(row => row.Stage != InspectionStage.Refused && row.Stage != InspectionStage.Cancelled
            && ((visitKey != null && row.VisitId == visitKey) || (drawnKey != null && row.DrawnId == drawnKey) || (row.PlanId != null && line.Contains(row.PlanId) && row.TargetId == target.Id && row.Day == day)))
            .OrderBy(row => row.Id).Select(row => new { row.JointId, row.Unit, row.Day, row.StartedAt }).ToListAsync(cancel);
        return found.ConvertAll(row => (row.JointId, row.Unit, row.StartedAt is { } at ? CaseDays.Of(at) : row.Day));
    }

    private async Task<(DrawRow? Draw, DrawnRow? Drawn)> Drawn(string? id, CancellationToken cancel) =>
        id is { Length: > 0 } && await db.Set<DrawnRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is { } drawn
            ? (await db.Set<DrawRow>().AsNoTracking().SingleAsync(row => row.Id == drawn.DrawId, cancel), drawn) : default;

    /// <summary>A clue within reach, by its id or its number.</summary>
    private async Task<ClueRow?> Clue(string? clue, CancellationToken cancel) =>
        clue is { Length: > 0 } && await db.Set<ClueRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == clue || row.Number == clue, cancel) is { } row && runner.Check(AccessTable.ViewClue, ClueDistrict.PlacementOf(row)) is null ? row : null;

    /// <summary>The last inspection of a subject at a target that ended with an order to correct, itself or in the case it led to.</summary>
    private async Task<OrderedInspection?> Ordered(string unit, TargetRow target, CancellationToken cancel)
    {
        var same = await db.Set<TargetRow>().Where(row => row.MergedInto == target.Id).Select(row => row.Id).ToListAsync(cancel);
        same.Add(target.Id);
        var earlier = await db.Set<InspectionRow>().AsNoTracking().Where(row => same.Contains(row.TargetId) && row.Unit == unit && (row.Conclusion == InspectionConclusion.Correction || row.CorrectionNumber != null || row.CaseId != null)).OrderByDescending(row => row.Id)
            .Select(row => new { row.Id, row.Number, row.Scope, Ordered = row.Conclusion == InspectionConclusion.Correction || row.CorrectionNumber != null, row.CaseId }).Take(MostEarlier).ToListAsync(cancel);
        foreach (var one in earlier)
            if (one.Ordered || (await cases.Load(one.CaseId!, cancel))?.Correction is not null) return new(one.Id, one.Number, one.Scope.Split('|'));
        return null;
    }
}
