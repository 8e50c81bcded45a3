using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Documents.Archive;
using Lianzhi.Web.Components;
using Lianzhi.Web.Components.Forms;
using static Lianzhi.Web.Features.Cases.StepFieldKind;

namespace Lianzhi.Web.Features.Cases;

/// <content>After the decision: service, performance, enforcement, remedies, archive, 闽执法 (决定之后).</content>
public static partial class StepForms
{
    private static IReadOnlyList<StepField>? Executing(CaseStep step, CaseStepView view)
    {
        var (state, at, officers) = (view.State, At(view), Officers(view));
        var (party, remedies) = (state.Party, state.Decision?.Remedies ?? state.OnSpot?.Remedies ?? (state.Measures.Sealings is [.., var sealing] ? sealing.Made.Remedies : state.Correction?.Remedies));
        return step switch
        {
            CaseStep.ConfirmAddress =>
            [
                at, new("address", "送达地址") { Value = party?.Address }, new("phone", "联系电话") { Optional = true, Value = party?.Phone },
                Flag("electronicConsent", "电子送达", "当事人已签名同意电子送达", optional: true),
                new("electronicAddress", "接收电子文书的地址") { Optional = true, Hint = "电子邮箱、手机号等，同意电子送达时填写" }, new("signedBy", "签名人") { Value = party?.Representative ?? party?.Name },
            ],
            CaseStep.StartService =>
            [
                at, Paper(state, step),
                new("method", "送达方式", OneOf)
                {
                    Value = "post",
                    Choices = [new("post", "邮寄送达"), new("entrusted", "委托送达"), new("forwarded", "转交送达"), new("announcement", "公告送达", "其他方式送达未成以后才能公告，三十日期满视为送达")],
                },
                new("carrier", "邮件号、受托（转交）单位或者公告载体"), new("reason", "不能直接送达的原因", Text), officers,
            ],
            CaseStep.RecordFailedService =>
            [
                at, Paper(state, step), new("method", "送达方式", OneOf) { Value = "direct", Choices = [.. Words<ServiceMethod>(ExecutionGates.Title).SkipLast(1)] },
                new("place", "送达地点") { Value = state.Execution.Address?.Address ?? party?.Address }, new("reason", "没有送达的原因", Text), officers,
            ],
            CaseStep.ServePaper => [at, Paper(state, step), Which(state), Service(view), officers],
            CaseStep.CollectCash =>
            [
                at,
                new("ground", "当场收缴的情形", OneOf)
                {
                    Value = "upToHundred", Choices = [new("upToHundred", "当场处罚，罚款一百元以下"), new("hardToEnforce", "当场处罚，不当场收缴事后难以执行"), new("remote", "边远、水上、交通不便地区，当事人缴纳确有困难并提出")],
                },
                new("note", "情况说明", Text) { Hint = "边远、水上、交通不便地区的，写明当事人提出的情况" }, new("fineFen", "收缴数额", StepFieldKind.Yuan) { Value = Yuan(Unpaid(state)) }, new("receipt", "财政统一票据号"),
                new("landedOn", "抵岸日期", Date) { Optional = true, Hint = "水上收缴的填写，自抵岸之日起二日内交回" }, officers,
            ],
            CaseStep.HandInCash or CaseStep.ReportOnSpot => [at, new("receivedBy", "接收人")],
            CaseStep.BankCash => [at, new("voucher", "银行回单号")],
            CaseStep.TakePaymentCode => [at, new("code", "非税缴款码") { Hint = "按缴款通知书填写；之后制作的催告书印有此码，到账对账按此码找到本案" }],
            CaseStep.ApplyDeferral =>
            [
                at, new("kind", "申请事项", OneOf) { Value = "later", Choices = [new("later", "延期缴纳"), new("instalments", "分期缴纳")] }, new("reason", "经济困难的情况", Text),
                new("request", "申请的期限或者分期安排", Text), new("attachments", "证明材料份数", Whole) { Value = "0" },
            ],
            CaseStep.DecideDeferral =>
            [
                Flag("approved", "审批", "同意", optional: true, hint: $"当事人申请：{state.Execution.DeferralAsked?.Request}（{state.Execution.DeferralAsked?.Reason}）"),
                new("plan", "缴款安排", StepFieldKind.Rows)
                {
                    Optional = true, Columns = [new("dueOn", "缴纳期限", Date), new("amountFen", "数额", StepFieldKind.Yuan)], Rows = Parts(state.Execution.DeferralAsked?.Kind),
                    Hint = $"各期合计应等于未缴 {ChineseText.Amount(Unpaid(state))}，日期依次在后；不用的期次和不同意的留空",
                },
                new("reason", "审批理由", Text),
            ],
            CaseStep.EndDeferral => [Reason],
            CaseStep.ResumeExecution => [at, Reason],
            CaseStep.ImposeSurcharge =>
            [
                new("reason", "加处罚款的理由", Text)
                {
                    Value = "当事人到期不缴纳罚款。",
                    Hint = $"缴款期限 {state.PaymentDueOn?.InWords()} 届满，未缴罚款 {ChineseText.Amount(CaseSurcharge.UnpaidFineFen(state, state.PaymentDueOn ?? default))}；自次日起每日加处百分之三，不超出该数额。是否加处由行政机关决定，决定书应当送达当事人",
                },
            ],
            CaseStep.ServeDemand =>
            [
                at, new("term", "履行的期限和方式", Text) { Value = "收到本催告书之日起十日内，到指定银行或者通过电子支付系统缴纳。" }, new("duty", "罚款以外尚未履行的义务", Text) { Optional = true }, Service(view), officers,
            ],
            CaseStep.HearDemand =>
                [at, new("statement", "当事人的意见", Text) { Height = 5 }, new("review", "复核情况", Text), Flag("adopted", "结论", "予以采纳", optional: true), new("reason", "采纳或者不采纳的理由", Text), officers],
            CaseStep.ApplyToCourt =>
                [new("request", "请求事项", Text) { Value = $"强制执行罚没款{ChineseText.Amount(Unpaid(state))}及加处罚款。" }, new("property", "申请执行标的情况", Text) { Hint = "当事人的财产、住所、银行账户等已知情况" }],
            CaseStep.RecordCourtAnswer =>
            [
                at, new("result", "法院办理结果", OneOf) { Value = "accepted", Choices = Words<CourtResult>(CaseLooks.Court) }, new("documentNumber", "法律文书文号"), new("note", "内容", Text) { Optional = true },
            ],
            CaseStep.DecideEnforcement => [new("manner", "拍卖的财物和方式", Text) { Hint = "只限已依法查封、扣押的财物（行政强制法 第46条第3款）；其他情形申请人民法院强制执行" }],
            CaseStep.CarryOutEnforcement =>
            [
                at with { Label = "开始时间" }, Until(view), new("witness", "到场的当事人或者见证人"), Flag("emergency", "紧急情况", "情况紧急，在夜间或者法定节假日实施", optional: true), new("result", "执行结果", Text), officers,
            ],
            CaseStep.SuspendExecution =>
            [
                at,
                new("ground", "停止执行的情形", OneOf)
                {
                    Value = "reviewOrgan", Hint = "复议、诉讼期间一般不停止执行",
                    Choices = [new("reviewOrgan", "复议机关决定停止执行"), new("court", "人民法院裁定停止执行"), new("organ", "本机关认为需要停止执行"), new("hindered", "中止执行（行政强制法 第39条）")],
                },
                new("documentNumber", "停止执行决定书（裁定书）文号") { Optional = true }, Reason,
            ],
            CaseStep.EndExecution =>
            [
                new("ground", "终结执行的情形", OneOf)
                {
                    Value = "objectLost",
                    Choices = Words<EndGround>(ExecutionGates.Title),
                },
                Reason with { Label = "事实" },
            ],
            CaseStep.MakeAgreement =>
            [
                new("plan", "分期缴纳", StepFieldKind.Rows)
                {
                    Optional = Unpaid(state) == 0, Columns = [new("dueOn", "缴纳期限", Date), new("amountFen", "数额", StepFieldKind.Yuan)], Rows = Parts(DeferralKind.Instalments),
                    Hint = Unpaid(state) == 0 ? "没有未缴的罚没款，留空" : $"各期合计应等于未缴 {ChineseText.Amount(Unpaid(state))}，罚款本身不能减免；日期依次在后，不用的期次留空",
                },
                new("stages", "其他义务的分阶段履行", Text) { Optional = true, Hint = "例如：分两步拆除、分期恢复原状" }, new("remedy", "当事人采取的补救措施", Text) { Optional = true, Hint = "减免加处罚款的应当写明" },
                new("waivedFen", "减免的加处罚款", StepFieldKind.Yuan) { Value = "0", Hint = $"截至今日未缴加处罚款 {ChineseText.Amount(CaseSurcharge.OpenFen(state, view.Context.Today))}" },
                Flag("harmsNobody", "核实", "执行协议不损害公共利益和他人合法权益"), new("signedBy", "当事人签名人") { Value = party?.Representative ?? party?.Name },
            ],
            CaseStep.RecordRefund =>
            [
                at, new("fineFen", "退还罚没款", StepFieldKind.Yuan) { Value = Yuan(state.RefundFen), Hint = $"应退 {ChineseText.Amount(state.RefundFen)}" },
                new("surchargeFen", "退还加处罚款", StepFieldKind.Yuan) { Value = Yuan(state.RefundSurchargeFen(CaseDays.Of(view.Context.Now))), Optional = true },
                new("receiver", "领款人") { Value = state.Party?.Name }, new("voucher", "退款凭证号"),
            ],
            CaseStep.DecideAnew =>
            [
                new("reason", "重新调查处理的事项", Text) { Hint = state.Execution.Overturned is { } annulled ? $"按 {annulled.Number} 的要求" : null },
                Flag("procedureOnly", "撤销的理由", "仅因违反法定程序被撤销", optional: true, hint: "不是仅因程序的，不得以同一事实和理由作出基本相同的决定"),
            ],
            CaseStep.EndAgreement => [new("reason", "当事人不履行协议的情况", Text) { Hint = "终止后恢复强制执行，减免的加处罚款不再减免" }],
            CaseStep.RecordReviewApplication => [Contested(state), at, new("organ", "复议机关") { Value = remedies?.ReviewOrgan }, new("request", "请求", Text)],
            CaseStep.RecordReviewProgress =>
            [
                Running(state, state.Execution.OpenReviews.Select(review => review.Applied.Target)), at,
                new("progress", "进展", OneOf)
                {
                    Value = "accepted", Hint = "受理的，时间填收到申请书副本的日期，自此十个工作日内答复",
                    Choices = [new("accepted", "受理，通知答复"), new("refused", "不予受理或者驳回申请"), new("termExpired", "复议期限届满不作答复"), new("withdrawn", "申请人撤回申请")],
                },
                new("documentNumber", "文书文号") { Optional = true },
            ],
            CaseStep.AnswerReview or CaseStep.AnswerSuit =>
            [
                Running(state, step == CaseStep.AnswerReview
                    ? state.Execution.OpenReviews.Where(review => review is { Accepted: not null, Answer: null }).Select(review => review.Applied.Target)
                    : state.Execution.OpenSuits.Where(suit => suit.Answer is null).Select(suit => suit.Filed.Target)),
                at, new("content", "意见和提交的证据、依据", Text) { Height = 5 },
            ],
            CaseStep.RecordSuit =>
            [
                Contested(state), at, new("court", "法院") { Value = remedies?.Court }, new("number", "案号"), new("copyOn", "收到起诉状副本的日期", Date) { Why = "自收到之日起十五日内答辩和举证（行政诉讼法 第67条）" }, new("request", "请求", Text),
            ],
            CaseStep.RecordReviewDecision or CaseStep.RecordJudgment =>
            [
                Running(state, step == CaseStep.RecordReviewDecision ? state.Execution.OpenReviews.Select(review => review.Applied.Target) : state.Execution.OpenSuits.Select(suit => suit.Filed.Target)),
                at, new("number", "文书文号"), new("result", "结果", OneOf) { Value = "upheld", Choices = Words<RemedyResult>(ExecutionGates.Title) },
                new("note", "主要理由和要求", Text) { Optional = true },
                Flag("redecide", "责令重新作出", "撤销并责令重新作出决定", optional: true), new("redecideBy", "重新作出的期限", Date) { Optional = true },
                new("penalties", "变更后的处罚", Penalties) { Part = "变更后的处罚", Hint = "变更处罚的填写变更后的内容；其他结果，以及对其他决定的，留空" },
            ],
            CaseStep.RecordCourtHearing =>
                [Running(state, state.Execution.OpenSuits.Where(suit => suit.Hearing is null).Select(suit => suit.Filed.Target)), at, Flag("headAppeared", "负责人出庭", "行政机关负责人出庭应诉", optional: true), new("appeared", "出庭人员"), new("reason", "负责人不能出庭的理由", Text) { Optional = true }],
            CaseStep.ArchiveCase =>
            [
                new("number", "档案号") { Optional = true, Value = state.Closing?.ArchiveNumber, Hint = "留空的由系统顺次编号" }, new("retention", "保管期限") { Value = "30年" }, new("pages", "页数", Whole) { Optional = true, Hint = $"留空的按 A4 版式计算，现约 {PageEstimate.Of(state)} 页；装订后与实际不符的填写实际页数" },
                new("note", "备考", Text) { Optional = true },
                new("filedBy", "立卷人") { Optional = true, Hint = "留空的为办理归档的承办人" }, new("checkedBy", "检查人") { Optional = true },
            ],
            CaseStep.AssignOfficers => [officers, Reason],
            CaseStep.RegisterPlatformNumber => [new("number", "闽执法案号")],
            CaseStep.EnterPapers => [new("papers", "文书", Papers) { Choices = [.. ProvincialPlatform.Missing(state).Select(paper => new Choice($"{paper.Kind.Name}/{paper.Index}", $"{paper.Kind.Title}（{paper.On?.Iso()}）"))] }],
            _ => null,
        };
    }

    private static long Unpaid(CaseState state) => state.OwedFen - state.PaidFen;

    /// <summary>Which decision a new review or suit is against.</summary>
    private static StepField Contested(CaseState state) => Target(Contestable.Open(state).Select(one => new Choice(one.Decision.Number, $"{one.Title} {one.Decision.Number}", $"{one.ServedOn.InWords()}送达")));

    /// <summary>Which of the reviews or suits that run is meant; one recorded before there were targets has no number to say.</summary>
    private static StepField Running(CaseState state, IEnumerable<ContestedDecision?> targets) =>
        Target(targets.Select(target => new Choice(target?.Number ?? state.Decision?.Number ?? state.OnSpot?.Number ?? "", Contestable.NameOf(state, target))));

    private static StepField Target(IEnumerable<Choice> choices)
    {
        Choice[] all = [.. choices];
        return new("target", "不服的决定", OneOf) { Choices = all, Value = all.FirstOrDefault()?.Value };
    }

    private static StepField Paper(CaseState state, CaseStep step)
    {
        Choice[] papers = [.. Words<ServedPaper>(ServedPapers.Title).Zip(Enum.GetValues<ServedPaper>())
            .Where(paper => ExecutionGates.Made(state, paper.Second) is null && (step != CaseStep.ServePaper || paper.Second > ServedPaper.PriorNotice)).Select(paper => paper.First)];
        return new("paper", "文书", OneOf) { Choices = papers, Value = papers.FirstOrDefault()?.Value };
    }

    /// <summary>Which of several papers of a kind is served.</summary>
    private static StepField Which(CaseState state) => new("number", "文号", OneOf)
    {
        Optional = true,
        Choices = [new("", "最早作出的一份"), .. ServedPapers.Waiting(state).Where(paper => paper.Number is not null).Select(paper => new Choice(paper.Number!, $"{paper.Title} {paper.Number}"))],
    };

    /// <summary>A deferral has one day, instalments a year of months at most.</summary>
    private static Choice[] Parts(DeferralKind? kind) =>
        kind == DeferralKind.Later ? [new("1", "延期至")] : [.. Enumerable.Range(1, 12).Select(part => new Choice($"{part}", $"第{part}期"))];
}
