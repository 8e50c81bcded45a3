using Lianzhi.Core.Equipment;
using Lianzhi.Core.Organisation;

namespace Lianzhi.Core.Dispatch;

/// <summary>
/// Between board and solver (自动排班): the jobs that wait and the people who are free become a problem, the solver's teams become crews. The solver knows no
/// midday rest, no recusal beyond the two who act and no equipment; what its plan lacks of these is mended or left waiting here, so that no crew comes out unlawful.
/// </summary>
public static class DayProposal
{
    private const double MustCost = 20_000;
    private const double WeekCost = 2_000;
    private const double LaterCost = 400;

    /// <summary>Most subjects of a job of which every choice is counted; beyond it a crew that shares officers is mended afterwards.</summary>
    private const int MostShared = 5;

    /// <summary>The problem of what waits; null when there is nothing or nobody to send.</summary>
    /// <param name="board">The board with the crews that stay.</param>
    public static DispatchProblem? Problem(DayBoard board)
    {
        var axis = new Axis(board.Terms);
        var jobs = board.Waiting.Where(job => axis.Fits(job)).ToList();
        var officers = board.Free.Where(officer => !officer.Away.Any(away => away.Minutes.Overlaps(board.Terms.Morning) || away.Minutes.Overlaps(board.Terms.Afternoon))).ToList();
        var teams = Math.Min(board.FreeGear(EquipmentKind.Vehicle).Count(), board.Terms.CameraNeeded ? board.FreeGear(EquipmentKind.BodyCamera).Count() : int.MaxValue);
        jobs = [.. jobs.Where(job => job.Drawn.All(drawn => officers.Exists(officer => officer.Id == drawn)))];
        if (jobs.Count == 0 || officers.Count < 2 || teams == 0) return null;
        var wanted = jobs.SelectMany(job => job.Subjects.Select(subject => (Skill: Skill(job, subject), subject, job))).DistinctBy(one => one.Skill).ToList();
        var shared = jobs.SelectMany(job => Together(job).Select(subjects => (Skill: Skill(job, subjects), Subjects: subjects, job))).DistinctBy(one => one.Skill).ToList();
        var special = jobs.SelectMany(job => job.Skills.Select(skill => (Skill: Skill(job, skill), skill, job))).DistinctBy(one => one.Skill).ToList();
        var people = officers.Select(officer => new DispatchOfficer(officer.Id, wanted.Select(one => (one.Skill, Level: Acts(officer, one.subject, one.job) ? 1 : 0))
            .Concat(shared.Select(one => (one.Skill, Level: one.Subjects.Any(subject => Acts(officer, subject, one.job)) ? 1 : 0)))
            .Concat(special.Select(one => (one.Skill, Level: Acts(officer, one.skill.Subject, one.job) ? board.Organisation.Officer(officer.Id)?.Skills.GetValueOrDefault(one.skill.Name) ?? 0 : 0)))
            .Concat(jobs.Where(job => job.Drawn.Count > 0).Select(job => (Skill: DrawnSkill(job), Level: job.Drawn.Contains(officer.Id) ? 1 : 0)))
            .ToDictionary(one => one.Skill, one => one.Level, StringComparer.Ordinal)))
            .Where(officer => officer.Skills.Values.Any(level => level > 0)).ToList();
        if (people.Count < 2) return null;
        var places = jobs.Select(job => job.Place).Prepend(new DayPlace(board.Base)).ToList();
        var travel = TravelTimes.Matrix([.. places.Select(from => (IReadOnlyList<double>)[.. places.Select(to => ReferenceEquals(from, to) ? 0.0 : board.Terms.Travel(from, to))])]);
        return new(travel, new DispatchBase(0, axis.Length), new TeamLimits(2, board.Terms.MostInCrew, teams), people, [.. jobs.Select(job => new DispatchVisit(
            job.Id, axis.At(job.Window.From), Math.Max(axis.At(job.Window.From), axis.At(job.Window.Until) - job.Minutes), job.Minutes,
            job.Urgency switch { JobUrgency.Must => MustCost, JobUrgency.Week => WeekCost, _ => LaterCost },
            job.Subjects.Select(subject => (Skill: Skill(job, subject), Levels: (IReadOnlyList<int>)[VisitSigners.Each]))
                .Concat(Together(job).Select(subjects => (Skill: Skill(job, subjects), Levels: (IReadOnlyList<int>)[VisitSigners.Each * subjects.Count])))
                .Concat(job.Skills.GroupBy(skill => Skill(job, skill)).Select(same => (Skill: same.Key, Levels: (IReadOnlyList<int>)[.. Enumerable.Repeat(1, same.Max(skill => skill.Level))])))
                .Concat(job.Drawn.Count > 0 ? [(Skill: DrawnSkill(job), Levels: (IReadOnlyList<int>)[job.Drawn.Count])] : [])
                .ToDictionary(one => one.Skill, one => one.Levels, StringComparer.Ordinal)))]);

        // The solver lets one officer count for every subject he may act for. Nobody acts for two in one visit: that holds exactly when of any subjects together twice as many
        // officers may act for one of them (theorem of Hall), and this the solver can count. It matters only where somebody may act for two of the subjects.
        IReadOnlyList<IReadOnlyList<string>> Together(DayJob job)
        {
            var many = job.Subjects.Where(subject => officers.Any(officer => Acts(officer, subject, job) && job.Subjects.Any(other => other != subject && Acts(officer, other, job)))).ToList();
            if (many.Count > MostShared) return [many];
            return [.. Enumerable.Range(1, (1 << many.Count) - 1).Select(set => many.Where((_, at) => (set & (1 << at)) != 0).ToList()).Where(subjects => subjects.Count > 1)];
        }

        bool Acts(DayOfficer officer, string subject, DayJob job) => !job.Recused.Contains(officer.Id) && (job.Drawn.Count == 0 || job.Drawn.Contains(officer.Id)) && CrewRules.Member(subject, officer.Id, board.Organisation, board.Policy).IsOk;
    }

    /// <summary>Takes a solution over.</summary>
    /// <param name="board">The board the problem was made from.</param>
    /// <param name="solution">The solver's plan.</param>
    /// <param name="newId">Makes ids of crews.</param>
    public static DayBoard Take(DayBoard board, DispatchSolution solution, Func<string> newId)
    {
        foreach (var team in solution.Teams.OrderBy(team => team.Route[0].Start).ThenBy(team => team.Route[0].Visit, StringComparer.Ordinal))
        {
            var jobs = team.Route.Select(stop => stop.Visit).ToList();
            var crew = new DayCrew(newId(), NameFor(board, jobs), team.Officers, Gear(board, jobs), jobs);
            board = Split(Lawful(board.With(crew), crew.Id), crew.Id, newId);
        }
        return Fill(board);
    }

    /// <summary>Puts jobs that wait into crews where that is lawful, each where it adds least travel; issued orders stay as they are.</summary>
    public static DayBoard Fill(DayBoard board, bool intoIssued = false)
    {
        foreach (var job in board.Waiting)
        {
            var best = board.Crews.Where(crew => (intoIssued || !crew.Issued) && crew.Officers.Count > 0).SelectMany(crew => BoardMoves.Places(board, job.Id, crew))
                .Where(place => BoardMoves.Judge(board, place.Board).IsOk).OrderBy(place => place.Extra).Select(place => place.Board).FirstOrDefault();
            if (best is not null) board = best;
        }
        return board;
    }

    /// <summary>Drops from a new crew what would make it unlawful, then whoever it does not need; officers of the place go rather than others.</summary>
    private static DayBoard Lawful(DayBoard board, string id)
    {
        while (board.Crew(id) is { } crew)
        {
            var faults = CrewCheck.Of(board, crew).Where(fault => fault.Blocks).ToList();
            if (faults.Count == 0) break;
            if (faults.Find(fault => fault.Officer is not null && crew.Officers.Count > 2) is { } person)
                board = board.With(crew with { Officers = [.. crew.Officers.Where(officer => officer != person.Officer)] });
            else if (crew.Jobs.Count > 1)
                board = BoardMoves.Without(board, faults.Find(fault => fault.Job is not null)?.Job?.Split('/')[0] ?? Least(board, crew));
            else board = board with { Crews = [.. board.Crews.Where(one => one.Id != id)] };
        }
        return board.Crew(id) is null ? board : Tidy(board, id);
    }

    /// <summary>
    /// Parts a crew that works in several townships into crews of their own people, where cars and cameras allow: the solver saves travel alone and would send everybody
    /// everywhere, but few are to cross from one township to another.
    /// </summary>
    private static DayBoard Split(DayBoard board, string id, Func<string> newId)
    {
        if (board.Crew(id) is not { } crew) return board;
        foreach (var town in crew.Jobs.Select(board.Job).GroupBy(job => job.Place.Township).OrderBy(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key).SkipLast(1))
        {
            crew = board.Crew(id)!;
            var own = crew.Jobs.Where(job => board.Job(job).Place.Township == town).ToList();
            var rest = crew.Jobs.Except(own).ToList();
            var (here, there) = (Able(own), Able(rest));
            if (here.Intersect(there).Any()) continue;
            var left = board.With(crew with { Jobs = rest, Officers = there });
            var parted = new DayCrew(newId(), NameFor(left with { Crews = [.. left.Crews.Where(one => one.Id != id)] }, own), here, Gear(left, own), own);
            var tried = left.With(parted);
            if (CrewCheck.Of(tried, parted).Concat(CrewCheck.Of(tried, tried.Crew(id)!)).All(fault => !fault.Blocks)) board = tried;
        }
        // What is left may be called after another township now.
        var remains = board.Crew(id)!;
        return board.With(remains with { Name = NameFor(board with { Crews = [.. board.Crews.Where(one => one.Id != id)] }, remains.Jobs) });

        List<string> Able(List<string> jobs) => [.. crew.Officers.Where(officer => jobs.Select(board.Job).Any(job => job.Subjects.Any(subject => CrewRules.Member(subject, officer, board.Organisation, board.Policy).IsOk)))];
    }

    /// <summary>Lets go of officers a crew does not need and exchanges those from elsewhere for those of the place: few cross from one township to another.</summary>
    private static DayBoard Tidy(DayBoard board, string id)
    {
        foreach (var member in board.Crew(id)!.Officers.OrderByDescending(officer => Strange(board, id, officer)).ToList())
        {
            if (board.Crew(id)!.Officers.Count > 2 && BoardMoves.MoveOfficer(board, member, null) is { IsOk: true } smaller)
            {
                board = smaller.Value;
                continue;
            }
            if (Strange(board, id, member) == 0) continue;
            var nearer = board.Free.Where(officer => officer.Away.Count == 0 && BoardMoves.Strangeness(board, board.Crew(id)!, officer) < Strange(board, id, member)).OrderBy(officer => BoardMoves.Strangeness(board, board.Crew(id)!, officer))
                .ThenBy(officer => officer.Id, StringComparer.Ordinal).Select(officer => BoardMoves.MoveOfficer(board, officer.Id, id, member)).FirstOrDefault(result => result.IsOk);
            if (nearer.IsOk && nearer.Value is not null) board = nearer.Value;
        }
        return board;
    }

    private static int Strange(DayBoard board, string crew, string officer) =>
        board.Officers.FirstOrDefault(one => one.Id == officer) is { } known ? BoardMoves.Strangeness(board, board.Crew(crew)!, known) : 3;

    /// <summary>The job that is missed least.</summary>
    private static string Least(DayBoard board, DayCrew crew) => crew.Jobs.Select(board.Job).OrderByDescending(job => job.Urgency).ThenByDescending(job => job.Window.Until).First().Id;

    /// <summary>A vehicle, a camera and what the jobs need, those of the place first.</summary>
    public static IReadOnlyList<string> Gear(DayBoard board, IReadOnlyList<string> jobs)
    {
        var towns = jobs.Select(job => board.Job(job).Place.Township).ToHashSet(StringComparer.Ordinal);
        return [.. jobs.SelectMany(job => board.Job(job).Needs).Prepend(EquipmentKind.BodyCamera).Prepend(EquipmentKind.Vehicle).Distinct()
            .Select(kind => board.FreeGear(kind).OrderBy(gear => gear.Unit is null ? 1 : towns.Contains(gear.Unit) ? 0 : 2).ThenBy(gear => gear.Item.StockNumber, StringComparer.Ordinal).FirstOrDefault()?.Item.Id).OfType<string>()];
    }

    /// <summary>Name of a new crew: the township it works most in, and a number.</summary>
    public static string NameFor(DayBoard board, IReadOnlyList<string> jobs)
    {
        var town = jobs.Select(job => board.Job(job).Place.Township).GroupBy(code => code).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault()?.Key ?? board.Base;
        var name = board.Organisation.UnitName(town).Replace("街道", "", StringComparison.Ordinal);
        if (name.Length > 2 && name.EndsWith('镇')) name = name[..^1];
        for (var number = 1; ; number++)
            if ($"{name}{Chinese(number)}组" is var proposed && board.Crews.All(crew => crew.Name != proposed)) return proposed;
    }

    private static string Chinese(int number) => number <= 10 ? "一二三四五六七八九十"[number - 1].ToString() : number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Skill(DayJob job, string subject) => job.Recused.Count == 0 && job.Drawn.Count == 0 ? subject : $"{subject}!{job.Id}";

    private static string Skill(DayJob job, IReadOnlyList<string> subjects) => Skill(job, string.Join('+', subjects));

    /// <summary>Held by whom the draw chose for a job: all of them go.</summary>
    private static string DrawnSkill(DayJob job) => $"!{job.Id}";

    /// <summary>A level of a skill counts only in whoever may act in the subject's name.</summary>
    private static string Skill(DayJob job, JobSkill skill) => $"{Skill(job, skill.Subject)}#{skill.Name}";

    /// <summary>Working time without the midday rest: the clock of the solver.</summary>
    private readonly struct Axis(DayTerms terms)
    {
        private int Noon => terms.Morning.Until - terms.Morning.From;

        public int Length => Noon + (terms.Afternoon.Until - terms.Afternoon.From);

        public int At(int clock) => clock < terms.Morning.Until ? Math.Max(0, clock - terms.Morning.From) : clock < terms.Afternoon.From ? Noon : Math.Min(Length, Noon + clock - terms.Afternoon.From);

        public bool Fits(DayJob job) => job.Window.From < terms.Afternoon.Until && At(job.Window.Until) - At(job.Window.From) >= job.Minutes;
    }
}

/// <summary>Why a job still waits (未能安排的原因).</summary>
public static class WaitingReasons
{
    /// <summary>The reason in words, the hardest first.</summary>
    public static string Of(DayBoard board, DayJob job)
    {
        var terms = board.Terms;
        if (job.Window.From >= terms.Afternoon.Until) return "须在下班后办理，请手工排组";
        if (Drawn(board, job) is { } drawn) return drawn;
        foreach (var subject in job.Subjects)
        {
            var able = board.Officers.Where(officer => CrewCheck.May(board, officer.Id, subject, job, new(terms.Morning.From, terms.Afternoon.Until)) is null).ToList();
            if (able.Count >= 2) continue;
            var away = board.Officers.Where(officer => officer.Away.Count > 0 && CrewRules.Member(subject, officer.Id, board.Organisation, board.Policy).IsOk).Select(officer => $"{board.NameOf(officer.Id)}{officer.Away[0].Text}").ToList();
            var recused = job.Recused.Where(officer => CrewRules.Member(subject, officer, board.Organisation, board.Policy).IsOk).Select(officer => $"{board.NameOf(officer)}回避").ToList();
            return $"以{board.Organisation.UnitName(subject)}名义执法的当班持证人员只有{able.Count}名，须两名以上{(away.Count + recused.Count > 0 ? $"（{string.Join('、', away.Concat(recused).Take(4))}）" : "")}";
        }
        if (job.Subjects.Count * VisitSigners.Each > terms.MostInCrew) return $"{job.Subjects.Count}个主体署名，须{job.Subjects.Count * VisitSigners.Each}人，超过每组最多{terms.MostInCrew}人";
        var signers = VisitSigners.Of(job.Subjects, [.. board.Officers.Select(officer => officer.Id)], (officer, subject) => CrewCheck.May(board, officer, subject, job, new(terms.Morning.From, terms.Afternoon.Until)) is null);
        if (signers.Lacking.Count > 0) return $"一人在一次检查中只能以一个主体的名义执法，各主体分开计算后，{string.Join('、', signers.Lacking.Select(one => $"{board.Organisation.UnitName(one.Key)}还差{one.Value}名"))}";
        foreach (var skill in job.Skills)
            if (!board.Officers.Any(officer => CrewCheck.Holds(board, officer.Id, skill) && CrewCheck.May(board, officer.Id, skill.Subject, job, new(terms.Morning.From, terms.Afternoon.Until)) is null))
                return $"当班的{board.Organisation.UnitName(skill.Subject)}持证人员中没有具备{skill.Name}{skill.Level}级的";
        foreach (var need in job.Needs.Where(need => !board.Gear.Any(gear => gear.Item.Kind == need && EquipmentRules.Use(gear.Item, board.Organisation.Day) is null)))
            return $"需要{EquipmentRules.Name(need)}，当日没有可用的";
        if (CrewTiming.Of(board, [job]).Late is not null) return $"可办时段 {job.Window}，从集结点出发来不及";
        if (!board.FreeGear(EquipmentKind.Vehicle).Any()) return "执法车已排满，其他小组排下会误时";
        if (terms.CameraNeeded && !board.FreeGear(EquipmentKind.BodyCamera).Any()) return "执法记录仪已排满，其他小组排下会误时";
        return "能以其名义执法的人员已排满，排下将挤掉更急的任务";
    }

    /// <summary>Why those who were drawn cannot go together; null when they can.</summary>
    private static string? Drawn(DayBoard board, DayJob job)
    {
        foreach (var officer in job.Drawn)
        {
            var why = job.Recused.Contains(officer) ? "已申报回避" : board.Officers.FirstOrDefault(one => one.Id == officer) is not { } known ? "不在本片区可以调度的人员之内" : known.Away is [var away, ..] ? $"当日{away.Text}" : null;
            if (why is not null) return $"抽取的检查人员{board.NameOf(officer)}{why}；须更换的，请在该检查变更检查人员并载明事由";
        }
        foreach (var officer in job.Drawn)
            if (board.Crews.FirstOrDefault(crew => crew.Officers.Contains(officer)) is { } other && job.Drawn.Any(one => !other.Officers.Contains(one)))
                return $"抽取的检查人员{board.NameOf(officer)}已排在{other.Name}，抽取人员须同组前往";
        return null;
    }
}
