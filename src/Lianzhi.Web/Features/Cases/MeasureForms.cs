using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Discretion;
using Lianzhi.Core.Cases.Measures;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Components.Forms;
using static Lianzhi.Web.Features.Cases.StepFieldKind;

namespace Lianzhi.Web.Features.Cases;

/// <summary>The forms of measures and transfers (措施和移送表单), step by step.</summary>
internal static class MeasureForms
{
    private static readonly StepField At = new("at", "时间", Instant);
    private static readonly StepField From = new("at", "开始时间", Instant);
    private static readonly StepField Until = new("until", "结束时间", Instant);
    private static readonly StepField Officers = new("firstOfficer", "执法人员", StepFieldKind.Officers);
    private static readonly StepField Handed = new("service", "送达", Service);
    private static readonly StepField Goods = new("goods", "物品清单", StepFieldKind.Goods);
    private static readonly StepField Shown = new("certificatesShown", "出示证件", Statement, Hint: "已主动出示执法证件，并告知权利义务");
    private static readonly StepField Refused = new("signatureRefused", "拒绝签名的事由", Optional: true);
    private static readonly StepField Urgent = new("urgent", "紧急情况", Area, Optional: true, Hint: "在夜间或者法定节假日实施的，写明紧急情况（行政强制法 第43条）");
    private static readonly StepField NoneCut = new("noUtilitiesCut", "居民生活", Statement, Hint: "不对居民生活采取停止供水、供电、供热、供燃气等方式");

    private static readonly Dictionary<CaseStep, StepField[]> Forms = new()
    {
        [CaseStep.TakeSample] = [At, new("place", "抽样地点", Initial: Place), Goods, new("method", "抽样方法"), new("purpose", "抽样目的"), new("present", "在场人员"), Shown, Refused, Officers],
        [CaseStep.CommissionTest] =
        [
            At, new("kind", "类别", OneOf, Choices: _ => [new("检测", "检测"), new("检验", "检验"), new("检疫", "检疫"), new("技术鉴定", "技术鉴定")]), new("specimen", "检测、鉴定对象"),
            new("institution", "检测、鉴定机构"), new("question", "检测、鉴定事项", Area), Sealing("不计入期限的查封、扣押", optional: true), new("from", "开始日期", Date), new("until", "结束日期", Date),
            new("toldInWriting", "书面告知", Statement, Optional: true, Hint: "期间已书面告知当事人；没有书面告知的，期间计入查封、扣押期限（行政强制法 第25条第3款）"), Handed with { Optional = true, Label = "告知书送达" }, Officers,
        ],
        [CaseStep.ConcludeTest] =
        [
            At, new("test", "检测、鉴定", Entry, Choices: state => Open(state.Measures.Tests, test => test.Ended is null, test => $"{test.Begun.Specimen}（{test.Begun.Institution}）")),
            new("reportNumber", "报告编号"), new("opinion", "检测、鉴定意见", Area), new("toldParty", "告知当事人", Statement, Optional: true, Hint: "意见已告知当事人，并告知可以申请重新检测、鉴定"), Officers,
        ],
        [CaseStep.RequestMeasure] =
        [
            new("at", "报告时间", Instant), new("kind", "拟采取的措施", OneOf, Choices: _ => Words<MeasureKind>(MeasurePhrases.Title)),
            Sealing("针对的查封、扣押", optional: true, hint: "延长期限，或者补办当场实施的批准手续时选择"), Goods with { Optional = true }, new("reason", "理由", Area), new("legalBasis", "法律、法规依据"), Officers,
        ],
        [CaseStep.ApproveMeasure] = [Request, new("opinion", "审批意见", Area, Initial: _ => "同意。")],
        [CaseStep.RefuseMeasure] = [Request, new("reason", "不批准的理由", Area)],
        [CaseStep.PreserveEvidence] =
        [
            At, Goods with { Initial = state => Asked(state, MeasureKind.Preservation) }, new("reason", "证据可能灭失或者以后难以取得的情况", Area), new("keptAt", "保存地点"), new("keeper", "保存人"), Shown, Handed, Officers,
        ],
        [CaseStep.DecidePreserved] =
        [
            new("preservation", "先行登记保存", Entry, Choices: state => Open(state.Measures.Preservations, one => one.Decided is null, one => one.Made.Number)),
            new("disposal", "处理", OneOf, Choices: _ => Words<PreservationDisposal>(MeasurePhrases.Title)), new("reason", "理由", Area),
        ],
        [CaseStep.SealGoods] =
        [
            From, Until, new("kind", "措施", OneOf, Choices: _ => [new("sealing", "查封"), new("seizure", "扣押")], Initial: state => state.Measures.Approval(MeasureKind.Seizure) is not null ? "seizure" : null),
            new("urgent", "当场实施的紧急情况", Area, Optional: true, Hint: "实施前已经批准的不填；填写的，应当在24小时内报告并补办批准手续（行政强制法 第19条）"),
            new("reason", "理由", Area), new("legalBasis", "法律、法规依据", Initial: state => state.Measures.Requests is [.., var last] ? last.Asked.LegalBasis : null),
            Goods with { Initial = state => Asked(state, MeasureKind.Seizure) ?? Asked(state, MeasureKind.Sealing) },
            new("noLivingNecessities", "生活必需品", Statement, Hint: "清单中没有公民个人及其所扶养家属的生活必需品"),
            new("sealedElsewhere", "重复查封", Statement, Optional: true, Hint: "已被其他国家机关依法查封"), new("keptAt", "存放地点"), new("keeper", "保管人"), Shown,
            new("partyTold", "当场告知", Statement, Hint: "已当场告知理由、依据、权利和救济途径，听取陈述和申辩"), new("present", "到场的当事人或者见证人"),
            new("partyOpinion", "当事人的陈述和申辩", Area), Refused, Handed, Officers,
        ],
        [CaseStep.ExtendSealing] = [At, Sealing("查封、扣押"), new("reason", "延长的理由", Area), Handed, Officers],
        [CaseStep.LiftSealing] = [Sealing("查封、扣押"), new("ground", "情形", OneOf, Choices: _ => Words<LiftGround>(MeasurePhrases.Title)), new("reason", "理由", Area)],
        [CaseStep.RecordCustody] =
        [
            At, Sealing("来自查封、扣押", optional: true, all: true), new("action", "处置", OneOf, Choices: _ => Words<GoodsAction>(MeasurePhrases.Title)), Goods, new("place", "地点"),
            new("receiver", "保管人、接收人"), new("basis", "处置依据"), new("witnesses", "见证人", Optional: true, Hint: "销毁时填写两名见证人"), Officers,
        ],
        [CaseStep.OrderSubstitute] =
        [
            At, new("obligation", "当事人逾期不履行的义务", Area), new("reason", "危害交通安全、造成环境污染或者破坏自然资源的情况", Area), new("legalBasis", "法律依据"), new("performer", "代履行人"),
            new("manner", "方式"), new("performOn", "代履行日期", Date), new("budgetFen", "费用预算", Yuan), Handed, Officers,
        ],
        [CaseStep.DemandSubstitute] = [At, new("requirement", "催告履行的内容", Area, Initial: state => state.Measures.Substitute?.Obligation), Handed, Officers],
        [CaseStep.PerformSubstitute] =
        [
            From, Until, new("place", "地点", Initial: Place), new("result", "实施情况", Area), new("witness", "到场监督和签名情况"), new("costFen", "实际费用", Yuan),
            new("withoutViolence", "方式", Statement, Hint: "没有采用暴力、胁迫以及其他非法方式"), Urgent, Officers,
        ],
        [CaseStep.ClearAtOnce] =
        [
            From, Until, new("place", "道路、河道、航道或者公共场所", Initial: Place), new("obstacle", "遗洒物、障碍物或者污染物"), new("reason", "需要立即清除、当事人不能清除的情况", Area),
            new("partyPresent", "当事人", Statement, Optional: true, Hint: "当事人在场"), new("toldOn", "事后通知当事人的日期", Date, Optional: true), new("costFen", "费用", Yuan), Officers,
        ],
        [CaseStep.AnnounceDemolition] = [At, new("building", "违法的建筑物、构筑物、设施"), new("selfDemolishBy", "自行拆除期限", Date), new("postedAt", "公告张贴地点", Initial: Place), Officers],
        [CaseStep.DecideDemolition] =
        [
            new("legalBasis", "赋予强制拆除权的法律依据"), new("governmentOrder", "责成文号", Optional: true, Hint: "不是镇人民政府的，写明县级以上人民政府责成的文号（城乡规划法 第68条）"),
            new("manner", "强制执行的方式", Area), new("plannedOn", "实施日期", Date), NoneCut,
        ],
        [CaseStep.CarryOutDemolition] =
        [
            From, Until, new("place", "地点", Initial: Place), new("findings", "实施情况", Area), new("inventory", "搬出物品清单", StepFieldKind.Goods, Optional: true), new("witness", "在场的当事人或者见证人"), NoneCut, Urgent, Officers,
        ],
        [CaseStep.ReportCrime] = [At, new("crime", "涉嫌的罪名"), new("articles", "刑法条文和立案追诉标准"), new("facts", "涉嫌犯罪的事实", Area), Officers],
        [CaseStep.DecideCrimeTransfer] =
        [
            new("transfer", "决定", Statement, Optional: true, Hint: "批准移送公安机关（不选为不批准，写明理由）"), new("reason", "意见和理由", Area),
        ],
        [CaseStep.HandOverCrime] =
        [
            At, new("police", "公安机关", Initial: _ => "漳州市公安局龙文分局"), new("receiver", "接收人"),
            new("materials", "移送材料", Many, Choices: _ => [.. CaseSteps.TransferMaterials.Select(name => new Choice(name, name))]), Officers,
        ],
        [CaseStep.RecordPoliceAnswer] = [At, new("filed", "答复", Statement, Optional: true, Hint: "公安机关已立案（不选为不予立案）"), new("reference", "公安机关文书文号"), new("reason", "不予立案的理由", Area, Optional: true)],
        [CaseStep.ChallengeNonFiling] =
        [
            At, new("channel", "途径", OneOf, Choices: _ => [new("reconsideration", "提请公安机关复议（3日内）"), new("procuratorate", "建议人民检察院立案监督")]), new("reason", "理由", Area), Officers,
        ],
        [CaseStep.SendLetter] =
        [
            At, new("kind", "函件", OneOf, Choices: _ => Words<LetterKind>(MeasurePhrases.Title)), new("to", "收文机关"), new("subject", "事由"), new("reason", "事实和理由", Area),
            new("materials", "附件", Lines, Optional: true, Hint: "每行一份；案件移送应当附材料清单"), new("replyDueOn", "请求回复日期", Date, Optional: true), Officers,
        ],
        [CaseStep.RecordLetterAnswer] =
        [
            At, new("letter", "函件", Entry, Choices: state => Open(state.Measures.Letters, letter => letter.Answered is null, letter => $"{letter.Sent.Number} {letter.Sent.To}")),
            new("outcome", "结果", OneOf, Choices: _ => [new("accepted", "同意、接收；管辖争议由对方办理"), new("declined", "不同意、不接收；管辖协商不成"), new("ours", "管辖争议由本机关办理")]),
            new("reference", "回复文号或者回执"), new("text", "回复内容", Area, Optional: true),
        ],
        [CaseStep.HandOverCase] = [new("outcome", "移送情况", Area)],
        [CaseStep.OrderGuardian] =
        [
            At, new("ground", "情形", OneOf, Choices: _ => [new("underFourteen", "不满十四周岁"), new("incapable", "不能辨认或者不能控制自己行为")]), new("guardian", "监护人"), new("relation", "与当事人的关系"),
            new("requirement", "管教（看管和治疗）的要求", Area), Handed, Officers,
        ],
        [CaseStep.MarkHandling] = [new("mark", "标记", OneOf, Choices: _ => [new("fast", "快速办理"), new("emergency", "突发事件从快从重（行政处罚法 第49条）")]), new("reason", "理由", Area)],
        [CaseStep.AssessDiscretion] =
        [
            At, new("circumstances", "裁量情节", Many, Optional: true, Choices: _ => Words<Circumstance>(Grades.Title)),
            new("alternative", "罚款计算方式", Entry, Optional: true, Choices: state => [.. FineRule.Alternatives(state.Item!, state.Party!.Kind == PartyKind.Organisation).Index().Select(way => new Choice($"{way.Index}", way.Item.Text))], Initial: _ => "0"),
            new("baseAmount", "计算基数", Optional: true, Hint: "造价、货值、违法所得等以元为单位；面积等填数量；固定数额不填"),
            new("others", "同一行为违反的其他规定", Provisions, Optional: true, Hint: "每行一项：事项编码｜计算方式序号（从0起）｜基数；按罚款数额高的规定处罚（行政处罚法 第29条）"),
            new("grade", "裁量等次", OneOf, Choices: _ => Words<DiscretionGrade>(Grades.Title), Initial: _ => "normal"), new("fineFen", "罚款", Yuan, Initial: _ => "0"),
            new("departureReason", "不同于档次或者类案的理由", Area, Optional: true), new("otherActReason", "同日其他处罚的说明", Area, Optional: true), Officers,
        ],
    };

    /// <summary>The fields of a step; null for steps with a form of their own.</summary>
    public static IReadOnlyList<StepField>? Of(CaseStep step) => Forms.GetValueOrDefault(step);

    private static StepField Request => new("request", "审批事项", Entry, Choices: state =>
        Open(state.Measures.Requests, request => request.Pending, request => $"{MeasurePhrases.Title(request.Asked.Kind)}（{CaseDays.InShanghai(request.Asked.At):MM-dd HH:mm} 报告）"));

    private static StepField Sealing(string label, bool optional = false, string? hint = null, bool all = false) => new("sealing", label, Entry, optional, hint,
        state => Open(state.Measures.Sealings, one => all || one.Lifted is null, one => $"{one.Made.Number} {one.Made.Goods[0]}"));

    private static Choice[] Open<T>(IReadOnlyList<T> list, Func<T, bool> open, Func<T, string> words) =>
        [.. list.Index().Where(one => open(one.Item)).Select(one => new Choice($"{one.Index}", words(one.Item)))];

    private static Choice[] Words<T>(Func<T, string> words) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new Choice(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), words(value)))];

    private static string? Place(CaseState state) => state.Place?.Address;

    private static string? Asked(CaseState state, MeasureKind kind) => state.Measures.Approval(kind) is { } request
        ? string.Join('\n', state.Measures.Requests[request].Asked.Goods.Select(goods => $"{goods.Name}｜{goods.Specification}｜{goods.Quantity}｜{goods.Unit}｜{goods.Note}")) : null;
}
