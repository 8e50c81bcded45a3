namespace Lianzhi.Core.Dispatch;

/// <summary>A job that was moved out, and where it stood (移出的任务).</summary>
/// <param name="Job">The job.</param>
/// <param name="Crew">The crew that had it; null when it waited.</param>
/// <param name="Position">Its place there.</param>
public sealed record DeferredJob(string Job, string? Crew, int Position);

/// <summary>
/// Moves the work of a day out at once (移出户外任务) when it rains hard, a typhoon comes or an examination is held, and back again. What a crew has that already left stays.
/// </summary>
public static class Deferring
{
    /// <summary>The jobs of these kinds that can be moved out.</summary>
    public static IReadOnlyList<DeferredJob> Jobs(DayBoard board, IReadOnlyCollection<JobKind> kinds) =>
        [.. board.Jobs.Where(job => kinds.Contains(job.Kind)).Select(job => (job, Crew: board.CrewOf(job.Id))).Where(pair => pair.Crew is not { Closed: true })
            .Select(pair => new DeferredJob(pair.job.Id, pair.Crew?.Id, pair.Crew is null ? 0 : pair.Crew.Jobs.ToList().IndexOf(pair.job.Id)))];

    /// <summary>The crews without these jobs.</summary>
    public static DayBoard Out(DayBoard board, IReadOnlyCollection<DeferredJob> deferred)
    {
        var gone = deferred.Select(one => one.Job).ToHashSet(StringComparer.Ordinal);
        return board with { Crews = [.. board.Crews.Select(crew => crew.Jobs.Any(gone.Contains) ? crew with { Jobs = [.. crew.Jobs.Where(job => !gone.Contains(job))] } : crew)] };
    }

    /// <summary>The crews with the jobs where they stood; a crew that is gone, has left or would become unlawful leaves its jobs waiting.</summary>
    /// <param name="board">The board on which the jobs wait again.</param>
    /// <param name="deferred">The jobs.</param>
    public static DayBoard Back(DayBoard board, IReadOnlyCollection<DeferredJob> deferred)
    {
        foreach (var one in deferred.OrderBy(one => one.Crew, StringComparer.Ordinal).ThenBy(one => one.Position))
            if (one.Crew is { } crew && board.Crew(crew) is { Closed: false } && BoardMoves.MoveJob(board, one.Job, crew, one.Position) is { IsOk: true } moved) board = moved.Value;
        return board;
    }
}
