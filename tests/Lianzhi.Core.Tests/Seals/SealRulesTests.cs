using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Seals;
using Lianzhi.Core.Tests.Cases;

namespace Lianzhi.Core.Tests.Seals;

/// <summary>The seal: for issued papers, after the head's signature, by three different people.</summary>
public sealed class SealRulesTests
{
    private const string Street = "蓝田街道办事处";
    private static readonly PaperToSeal Order = new(DocumentKinds.Of(DocumentCode.CorrectionOrder), PaperStanding.InForce);
    private static readonly PaperToSeal Fallen = Order with { Standing = PaperStanding.Revoked };
    private static readonly SignerFact Fact = new("周海波", "主任", null);
    private static readonly CaseSigner Head = new("head-account", "周海波", "主任", null, "head");
    private static readonly DateTimeOffset Ready = CaseScenario.At("2026-03-04 16:30");
    private static readonly SealRequest Waiting = new(SealStage.Requested, "asker-account", "o1", 3, true, null, null);
    private static readonly SealRequest Approved = Waiting with { Stage = SealStage.Approved, Approval = new(Head, new DateOnly(2026, 3, 4)), ReadyAt = Ready };
    private static readonly SealUse Use = new(Ready.AddMinutes(10), 3, true, 0, null, "林晓岚");

    [Fact]
    public void Ask_AnIssuedSealedPaper_IsLawful()
    {
        Assert.Empty(SealRules.Ask(Order, null, false, 1, null));
        Assert.Empty(SealRules.Ask(Order with { Standing = PaperStanding.Corrected }, null, true, SealRules.MostCopies, "复议机关调取"));
    }

    [Fact]
    public void Refusals_Every_ArePinned() => GateSnapshot.Match("seals.txt",
    [
        ("文书没有制发", SealRules.Ask(null, null, false, 3, null)),
        ("文书不加盖印章", SealRules.Ask(new(DocumentKinds.Of(DocumentCode.AddressConfirmation), PaperStanding.InForce), null, false, 3, null)),
        ("文书已撤销", SealRules.Ask(Fallen, null, false, 3, null)),
        ("文书已由新文书代替", SealRules.Ask(Order with { Standing = PaperStanding.Superseded }, null, false, 3, null)),
        ("已经申请", SealRules.Ask(Order, "漳龙蓝印〔2026〕1号", false, 3, null)),
        ("份数为零、用途过长", SealRules.Ask(Order, null, false, 0, new string('字', 201))),
        ("份数一百、再次用印没有用途", SealRules.Ask(Order, null, true, 100, " ")),
        ("批准：不是负责人", SealRules.Approve(Waiting, Order, Street, "x", "o9", null).Refusals),
        ("批准：申请人", SealRules.Approve(Waiting, Order, Street, "asker-account", null, Fact).Refusals),
        ("批准：同一执法人员的另一账号", SealRules.Approve(Waiting, Order, Street, "x", "o1", Fact).Refusals),
        ("批准：文书已撤销", SealRules.Approve(Waiting, Fallen, Street, "head-account", "head", Fact).Refusals),
        ("批准：已经用印", SealRules.Approve(Waiting with { Stage = SealStage.Sealed }, Order, Street, "head-account", "head", Fact).Refusals),
        ("退回：没有原因", [SealRules.Return(Waiting, Street, "head-account", "head", Fact, false, " ")!]),
        ("退回：待批准，印章管理员", [SealRules.Return(Waiting, Street, "keeper-account", "keeper", null, true, "文号有误")!]),
        ("退回：待用印，负责人", [SealRules.Return(Approved, Street, "head-account", "head", Fact, false, "文号有误")!]),
        ("退回：已退回", [SealRules.Return(Waiting with { Stage = SealStage.Returned }, Street, "head-account", "head", Fact, false, "文号有误")!]),
        ("用印：待批准", SealRules.Register(Waiting, Order, "keeper-account", "keeper", Use, Ready.AddHours(1))),
        ("用印：已退回", SealRules.Register(Waiting with { Stage = SealStage.Returned }, Order, "keeper-account", "keeper", Use, Ready.AddHours(1))),
        ("用印：申请人", SealRules.Register(Approved, Order, "asker-account", null, Use, Ready.AddHours(1))),
        ("用印：签批人", SealRules.Register(Approved, Order, "x", "head", Use, Ready.AddHours(1))),
        ("用印：文书已撤销", SealRules.Register(Approved, Fallen, "keeper-account", "keeper", Use, Ready.AddHours(1))),
        ("用印：什么都没有填", SealRules.Register(Approved, Order, "keeper-account", "keeper", new(null, null, false, null, null, null), Ready.AddHours(1))),
        ("用印：早于批准、超过份数、未批准骑缝、作废没有原因", SealRules.Register(Approved with { Straddle = false }, Order, "keeper-account", "keeper", new(Ready.AddMinutes(-1), 4, true, 1, null, "林晓岚"), Ready.AddHours(1))),
        ("用印：晚于现在", SealRules.Register(Approved, Order, "keeper-account", "keeper", Use with { At = Ready.AddHours(2) }, Ready.AddHours(1))),
    ]);

    [Fact]
    public void Approve_ByTheHead_NamesHimWithHisPost()
    {
        var signer = SealRules.Approve(Waiting, Order, Street, "head-account", "head", Fact);
        Assert.True(signer.IsOk);
        Assert.Equal(Head, signer.Value);
    }

    [Fact]
    public void Return_ByWhoseTurnItIs_IsLawful()
    {
        Assert.Null(SealRules.Return(Waiting, Street, "head-account", "head", Fact, false, "先由法制审核"));
        Assert.Null(SealRules.Return(Approved, Street, "keeper-account", "keeper", null, true, "页数与单不符"));
    }

    [Fact]
    public void Register_FewerCopiesInTheMinuteOfTheApproval_IsLawful()
    {
        Assert.Empty(SealRules.Register(Approved with { ReadyAt = Ready.AddSeconds(40) }, Order, "keeper-account", "keeper", Use with { At = Ready, Copies = 1, Straddle = false, Spoilt = 1, SpoiltReason = "盖歪，已销毁" }, Ready.AddMinutes(1)));
    }
}
