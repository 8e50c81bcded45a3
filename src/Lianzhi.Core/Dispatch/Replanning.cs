using Lianzhi.Core.Equipment;

namespace Lianzhi.Core.Dispatch;

/// <summary>What was mended, and how (重排结果).</summary>
/// <param name="Board">The board afterwards.</param>
/// <param name="Changes">Each change in words.</param>
public sealed record Mended(DayBoard Board, IReadOnlyList<string> Changes);

/// <summary>
/// Planning anew with few changes (重排): after a sick call or an urgent clue, crews that are still lawful stay as they are; a broken one gets another officer or
/// vehicle, and only when nobody fits it gives jobs back. What then waits goes into crews with room, and only the rest to the solver.
/// </summary>
public static class Replanning
{
    /// <summary>Mends every crew and fills in what waits.</summary>
    public static Mended Mend(DayBoard board)
    {
        var changes = new List<string>();
        foreach (var id in board.Crews.Where(crew => !crew.Closed).Select(crew => crew.Id).ToList()) board = Mend(board, id, changes);
        var before = board;
        board = DayProposal.Fill(board, intoIssued: true);
        changes.AddRange(before.Waiting.Where(job => board.CrewOf(job.Id) is not null).Select(job => $"“{job.Title}”排入{board.CrewOf(job.Id)!.Name}"));
        return new(board, changes);
    }

    private static DayBoard Mend(DayBoard board, string id, List<string> changes)
    {
        // Each turn takes away one cause; the number of turns is bounded by what a crew holds.
        for (var turn = 0; turn < 50 && board.Crew(id) is { } crew; turn++)
        {
            var faults = CrewCheck.Of(board, crew).Where(fault => fault.Blocks).ToList();
            if (faults.Count == 0) return board;
            board = faults.Find(fault => fault.Officer is not null) is { Officer: { } officer } ? WithoutOfficer(board, crew, officer, changes)
                : faults.Find(fault => fault.Gear is not null && crew.Gear.Contains(fault.Gear)) is { Gear: { } gear } ? WithoutGear(board, crew, gear, changes)
                : Reinforced(board, crew, faults, changes);
        }
        return board;
    }

    /// <summary>Somebody takes the officer's place, the nearest who makes the crew whole; else the officer only leaves.</summary>
    private static DayBoard WithoutOfficer(DayBoard board, DayCrew crew, string officer, List<string> changes)
    {
        var gone = board.With(crew with { Officers = [.. crew.Officers.Where(one => one != officer)] });
        if (Broken(gone, crew.Id) == 0)
        {
            changes.Add($"{crew.Name}：{board.NameOf(officer)}撤出，其余人员仍合法");
            return gone;
        }
        if (Candidates(gone, crew.Id).Select(one => (one, Board: Joined(gone, crew.Id, one.Id))).FirstOrDefault(pair => Broken(pair.Board, crew.Id) == 0) is { Board: { } whole } found)
        {
            changes.Add($"{crew.Name}：由{board.NameOf(found.one.Id)}替换{board.NameOf(officer)}");
            return whole;
        }
        changes.Add($"{crew.Name}：{board.NameOf(officer)}撤出");
        return gone;
    }

    private static DayBoard WithoutGear(DayBoard board, DayCrew crew, string gear, List<string> changes)
    {
        var kind = board.GearOf(gear)?.Item.Kind;
        var rest = crew.Gear.Where(one => one != gear).ToList();
        if (kind is { } wanted && board.FreeGear(wanted).FirstOrDefault() is { } other)
        {
            changes.Add($"{crew.Name}：改用{other.Item.Name}");
            return board.With(crew with { Gear = [.. rest, other.Item.Id] });
        }
        changes.Add($"{crew.Name}：{board.GearOf(gear)?.Item.Name ?? "装备"}不能使用，撤出");
        return board.With(crew with { Gear = rest });
    }

    /// <summary>One more officer or missing equipment; where nothing helps a job goes back.</summary>
    private static DayBoard Reinforced(DayBoard board, DayCrew crew, List<CrewFault> faults, List<string> changes)
    {
        foreach (var (code, kind) in new[] { ("no-vehicle", EquipmentKind.Vehicle), ("no-camera", EquipmentKind.BodyCamera) })
            if (faults.Exists(fault => fault.Refusal.Code == code) && board.FreeGear(kind).FirstOrDefault() is { } gear)
            {
                changes.Add($"{crew.Name}：加配{gear.Item.Name}");
                return board.With(crew with { Gear = [.. crew.Gear, gear.Item.Id] });
            }
        var worst = faults.Count;
        // Whom the draw chose nobody replaces but by the exchange on record in the inspection itself.
        if (faults.Exists(fault => fault.Refusal.Code == "drawn-officer-missing") && crew.Jobs.SelectMany(one => board.Job(one).Drawn).FirstOrDefault(one => !crew.Officers.Contains(one)) is { } drawn && Candidates(board, crew.Id).Any(one => one.Id == drawn) && Broken(Joined(board, crew.Id, drawn), crew.Id) < worst)
        {
            changes.Add($"{crew.Name}：{board.NameOf(drawn)}加入（抽取的检查人员）");
            return Joined(board, crew.Id, drawn);
        }
        if (faults.Exists(fault => fault.Refusal.Code is "crew-too-small" or "skill-missing")
            && Candidates(board, crew.Id).Select(one => (one, Board: Joined(board, crew.Id, one.Id))).FirstOrDefault(pair => Broken(pair.Board, crew.Id) < worst) is { Board: { } better } found)
        {
            changes.Add($"{crew.Name}：加派{board.NameOf(found.one.Id)}");
            return better;
        }
        if (crew.Jobs.Count == 0) return board;
        var job = faults.Find(fault => fault.Job is not null)?.Job?.Split('/')[0] ?? crew.Jobs[^1];
        changes.Add($"{crew.Name}：“{board.Job(job).Title}”退回待排");
        return BoardMoves.Without(board, job);
    }

    private static IEnumerable<DayOfficer> Candidates(DayBoard board, string crew) =>
        board.Free.Where(officer => officer.Away.Count == 0).OrderBy(officer => BoardMoves.Strangeness(board, board.Crew(crew)!, officer)).ThenBy(officer => officer.Id, StringComparer.Ordinal);

    private static DayBoard Joined(DayBoard board, string crew, string officer) => board.With(board.Crew(crew)! with { Officers = [.. board.Crew(crew)!.Officers, officer] });

    private static int Broken(DayBoard board, string crew) => CrewCheck.Of(board, board.Crew(crew)!).Count(fault => fault.Blocks);
}
