using Lianzhi.Core;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Clues;
using Lianzhi.Core.Dispatch;
using Lianzhi.Core.Inspections;
using Lianzhi.Core.Settings;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Features.Inspections;
using Lianzhi.Web.Features.Plans;
using Lianzhi.Web.Features.Requirements;
using Lianzhi.Web.Features.Targets;
using Lianzhi.Web.Platform.Reference;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>Where the jobs of a day come from (任务来源): visits of the published plan of the week, what subjects left of earlier visits, inspections of drawn targets, clues that are urgent or about to fall due, rechecks of inspections, what cases are due for.</summary>
public sealed class JobSources(AppDb db, CaseStream cases, Snapshot<SettingsBook> settings, BoardDesk desk)
{
    private const int DaysAhead = 3;
    private const int Most = 60;
    private const int LongestVisit = 180;
    private const int ShortestVisit = 20;
    private const int LongestTitle = 200;

    /// <summary>What is to be done and stands on no board yet.</summary>
    public async Task<IReadOnlyList<DispatchJobRow>> Find(DispatchBoardRow board, CancellationToken cancel)
    {
        var values = settings.Current.AsOf(board.Day);
        var terms = DayTerms.Of(values);
        var stopped = await db.Set<BlackoutRow>().AsNoTracking().Where(row => row.Area == board.Area && row.From <= board.Day && row.To >= board.Day).OrderBy(row => row.Id).FirstOrDefaultAsync(cancel);
        var found = await Visits(board, terms, cancel);
        found.AddRange(await Leftovers(board, terms, cancel));
        found.AddRange(await Drawn(board, terms, cancel));
        if (stopped is not null)
        {
            // Inspections that are not planned, of clues for example, stay lawful that day (停止检查日: 计划内检查).
            if (found.Count > 0) board.Changes = $"当日为停止检查日（{stopped.Reason}），本周计划检查和抽查{found.Count}次未收集";
            found.Clear();
        }
        found.AddRange(await Clues(board, terms, values.Number(DispatchSettings.ClueMinutes), cancel));
        found.AddRange(await Rechecks(board, terms, values.Number(DispatchSettings.ServiceMinutes) * 2, cancel));
        found.AddRange(await Cases(board, terms, values.Number(DispatchSettings.ServiceMinutes), cancel));
        return found;
    }

    /// <summary>
    /// Jobs that still hold what they stand for: those of this board, those that wait on a board of today or later, and those that were done. What waited on a board
    /// whose day is over was not done and is gathered again; so is what falls due anew after it was done, for example the second correction of a case.
    /// </summary>
    private IQueryable<DispatchJobRow> Held(DispatchBoardRow board)
    {
        var today = desk.Today;
        return db.Set<DispatchJobRow>().AsNoTracking().Where(job => job.BoardId == board.Id || job.State == JobState.Done
            || (job.State == JobState.Open && db.Set<DispatchBoardRow>().Any(other => other.Id == job.BoardId && other.Day >= today)));
    }

    private async Task<List<DispatchJobRow>> Visits(DispatchBoardRow board, DayTerms terms, CancellationToken cancel)
    {
        var monday = Weeks.MondayOf(board.Day);
        var sunday = monday.AddDays(6);
        var held = Held(board).Where(job => job.Kind == JobKind.PlannedVisit);
        var waiting = db.Set<PlanVisitRow>().AsNoTracking().Where(visit => visit.Day <= sunday && visit.State == VisitState.Planned && !held.Any(job => job.Reference == visit.Id)
            && db.Set<InspectionPlanRow>().Any(plan => plan.Id == visit.PlanId && plan.Area == board.Area && plan.Stage == PlanStage.Published));
        // Visits of the week first; what earlier weeks left undone takes the room that remains.
        var visits = await waiting.Where(visit => visit.Day >= monday).OrderBy(visit => visit.Day).ThenBy(visit => visit.Id).Take(Most + 1).ToListAsync(cancel);
        if (visits.Count < Most) visits.AddRange(await waiting.Where(visit => visit.Day < monday).OrderBy(visit => visit.Day).ThenBy(visit => visit.Id).Take(Most - visits.Count).ToListAsync(cancel));
        if (visits.Count > Most)
        {
            board.Changes = $"一次收集{Most}次计划检查，本周还有未收集的；排完后请再收集";
            visits.RemoveAt(Most);
        }
        var ids = visits.Select(visit => visit.TargetId).ToList();
        var targets = await db.Set<TargetRow>().AsNoTracking().Where(target => ids.Contains(target.Id)).ToDictionaryAsync(target => target.Id, cancel);
        var requirements = (await db.Set<RequirementRow>().AsNoTracking().Where(row => row.From <= board.Day && (row.To == null || row.To > board.Day)).OrderByDescending(row => row.From).ToListAsync(cancel))
            .DistinctBy(row => row.Name).ToDictionary(row => row.Name, StringComparer.Ordinal);
        return [.. visits.Where(visit => targets.ContainsKey(visit.TargetId)).Select(visit =>
        {
            var (target, asked) = (targets[visit.TargetId], visit.Requirements.Split('|').Select(name => requirements.GetValueOrDefault(name)).OfType<RequirementRow>().ToList());
            var subjects = asked.Select(one => one.ByTownship ? visit.Township : one.Department).Distinct().Order(StringComparer.Ordinal).ToList();
            if (subjects.Count == 0) subjects.Add(visit.Township);
            var (minutes, opens, closes) = Stay(terms, target.Hours, asked.Sum(one => one.Minutes));
            return Job(board, JobKind.PlannedVisit, visit.Id, target.Name, visit.Requirements, visit.Township, target.Address, subjects, minutes, opens, closes, visit.Day <= board.Day ? JobUrgency.Week : JobUrgency.Later, sunday, visit.PlanId, target);
        })];
    }

    /// <summary>
    /// What subjects left of a visit that others carried out (另日检查), once a subject proposed it for another day and its head approved, from that day on until it is done. What nobody
    /// proposed is not gathered: to come again counts the enterprise once more, which the subject has to decide.
    /// </summary>
    private async Task<IReadOnlyList<DispatchJobRow>> Leftovers(DispatchBoardRow board, DayTerms terms, CancellationToken cancel)
    {
        var held = Held(board).Where(job => job.Kind == JobKind.PlannedVisit);
        var due = await (from row in db.Set<InspectionRow>().AsNoTracking()
                         join visit in db.Set<PlanVisitRow>().AsNoTracking() on row.VisitId equals visit.Id
                         where row.Area == board.Area && (row.Stage == InspectionStage.Approved || row.Stage == InspectionStage.Noticed) && row.Day <= board.Day
                             && visit.State == VisitState.Done && visit.Left != null && visit.LeftBecause == null && visit.DoneOn < row.Day
                             && !held.Any(job => job.Reference == visit.Id && (job.State != JobState.Done || job.BoardId == board.Id))
                         orderby row.Day, row.Id
                         select new { row, visit }).Take(Most).ToListAsync(cancel);
        // What was reported on paper meanwhile is no longer left.
        due.RemoveAll(one => !one.row.Scope.Split('|').Intersect(one.visit.Remaining).Any());
        var inspections = due.ConvertAll(one => one.row);
        var (targets, minutes) = (await Targets(inspections, cancel), await Minutes(inspections, board.Day, cancel));
        return [.. due.GroupBy(one => one.visit.Id, StringComparer.Ordinal).Select(visit =>
        {
            var (rows, first) = (visit.Select(one => one.row).ToList(), visit.First());
            var items = rows.SelectMany(row => row.Scope.Split('|')).Distinct().ToList();
            var (takes, opens, closes) = Stay(terms, targets.GetValueOrDefault(first.row.TargetId)?.Hours, items.Sum(name => minutes.GetValueOrDefault(name)));
            return Job(board, JobKind.PlannedVisit, visit.Key, $"另日检查：{first.row.TargetName}", string.Join('|', items), first.row.Township, first.row.TargetAddress,
                [.. rows.Select(row => row.Unit).Distinct().Order(StringComparer.Ordinal)], takes, opens, closes, JobUrgency.Must, rows.Min(row => row.Day), first.visit.PlanId, targets.GetValueOrDefault(first.row.TargetId));
        })];
    }

    private async Task<Dictionary<string, TargetRow>> Targets(IEnumerable<InspectionRow> inspections, CancellationToken cancel)
    {
        var ids = inspections.Select(row => row.TargetId).ToList();
        return await db.Set<TargetRow>().AsNoTracking().Where(target => ids.Contains(target.Id)).ToDictionaryAsync(target => target.Id, cancel);
    }

    /// <summary>How long each requirement takes, by its name.</summary>
    private async Task<Dictionary<string, int>> Minutes(IEnumerable<InspectionRow> inspections, DateOnly day, CancellationToken cancel)
    {
        var names = inspections.SelectMany(row => row.Scope.Split('|')).Distinct().ToList();
        return (await db.Set<RequirementRow>().AsNoTracking().Where(row => names.Contains(row.Name) && row.From <= day && (row.To == null || row.To > day)).OrderByDescending(row => row.From).ToListAsync(cancel))
            .DistinctBy(row => row.Name).ToDictionary(row => row.Name, row => row.Minutes, StringComparer.Ordinal);
    }

    /// <summary>
    /// Inspections of drawn targets (双随机抽查) that the head approved, on the day they were approved for and, until they are done, afterwards; their officers
    /// are looked up with the board, so that a recorded exchange counts at once.
    /// </summary>
    private async Task<IReadOnlyList<DispatchJobRow>> Drawn(DispatchBoardRow board, DayTerms terms, CancellationToken cancel)
    {
        var held = Held(board).Where(job => job.Kind == JobKind.DrawnInspection);
        var due = await db.Set<InspectionRow>().AsNoTracking().Where(row => row.Area == board.Area && row.DrawnId != null && (row.Stage == InspectionStage.Approved || row.Stage == InspectionStage.Noticed) && row.Day <= board.Day
            && !held.Any(job => job.Reference == row.Id)).OrderBy(row => row.Day).ThenBy(row => row.Id).Take(Most).ToListAsync(cancel);
        var (targets, minutes) = (await Targets(due, cancel), await Minutes(due, board.Day, cancel));
        return [.. due.Select(row =>
        {
            var (takes, opens, closes) = Stay(terms, targets.GetValueOrDefault(row.TargetId)?.Hours, row.Scope.Split('|').Sum(name => minutes.GetValueOrDefault(name)));
            return Job(board, JobKind.DrawnInspection, row.Id, $"双随机抽查：{row.TargetName}", row.Scope, row.Township, row.TargetAddress, [row.Unit], takes, opens, closes, JobUrgency.Must, row.Day, target: targets.GetValueOrDefault(row.TargetId));
        })];
    }

    private async Task<IReadOnlyList<DispatchJobRow>> Clues(DispatchBoardRow board, DayTerms terms, int minutes, CancellationToken cancel)
    {
        var last = board.Day.AddDays(DaysAhead);
        var held = Held(board).Where(job => job.Kind == JobKind.Clue);
        var clues = await db.Set<ClueRow>().AsNoTracking().Where(clue => clue.Area == board.Area && clue.State == ClueState.Accepted && (clue.DueOn <= last || clue.MajorOrComplex) && clue.Township != null
                && !held.Any(job => job.Reference == clue.Id && (job.State != JobState.Done || job.DueOn == clue.DueOn)))
            .OrderBy(clue => clue.DueOn).ThenBy(clue => clue.Id).Take(Most).ToListAsync(cancel);
        return [.. clues.Select(clue => OfClue(board, terms, clue, minutes, clue.DueOn <= board.Day || clue.MajorOrComplex ? JobUrgency.Must : JobUrgency.Week))];
    }

    /// <summary>The check of one clue, sent to the board by hand; null when it stands on a board already.</summary>
    public async Task<DispatchJobRow?> OfClue(DispatchBoardRow board, ClueRow clue, CancellationToken cancel)
    {
        if (await Held(board).AnyAsync(job => job.Kind == JobKind.Clue && job.Reference == clue.Id && (job.State != JobState.Done || job.DueOn == clue.DueOn), cancel)) return null;
        var values = settings.Current.AsOf(board.Day);
        return OfClue(board, DayTerms.Of(values), clue, values.Number(DispatchSettings.ClueMinutes), JobUrgency.Must);
    }

    private DispatchJobRow OfClue(DispatchBoardRow board, DayTerms terms, ClueRow clue, int minutes, JobUrgency urgency)
    {
        var category = ComplaintCategory.Find(clue.Category)?.Title;
        return Job(board, JobKind.Clue, clue.Id, $"线索核查：{category ?? clue.Number}", category ?? "", clue.Township!, clue.Address, [clue.Unit], minutes, terms.Morning.From, terms.Afternoon.Until, urgency, clue.DueOn);
    }

    /// <summary>Rechecks of corrections that inspections ordered (复查整改).</summary>
    private async Task<IReadOnlyList<DispatchJobRow>> Rechecks(DispatchBoardRow board, DayTerms terms, int minutes, CancellationToken cancel)
    {
        var last = board.Day.AddDays(DaysAhead);
        var held = Held(board).Where(job => job.Kind == JobKind.Recheck);
        var due = await db.Set<InspectionRow>().AsNoTracking().Where(row => row.Area == board.Area && row.Stage == InspectionStage.Correcting && row.RecheckDueOn <= last
            && !held.Any(job => job.Reference == row.Id && (job.State != JobState.Done || job.DueOn == row.RecheckDueOn))).OrderBy(row => row.RecheckDueOn).ThenBy(row => row.Id).Take(Most).ToListAsync(cancel);
        var targets = await Targets(due, cancel);
        return [.. due.Select(row => Job(board, JobKind.Recheck, row.Id, $"复查整改：{row.TargetName}", row.Scope, row.Township, row.TargetAddress, [row.Unit], minutes,
            terms.Morning.From, terms.Afternoon.Until, row.RecheckDueOn <= board.Day ? JobUrgency.Must : JobUrgency.Week, row.RecheckDueOn, target: targets.GetValueOrDefault(row.TargetId)))];
    }

    /// <summary>Services of decisions that are due, and rechecks of orders to correct; as far as the rows of cases and reminders tell.</summary>
    private async Task<IReadOnlyList<DispatchJobRow>> Cases(DispatchBoardRow board, DayTerms terms, int minutes, CancellationToken cancel)
    {
        var last = board.Day.AddDays(DaysAhead);
        var held = Held(board);
        var due = await db.Set<CaseRow>().AsNoTracking().Where(row => row.Area == board.Area && row.Stage == CaseStage.Decided && row.DueClock == CaseProjection.Service && row.DueOn <= last
                && !held.Any(job => job.Kind == JobKind.Service && job.Reference == row.Id && (job.State != JobState.Done || job.DueOn == row.DueOn)))
            .OrderBy(row => row.DueOn).ThenBy(row => row.Id).Take(Most).ToListAsync(cancel);
        var correct = await (from reminder in db.Set<CaseReminderRow>().AsNoTracking()
                             where reminder.Clock == "correction" && reminder.SettledOn == null && reminder.DueOn <= board.Day
                             join row in db.Set<CaseRow>() on reminder.CaseId equals row.Id
                             where row.Area == board.Area && !held.Any(job => job.Kind == JobKind.Recheck && job.Reference == row.Id && (job.State != JobState.Done || job.DueOn == reminder.DueOn))
                             orderby reminder.DueOn, row.Id
                             select new { row, reminder.DueOn }).Take(Most).ToListAsync(cancel);
        // The row of a case knows no address; the place of the conduct stands in its events.
        await cases.Prepare([.. due.Select(row => row.Id).Concat(correct.Select(pair => pair.row.Id)).Distinct()], cancel);
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in due.Select(row => row.Id).Concat(correct.Select(pair => pair.row.Id)).Distinct()) places[id] = (await cases.Load(id, cancel))?.Place?.Address ?? "";
        return
        [
            .. due.Select(row => OfCase(JobKind.Service, $"送达决定书：{row.Cause}", row, row.DueOn, minutes)),
            .. correct.DistinctBy(pair => pair.row.Id).Select(pair => OfCase(JobKind.Recheck, $"复查整改：{pair.row.Cause}", pair.row, pair.DueOn, minutes * 2)),
        ];

        DispatchJobRow OfCase(JobKind kind, string title, CaseRow row, DateOnly dueOn, int takes) => Job(board, kind, row.Id, title, row.Cause, row.Township, places[row.Id], [row.Unit], takes,
            terms.Morning.From, terms.Afternoon.Until, dueOn <= board.Day ? JobUrgency.Must : JobUrgency.Week, dueOn);
    }

    /// <summary>How long a visit of an enterprise takes and between which hours it lies: its own opening hours within those of duty.</summary>
    private static (int Minutes, int Opens, int Closes) Stay(DayTerms terms, string? hours, int asked)
    {
        var open = MinuteSpan.Parse(hours ?? "") ?? new MinuteSpan(terms.Morning.From, terms.Afternoon.Until);
        var (minutes, from) = (Math.Clamp(asked, ShortestVisit, LongestVisit), Math.Max(terms.Morning.From, open.From));
        return (minutes, from, Math.Max(from + minutes, Math.Min(terms.Afternoon.Until, open.Until)));
    }

    private DispatchJobRow Job(
        DispatchBoardRow board, JobKind kind, string reference, string title, string items, string township, string address, IReadOnlyList<string> subjects, int minutes, int opens, int closes, JobUrgency urgency, DateOnly? due,
        string? plan = null, TargetRow? target = null) => new()
        {
            Id = desk.NewId(),
            BoardId = board.Id,
            Kind = kind,
            Reference = reference,
            PlanId = plan,
            TargetId = target?.Id,
            Title = PlainText.Cut(title, LongestTitle),
            Items = items,
            Township = township,
            Address = address,
            Block = target?.Block ?? "",
            Longitude = target?.Longitude,
            Latitude = target?.Latitude,
            Subjects = string.Join('|', subjects),
            Minutes = minutes,
            OpensAt = opens,
            ClosesAt = closes,
            Urgency = urgency,
            DueOn = due,
            Needs = "",
        };
}
