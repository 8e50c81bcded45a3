using System.Globalization;
using Lianzhi.Core.Cases.Discretion;
using Lianzhi.Core.Documents;

namespace Lianzhi.Core.Cases;

/// <content>The worksheet of discretion (裁量工作单).</content>
public static partial class CaseSteps
{
    private static Result<CaseEvent> Weigh(CaseState state, AssessDiscretion c, StepContext context)
    {
        var (item, actOn, facts) = (state.Item!, state.ActOn!.Value, context.Facts);
        var officers = Gates.TwoOfficers(facts, state.Subject, c.Officers, CaseDays.Of(c.At));
        var minor = state.Party!.BirthDate is { } born && AgeRule.On(born, actOn) == AgeGroup.Minor;
        var (lightest, heaviest, reasons) = Grades.Allowed(c.Circumstances, minor);
        var earlier = facts.History.Earlier;
        var first = Grades.IsFirst(item.Code, actOn, earlier, facts.History.InitialYears);
        var range = Range(state, c, facts);
        var tiers = facts.History.Tiers.Where(tier => tier.Item == (range.IsOk ? range.Value.Item : item.Code)).ToList();
        var tier = tiers.FirstOrDefault(one => one.Grade == c.Grade);
        var (low, high) = range.IsOk ? Grades.Band(range.Value.Bounds, c.Grade, tier) : default;
        var fined = c.Grade != DiscretionGrade.None;
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                .. range.Refusals,
                c.Grade < lightest || c.Grade > heaviest
                    ? new("grade-not-allowed", $"按所选情节，裁量等次应当{(lightest == heaviest ? $"为{Grades.Title(lightest)}" : $"在{Grades.Title(lightest)}至{Grades.Title(heaviest)}之间")}。", "行政处罚法 第30至34条", "grade") : null,
                c.Circumstances.Contains(Circumstance.FirstCorrected) && !first
                    ? new("not-first-violation", $"当事人在{facts.History.InitialYears}年内有同类违法记录（{string.Join("、", earlier.Where(one => one.Item == item.Code).Select(one => one.Number))}），不属初次违法。", "行政处罚法 第33条第1款", "circumstances") : null,
                c.Circumstances.Any(one => one is Circumstance.MinorCorrected or Circumstance.FirstCorrected) && state.CorrectionCheck is not { Corrected: true }
                    ? new("not-corrected", "以及时改正为情节的，须有已改正的复查记录。", "行政处罚法 第33条第1款", "circumstances") : null,
                c.FineFen < 0 ? Refusal.Invalid("fineFen", "罚款不能小于零。") : !fined && c.FineFen > 0 ? Refusal.Invalid("fineFen", "不予处罚的不能有罚款。") : null,
                fined && range.IsOk && c.FineFen > range.Value.Bounds.HighFen ? new("fine-above-maximum", $"罚款高于法定最高数额{ChineseText.Amount(range.Value.Bounds.HighFen)}。", item.Basis, "fineFen") : null,
                fined && range.IsOk && c.FineFen < range.Value.Bounds.LowFen && c.Grade != DiscretionGrade.Mitigated
                    ? new("fine-below-minimum", $"罚款低于法定最低数额{ChineseText.Amount(range.Value.Bounds.LowFen)}，不属减轻处罚的不得低于该数额。", item.Basis, "fineFen") : null,
                fined && range.IsOk && (c.FineFen < low || c.FineFen > high) && string.IsNullOrWhiteSpace(c.DepartureReason)
                    ? new("departs-from-tier", $"{Grades.Title(c.Grade)}对应{ChineseText.Amount(low)}至{ChineseText.Amount(high)}；不在该档次内的，应当写明理由。", "行政处罚法 第34条", "departureReason") : null,
                fined && Departs(c.FineFen, facts.History.Similar) && string.IsNullOrWhiteSpace(c.DepartureReason)
                    ? new("departs-from-similar", $"本机关近两年类案罚款{ChineseText.Amount(facts.History.Similar.Min(one => one.FineFen))}至{ChineseText.Amount(facts.History.Similar.Max(one => one.FineFen))}；与类案不同的，应当写明理由。", "行政处罚法 第5条第2款", "departureReason") : null,
                fined && earlier.FirstOrDefault(one => one.FineFen > 0 && one.ActOn == actOn && one.Township == state.Place!.Township) is { } same && string.IsNullOrWhiteSpace(c.OtherActReason)
                    ? new("second-fine", $"{same.Organ}已以{same.Number}对当事人同日同地的行为处以罚款；属同一违法行为的，不得再次罚款；属不同行为的，写明理由。", "行政处罚法 第29条", "otherActReason") : null,
                .. officers.Refusals,
            ],
            () => new DiscretionAssessed(c.At, c.Circumstances, range.Value.Item, range.Value.Bounds.LowFen, range.Value.Bounds.HighFen, range.Value.Bounds.Steps, first, earlier,
                facts.History.Similar, c.Grade, low, high, tier is null ? null : $"《{tier.Source}》{tier.Circumstances}", c.FineFen, Blank(c.DepartureReason), Blank(c.OtherActReason), reasons, officers.Value!));
    }

    /// <summary>Of several provisions the one with the higher fine (第29条).</summary>
    private static Result<(string Item, FineBounds Bounds)> Range(CaseState state, AssessDiscretion c, CaseFacts facts)
    {
        if (c.Grade == DiscretionGrade.None) return (state.Item!.Code, new FineBounds(0, 0, []));
        var own = Bounds(state.Item!, state, c.Alternative, c.BaseAmount);
        if (!own.IsOk) return Result<(string, FineBounds)>.Refused(own.Refusals);
        var (code, best) = (state.Item!.Code, own.Value);
        var steps = new List<string>(best.Steps);
        foreach (var other in c.Others)
        {
            if (facts.Competence(other.Item, state.Place!.Township, state.Place.Address, state.ActOn!.Value).Item is not { } item) return Refusal.Invalid("others", $"没有有效的事项{other.Item}。");
            var bounds = Bounds(item, state, other.Alternative, other.BaseAmount);
            if (!bounds.IsOk) return Result<(string, FineBounds)>.Refused([.. bounds.Refusals.Select(refusal => refusal with { Field = "others" })]);
            steps.Add($"同一行为还违反{item.Code}（{item.Basis}），幅度{ChineseText.Amount(bounds.Value.LowFen)}至{ChineseText.Amount(bounds.Value.HighFen)}。");
            if ((bounds.Value.HighFen, bounds.Value.LowFen).CompareTo((best.HighFen, best.LowFen)) > 0) (code, best) = (item.Code, bounds.Value);
        }
        if (c.Others.Count > 0) steps.Add($"按照罚款数额高的规定处罚，适用{code}（行政处罚法 第29条）。");
        return (code, best with { Steps = steps });
    }

    private static Result<FineBounds> Bounds(CaseItem item, CaseState state, int? alternative, string? baseAmount)
    {
        var ways = FineRule.Alternatives(item, state.Party!.Kind == PartyKind.Organisation);
        if (ways.Count == 0) return new Refusal("fine-not-measurable", $"{item.Code}的罚款幅度须人工核对：{item.FineRule ?? "依据没有规定罚款"}。", item.Basis, "alternative");
        if (alternative is not { } index || index < 0 || index >= ways.Count) return Refusal.Invalid("alternative", "请选择罚款计算方式。");
        decimal? amount = null;
        if (!string.IsNullOrWhiteSpace(baseAmount))
        {
            if (!decimal.TryParse(baseAmount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var typed)) return Refusal.Invalid("baseAmount", "请填写数字。");
            amount = typed;
        }
        return ways[index].Bounds(amount);
    }

    private static bool Departs(long fine, IReadOnlyList<SimilarCase> similar) =>
        similar.Count > 0 && (fine < similar.Min(one => one.FineFen) || fine > similar.Max(one => one.FineFen));

    /// <summary>The proposal of the report is the one of the worksheet; where a benchmark was published there is a worksheet (第34条).</summary>
    private static Refusal? WorksheetFollowed(CaseState state, ConcludeInvestigation c, StepContext context)
    {
        var fine = c.Proposal.Where(penalty => penalty.Kind == PenaltyKind.Fine).Sum(penalty => penalty.AmountFen ?? 0);
        return state.Measures.Discretion is { } sheet
            ? fine == sheet.FineFen ? null : new("differs-from-worksheet", $"建议的罚款与裁量工作单（{ChineseText.Amount(sheet.FineFen)}）不一致，应当先重新填写裁量工作单。", "行政处罚法 第34条", "proposal")
            : fine > 0 && context.Facts.History.Tiers.Any(tier => tier.Item == state.Item!.Code)
                ? new("worksheet-missing", "该事项已公布裁量基准，应当先填写裁量工作单。", "行政处罚法 第34条", "discretion") : null;
    }
}
