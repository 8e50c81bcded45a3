namespace Lianzhi.Core.Cases.Clocks;

/// <summary>What happened in a case as far as clocks look at it (案件事件).</summary>
public enum CaseEventType
{
    /// <summary>先行登记保存证据.</summary>
    EvidencePreserved,

    /// <summary>对先行登记保存的证据作出处理决定.</summary>
    PreservationDecided,

    /// <summary>查封、扣押.</summary>
    Sealed,

    /// <summary>延长查封、扣押.</summary>
    SealExtended,

    /// <summary>解除查封、扣押.</summary>
    SealLifted,

    /// <summary>检测、检验、鉴定开始; may carry the announced end.</summary>
    TestStarted,

    /// <summary>检测、检验、鉴定结束.</summary>
    TestEnded,

    /// <summary>立案.</summary>
    Filed,

    /// <summary>办案期限中止计算.</summary>
    DecisionPaused,

    /// <summary>办案期限恢复计算.</summary>
    DecisionResumed,

    /// <summary>作出行政处罚决定.</summary>
    DecisionMade,

    /// <summary>告知听证权利.</summary>
    HearingRightTold,

    /// <summary>要求听证.</summary>
    HearingRequested,

    /// <summary>送达决定书.</summary>
    DecisionServed,

    /// <summary>已交邮或者已发布送达公告.</summary>
    ServiceStarted,

    /// <summary>批准延期、分期缴纳; carries the last day granted.</summary>
    PaymentDeferred,

    /// <summary>缴清罚款.</summary>
    Paid,

    /// <summary>当场收缴罚款.</summary>
    CashCollected,

    /// <summary>当场收缴的罚款交至行政机关.</summary>
    CashHandedIn,

    /// <summary>罚款缴付银行.</summary>
    CashBanked,

    /// <summary>申请行政复议.</summary>
    ReviewApplied,

    /// <summary>撤回复议申请.</summary>
    ReviewWithdrawn,

    /// <summary>复议决定书送达.</summary>
    ReviewDecisionServed,

    /// <summary>复议机关不予受理或者驳回申请.</summary>
    ReviewRefused,

    /// <summary>复议期限届满未作出决定.</summary>
    ReviewTermExpired,

    /// <summary>提起行政诉讼.</summary>
    SuitFiled,

    /// <summary>申请人民法院强制执行.</summary>
    CourtApplied,

    /// <summary>催告书送达.</summary>
    DemandServed,

    /// <summary>报告涉嫌犯罪移送.</summary>
    CrimeReported,

    /// <summary>作出移送或者不移送决定.</summary>
    CrimeTransferDecided,

    /// <summary>公示处罚决定.</summary>
    Published,

    /// <summary>决定不予公示.</summary>
    NotToPublish,

    /// <summary>处罚决定被变更、撤销、确认违法或者确认无效.</summary>
    DecisionRevoked,

    /// <summary>撤回公示信息.</summary>
    PublicationWithdrawn,

    /// <summary>案件终止、移送或者撤销.</summary>
    CaseEnded,
}

/// <summary>One dated event (事件).</summary>
/// <param name="Type">What happened.</param>
/// <param name="On">The day.</param>
/// <param name="Until">For <see cref="CaseEventType.PaymentDeferred"/> the last day granted (required); for <see cref="CaseEventType.TestStarted"/> the announced last day; otherwise null.</param>
public sealed record CaseEvent(CaseEventType Type, DateOnly On, DateOnly? Until = null);

/// <summary>What the decision asks the party to perform (履行内容).</summary>
public enum Performance
{
    /// <summary>A fine.</summary>
    Fine,

    /// <summary>Something other than a fine: no payment clock.</summary>
    Other,

    /// <summary>Nothing: neither payment nor court application.</summary>
    None,
}
