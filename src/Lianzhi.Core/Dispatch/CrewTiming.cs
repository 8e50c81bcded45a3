namespace Lianzhi.Core.Dispatch;

/// <summary>A job of a crew with its times, in minutes after midnight (任务时刻).</summary>
public sealed record CrewStop(DayJob Job, int Arrive, int Start, int Leave);

/// <summary>The times of a crew (小组行程), every stop as early as possible; nothing is begun that would run into the midday rest.</summary>
/// <param name="Stops">Jobs with their times.</param>
/// <param name="Out">When the crew leaves.</param>
/// <param name="Back">When it is back.</param>
/// <param name="Travel">Minutes on the road.</param>
/// <param name="Late">The job that comes too late, or after which the crew is back too late; null when all is in time.</param>
public sealed record CrewTiming(IReadOnlyList<CrewStop> Stops, int Out, int Back, int Travel, DayJob? Late)
{
    /// <summary>From leaving to being back.</summary>
    public MinuteSpan Span => new(Out, Back);

    /// <summary>Reckons the times.</summary>
    public static CrewTiming Of(DayBoard board, IReadOnlyList<DayJob> jobs)
    {
        var (terms, home) = (board.Terms, new DayPlace(board.Base));
        var (place, clock, travel) = (home, terms.Morning.From, 0);
        var stops = new List<CrewStop>(jobs.Count);
        DayJob? late = null;
        foreach (var job in jobs)
        {
            var drive = terms.Travel(place, job.Place);
            var arrive = clock + drive;
            var start = Start(terms, Math.Max(arrive, job.Window.From), job.Minutes);
            clock = start + job.Minutes;
            if (clock > job.Window.Until || (!IsEvening(terms, job) && clock > terms.Afternoon.Until)) late ??= job;
            stops.Add(new(job, arrive, start, clock));
            (place, travel) = (job.Place, travel + drive);
        }
        if (stops.Count == 0) return new([], terms.Morning.From, terms.Morning.From, 0, null);
        var wayBack = terms.Travel(place, home);
        var back = clock + wayBack;
        if (back > terms.Afternoon.Until && !IsEvening(terms, jobs[^1])) late ??= jobs[^1];
        // Nobody leaves earlier than needed for the first stop.
        return new(stops, stops[0].Start - terms.Travel(home, jobs[0].Place), back, travel + wayBack, late);
    }

    private static bool IsEvening(DayTerms terms, DayJob job) => job.Window.From >= terms.Afternoon.Until;

    private static int Start(DayTerms terms, int earliest, int minutes) =>
        earliest < terms.Afternoon.From && earliest + minutes > terms.Morning.Until ? terms.Afternoon.From : earliest;
}
