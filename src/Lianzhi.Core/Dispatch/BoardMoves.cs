namespace Lianzhi.Core.Dispatch;

/// <summary>A way that would be lawful (可以这样排).</summary>
/// <param name="Text">In words.</param>
/// <param name="Crew">The crew.</param>
/// <param name="Job">The job that goes there.</param>
/// <param name="Officer">The officer who joins.</param>
/// <param name="Leaving">The officer who leaves for it.</param>
/// <param name="Position">Place of the job in the order, from 0.</param>
public sealed record WayOut(string Text, string Crew, string? Job = null, string? Officer = null, string? Leaving = null, int Position = 0);

/// <summary>
/// What the chief changes on the board by hand (人工调整): every change is judged by the rules that bind the proposal too, and refused when it makes a
/// crew unlawful that was not so before.
/// </summary>
public static class BoardMoves
{
    private const int MostWays = 3;

    /// <summary>Gives a job to a crew, or moves it within one.</summary>
    /// <param name="board">The board.</param>
    /// <param name="job">The job.</param>
    /// <param name="crew">The crew; null: back to those that wait.</param>
    /// <param name="position">Place in its order, from 0; the cheapest when null.</param>
    public static Result<DayBoard> MoveJob(DayBoard board, string job, string? crew, int? position = null)
    {
        if (board.Jobs.All(one => one.Id != job)) return Refusal.Invalid("job", "没有这项任务。");
        if (crew is not null && board.Crew(crew) is null) return Refusal.Invalid("crew", "没有这个小组。");
        var without = Without(board, job);
        if (crew is null) return Judge(board, without);
        if (position is { } at) return Judge(board, Insert(without, job, without.Crew(crew)!, at));
        var tried = Places(without, job, without.Crew(crew)!).Select(place => (place.Extra, Result: Judge(board, place.Board))).OrderBy(place => place.Extra).ToList();
        return tried[Math.Max(0, tried.FindIndex(place => place.Result.IsOk))].Result;
    }

    /// <summary>Moves an officer to a crew, out of all others.</summary>
    /// <param name="board">The board.</param>
    /// <param name="officer">The officer.</param>
    /// <param name="crew">The crew; null: to none.</param>
    /// <param name="leaving">An officer of that crew who makes room.</param>
    public static Result<DayBoard> MoveOfficer(DayBoard board, string officer, string? crew, string? leaving = null)
    {
        if (board.Officers.All(one => one.Id != officer) && !board.Crews.Any(one => one.Officers.Contains(officer))) return Refusal.Invalid("officer", "没有这名可以调度的人员。");
        if (crew is not null && board.Crew(crew) is null) return Refusal.Invalid("crew", "没有这个小组。");
        var after = board with { Crews = [.. board.Crews.Select(one => one with { Officers = [.. one.Officers.Where(member => member != officer && !(one.Id == crew && member == leaving))] })] };
        if (crew is not null && after.Crew(crew) is { } joined) after = after.With(joined with { Officers = [.. joined.Officers, officer] });
        return Judge(board, after);
    }

    /// <summary>Sets what a crew takes along.</summary>
    public static Result<DayBoard> Equip(DayBoard board, string crew, IReadOnlyList<string> gear) =>
        board.Crew(crew) is { } found ? Judge(board, board.With(found with { Gear = [.. gear.Distinct(StringComparer.Ordinal)] })) : Refusal.Invalid("crew", "没有这个小组。");

    /// <summary>Dissolves a crew; its jobs wait again.</summary>
    public static Result<DayBoard> Dissolve(DayBoard board, string crew) =>
        board.Crew(crew) is not { } found ? Refusal.Invalid("crew", "没有这个小组。")
        : found.Issued ? new Refusal("order-issued", $"{found.Name}的调度令已下达，请撤销调度令。", CrewCheck.Notice)
        : board with { Crews = [.. board.Crews.Where(one => one.Id != crew)] };

    /// <summary>Where a job that waits, or was refused somewhere, could lawfully go; the shortest detour first.</summary>
    public static IReadOnlyList<WayOut> ForJob(DayBoard board, string job)
    {
        var without = Without(board, job);
        return [.. board.Crews.SelectMany(crew => Places(without, job, without.Crew(crew.Id)!).Where(place => Judge(board, place.Board).IsOk).OrderBy(place => place.Extra).Take(1).Select(place => (crew, place)))
            .OrderBy(pair => pair.place.Extra).Take(MostWays)
            .Select(pair =>
            {
                var stop = pair.place.Board.Timing(pair.place.Board.Crew(pair.crew.Id)!).Stops.First(stop => stop.Job.Id == job);
                var detour = pair.place.Extra <= 0 ? "顺路" : $"多走{pair.place.Extra}分钟";
                return new WayOut($"{pair.crew.Name} {MinuteSpan.Clock(stop.Start)}，{detour}", pair.crew.Id, job, Position: pair.place.At);
            })];
    }

    /// <summary>Who could lawfully take an officer's place in a crew; those of the place first, leaders last.</summary>
    public static IReadOnlyList<WayOut> ForOfficer(DayBoard board, string crew, string? leaving)
    {
        if (board.Crew(crew) is not { } found) return [];
        return [.. board.Free.OrderBy(officer => Strangeness(board, found, officer)).ThenBy(officer => officer.Id, StringComparer.Ordinal)
            .Where(officer => found.Jobs.Any(job => board.Job(job).Subjects.Any(subject => CrewCheck.May(board, officer.Id, subject, board.Job(job), board.Timing(found).Span) is null)))
            .Where(officer => MoveOfficer(board, officer.Id, crew, leaving).IsOk).Take(MostWays)
            .Select(officer => new WayOut(leaving is null ? $"加派{board.NameOf(officer.Id)}" : $"由{board.NameOf(officer.Id)}替换{board.NameOf(leaving)}", crew, Officer: officer.Id, Leaving: leaving))];
    }

    /// <summary>Refuses a change that makes a crew unlawful; what was wrong before does not hinder it.</summary>
    public static Result<DayBoard> Judge(DayBoard before, DayBoard after)
    {
        if (before.Crews.FirstOrDefault(crew => crew.Closed && (after.Crew(crew.Id) is not { } moved || !moved.Same(crew))) is { } gone)
            return new Refusal("crew-under-way", $"{gone.Name}已经出发，不能调整；确需变动的，请先撤销其调度令。", CrewCheck.Notice);
        // Whatever a change does to a crew that stays as it is, two in one place for example, is wrong with the changed one as well.
        var fresh = new List<Refusal>();
        foreach (var crew in after.Crews)
        {
            var old = before.Crew(crew.Id);
            if (old?.Same(crew) == true) continue;
            // Nor does a change make worse what was wrong: a crew that lacks one officer does not lose the other.
            var known = (old is null ? [] : CrewCheck.Of(before, old)).GroupBy(fault => fault.Key).ToDictionary(same => same.Key, same => same.Max(fault => fault.Extent));
            fresh.AddRange(CrewCheck.Of(after, crew).Where(fault => fault.Blocks && !(known.TryGetValue(fault.Key, out var extent) && fault.Extent <= extent)).Select(fault => fault.Refusal));
        }
        fresh = [.. fresh.DistinctBy(refusal => (refusal.Code, refusal.Message))];
        return fresh.Count > 0 ? fresh : after;
    }

    /// <summary>The board with a job waiting again.</summary>
    internal static DayBoard Without(DayBoard board, string job) => board with { Crews = [.. board.Crews.Select(crew => crew.Jobs.Contains(job) ? crew with { Jobs = [.. crew.Jobs.Where(one => one != job)] } : crew)] };

    /// <summary>Every place of a job in a crew's order, with the minutes of travel it adds.</summary>
    internal static IEnumerable<(int At, int Extra, DayBoard Board)> Places(DayBoard board, string job, DayCrew crew)
    {
        var travel = board.Timing(crew).Travel;
        for (var at = 0; at <= crew.Jobs.Count; at++)
        {
            var tried = Insert(board, job, crew, at);
            yield return (at, tried.Timing(tried.Crew(crew.Id)!).Travel - travel, tried);
        }
    }

    /// <summary>How far an officer is from the places of a crew: 0 at home, 1 from elsewhere, 2 for leaders.</summary>
    internal static int Strangeness(DayBoard board, DayCrew crew, DayOfficer officer) =>
        (officer.Leads ? 2 : 0) + (crew.Jobs.Any(job => CrewCheck.IsRedeployed(board, officer.Id, board.Job(job))) ? 1 : 0);

    private static DayBoard Insert(DayBoard board, string job, DayCrew crew, int at)
    {
        var jobs = crew.Jobs.ToList();
        jobs.Insert(Math.Clamp(at, 0, jobs.Count), job);
        return board.With(crew with { Jobs = jobs });
    }
}
