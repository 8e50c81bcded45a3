namespace Lianzhi.Core.Duty;

/// <summary>An entry of last week that is not taken over (未带入的勤务).</summary>
/// <param name="Entry">The entry of last week.</param>
/// <param name="Why">Why not.</param>
public sealed record DutyLeft(DutyEntry Entry, string Why);

/// <summary>A week of duty made from the one before (照上周排班).</summary>
/// <param name="Taken">Entries of last week with the time they have now.</param>
/// <param name="Left">What is not taken over.</param>
public sealed record CopiedWeek(IReadOnlyList<DutyEntry> Taken, IReadOnlyList<DutyLeft> Left);

/// <summary>
/// Takes a week of duty over to the next (照上周排班): what comes round every week, nights on duty and work outside enforcement. Leave, training and hearings were of their days.
/// </summary>
public static class DutyCopy
{
    /// <summary>What comes round.</summary>
    public static readonly IReadOnlyList<DutyKind> Recurring = [DutyKind.NightDuty, DutyKind.OtherWork];

    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>The entries of a week a week later, but for what is over by then or clashes with what stands.</summary>
    /// <param name="before">Entries that begin in the week before.</param>
    /// <param name="standing">What stands in the week already, of all officers.</param>
    /// <param name="now">Now.</param>
    public static CopiedWeek Take(IEnumerable<DutyEntry> before, IEnumerable<DutyEntry> standing, DateTimeOffset now)
    {
        var (taken, left, held) = (new List<DutyEntry>(), new List<DutyLeft>(), standing.ToList());
        foreach (var entry in before.Where(entry => Recurring.Contains(entry.Kind)).OrderBy(entry => entry.Slot.From).ThenBy(entry => entry.Id, StringComparer.Ordinal))
        {
            var later = entry with { Slot = new(entry.Slot.From + Week, entry.Slot.Until + Week) };
            if (later.Slot.From <= now) left.Add(new(entry, $"{later.Slot}已经开始或者过去。"));
            else if (held.Where(other => other.OfficerId == entry.OfficerId && other.Slot.Overlaps(later.Slot)).OrderBy(other => other.Slot.From).FirstOrDefault() is { } clash)
                left.Add(new(entry, $"与已登记的{DutyRules.Name(clash.Kind)}（{clash.Slot}）重叠。"));
            else
            {
                taken.Add(later);
                held.Add(later);
            }
        }
        return new(taken, left);
    }
}
