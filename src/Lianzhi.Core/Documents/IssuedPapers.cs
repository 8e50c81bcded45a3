using Lianzhi.Core.Cases;

namespace Lianzhi.Core.Documents;

/// <summary>How an issued paper stands today (文书效力状态).</summary>
public enum PaperStanding
{
    /// <summary>有效.</summary>
    InForce,

    /// <summary>已更正: a clerical error was corrected by another paper or edition.</summary>
    Corrected,

    /// <summary>已变更.</summary>
    Changed,

    /// <summary>已撤销.</summary>
    Revoked,

    /// <summary>已确认违法.</summary>
    Unlawful,

    /// <summary>已确认无效.</summary>
    Void,

    /// <summary>已解除.</summary>
    Lifted,

    /// <summary>已由新文书代替.</summary>
    Superseded,
}

/// <summary>How a paper stands, since when and by which paper.</summary>
/// <param name="Standing">How it stands.</param>
/// <param name="On">Since when; null while in force.</param>
/// <param name="By">Number of what changed it; null where nothing has a number.</param>
public sealed record StandingOfPaper(PaperStanding Standing, DateOnly? On = null, string? By = null)
{
    /// <summary>有效.</summary>
    public static readonly StandingOfPaper InForce = new(PaperStanding.InForce);
}

/// <summary>A paper that goes out and is finished (制发文书): what is kept of it never changes.</summary>
/// <param name="Paper">Which.</param>
/// <param name="Key">What it is, whatever stands beside it in the file: its number, or what it is about.</param>
/// <param name="Content">Its text.</param>
public sealed record IssuedPaper(CaseDocument Paper, string Key, DocumentContent Content);

/// <summary>Which papers of a case have gone out and how they stand (文书制发和效力).</summary>
public static class IssuedPapers
{
    /// <summary>The papers that have gone out, as the state tells them.</summary>
    /// <param name="state">The case.</param>
    /// <param name="platformNumbers">Numbers and seals come from the provincial platform: without its number a paper has not gone out.</param>
    public static IReadOnlyList<IssuedPaper> Of(CaseState state, bool platformNumbers) =>
        [.. CaseDocuments.Of(state).Where(paper => paper is { Made: true, Kind.Outside: true })
            .Select(paper => (Paper: paper, Content: CaseDocuments.Content(state, paper.Kind.Code, paper.Index)!))
            .Select(one => new IssuedPaper(one.Paper, KeyOf(state, one.Paper, one.Content), Official(state, one.Content, one.Paper.Index, platformNumbers)))
            .Where(one => !one.Content.IsDraft)];

    /// <summary>Where number and seal come from the provincial platform, only its number stands on a paper that goes out.</summary>
    public static DocumentContent Official(CaseState state, DocumentContent content, int index, bool platformNumbers) =>
        content.Kind is not { Outside: true, Genre: not null } ? content
        : state.Execution.PlatformPapers.FirstOrDefault(paper => paper.Kind == content.Kind.Name && paper.Index == index) is { Number: { } number } ? content with { Number = number }
        : platformNumbers ? content with { Number = "【待闽执法平台文号】" }
        : content;

    /// <summary>How a paper stands that went out with this key.</summary>
    /// <param name="state">The case.</param>
    /// <param name="code">Kind.</param>
    /// <param name="number">Number; null for kinds without.</param>
    /// <param name="current">False when a later one took its place, or the file no longer has it.</param>
    public static StandingOfPaper Standing(CaseState state, DocumentCode code, string? number, bool current)
    {
        if (code is DocumentCode.PenaltyDecision or DocumentCode.NoPenaltyDecision or DocumentCode.OnSpotDecision) return OfDecision(state, number);
        if (state.Execution.OverturningOf(number) is { } overturned) return Of(overturned);
        if (code == DocumentCode.SealingDecision && state.Measures.Sealings.FirstOrDefault(sealing => sealing.Made.Number == number)?.Lifted is { } lifted)
            return new(PaperStanding.Lifted, lifted.On, lifted.Number);
        return current ? StandingOfPaper.InForce : new(PaperStanding.Superseded, state.LastAt is { } last ? CaseDays.Of(last) : null);
    }

    /// <summary>What people call it.</summary>
    public static string Title(this PaperStanding standing) => standing switch
    {
        PaperStanding.InForce => "有效",
        PaperStanding.Corrected => "已更正",
        PaperStanding.Changed => "已变更",
        PaperStanding.Revoked => "已撤销",
        PaperStanding.Unlawful => "已确认违法",
        PaperStanding.Void => "已确认无效",
        PaperStanding.Lifted => "已解除",
        _ => "已由新文书代替",
    };

    private static StandingOfPaper Of(Overturning overturned) => new(
        overturned.Result switch { RemedyResult.Changed => PaperStanding.Changed, RemedyResult.Unlawful => PaperStanding.Unlawful, RemedyResult.Void => PaperStanding.Void, _ => PaperStanding.Revoked },
        overturned.On, overturned.Number);

    private static StandingOfPaper OfDecision(CaseState state, string? number)
    {
        if (state.Execution.Overturned is { } overturned && number == (state.Decision?.Number ?? state.OnSpot?.Number))
            return Of(overturned);
        var amended = state.Course.Amendment;
        if (state.Course.Revoked.Any(decision => decision.Number == number))
            return new(PaperStanding.Revoked, amended?.On, amended?.Number);
        if (amended is { DecideAnew: false } && number == (state.Decision?.Number ?? state.OnSpot?.Number))
            return new(amended.Kind switch { AmendmentKind.Changed => PaperStanding.Changed, AmendmentKind.Revoked => PaperStanding.Revoked, AmendmentKind.Unlawful => PaperStanding.Unlawful, _ => PaperStanding.Void }, amended.On, amended.Number);
        return state.Course.Corrections is [.., var correction] && number == state.Decision?.Number ? new(PaperStanding.Corrected, correction.On, correction.Number) : StandingOfPaper.InForce;
    }

    /// <summary>
    /// A receipt is known by what it proves, because papers served later may stand before it in the file; a numbered paper by its
    /// number; any other by its day and place.
    /// </summary>
    private static string KeyOf(CaseState state, CaseDocument paper, DocumentContent content) =>
        paper.Kind.Code == DocumentCode.ServiceReceipt && CaseDocuments.Services(state)[paper.Index] is var served ? $"{served.Title}{served.Number}"
        : content.Number ?? FormattableString.Invariant($"{paper.On:yyyy-MM-dd}#{paper.Index}");
}
