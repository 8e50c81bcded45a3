namespace Lianzhi.Core.Cases;

/// <summary>What became of an announced hearing (公告的听证现状).</summary>
public enum HearingStanding
{
    /// <summary>To be held as announced.</summary>
    Announced,

    /// <summary>延期: another day is announced by itself.</summary>
    PutOff,

    /// <summary>举行完毕.</summary>
    Held,

    /// <summary>不再举行: given up by the party, or the case ended.</summary>
    Cancelled,
}

/// <summary>A hearing as the public is told of it (听证公告): nothing that is not in the announcement.</summary>
/// <param name="Round">Index of its notice.</param>
/// <param name="Notice">The notice.</param>
/// <param name="Standing">What became of it.</param>
public sealed record PublicHearing(int Round, HearingNoticeServed Notice, HearingStanding Standing)
{
    /// <summary>The announced hearings of a case, oldest first; one that is not public is not among them (行政处罚法 第64条第3项).</summary>
    public static IReadOnlyList<PublicHearing> Of(CaseState state) =>
        [.. state.Hearing.Notices.Index().Where(one => one.Item.ClosedGround is null).Select(one => new PublicHearing(one.Index, one.Item, StandingOf(state, one.Index)))];

    private static HearingStanding StandingOf(CaseState state, int round)
    {
        var (hearing, notice) = (state.Hearing, state.Hearing.Notices[round]);
        var next = round + 1 < hearing.Notices.Count ? hearing.Notices[round + 1] : null;
        if (hearing.Adjournments.Any(adjourned => ReferenceEquals(hearing.NoticeBefore(adjourned), notice))) return HearingStanding.PutOff;
        if (hearing.Past.Select(past => past.Held).Append(hearing.Held).OfType<HearingHeld>().Any(held => held.At >= notice.HearingAt && (next is null || held.At < next.At))) return HearingStanding.Held;
        return ReferenceEquals(hearing.Notice, notice) && hearing.Forgone is null && state.Stage == CaseStage.Noticed ? HearingStanding.Announced : HearingStanding.Cancelled;
    }

    /// <summary>The standing in words.</summary>
    public static string Title(HearingStanding standing) => standing switch
    {
        HearingStanding.Announced => "公开举行",
        HearingStanding.PutOff => "延期",
        HearingStanding.Held => "已举行",
        _ => "不再举行",
    };
}
