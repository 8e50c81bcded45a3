using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Dispatch;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>What is changed by hand.</summary>
public enum ArrangeAct
{
    /// <summary>任务排入、移动或者退回.</summary>
    MoveJob,

    /// <summary>人员调入、替换或者撤出.</summary>
    MoveOfficer,

    /// <summary>配车、配装备.</summary>
    Equip,

    /// <summary>新编小组.</summary>
    NewCrew,

    /// <summary>解散小组.</summary>
    Dissolve,
}

/// <summary>One change by hand.</summary>
/// <param name="Act">What.</param>
/// <param name="Crew">The crew it goes to; null: back to those that wait, or out of all crews.</param>
/// <param name="Job">The job moved.</param>
/// <param name="Officer">The officer moved; of a new crew the first.</param>
/// <param name="Leaving">Who makes room; of a new crew the second officer.</param>
/// <param name="Position">Place of the job, from 0; the cheapest when null.</param>
/// <param name="Gear">All that the crew takes along.</param>
/// <param name="Reason">Why; needed once an order was issued.</param>
public sealed record Arrangement(ArrangeAct? Act, string? Crew = null, string? Job = null, string? Officer = null, string? Leaving = null, int? Position = null, IReadOnlyList<string>? Gear = null, string? Reason = null);

/// <summary>Changes crews by hand (人工调整): judged by the same rules as a proposal, refused with the rule and with ways that would be lawful.</summary>
public sealed class ArrangeCrews(BoardDesk desk, OrderBook orders)
{
    /// <summary>Changes it.</summary>
    public Task<Result<string>> Run(string id, long? version, Arrangement given, CancellationToken cancel) => desk.Take(AccessTable.ArrangeCrews, id, version, given.Reason, async board =>
    {
        var result = Try(board.Day, given, desk.NewId);
        if (!result.IsOk) return result.Refusals;
        var refusals = await orders.Rebind(board, result.Value, given.Reason, cancel);
        if (refusals.Count > 0) return refusals;
        desk.Apply(board, result.Value);
        return [];
    }, cancel);

    /// <summary>What the rules say to a change.</summary>
    public static Result<DayBoard> Try(DayBoard board, Arrangement given, Func<string> newId) => given.Act switch
    {
        ArrangeAct.MoveJob => BoardMoves.MoveJob(board, given.Job ?? "", Blank(given.Crew), given.Position),
        ArrangeAct.MoveOfficer => BoardMoves.MoveOfficer(board, given.Officer ?? "", Blank(given.Crew), Blank(given.Leaving)),
        ArrangeAct.Equip => BoardMoves.Equip(board, given.Crew ?? "", given.Gear ?? []),
        ArrangeAct.NewCrew => NewCrew(board, given, newId()),
        ArrangeAct.Dissolve => BoardMoves.Dissolve(board, given.Crew ?? ""),
        _ => Refusal.Invalid("act", "请选择怎样调整。"),
    };

    /// <summary>What would be lawful instead.</summary>
    public static IReadOnlyList<WayOut> Ways(DayBoard board, Arrangement given) => given switch
    {
        { Act: ArrangeAct.MoveJob, Job: { } job } when board.Jobs.Any(one => one.Id == job) => BoardMoves.ForJob(board, job),
        { Act: ArrangeAct.MoveOfficer, Officer: { } officer } => [.. board.Crews.Where(crew => crew.Officers.Contains(officer) || crew.Id == given.Crew)
            .SelectMany(crew => BoardMoves.ForOfficer(board, crew.Id, crew.Officers.Contains(officer) ? officer : Blank(given.Leaving)))],
        _ => [],
    };

    /// <summary>Two officers with a vehicle, a camera and perhaps a job.</summary>
    private static Result<DayBoard> NewCrew(DayBoard board, Arrangement given, string id)
    {
        if (Blank(given.Officer) is not { } first) return Refusal.Invalid("officer", "请选择第一名人员。");
        if (Blank(given.Leaving) is not { } second || second == first) return Refusal.Invalid("leaving", "请选择另一名人员：执法须两名以上。");
        if (board.Free.FirstOrDefault(officer => officer.Id == first) is null) return Refusal.Invalid("officer", "该人员已在其他小组，或者不能派出。");
        if (board.Free.FirstOrDefault(officer => officer.Id == second) is null) return Refusal.Invalid("leaving", "该人员已在其他小组，或者不能派出。");
        IReadOnlyList<string> jobs = Blank(given.Job) is { } job && board.Waiting.Any(one => one.Id == job) ? [job] : [];
        return BoardMoves.Judge(board, board.With(new DayCrew(id, DayProposal.NameFor(board, jobs), [first, second], DayProposal.Gear(board, jobs), jobs)));
    }

    private static string? Blank(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
