using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Discretion;
using Lianzhi.Core.Cases.Measures;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Components.Forms;
using static Lianzhi.Web.Features.Cases.StepFieldKind;

namespace Lianzhi.Web.Features.Cases;

/// <content>Beside the main line: sampling, sealing, substitute performance, demolition, transfers, letters, discretion (措施和移送).</content>
public static partial class StepForms
{
    private static readonly StepField Goods = new("goods", "物品清单", Lines)
    {
        Columns = [new("name", "名称"), new("specification", "规格"), new("quantity", "数量"), new("unit", "单位"), new("note", "备注") { Optional = true }],
        Hint = "每行一件：名称｜规格｜数量｜单位｜备注",
    };

    private static readonly StepField Urgent = new("urgent", "紧急情况", Text) { Optional = true, Hint = "在夜间或者法定节假日实施的，写明紧急情况（行政强制法 第43条）" };
    private static readonly StepField NoneCut = Flag("noUtilitiesCut", "居民生活", "不对居民生活采取停止供水、供电、供热、供燃气等方式");

    private static IReadOnlyList<StepField>? Measures(CaseStep step, CaseStepView view)
    {
        var (state, measures, place) = (view.State, view.State.Measures, view.State.Place?.Address);
        var (at, until, officers, service) = (At(view), Until(view), Officers(view), Service(view));
        var from = at with { Label = "开始时间" };
        return step switch
        {
            CaseStep.TakeSample =>
                [at, new("place", "抽样地点") { Value = place }, Goods, new("method", "抽样方法"), new("purpose", "抽样目的"), new("present", "在场人员"), Shown, Refused, officers],
            CaseStep.CommissionTest =>
            [
                at, Pick("kind", "类别", [new("检测", "检测"), new("检验", "检验"), new("检疫", "检疫"), new("技术鉴定", "技术鉴定")]), new("specimen", "检测、鉴定对象"),
                new("institution", "检测、鉴定机构"), new("question", "检测、鉴定事项", Text), Sealing(measures, "不计入期限的查封、扣押") with { Optional = true, Value = null },
                new("from", "开始日期", Date), new("until", "结束日期", Date),
                Flag("toldInWriting", "书面告知", "期间已书面告知当事人", optional: true, hint: "没有书面告知的，期间计入查封、扣押期限（行政强制法 第25条第3款）"),
                Service(view, "告知书送达", optional: true), officers,
            ],
            CaseStep.ConcludeTest =>
            [
                at, Numbered("test", "检测、鉴定", measures.Tests, test => test.Ended is null, test => $"{test.Begun.Specimen}（{test.Begun.Institution}）"), new("reportNumber", "报告编号"),
                new("opinion", "检测、鉴定意见", Text), Flag("toldParty", "告知当事人", "意见已告知当事人，并告知可以申请重新检测、鉴定", optional: true), officers,
            ],
            CaseStep.RequestMeasure =>
            [
                at with { Label = "报告时间" }, Pick("kind", "拟采取的措施", Words<MeasureKind>(MeasurePhrases.Title)),
                Sealing(measures, "针对的查封、扣押") with { Optional = true, Value = null, Hint = "延长期限，或者补办当场实施的批准手续时选择" }, Goods with { Optional = true },
                new("reason", "理由", Text), new("legalBasis", "法律、法规依据"), officers,
            ],
            CaseStep.ApproveMeasure => [Request(measures), new("opinion", "审批意见", Text) { Value = "同意。" }],
            CaseStep.RefuseMeasure => [Request(measures), new("reason", "不批准的理由", Text)],
            CaseStep.SubmitMeasureReview =>
            [
                .. Reviewable(state, view.Context), new("materials", "送审材料", Text) { Value = "措施审批材料、证据材料、处罚决定书及送达回证、公告及张贴情况" },
                new("response", "对上次审核意见的采纳和修改情况", Text) { Optional = !MeasureReviews.Sendable(state).Any(measure => MeasureReviews.Of(state, measure) is not null) },
                new("reviewerId", "审核人员", OneOf) { Optional = true, Hint = "不选的，由本机关、本片区、区司法局依次确定没有职责冲突的人员", Choices = view.Reviewers },
            ],
            CaseStep.ReviewMeasure => [.. MeasureReviews.Waiting(state).Where(round => state.Reviews[round].Reviewer.Id == view.Context.OfficerId).ToList() is { Count: > 1 } own
                ? new[] { new StepField("round", "送审", Entry) { Choices = [.. own.Select(round => RoundChoice(state, round))], Value = $"{own[0]}" } } : [], .. Opinion],
            CaseStep.PreserveEvidence =>
            [
                at, Goods with { Value = Asked(measures, MeasureKind.Preservation) }, new("reason", "证据可能灭失或者以后难以取得的情况", Text), new("keptAt", "保存地点"), new("keeper", "保存人"), Shown, service, officers,
            ],
            CaseStep.DecidePreserved =>
            [
                Numbered("preservation", "先行登记保存", measures.Preservations, one => one.Decided is null, one => one.Made.Number),
                Pick("disposal", "处理", Words<PreservationDisposal>(MeasurePhrases.Title)), new("reason", "理由", Text),
            ],
            CaseStep.SealGoods =>
            [
                from, until, Pick("kind", "措施", [new("sealing", "查封"), new("seizure", "扣押")], measures.Approval(MeasureKind.Seizure) is not null ? "seizure" : null),
                new("urgent", "当场实施的紧急情况", Text) { Optional = true, Hint = "实施前已经批准的不填；填写的，应当在24小时内报告并补办批准手续（行政强制法 第19条）" },
                new("reason", "理由", Text), new("legalBasis", "法律、法规依据") { Value = measures.Requests is [.., var last] ? last.Asked.LegalBasis : null },
                Goods with { Part = "查封、扣押的财物", Value = Asked(measures, MeasureKind.Seizure) ?? Asked(measures, MeasureKind.Sealing) },
                Flag("noLivingNecessities", "生活必需品", "清单中没有公民个人及其所扶养家属的生活必需品"), Flag("sealedElsewhere", "重复查封", "已被其他国家机关依法查封", optional: true),
                new("keptAt", "存放地点"), new("keeper", "保管人"), Shown with { Part = "现场" }, Flag("partyTold", "当场告知", "已当场告知理由、依据、权利和救济途径，听取陈述和申辩"),
                new("present", "到场的当事人或者见证人"), new("partyOpinion", "当事人的陈述和申辩", Text), Refused, service with { Part = "决定书和清单的送达" }, officers,
            ],
            CaseStep.ExtendSealing => [at, Sealing(measures, "查封、扣押"), new("reason", "延长的理由", Text), service, officers],
            CaseStep.LiftSealing => [Sealing(measures, "查封、扣押"), Pick("ground", "情形", Words<LiftGround>(MeasurePhrases.Title)), Reason,
                Goods with { Name = "notReturned", Label = "不予退还的财物", Optional = true, Hint = "依法没收、销毁、已经变卖或者随案移送的填写；每行一件：名称｜规格｜数量｜单位｜备注" },
                new("notReturnedBasis", "不予退还的依据和去向") { Optional = true, Example = "行政处罚决定书（文号）决定没收，移交区财政局" }],
            CaseStep.RecordCustody =>
            [
                at, Numbered("sealing", "来自查封、扣押", measures.Sealings, _ => true, Words) with { Optional = true, Value = null }, Pick("action", "处置", Words<GoodsAction>(MeasurePhrases.Title)), Goods, new("place", "地点"),
                new("receiver", "保管人、接收人"), new("basis", "处置依据"), new("witnesses", "见证人") { Optional = true, Hint = "销毁时填写两名见证人" }, officers,
            ],
            CaseStep.OrderSubstitute =>
            [
                at, new("obligation", "当事人逾期不履行的义务", Text), new("reason", "危害交通安全、造成环境污染或者破坏自然资源的情况", Text), new("legalBasis", "法律依据"), new("performer", "代履行人"),
                new("manner", "方式"), new("performOn", "代履行日期", Date), new("budgetFen", "费用预算", StepFieldKind.Yuan), service, officers,
            ],
            CaseStep.DemandSubstitute => [at, new("requirement", "催告履行的内容", Text) { Value = measures.Substitute?.Obligation }, service, officers],
            CaseStep.PerformSubstitute =>
            [
                from, until, new("place", "地点") { Value = place }, new("result", "实施情况", Text), new("witness", "到场监督和签名情况"), new("costFen", "实际费用", StepFieldKind.Yuan),
                Flag("withoutViolence", "方式", "没有采用暴力、胁迫以及其他非法方式"), Urgent, officers,
            ],
            CaseStep.ClearAtOnce =>
            [
                from, until, new("place", "道路、河道、航道或者公共场所") { Value = place }, new("obstacle", "遗洒物、障碍物或者污染物"), new("reason", "需要立即清除、当事人不能清除的情况", Text),
                Flag("partyPresent", "当事人", "当事人在场", optional: true), new("toldOn", "事后通知当事人的日期", Date) { Optional = true }, new("costFen", "费用", StepFieldKind.Yuan), officers,
            ],
            CaseStep.AnnounceDemolition => [at, new("building", "违法的建筑物、构筑物、设施"), new("selfDemolishBy", "自行拆除期限", Date), new("postedAt", "公告张贴地点") { Value = place }, officers],
            CaseStep.DecideDemolition =>
            [
                new("legalBasis", "赋予强制拆除权的法律依据"), new("governmentOrder", "责成文号") { Optional = true, Hint = "不是镇人民政府的，写明县级以上人民政府责成的文号（城乡规划法 第68条）" },
                new("manner", "强制执行的方式", Text), new("plannedOn", "实施日期", Date), NoneCut,
            ],
            CaseStep.CarryOutDemolition =>
            [
                from, until, new("place", "地点") { Value = place }, new("findings", "实施情况", Text), Goods with { Name = "inventory", Label = "搬出物品清单", Optional = true }, new("witness", "在场的当事人或者见证人"),
                NoneCut, Urgent, officers,
            ],
            CaseStep.ReportCrime => [at, new("crime", "涉嫌的罪名"), new("articles", "刑法条文和立案追诉标准"), new("facts", "涉嫌犯罪的事实", Text), officers],
            CaseStep.DecideCrimeTransfer => [Flag("transfer", "决定", "批准移送公安机关", optional: true, hint: "不选为不批准，写明理由"), new("reason", "意见和理由", Text)],
            CaseStep.HandOverCrime =>
            [
                at, new("police", "公安机关") { Value = view.Context.Facts.Measures.Settings(view.Context.Today).Police }, new("receiver", "接收人"),
                new("materials", "移送材料", Many) { Choices = [.. CaseSteps.TransferMaterials.Select(name => new Choice(name, name))] }, officers,
            ],
            CaseStep.RecordPoliceAnswer =>
                [at, Flag("filed", "答复", "公安机关已立案", optional: true, hint: "不选为不予立案"), new("reference", "公安机关文书文号"), new("reason", "不予立案的理由", Text) { Optional = true }],
            CaseStep.ChallengeNonFiling =>
                [at, Pick("channel", "途径", [new("reconsideration", "提请公安机关复议（3日内）"), new("procuratorate", "建议人民检察院立案监督")]), Reason, officers],
            CaseStep.SendLetter =>
            [
                at, Pick("kind", "函件", Words<LetterKind>(MeasurePhrases.Title)), new("to", "收文机关") { Hint = "写全称；区内镇街和部门在“收到的函件”中收到，接收或者退回自动记入本案" }, new("subject", "事由"), new("reason", "事实和理由", Text),
                new("materials", "附件", Lines) { Optional = true, Hint = "每行一份；案件移送应当附材料清单" }, new("replyDueOn", "请求回复日期", Date) { Optional = true }, officers,
            ],
            CaseStep.RecordLetterAnswer =>
            [
                at, Numbered("letter", "函件", measures.Letters, letter => letter.Answered is null, letter => $"{letter.Sent.Number} {letter.Sent.To}"),
                Pick("outcome", "结果", [new("accepted", "同意、接收；管辖争议由对方办理"), new("declined", "不同意、不接收；管辖协商不成"), new("ours", "管辖争议由本机关办理")]),
                new("reference", "回复文号或者回执"), new("text", "回复内容", Text) { Optional = true },
            ],
            CaseStep.HandOverCase => [new("outcome", "移送情况", Text)],
            CaseStep.OrderGuardian =>
            [
                at, Pick("ground", "情形", [new("underFourteen", "不满十四周岁"), new("incapable", "不能辨认或者不能控制自己行为")]), new("guardian", "监护人"), new("relation", "与当事人的关系"),
                new("requirement", "管教（看管和治疗）的要求", Text), service, officers,
            ],
            CaseStep.MarkHandling => [Pick("mark", "标记", [new("fast", "快速办理"), new("emergency", "突发事件从快从重（行政处罚法 第49条）")]), Reason],
            CaseStep.AssessDiscretion =>
            [
                at, new("circumstances", "裁量情节", Many) { Optional = true, Choices = Words<Circumstance>(Grades.Title) },
                new("alternative", "罚款计算方式", Entry)
                {
                    Optional = true, Value = "0",
                    Choices = state.Item is null ? [] : [.. FineRule.Alternatives(state.Item, state.Party?.Kind == PartyKind.Organisation).Index().Select(way => new Choice($"{way.Index}", way.Item.Text))],
                },
                new("baseAmount", "计算基数") { Optional = true, Hint = "造价、货值、违法所得等以元为单位；面积等填数量；固定数额不填" },
                new("others", "同一行为违反的其他规定", Lines)
                {
                    Optional = true, Columns = [new("item", "事项编码"), new("alternative", "计算方式序号", Whole), new("baseAmount", "基数") { Optional = true }],
                    Hint = "每行一项：事项编码｜计算方式序号（从0起）｜基数；按罚款数额高的规定处罚（行政处罚法 第29条）",
                },
                Pick("grade", "裁量等次", Words<DiscretionGrade>(Grades.Title), "normal"), new("fineFen", "罚款", StepFieldKind.Yuan) { Value = "0" },
                new("departureReason", "不同于档次或者类案的理由", Text) { Optional = true }, new("otherActReason", "同日其他处罚的说明", Text) { Optional = true }, officers,
            ],
            _ => null,
        };
    }

    /// <summary>What may be sent to legal review: one act, and of a sealing the request.</summary>
    private static IEnumerable<StepField> Reviewable(CaseState state, StepContext context)
    {
        var open = MeasureReviews.Sendable(state);
        // What the setting asks for comes first; where nothing can be sent the step says so, whatever is chosen.
        var acts = open.OrderByDescending(measure => MeasureReviews.IsDue(measure, context.Facts.Measures.Settings(context.Today))).Select(measure => measure.Act).Distinct().ToList();
        yield return Pick("act", "送审事项", [.. (acts.Count > 0 ? acts : [.. Enum.GetValues<ReviewedAct>()])
            .Select(act => new Choice(act == ReviewedAct.Demolition ? "demolition" : "sealing", new ReviewedMeasure(act).Title()))]);
        if (open.Any(measure => measure.Request is not null))
            yield return Numbered("request", "审批事项", state.Measures.Requests.Index().ToList(), one => open.Any(measure => measure.Request == one.Index),
                one => $"{MeasurePhrases.Title(one.Item.Asked.Kind)}（{CaseDays.InShanghai(one.Item.Asked.At):MM-dd HH:mm} 报告）");
    }

    private static StepField Request(CaseMeasures measures) => Numbered("request", "审批事项", measures.Requests, request => request.Pending,
        request => $"{MeasurePhrases.Title(request.Asked.Kind)}（{CaseDays.InShanghai(request.Asked.At):MM-dd HH:mm} 报告）");

    private static StepField Sealing(CaseMeasures measures, string label) => Numbered("sealing", label, measures.Sealings, one => one.Lifted is null, Words);

    private static string Words(SealedGoods one) => $"{one.Made.Number} {one.Made.Goods[0]}";

    /// <summary>One of several answers, the first of which is the usual one.</summary>
    private static StepField Pick(string name, string label, Choice[] choices, string? usual = null) => new(name, label, OneOf) { Choices = choices, Value = usual ?? choices[0].Value };

    /// <summary>One entry of a list of the case that is still open, by its place.</summary>
    private static StepField Numbered<T>(string name, string label, IReadOnlyList<T> list, Func<T, bool> open, Func<T, string> words)
    {
        Choice[] choices = [.. list.Index().Where(one => open(one.Item)).Select(one => new Choice($"{one.Index}", words(one.Item)))];
        return new(name, label, Entry) { Choices = choices, Value = choices.FirstOrDefault()?.Value };
    }

    private static string? Asked(CaseMeasures measures, MeasureKind kind) => measures.Approval(kind) is { } request
        ? string.Join('\n', measures.Requests[request].Asked.Goods.Select(goods => $"{goods.Name}｜{goods.Specification}｜{goods.Quantity}｜{goods.Unit}｜{goods.Note}")) : null;
}
