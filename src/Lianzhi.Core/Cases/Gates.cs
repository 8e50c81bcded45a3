using Lianzhi.Core.Documents;

namespace Lianzhi.Core.Cases;

/// <summary>
/// The gates of a case (办理条件). Each is one rule with its code, its sentence and its article, and answers null
/// when it lets the step pass.
/// </summary>
public static partial class Gates
{
    /// <summary>The step belongs to this stage.</summary>
    public static Refusal? Stage(CaseState state, FlowLine line) => line.From.Contains(state.Stage)
        ? null
        : new("wrong-stage", $"案件处于“{state.Stage.Title()}”环节，不能办理“{line.Title}”。", line.Basis);

    /// <summary>An act outside lies not in the future and not before what it follows from.</summary>
    public static Refusal? Time(CaseState state, DateTimeOffset at, DateTimeOffset now) =>
        at > now ? Refusal.Invalid("at", "发生时间不能晚于现在。")
        : state.LastAt is { } last && CaseDays.Of(at) < CaseDays.Of(last) && state.Stage is not CaseStage.Investigating
            ? Refusal.Invalid("at", $"发生时间不能早于前一环节（{ChineseText.Date(CaseDays.Of(last))}）。")
        : state.Filing is { } filing && at.AddMinutes(1) <= filing.At // Times of acts are written to the minute.
            ? new("before-filing", $"立案（{ChineseText.Date(filing.On)}）之前的行为不属于本案调查取证，应当作为线索核查材料附卷。", "行政处罚法 第54条")
        : null;

    /// <summary>Two certified officers of the subject, or sent down to it, that day (第42条); nothing to say while the subject is unknown.</summary>
    public static Result<CaseOfficer[]> TwoOfficers(CaseFacts facts, CaseSubject? subject, IReadOnlyList<string> ids, DateOnly on) =>
        subject is null ? Array.Empty<CaseOfficer>() : facts.Crew(subject.Code, ids, on);

    /// <summary>Both officers belong to the case (办案人员).</summary>
    public static Refusal? OfCase(CaseState state, IReadOnlyList<string> ids) =>
        ids.Any(id => state.Recusals.Any(recusal => recusal.Officer.Id == id) && state.Officers.All(officer => officer.Id != id))
            ? new("officer-recused", "已回避的人员不得再办理本案。", "行政处罚法 第43条", "officers")
            : ids.Select(id => Separation.Check(state, id, CaseDuty.Investigate, "officers")).FirstOrDefault(conflict => conflict is not null);

    /// <summary>A subject was found, and the same as the case has (第22至24条).</summary>
    public static Refusal? Subject(CompetenceFact competence) =>
        competence.Item is null
            ? new("item-not-in-force", "该事项当日不在有效的赋权事项清单和部门权责清单内，不得立案。", "行政处罚法 第16、24条", "itemCode")
        : competence.Subject is null
            ? new("no-competent-subject", $"本区镇街和部门都不是本案的执法主体，应当移送：{string.Join("；", competence.Reasons.Select(reason => reason.Text))}", "行政处罚法 第22至24条", "itemCode")
        : null;

    /// <summary>The officers who propose act for the resolved subject; a township's list cannot be widened by choice (第38条).</summary>
    public static Refusal? SubjectUnchanged(CaseSubject proposed, CaseSubject? today) =>
        today is not null && today.Code == proposed.Code
            ? null
            : new("subject-changed", $"按今天的清单，执法主体是{today?.Name ?? "区外机关"}，不是{proposed.Name}，应当退回重新提请或者移送。", "行政处罚法 第24、38条");

    /// <summary>Found in time (第36条).</summary>
    public static Refusal? Limitation(LimitationFact limitation, DateOnly discovered) => limitation.Expired
        ? new("limitation-expired", $"违法行为应当在 {ChineseText.Date(limitation.LimitOn)} 前发现，{ChineseText.Date(discovered)} 才发现，已过行政处罚追究时效，不再给予行政处罚。", "行政处罚法 第36条", "discoveredOn")
        : null;

    /// <summary>The signer heads the subject that day or holds a written authorisation (第57条); a 片长 does not.</summary>
    public static Result<CaseSigner> Signer(CaseState state, StepContext context) =>
        context.OfficerId is { } person && context.Facts.Signer(person, state.Subject!.Code, context.Today) is { } signer
            ? NotProposer(state, context) is { } separation ? separation : new CaseSigner(context.Account, signer.Name, signer.Post, signer.Authorisation, person)
            : new Refusal("signer-not-head", $"须由{state.Subject!.Name}的行政机关负责人，或者持有书面签批授权的负责人签批；片长、副片长不因该职务取得签批权。", "行政处罚法 第57条");

    /// <summary>Who proposed, investigated, hosted or reviewed does not approve (查审分离).</summary>
    private static Refusal? NotProposer(CaseState state, StepContext context) =>
        context.Account == state.Proposal?.ProposedBy
            ? new("investigator-approves", "本案的调查人员不得审批本案。", "行政处罚法 第43、57条")
            : context.OfficerId is { } person ? Separation.Check(state, person, CaseDuty.Approve) : null;

    /// <summary>Certificates were shown and rights told (第55条).</summary>
    public static Refusal? Certificates(bool shown) => shown
        ? null
        : new("certificates-not-shown", "执法人员应当主动出示执法证件；未出示的，当事人有权拒绝接受调查或者检查。", "行政处罚法 第55条", "certificatesShown");

    /// <summary>Somebody looked or asked before the investigation ends (第54条).</summary>
    public static Refusal? Investigated(CaseState state) => state.Inspections.Count + state.Interviews.Count > 0
        ? null
        : new("not-investigated", "还没有现场检查笔录或者询问笔录。应当全面、客观、公正地调查，收集有关证据。", "行政处罚法 第54、55条");

    /// <summary>The party was told before (第44、62条).</summary>
    public static Refusal? NoticeServed(CaseState state) => state.Notice is not null
        ? null
        : new("notice-not-served", "还没有送达行政处罚事先告知书，不得作出行政处罚决定。", "行政处罚法 第44、62条");

    /// <summary>The term for statement and defence is over or was given up in writing (第62条).</summary>
    public static Refusal? DefenceEnded(CaseState state, DateOnly today) =>
        state.Notice is { } notice && today <= notice.DefenceDueOn && state.Waiver is null
            ? new("defence-period-running", $"陈述申辩期 {ChineseText.Date(notice.DefenceDueOn)} 届满，当事人未书面明确放弃，不得作出决定。", "行政处罚法 第62条")
            : null;

    /// <summary>Everything the party said was checked (第45条).</summary>
    public static Refusal? DefenceReviewed(CaseState state) => state.Defences.Count > 0 && state.DefenceReview is null
        ? new("defence-not-reviewed", "当事人的陈述申辩还没有复核。应当充分听取，对事实、理由和证据进行复核；成立的应当采纳。", "行政处罚法 第45条")
        : null;

    /// <summary>A right to a hearing was told (第63条).</summary>
    public static Refusal? HearingRightTold(CaseState state, PenaltyAssessment assessment) =>
        assessment.HearingRight && state.Notice is { HearingRightTold: false }
            ? new("hearing-right-not-told", "拟作出的处罚属于应当告知听证权的范围，事先告知书没有告知，应当重新告知。", "行政处罚法 第63条")
            : null;

    /// <summary>The term to ask for a hearing is over or was given up in writing (第62、64条).</summary>
    public static Refusal? HearingPeriodEnded(CaseState state, DateOnly today) =>
        state.Notice is { HearingDueOn: { } due } && today <= due && state.HearingRequest is null && state.Waiver is not { HearingToo: true }
            ? new("hearing-period-running", $"听证申请期 {ChineseText.Date(due)} 届满，当事人未书面放弃，不得作出决定。", "行政处罚法 第62、64条")
            : null;

    /// <summary>Not heavier than told (第45条第2款).</summary>
    public static Refusal? NotHeavier(CaseState state, IReadOnlyList<CasePenalty> penalties) =>
        state.Notice is { } notice && Heavier(penalties, notice.Penalties)
            ? new("heavier-than-notified", "处罚比事先告知的重。不得因当事人陈述、申辩而给予更重的处罚；发现新的事实的，应当重新告知。", "行政处罚法 第45条第2款", "penalties")
            : null;

    /// <summary>Nobody under 14 is penalised (第30条).</summary>
    public static Refusal? NotBarred(PenaltyAssessment assessment) => assessment.PenaltyBarred
        ? new("penalty-barred", "当事人行为时不满十四周岁，不予行政处罚，责令监护人加以管教。", "行政处罚法 第30条", "penalties")
        : null;

    /// <summary>
    /// The same conduct is not fined twice, whichever item it was filed under (第29条): of the same item, day and township it is the same; where item or township
    /// differs, somebody says why it is not.
    /// </summary>
    /// <param name="earlier">Fines of the same day.</param>
    /// <param name="item">Item of this case.</param>
    /// <param name="township">Township of this case, by code.</param>
    /// <param name="penalties">What is to be decided.</param>
    /// <param name="distinct">Why it is other conduct, from whatever step said so.</param>
    public static Refusal? NotTwice(IReadOnlyList<EarlierFine> earlier, string item, string township, IReadOnlyList<CasePenalty> penalties, params IEnumerable<string?> distinct)
    {
        const string Article = "行政处罚法 第29条";
        if (penalties.All(penalty => penalty.Kind != PenaltyKind.Fine)) return null;
        var same = earlier.Where(fine => fine.ItemCode == item && fine.Township == township).ToList();
        if (same.Count > 0) return new("second-fine", $"当事人的同一违法行为已由{string.Join("、", same.Select(fine => fine.Number))}处以罚款，不得再次罚款。", Article, "penalties");
        return earlier.Count > 0 && distinct.All(string.IsNullOrWhiteSpace)
            ? new("perhaps-second-fine", $"当事人同日的行为已由{string.Join("、", earlier.Select(fine => $"{fine.Number}（{fine.ItemCode}）"))}处以罚款。属同一违法行为的，不得再次罚款，同一行为违反多个规定的按罚款数额高的规定处罚；不是同一行为的，写明理由。", Article, "distinctConduct")
            : null;
    }

    /// <summary>Only a warning or a small fine is given on the spot (第51条).</summary>
    public static Refusal? OnSpotLimit(PenaltyAssessment assessment) => assessment.SimpleAllowed
        ? null
        : new("on-spot-limit", "当场处罚只限警告，或者对公民二百元以下、对法人或者其他组织三千元以下罚款，且违法事实确凿。请走普通程序。", "行政处罚法 第51条", "penalties");

    /// <summary>What was decided on the spot is written down while it can still be filed in time (第52条第3款): no one makes up an old one.</summary>
    public static Refusal? OnSpotInTime(DateOnly on, StepContext context, string? leadDepartment) =>
        leadDepartment is not null && context.Facts.WorkingDaysAfter(on, context.Facts.Procedure.Settings(leadDepartment, on).SimpleReportDays) is var last && context.Today > last
            ? new("on-spot-too-late", $"当场处罚应当当场作出并在 {ChineseText.Date(last)} 前报备，已经超过报备期限，不得补作；需要处罚的，按普通程序办理。", "行政处罚法 第52条", "at")
            : null;

    /// <summary>The party was told orally and heard before an on-the-spot penalty (第44、45、62条).</summary>
    public static Refusal? OralNotice(bool told, string opinion) => !told
        ? new("oral-notice-missing", "当场处罚前应当口头告知拟处罚内容及事实、理由、依据和陈述申辩权。", "行政处罚法 第44、62条", "oralNotice")
        : string.IsNullOrWhiteSpace(opinion)
            ? new("party-opinion-missing", "应当听取并记录当事人的意见；没有意见的，写明“无异议”。", "行政处罚法 第45条", "partyOpinion")
            : null;

    /// <summary>Longest name of a party, in UTF-16 units: lists, seals and envelopes show it whole.</summary>
    public const int LongestName = 100;

    /// <summary>Names that lists can hold.</summary>
    public static IEnumerable<Refusal?> Named(CaseParty party) =>
    [
        string.IsNullOrWhiteSpace(party.Name) ? Refusal.Invalid("party.name", "请填写当事人。") : party.Name.Length > LongestName ? Refusal.Invalid("party.name", $"当事人名称不超过{LongestName}个字。") : null,
        // What is published of a party is shown whole as well.
        (party.CreditCode ?? (party.Kind == PartyKind.Organisation ? party.Identifier : null))?.Length > 18 ? Refusal.Invalid(party.CreditCode is null ? "party.identifier" : "party.creditCode", "统一社会信用代码为18位。") : null,
        party.Representative?.Length > 60 ? Refusal.Invalid("party.representative", "法定代表人或者负责人不超过60个字。") : null,
        party.Address?.Length > 200 ? Refusal.Invalid("party.address", "住所或者住址不超过200个字。") : null,
        party.TradeName?.Length > LongestName ? Refusal.Invalid("party.tradeName", $"字号不超过{LongestName}个字。") : null,
    ];

    /// <summary>A date of birth that nobody can read would silence the gates of age (第30条).</summary>
    public static Refusal? Born(CaseParty party, DateOnly actOn)
    {
        if (!string.IsNullOrEmpty(party.BornOn) && party.StatedBirth is null) return Refusal.Invalid("party.bornOn", "出生日期格式应为 1990-01-31。");
        if (party.BirthDate > actOn) return Refusal.Invalid("party.bornOn", "出生日期不能晚于违法行为日期。");
        return party.StatedBirth is { } stated && party.IdentifiedBirth is { } identified && stated != identified
            ? Refusal.Invalid("party.bornOn", $"出生日期与身份证号码记载的{ChineseText.Date(identified)}不一致，请核对。") : null;
    }

    /// <summary>Every penalty comes with an order to correct (第28条).</summary>
    public static Refusal? Correction(string correction) => string.IsNullOrWhiteSpace(correction)
        ? new("correction-missing", "实施行政处罚时，应当责令当事人改正或者限期改正；已经改正的，写明复查结果。", "行政处罚法 第28条", "correction")
        : null;

    /// <summary>Nothing is published before it is served (第48条), and never a minor's decision.</summary>
    public static Refusal? Publishable(CaseState state, PenaltyAssessment? assessment) =>
        state.ServedOn is null ? new("published-before-service", "未送达的决定不得公示。", "行政处罚法 第48、61条")
        : assessment is { Publishable: false } ? new("minor-not-published", "当事人行为时未满十八周岁，其行政处罚决定不公示。", "未成年人保护法 第103条；行政处罚法 第50条", "publish")
        : null;

    /// <summary>Only a penalty is published (第48条): a decision not to punish names nobody.</summary>
    public static Refusal? IsPenalty(CaseState state) => state.Penalties.Count > 0
        ? null
        : new("no-penalty-not-published", "不予处罚的决定不公示当事人。", "行政处罚法 第48条", "publish");

    /// <summary>The decision was performed before the case is closed.</summary>
    public static Refusal? Performed(CaseState state) => state.PaidFen >= state.OwedFen
        ? null
        : new("not-performed", $"还有{ChineseText.Amount(state.OwedFen - state.PaidFen)}没有缴清，不能结案。", "行政处罚法 第66、67条");

    /// <summary>An order to correct was checked before the case is closed, also one that stands in the decision alone (第28条).</summary>
    public static Refusal? CorrectionDone(CaseState state) => (state.CorrectionInForce is null && state.Decision is not { Kind: DecisionKind.Penalty }) || state.CorrectionCheck is { Corrected: true }
        ? null
        : new("correction-not-checked", "责令改正后还没有复查，或者复查未改正，不能结案。", "行政处罚法 第28条");

    /// <summary>Whether to publish was decided, and done where decided, before the case is closed.</summary>
    public static Refusal? PublicationSettled(CaseState state) =>
        state.Penalties.Count == 0 ? null
        : state.Publication is null ? new("publication-undecided", "还没有决定是否公示。", "行政处罚法 第48条")
        : state.Publication.Publish && state.Published is null ? new("publication-pending", "已决定公示，还没有公示。", "行政处罚法 第48条")
        : null;
}
