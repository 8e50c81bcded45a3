namespace Lianzhi.Core.Cases.Clocks;

/// <summary>Events in officers' words (事件名称).</summary>
public static class CaseEventTitles
{
    /// <summary>The event as people call it.</summary>
    public static string Title(this CaseEventType type) => type switch
    {
        CaseEventType.EvidencePreserved => "先行登记保存证据",
        CaseEventType.PreservationDecided => "作出先行登记保存处理决定",
        CaseEventType.Sealed => "查封、扣押",
        CaseEventType.SealExtended => "延长查封、扣押期限",
        CaseEventType.SealLifted => "解除查封、扣押",
        CaseEventType.TestStarted => "检测、检验、鉴定开始",
        CaseEventType.TestEnded => "检测、检验、鉴定结束",
        CaseEventType.Filed => "立案",
        CaseEventType.DecisionPaused => "办案期限中止",
        CaseEventType.DecisionResumed => "办案期限恢复",
        CaseEventType.DecisionMade => "作出处罚决定",
        CaseEventType.HearingRightTold => "告知听证权利",
        CaseEventType.HearingRequested => "要求听证",
        CaseEventType.DecisionServed => "送达处罚决定书",
        CaseEventType.ServiceStarted => "交邮或者发布送达公告",
        CaseEventType.PaymentDeferred => "批准延期（分期）缴纳",
        CaseEventType.Paid => "缴清罚款",
        CaseEventType.CashCollected => "当场收缴罚款",
        CaseEventType.CashHandedIn => "当场收缴的罚款交回机关",
        CaseEventType.CashBanked => "罚款缴付银行",
        CaseEventType.ReviewApplied => "申请行政复议",
        CaseEventType.ReviewWithdrawn => "撤回复议申请",
        CaseEventType.ReviewDecisionServed => "复议决定书送达",
        CaseEventType.ReviewRefused => "复议机关不予受理或者驳回",
        CaseEventType.ReviewTermExpired => "复议期满未作决定",
        CaseEventType.SuitFiled => "提起行政诉讼",
        CaseEventType.CourtApplied => "申请人民法院强制执行",
        CaseEventType.DemandServed => "催告书送达",
        CaseEventType.CrimeReported => "提出涉嫌犯罪移送报告",
        CaseEventType.CrimeTransferDecided => "作出是否移送决定",
        CaseEventType.Published => "公示处罚决定",
        CaseEventType.NotToPublish => "决定不予公示",
        CaseEventType.DecisionRevoked => "处罚决定被变更、撤销、确认违法或者无效",
        CaseEventType.PublicationWithdrawn => "撤回公示信息",
        _ => "案件终止",
    };
}
