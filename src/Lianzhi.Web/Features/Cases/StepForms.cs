using System.Globalization;
using System.Text.Json;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Disclosure;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Components;
using Lianzhi.Web.Components.Forms;
using static Lianzhi.Web.Features.Cases.StepFieldKind;

namespace Lianzhi.Web.Features.Cases;

/// <summary>What the forms of a new case begin with (新案填写依据).</summary>
/// <param name="Now">The moment.</param>
/// <param name="Items">Items in force, by code and conduct.</param>
/// <param name="Townships">Townships of the district.</param>
/// <param name="Officers">Who may act in the unit's name.</param>
/// <param name="Self">The officer who fills it in; he stands first.</param>
public sealed record NewCaseView(DateTimeOffset Now, IReadOnlyList<Choice> Items, IReadOnlyList<Choice> Townships, IReadOnlyList<Choice> Officers, string? Self)
{
    /// <summary>Its clue.</summary>
    public string? Clue { get; init; }

    /// <summary>Where the case comes from.</summary>
    public string Source { get; init; } = "巡查发现";

    /// <summary>Item known beforehand.</summary>
    public string? Item { get; init; }

    /// <summary>Township known beforehand.</summary>
    public string? Township { get; init; }

    /// <summary>Address known beforehand.</summary>
    public string? Address { get; init; }

    /// <summary>Facts known beforehand.</summary>
    public string? Facts { get; init; }

    /// <summary>When it was found.</summary>
    public DateOnly? DiscoveredOn { get; init; }
}

/// <summary>The form of every step (办理表单), one table: fields named as the members of the step's command.</summary>
public static partial class StepForms
{
    private static readonly StepField Refused = new("signatureRefused", "拒绝签名的事由") { Optional = true };
    private static readonly StepField Shown = Flag("certificatesShown", "出示证件和告知权利", "已主动出示执法证件，并告知权利义务");
    private static readonly StepField RangeBasis = new("rangeBasis", "减轻或者适用其他档次的依据") { Optional = true, Hint = "罚款在法定幅度以外时填写，例如《中华人民共和国行政处罚法》第三十二条第一项" };

    private static readonly StepField Distinct = new("distinctConduct", "不是同一违法行为的理由") { Optional = true, Hint = "当事人同日已因其他事项或者在其他镇街被罚款的，写明为什么不是同一行为（行政处罚法 第29条）" };

    private static readonly Choice[] Decisions =
    [
        new("penalty", "给予行政处罚"), new("minorCorrected", "不予处罚：违法行为轻微并及时改正，没有造成危害后果"), new("firstCorrected", "不予处罚：初次违法且危害后果轻微并及时改正"),
        new("noFault", "不予处罚：当事人证明没有主观过错"), new("underFourteen", "不予处罚：不满十四周岁"), new("incapable", "不予处罚：不能辨认或者控制自己行为"), new("notEstablished", "不予处罚：违法事实不能成立"),
    ];

    /// <summary>The fields of a step of a case; null for what is done elsewhere (公示和撤下公示).</summary>
    public static IReadOnlyList<StepField>? Of(CaseStep step, CaseStepView view) =>
        (MainLine(step, view) ?? Procedure(step, view) ?? Executing(step, view) ?? Measures(step, view))?.Select(field => field.Kind == Penalties ? field with { Choices = OtherKinds(view.State) } : field).ToList();

    /// <summary>Penalties of the item that are neither warning nor money: what they are is written out.</summary>
    private static Choice[] OtherKinds(CaseState state) => state.Item is not { } item ? [] :
        [.. StepReader.Written.Where(kind => PenaltyRange.Allows(item, kind)).Select(kind => new Choice(Camel(kind), kind.Title()))];

    /// <summary>The fields of 提请立案.</summary>
    public static IReadOnlyList<StepField> ProposeFiling(NewCaseView view) =>
    [
        new("clueId", "线索", Hidden) { Optional = true, Value = view.Clue },
        new("at", "提请时间", Moment) { Value = LocalMoment.Text(view.Now) }, new("source", "案件来源") { Value = view.Source },
        .. Matter(view),
        new("facts", "基本案情", Text) { Value = view.Facts, Height = 6 },
        new("actOn", "违法行为日期", Date) { Hint = "连续或者继续的，填终了之日" }, new("discoveredOn", "发现日期", Date) { Value = view.DiscoveredOn?.Iso(), Hint = "从线索立案的，是收到线索之日" },
        Flag("harmToLifeHealthOrFinance", "追究时效", "涉及公民生命健康安全、金融安全且有危害后果（五年）", optional: true),
        Party with { Part = "当事人" },
        OfNew(view) with { Part = "办案人员" },
    ];

    /// <summary>The fields of 当场处罚.</summary>
    public static IReadOnlyList<StepField> PenaliseOnSpot(NewCaseView view) =>
    [
        new("at", "时间", Moment) { Value = LocalMoment.Text(view.Now) }, new("source", "案件来源", Hidden) { Value = view.Source },
        .. Matter(view),
        Party with { Part = "当事人" },
        new("facts", "违法事实和证据", Text) { Part = "事实和处罚" }, new("breach", "违反的条款", Text) { Height = 2 }, new("penaltyBasis", "处罚依据", Text) { Height = 2 },
        // A warning or a fine is all that can be decided on the spot (第51条): nothing is confiscated.
        new("penalties", "处罚", Penalties) { Columns = [new("fine", "罚款")] },
        new("correction", "责令改正"),
        Distinct,
        Flag("certificatesShown", "出示证件", "已向当事人出示执法证件") with { Part = "告知和签收" },
        Flag("oralNotice", "口头告知", "已口头告知拟处罚内容及事实、理由、依据和陈述申辩权") with { Why = "没有告知、没有听取意见的，不得作出处罚决定（行政处罚法 第62条）" },
        new("partyOpinion", "当事人意见") { Example = "无异议" }, new("receiver", "签收人"), new("refusalNote", "拒绝签收的情况") { Optional = true },
        OfNew(view),
    ];

    private static IReadOnlyList<StepField>? MainLine(CaseStep step, CaseStepView view)
    {
        var (state, at, officers) = (view.State, At(view), Officers(view));
        var penalties = new StepField("penalties", "处罚", Penalties) { Hint = Range(state) };
        return step switch
        {
            CaseStep.ApproveFiling =>
            [
                new("opinion", "审批意见", Text) { Value = "同意立案。" },
                new("distinctConduct", "不是同一违法行为的理由", Text) { Optional = true, Hint = "其他机关就同一当事人同日同类或者同日同地的行为先行立案的，写明为什么不是同一行为（行政处罚法 第25条）" },
            ],
            CaseStep.RefuseFiling => [new("reason", "不予立案的理由", Text)],
            CaseStep.DeclareRecusal =>
                [new("officerId", "回避人员", OneOf) { Choices = OfCase(state) }, new("reason", "回避理由", Text), new("replacementId", "接替人员", OneOf) { Optional = true, Choices = view.Officers }],
            CaseStep.RecordInspection =>
            [
                at with { Label = "开始时间" }, Until(view), new("place", "地点") { Value = state.Place?.Address }, new("present", "现场人员"), Shown,
                new("findings", "检查情况", Text) { Height = 8 }, new("partyOpinion", "当事人意见", Text), Refused, officers,
            ],
            CaseStep.RecordInterview =>
            [
                at with { Label = "开始时间" }, Until(view), new("place", "地点") { Value = state.Place?.Address }, new("person", "被询问人"), Shown, new("relation", "与本案关系"),
                new("personIdentifier", "身份证件号码") { Optional = true }, new("answers", "询问内容", Answers)
                {
                    Height = 16, Value = string.Concat(InterviewOutline.For(state).Select(question => $"问：{question}\n答：\n")),
                    Hint = "一行一句，以“问：”“答：”开头；已按本案列出提纲，没有问的删去，不回答的写“不回答”",
                },
                Reading, Refused, officers,
            ],
            CaseStep.OrderCorrection =>
                [at, new("breach", "违反的条款", Text) { Height = 2 }, new("requirement", "改正要求", Text), new("dueOn", "改正期限", Date), Service(view), officers],
            CaseStep.CheckCorrection => [at, Flag("corrected", "复查结果", "已改正", optional: true), new("findings", "复查情况", Text), officers],
            CaseStep.ConcludeInvestigation => Conclusion(view, penalties),
            CaseStep.ServePriorNotice =>
            [
                at, new("facts", "告知的事实", Text) { Value = state.Conclusion?.Facts, Height = 6 }, new("reasons", "告知的理由", Text) { Value = state.Conclusion?.Discretion },
                penalties with { Penalties = state.Conclusion?.Proposal ?? [] }, RangeBasis,
                Flag("tellHearingRight", "听证权", "一并告知听证权", optional: true, hint: "达到听证标准的，即使不选也会告知"),
                .. state.Course.Notices.Count == 0 ? Array.Empty<StepField>()
                    : [new("newFacts", "新发现的事实", Text) { Optional = true, Hint = "拟处罚比上一次告知的重时填写（行政处罚法 第45条第2款）" }],
                state.Measures.Discretion is null
                    ? new("departureReason", "", Hidden) { Optional = true }
                    : new("departureReason", "与裁量工作单不一致的理由", Text) { Optional = true, Hint = "拟处罚款与裁量工作单不同时填写，写入事先告知书（行政处罚法 第34条）" },
                Service(view), officers,
            ],
            CaseStep.RecordDefence => [at, Flag("written", "形式", "书面", optional: true), new("content", "陈述申辩的内容", Text) { Height = 6 }, new("attachments", "附件数", Whole) { Value = "0" },
                new("place", "口头陈述的地点") { Optional = true, Hint = "口头提出的填写，写入陈述申辩笔录" }, new("speaker", "口头陈述的人和身份") { Optional = true, Hint = "口头提出的填写" }],
            CaseStep.RecordWaiver => [at, Flag("written", "形式", "书面"), Flag("hearingToo", "听证权", "同时书面放弃要求听证", optional: true), new("note", "书面材料的位置")],
            CaseStep.ReviewDefence => [at, new("review", "复核情况", Text) { Height = 6 }, Flag("adopted", "结论", "予以采纳", optional: true), new("reason", "采纳或者不采纳的理由", Text), officers],
            CaseStep.RequestHearing =>
                [at, new("requestedBy", "申请人"), Flag("byAgent", "代理", "由代理人申请", optional: true), new("authorisation", "授权委托书") { Optional = true, Hint = "代理人申请时填写" }],
            CaseStep.MakeDecision =>
            [
                new("kind", "决定", OneOf) { Choices = Decisions, Value = state.Course.Discussion is { } discussed ? Camel(discussed.Kind) : "penalty" },
                penalties with { Penalties = state.Course.Discussion?.Penalties ?? state.Notice?.Penalties ?? [] }, RangeBasis,
                new("correction", "责令改正", Text) { Value = state.CorrectionCheck?.Findings ?? state.Correction?.Requirement },
                .. Gates.WasHeard(state) ? [new StepField("hearingAnswer", "对听证意见的采纳情况", Text) { Hint = "应当根据听证笔录作出决定（行政处罚法 第65条）" }] : Array.Empty<StepField>(),
                new("education", "教育情况", Text) { Optional = true, Hint = "不予处罚时填写；不满十四周岁或者不能辨认自己行为的，先送达责令监护人管教通知书" },
                new("proof", "当事人提供的证据", Text) { Optional = true, Hint = "以没有主观过错、不能辨认自己行为为由不予处罚时填写" },
                Distinct,
                state.DefenceReview is { Adopted: true }
                    ? new("defenceAnswer", "采纳陈述申辩后的改变", Text) { Optional = true, Hint = "处罚与告知相同的，写明采纳后作了哪些改变，或者为什么不影响处罚（行政处罚法 第45条）" }
                    : new("defenceAnswer", "", Hidden) { Optional = true },
            ],
            CaseStep.ServeDecision => [at, Service(view), Flag("publicityTold", "公示告知", "已书面告知当事人本决定将依法公示", optional: true) with { Value = "true", Hint = "决定书已载明" }, officers],
            CaseStep.RecordPayment =>
            [
                at, new("fineFen", "缴纳罚没款", StepFieldKind.Yuan) { Hint = $"还应缴 {ChineseText.Amount(state.OwedFen - state.PaidFen)}" },
                new("surchargeFen", "缴纳加处罚款", StepFieldKind.Yuan) { Optional = true }, new("receipt", "财政统一票据号"),
            ],
            CaseStep.DecidePublication =>
            [
                Flag("publish", "是否公示", "公示", optional: true), new("ground", "理由", Text) { Hint = "至少 5 个字" }, new("days", "公示天数", Whole) { Value = "90", Hint = "不公示的不计" },
                new("withholdGround", "不予公示的情形", OneOf)
                {
                    Optional = true,
                    Choices = Words<NoPublicationGround>(ground => ground switch
                    {
                        NoPublicationGround.NoSocialImpact => "不具有一定社会影响",
                        NoPublicationGround.Secrets => "涉及国家秘密、商业秘密或者个人隐私",
                        NoPublicationGround.Minor => "当事人是未成年人",
                        NoPublicationGround.PublicSafety => "可能危及国家安全、公共安全、经济安全、社会稳定",
                        _ => "不予行政处罚决定",
                    }),
                },
            ],
            // A case is closed on the one ground it has; the form shows which.
            CaseStep.CloseCase =>
            [
                new("ground", "结案情形", OneOf) { Choices = [new(Camel(ExecutionGates.GroundOf(state)), ExecutionGates.Title(ExecutionGates.GroundOf(state)))], Value = Camel(ExecutionGates.GroundOf(state)) },
                new("outcome", "执行情况", Text), new("archiveNumber", "档案号") { Optional = true, Hint = "归档时再编的，留空" },
            ],
            _ => null,
        };
    }

    private static IReadOnlyList<StepField> Conclusion(CaseStepView view, StepField penalties)
    {
        var (state, sheet) = (view.State, view.State.Measures.Discretion);
        Choice[] registered = [.. state.Evidence.Where(item => item.Excluded is null).Select(item => new Choice(item.Id, $"{item.Collected.Number}　{item.InReport.Title}（{item.InReport.Kind}）", item.InReport.Proves))];
        return
        [
            At(view), new("facts", "查明的事实", Text) { Value = state.Proposal?.Facts, Height = 8 },
            .. registered.Length == 0 ? Array.Empty<StepField>()
                : [new("evidenceIds", "已登记的证据", Many) { Optional = true, Choices = registered, Values = [.. registered.Select(item => item.Value)], Hint = "据以认定事实的证据；不作为依据的取消勾选" }],
            new("evidence", registered.Length == 0 ? "证据" : "其他证据", Lines)
            {
                Columns = [new("kind", "种类"), new("title", "名称"), new("proves", "证明内容")], Height = registered.Length == 0 ? 6 : 4, Hint = "每行一件：种类｜名称｜证明内容", Optional = registered.Length > 0,
            },
            new("breach", "违反的条款", Text) { Value = state.Correction?.Breach, Height = 2 }, new("penaltyBasis", "处罚依据", Text) { Value = state.Item?.Basis, Height = 2 },
            new("discretion", "裁量说明", Text) { Value = sheet?.Summary, Hint = sheet is null ? null : "取自裁量工作单" },
            new("illegalGainFen", "违法所得", StepFieldKind.Yuan) { Value = "0" },
            penalties with { Name = "proposal", Penalties = sheet is { FineFen: > 0 } ? [new(PenaltyKind.Fine, sheet.FineFen)] : [] },
            Flag("majorPublicInterest", "公共利益", "涉及重大公共利益", optional: true), Flag("complexFacts", "案情", "案情疑难复杂", optional: true),
            Flag("multipleLegalRelations", "法律关系", "涉及多个法律关系", optional: true), Officers(view),
        ];
    }

    private static IReadOnlyList<StepField> Matter(NewCaseView view) =>
    [
        new("itemCode", "事项编码") { Part = "事项和地点", Value = view.Item, Choices = view.Items, Hint = "输入编码或者名称中的字选择，例如 CG-030" },
        new("township", "案发镇街", OneOf) { Value = view.Township, Choices = view.Townships, Hint = "违法行为发生地所在的镇街" }, new("address", "案发地点") { Value = view.Address },
    ];

    private static readonly StepField Party = new("party", "当事人", Group)
    {
        Columns =
        [
            new("kind", "当事人类型", OneOf) { Value = "citizen", Choices = [new("citizen", "公民"), new("organisation", "法人或者其他组织"), new("individualBusiness", "个体工商户")] },
            new("name", "当事人姓名或者名称") { Hint = "个体工商户填经营者姓名" }, new("tradeName", "字号") { Optional = true, Hint = "个体工商户填写" },
            new("identifier", "证件号码") { Optional = true, Hint = "公民、个体工商户经营者填居民身份证号，单位填统一社会信用代码" },
            new("creditCode", "统一社会信用代码") { Optional = true, Hint = "个体工商户填写" },
            new("bornOn", "出生日期", Date) { Optional = true, Why = "未满十四周岁不予处罚，未满十八周岁从轻或者减轻（行政处罚法 第30条）" },
            new("representative", "法定代表人或者负责人") { Optional = true }, new("address", "住所或者住址") { Optional = true }, new("phone", "联系电话") { Optional = true },
        ],
    };

    private static StepField OfNew(NewCaseView view) => TwoOfficers(view.Officers, view.Self is { } self && view.Officers.Any(officer => officer.Value == self) ? [self] : []);

    private static StepField Officers(CaseStepView view) => TwoOfficers(view.Officers, [.. view.State.Officers.Select(officer => officer.Id)]);

    /// <summary>The two who act; only people who may act in the subject's name.</summary>
    public static StepField TwoOfficers(IReadOnlyList<Choice> choices, IReadOnlyList<string> first) =>
        new("officers", "执法人员", StepFieldKind.Officers) { Choices = choices, Values = first, Why = "执法人员不得少于两人（行政处罚法 第42条）" };

    private static StepField At(CaseStepView view) => new("at", "时间", Moment) { Value = LocalMoment.Text(view.Context.Now) };

    private static StepField Until(CaseStepView view) => new("until", "结束时间", Moment) { Value = LocalMoment.Text(view.Context.Now) };

    /// <summary>How a paper was handed over.</summary>
    private static StepField Service(CaseStepView view, string label = "送达", bool optional = false) => new("service", label, Group)
    {
        Optional = optional,
        Columns =
        [
            new("method", $"{label}方式", OneOf) { Choices = Words<ServiceMethod>(ExecutionGates.Title), Value = "direct" },
            new("place", "送达地点") { Value = optional ? null : view.State.Execution.Address?.Address ?? view.State.Place?.Address, Hint = "公告送达不填" }, new("receiver", "收件人") { Hint = "公告送达不填" },
            new("relation", "收件人与当事人的关系") { Example = "本人、法定代表人、同住成年家属……" }, new("refusalNote", "拒收事由") { Optional = true, Hint = "留置送达时填写" },
            new("witness", "见证人或者影像") { Optional = true, Hint = "留置送达时填写" },
            new("carrier", "邮件号、受托（转交）单位或者公告载体") { Optional = true, Hint = "邮寄、委托、转交、公告送达时填写" },
        ],
    };

    private static readonly StepField Reading = new("reading", "核对笔录", Group)
    {
        Columns =
        [
            new("pages", "笔录页数", Whole) { Value = "1", Hint = "由被询问人逐页签名" }, new("corrections", "改动处数", Whole) { Value = "0", Hint = "由被询问人逐处捺指印" },
            Flag("readAloud", "宣读", "被询问人阅读有困难，已向其宣读", optional: true),
            new("language", "使用的语言") { Optional = true, Example = "闽南话", Hint = "不是普通话时填写" },
            new("interpreter", "翻译人员") { Optional = true, Hint = "姓名和单位；执法人员自己会说的不填" },
        ],
    };

    private static StepField Flag(string name, string label, string statement, bool optional = false, string? hint = null) =>
        new(name, label, StepFieldKind.Flag) { Choices = [new("true", statement, hint)], Optional = optional };

    private static Choice[] OfCase(CaseState state) => [.. state.Officers.Select(officer => new Choice(officer.Id, officer.Name))];

    private static Choice[] Words<T>(Func<T, string> words) where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => new Choice(Camel(value), words(value)))];

    internal static string Camel<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>An amount as it stands in a field.</summary>
    internal static string Yuan(long fen) => (fen / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    private static string? Range(CaseState state) => state.Party?.Kind == PartyKind.Organisation
        ? Limits(state, state.Item?.OrganisationMinimumFen, state.Item?.OrganisationMaximumFen) : Limits(state, state.Item?.CitizenMinimumFen, state.Item?.CitizenMaximumFen);

    private static string? Limits(CaseState state, long? least, long? most) => (least, most) switch
    {
        ({ } low, { } high) => $"法定幅度 {ChineseText.Amount(low)} 至 {ChineseText.Amount(high)}",
        (null, { } high) => $"法定最高 {ChineseText.Amount(high)}",
        _ => state.Item?.FineRule,
    };
}
