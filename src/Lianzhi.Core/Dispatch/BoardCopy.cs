using Lianzhi.Core.Equipment;

namespace Lianzhi.Core.Dispatch;

/// <summary>A crew of an earlier board (往日小组), with what of its work is done again.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Officers">Its officers.</param>
/// <param name="Gear">What it took along.</param>
/// <param name="Jobs">Jobs of the new board that repeat its own, in order.</param>
public sealed record PastCrew(string Name, IReadOnlyList<string> Officers, IReadOnlyList<string> Gear, IReadOnlyList<string> Jobs);

/// <summary>A board with crews taken over, and what could not be.</summary>
/// <param name="Board">The board.</param>
/// <param name="Notes">What was left out and why, for people.</param>
public sealed record CopiedBoard(DayBoard Board, IReadOnlyList<string> Notes);

/// <summary>
/// Takes the crews of an earlier board over as a draft (照上周编组): who is away that day and what may not be used stays out, and no crew comes out unlawful;
/// what cannot be taken over is said.
/// </summary>
public static class BoardCopy
{
    /// <summary>Takes them over.</summary>
    /// <param name="board">The board of the day, with the jobs that repeat.</param>
    /// <param name="before">Crews of the earlier board.</param>
    /// <param name="newId">Makes ids.</param>
    public static CopiedBoard Take(DayBoard board, IReadOnlyList<PastCrew> before, Func<string> newId)
    {
        var notes = new List<string>();
        foreach (var past in before)
        {
            var members = past.Officers.Where(officer => Ready(board, officer)).ToList();
            foreach (var missing in past.Officers.Except(members)) notes.Add($"{past.Name}：{board.NameOf(missing)}{Why(board, missing)}，未带入");
            if (members.Count < 2)
            {
                notes.Add($"{past.Name}可派人员不足两名，未编组");
                continue;
            }
            var gear = past.Gear.Where(id => board.GearOf(id) is { Taken.Count: 0 } one && EquipmentRules.Use(one.Item, board.Organisation.Day) is null && !board.Crews.Any(crew => crew.Gear.Contains(id))).ToList();
            foreach (var missing in past.Gear.Except(gear)) notes.Add($"{past.Name}：{board.GearOf(missing)?.Item.Name ?? "原用装备"}当日不能使用，未带入");
            var name = board.Crews.Any(crew => crew.Name == past.Name) ? DayProposal.NameFor(board, past.Jobs) : past.Name;
            var crew = new DayCrew(newId(), name, members, gear, []);
            board = board.With(crew);
            foreach (var job in past.Jobs)
            {
                var given = BoardMoves.MoveJob(board, job, crew.Id);
                if (given.IsOk) board = given.Value;
                else notes.Add($"“{board.Job(job).Title}”未排入{name}：{given.Refusals[0].Message}");
            }
        }
        return new(board, notes);
    }

    private static bool Ready(DayBoard board, string officer) => board.Officers.Any(one => one.Id == officer && one.Away.Count == 0) && !board.Crews.Any(crew => crew.Officers.Contains(officer));

    private static string Why(DayBoard board, string officer) =>
        board.Crews.Any(crew => crew.Officers.Contains(officer)) ? "已在其他小组" : board.Officers.FirstOrDefault(one => one.Id == officer) is { Away: [var away, ..] } ? away.Text : "当日不能派出";
}
