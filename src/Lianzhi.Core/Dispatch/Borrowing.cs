using Lianzhi.Core.Documents;
using Lianzhi.Core.Organisation;

namespace Lianzhi.Core.Dispatch;

/// <summary>Officers of a unit whom the chief does not dispatch, wanted for a crew (借用需求).</summary>
/// <param name="Home">Code of the unit that is asked.</param>
/// <param name="Officers">Whom, by id.</param>
/// <param name="Subjects">Subjects in whose name they may act on it.</param>
/// <param name="Hours">From when until when.</param>
/// <param name="Purpose">What for.</param>
public sealed record LoanNeed(string Home, IReadOnlyList<string> Officers, IReadOnlyList<string> Subjects, MinuteSpan Hours, string Purpose);

/// <summary>A letter that asks a unit for officers, with its answer (借人函及回执), as the paper shows it.</summary>
/// <param name="AreaName">The area that asks.</param>
/// <param name="HomeName">The unit that is asked.</param>
/// <param name="OrderNumber">Number of the order.</param>
/// <param name="Edition">Edition of the letter.</param>
/// <param name="Day">The day.</param>
/// <param name="Hours">From when until when.</param>
/// <param name="People">Name and certificate of each.</param>
/// <param name="SubjectNames">Subjects in whose name they act.</param>
/// <param name="Purpose">What for.</param>
/// <param name="IssuedBy">Who issued the order.</param>
/// <param name="IssuedOn">When.</param>
/// <param name="Agrees">The answer; null while there is none.</param>
/// <param name="Reply">In words.</param>
/// <param name="RepliedBy">Who answered.</param>
/// <param name="RepliedOn">When.</param>
public sealed record BorrowLetter(
    string AreaName, string HomeName, string OrderNumber, int Edition, DateOnly Day, MinuteSpan Hours, IReadOnlyList<(string Name, string Certificate)> People, IReadOnlyList<string> SubjectNames, string Purpose,
    string IssuedBy, DateOnly IssuedOn, bool? Agrees, string? Reply, string? RepliedBy, DateOnly? RepliedOn);

/// <summary>
/// When a unit is asked for officers (借人函): the notice lets the chief dispatch officers of his townships and those sent down to them, nobody else; officers of a
/// department who were not sent down go out when their department agrees.
/// </summary>
public static class Borrowing
{
    private const int LongestPurpose = 500;

    /// <summary>Units that are asked before a crew goes out.</summary>
    public static IReadOnlyList<LoanNeed> Needs(DayBoard board, DayCrew crew)
    {
        if (crew.Jobs.Count == 0 || board.Organisation.AreaOf(board.Base) is not { } area) return [];
        var (span, jobs) = (board.Timing(crew).Span, crew.Jobs.Select(board.Job).ToList());
        var purpose = string.Join("；", jobs.Select(job => job.Title));
        return
        [
            .. crew.Officers.Select(board.Organisation.Officer).OfType<Officer>().Where(officer => !AreaCommand.Reaches(area, officer, board.Organisation))
                .GroupBy(officer => officer.Unit).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new LoanNeed(group.Key, [.. group.Select(officer => officer.Id).Order(StringComparer.Ordinal)],
                    [.. jobs.SelectMany(job => job.Subjects).Distinct().Where(subject => group.Any(officer => CrewRules.Member(subject, officer.Id, board.Organisation, board.Policy).IsOk)).Order(StringComparer.Ordinal)],
                    span, purpose.Length > LongestPurpose ? purpose[..LongestPurpose] : purpose)),
        ];
    }

    /// <summary>Whether a letter may be answered like this, and now.</summary>
    /// <param name="withdrawn">The officers are no longer wanted.</param>
    /// <param name="stage">How far the order has come.</param>
    /// <param name="agrees">The answer.</param>
    /// <param name="reply">In words.</param>
    public static IReadOnlyList<Refusal> Answer(bool withdrawn, OrderStage stage, bool? agrees, string? reply)
    {
        if (withdrawn) return [new Refusal("letter-withdrawn", "调度令已变更或者撤销，不再借用，无须回复。", AreaCommand.Notice)];
        if (stage is OrderStage.Started or OrderStage.Done) return [new Refusal("crew-under-way", "小组已经出发，不能再变更回执。", AreaCommand.Notice)];
        var faults = new List<Refusal>();
        if (agrees is null) faults.Add(Refusal.Invalid("agrees", "请选择同意或者不同意。"));
        if (reply?.Length > LongestPurpose) faults.Add(Refusal.Invalid("text", "不能超过500字。"));
        if (agrees == false && string.IsNullOrWhiteSpace(reply)) faults.Add(Refusal.Invalid("text", "不同意的，请写明原因。"));
        return faults;
    }

    /// <summary>Why a crew may not leave yet; null when every unit that was asked agreed.</summary>
    /// <param name="open">Names of the units that have not agreed.</param>
    public static Refusal? Leave(IReadOnlyList<string> open) => open.Count == 0 ? null
        : new Refusal("letter-open", $"{string.Join("、", open)}尚未回复同意借用人员，不能出发。", AreaCommand.Notice);

    /// <summary>The letter as a paper, with its answer.</summary>
    public static DocumentContent Paper(BorrowLetter letter)
    {
        var kind = DocumentKinds.Of(DocumentCode.BorrowLetter);
        return new(kind, $"{letter.AreaName}联合执法", kind.Title, null,
        [
            new Paragraph($"{letter.HomeName}：", ParagraphStyle.Plain),
            new Paragraph($"因片区联合执法需要，请派出下列人员，按{letter.OrderNumber}{(letter.Edition > 1 ? $"（第{letter.Edition}次函商）" : "")}参加执法活动。"),
            new GridTable(["姓名", "执法证号"], [.. letter.People.Select(person => new[] { person.Name, person.Certificate })]),
            new FieldTable(
            [
                new("时间", $"{ChineseText.Date(letter.Day)} {letter.Hours}"), new("用途", letter.Purpose),
                new("以谁的名义执法", letter.SubjectNames.Count > 0 ? string.Join("、", letter.SubjectNames) : "不署名，只协助"),
            ]),
            new Paragraph("依据：漳龙政〔2024〕40号附件（四）。下沉片区的执法人员和镇（街道）执法人员由片长统一调度；其他人员须经所在单位同意。人员的执法证和人事管理关系不变。", ParagraphStyle.Note),
            new SignatureBlock([new("片长", letter.IssuedBy, ChineseText.Date(letter.IssuedOn))]),
            new FieldTable(
            [
                new("回执", letter.Agrees switch { true => "同意", false => "不同意", _ => CasePhrases.Pending("回复") }), new("说明", CasePhrases.Or(letter.Reply, "无")),
                new("回复人", letter.RepliedBy is { } by ? $"{by}，{ChineseText.Date(letter.RepliedOn!.Value)}" : CasePhrases.Pending("回复")),
            ]),
        ]);
    }
}
