using Lianzhi.Core.Cases.Measures;

namespace Lianzhi.Core.Cases;

/// <content>Crime, jurisdiction, letters, guardians, marks (移送、管辖、函件、管教、办理标记).</content>
public static partial class CaseSteps
{
    private const string TransferRule = "行政执法机关移送涉嫌犯罪案件的规定";

    /// <summary>What always goes with a transfer (移送规定 第6条).</summary>
    public static readonly IReadOnlyList<string> TransferMaterials = ["涉嫌犯罪案件移送书", "涉嫌犯罪案件情况的调查报告", "涉案物品清单", "有关检验报告或者鉴定结论", "其他有关涉嫌犯罪的材料"];

    private static Result<CaseEvent> TakeTransfer(CaseState state, MeasureCommand command, StepContext context) => command switch
    {
        ReportCrime c => ReportSuspicion(state, c, context),
        DecideCrimeTransfer c => DecideTransfer(state, c, context),
        HandOverCrime c => HandOver(state, c, context),
        RecordPoliceAnswer c => PoliceAnswer(state, c, context),
        ChallengeNonFiling c => Challenge(state, c, context),
        SendLetter c => Send(state, c, context),
        RecordLetterAnswer c => Reply(state, c, context),
        HandOverCase c => EndByHandover(state, c, context),
        OrderGuardian c => OrderCare(state, c, context),
        MarkHandling c => Mark(state, c, context),
        Discretion.AssessDiscretion c => Weigh(state, c, context),
        _ => throw new NotSupportedException($"Step {command.Step} has no function."),
    };

    private static Result<CaseEvent> ReportSuspicion(CaseState state, ReportCrime c, StepContext context)
    {
        var on = CaseDays.Of(c.At);
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, c.Officers, on);
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                Given(c.Crime, "crime", "涉嫌的罪名"),
                Given(c.Articles, "articles", "刑法条文和立案追诉标准"),
                Given(c.Facts, "facts", "涉嫌犯罪的事实"),
                .. officers.Refusals,
            ],
            () => new CrimeReported(c.At, c.Crime, c.Articles, c.Facts, context.Facts.DaysAfter(on, 3), officers.Value!, context.Number));
    }

    private static Result<CaseEvent> DecideTransfer(CaseState state, DecideCrimeTransfer c, StepContext context)
    {
        var signer = Gates.Signer(state, context);
        return Answer(
            [Given(c.Reason, "reason", c.Transfer ? "批准移送的意见" : "不移送的理由"), .. signer.Refusals],
            () => new CrimeTransferDecided(context.Now, c.Transfer, c.Reason, c.Transfer ? context.Now.AddHours(24) : null, signer.Value!));
    }

    private static Result<CaseEvent> HandOver(CaseState state, HandOverCrime c, StepContext context)
    {
        var on = CaseDays.Of(c.At);
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, c.Officers, on);
        var police = context.Facts.Measures.Settings(on).Police;
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                NotBefore(c.At, state.Measures.Crime!.Decided!.At, "移送不能早于批准移送的决定。", $"{TransferRule} 第5条"),
                c.Police == police ? null : new("wrong-police", $"应当移送同级公安机关（{police}），不得移送派出所。", $"{TransferRule} 第5条", "police"),
                Given(c.Receiver, "receiver", "接收人"),
                TransferMaterials.Take(3).FirstOrDefault(required => !c.Materials.Contains(required)) is { } missing
                    ? new("material-missing", $"移送材料缺少：{missing}。", $"{TransferRule} 第6条", "materials") : null,
                state.Measures.Tests.Any(test => test.Ended is not null) && !c.Materials.Contains(TransferMaterials[3])
                    ? new("material-missing", $"本案有检测、鉴定意见，移送材料缺少：{TransferMaterials[3]}。", $"{TransferRule} 第6条", "materials") : null,
                .. officers.Refusals,
            ],
            () => new CrimeHandedOver(c.At, context.Number, c.Police, c.Receiver, c.Materials, context.Facts.DaysAfter(on, 3), officers.Value!));
    }

    private static Result<CaseEvent> PoliceAnswer(CaseState state, RecordPoliceAnswer c, StepContext context) => Answer(
        [
            Gates.Time(state, c.At, context.Now),
            CaseDays.Of(c.At) < state.Measures.Crime!.HandedOver!.On ? Refusal.Invalid("at", "答复不能早于移送。") : null,
            Given(c.Reference, "reference", "公安机关文书文号"),
            c.Filed ? null : Given(c.Reason, "reason", "不予立案的理由"),
        ],
        () => new PoliceAnswered(c.At, c.Filed, c.Reference, c.Reason));

    private static Result<CaseEvent> Challenge(CaseState state, ChallengeNonFiling c, StepContext context)
    {
        var on = CaseDays.Of(c.At);
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, c.Officers, on);
        var due = context.Facts.DaysAfter(state.Measures.Crime!.Answered!.On, OwnClocks.ChallengeDays);
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                Given(c.Reason, "reason", "异议的理由"),
                c.Channel == NonFilingChannel.Reconsideration && on > due
                    ? new("reconsideration-late", $"提请公安机关复议的期限{Documents.ChineseText.Date(due)}届满，可以建议人民检察院立案监督。", $"{TransferRule} 第9条", "channel") : null,
                .. officers.Refusals,
            ],
            () => new NonFilingChallenged(c.At, c.Channel, c.Reason, officers.Value!));
    }

    private static Result<CaseEvent> Send(CaseState state, SendLetter c, StepContext context)
    {
        var on = CaseDays.Of(c.At);
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, c.Officers, on);
        var unit = context.Facts.UnitNamed(c.To, on);
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                Given(c.To, "to", "收文机关"),
                unit is not null && unit == state.Subject!.Code ? Refusal.Invalid("to", "函件不能发给本单位。") : null,
                Given(c.Subject, "subject", "事由"),
                Given(c.Reason, "reason", "事实和理由"),
                c.Kind == LetterKind.Handover && c.Materials.Count == 0 ? new("material-missing", "案件移送应当附材料清单。", "行政处罚法 第25条", "materials") : null,
                c.Kind == LetterKind.DesignationRequest && !state.Measures.Letters.Any(letter => letter.Sent.Kind == LetterKind.JurisdictionConsultation && letter.Answered is { Outcome: LetterOutcome.Declined })
                    ? new("not-consulted", "管辖发生争议的，应当先协商解决；协商不成的，报请共同的上一级行政机关指定管辖。", "行政处罚法 第25条第2款", "kind") : null,
                c.ReplyDueOn < on ? Refusal.Invalid("replyDueOn", "回复期限不能早于发函之日。") : null,
                .. officers.Refusals,
            ],
            () => new LetterSent(c.At, context.Number, c.Kind, c.To, c.Subject, c.Reason, c.Materials, c.ReplyDueOn, officers.Value!, unit));
    }

    private static Result<CaseEvent> Reply(CaseState state, RecordLetterAnswer c, StepContext context)
    {
        var letters = state.Measures.Letters;
        return Answer(
            [
                Gates.Time(state, c.At, context.Now),
                At(letters, c.Letter, "letter", "函件") ?? (letters[c.Letter].Answered is not null ? Refusal.Invalid("letter", "该函件已有回复。")
                    : CaseDays.Of(c.At) < letters[c.Letter].Sent.On ? Refusal.Invalid("at", "回复不能早于发函。")
                    : c.Outcome == LetterOutcome.Ours && letters[c.Letter].Sent.Kind is not (LetterKind.JurisdictionConsultation or LetterKind.DesignationRequest)
                        ? Refusal.Invalid("outcome", "只有管辖函件可以登记为由本机关管辖。") : null),
                Given(c.Reference, "reference", "回复文号或者回执"),
            ],
            () => new LetterAnswered(c.At, c.Letter, c.Outcome, c.Reference, c.Text));
    }

    private static Result<CaseEvent> EndByHandover(CaseState state, HandOverCase c, StepContext context)
    {
        var signer = Gates.Signer(state, context);
        var to = state.Measures.Crime is { Answered.Filed: true, HandedOver: { } handed } ? handed.Police
            : state.Measures.Letters.Last(letter => letter.Answered is { Outcome: LetterOutcome.Accepted }).Sent.To;
        return Answer([Given(c.Outcome, "outcome", "移送情况"), .. signer.Refusals], () => new CaseHandedOver(context.Now, to, c.Outcome, signer.Value!));
    }

    private static Result<CaseEvent> OrderCare(CaseState state, OrderGuardian c, StepContext context)
    {
        var on = CaseDays.Of(c.At);
        var service = Delivery(state, c.Service, c.Officers, on, context.Facts);
        var age = state.Party!.BirthDate is { } born ? AgeRule.On(born, state.ActOn!.Value) : AgeGroup.Adult;
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                c.Ground == CapacityGround.UnderFourteen && age != AgeGroup.UnderFourteen
                    ? new("not-under-fourteen", "当事人行为时已满十四周岁或者出生日期未查明。", "行政处罚法 第30条", "ground") : null,
                c.Ground == CapacityGround.Incapable && !state.Measures.Tests.Any(test => test.Ended is not null)
                    ? new("capacity-not-examined", "不能辨认或者不能控制自己行为的，应当有鉴定意见。", "行政处罚法 第31条", "ground") : null,
                Given(c.Guardian, "guardian", "监护人"),
                Given(c.Relation, "relation", "与当事人的关系"),
                Given(c.Requirement, "requirement", c.Ground == CapacityGround.Incapable ? "看管和治疗的要求" : "管教的要求"),
                .. service.Refusals,
            ],
            () => new GuardianOrdered(c.At, context.Number, c.Ground, c.Guardian, c.Relation, c.Requirement, service.Value!, service.Value!.Officers));
    }

    private static Result<CaseEvent> Mark(CaseState state, MarkHandling c, StepContext context)
    {
        var signer = Gates.Signer(state, context);
        var due = state.Filing!.On.AddDays(context.Facts.Measures.Settings(context.Today).FastDays);
        return Answer(
            [Given(c.Reason, "reason", c.Mark == HandlingMark.Emergency ? "突发事件和控制、减轻社会危害的需要" : "事实清楚、当事人认可的情况"), .. signer.Refusals],
            () => new HandlingMarked(context.Now, c.Mark, c.Reason, due < state.Filing.DecisionDueOn ? due : state.Filing.DecisionDueOn, signer.Value!));
    }
}
