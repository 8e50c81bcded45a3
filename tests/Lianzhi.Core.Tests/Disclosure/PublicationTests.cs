using System.Text;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Disclosure;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Tests.Cases;

namespace Lianzhi.Core.Tests.Disclosure;

/// <summary>What of a decision reaches the public, when, and for how long.</summary>
public class PublicationTests
{
    private static readonly DateOnly Today = new(2026, 10, 8);
    private static readonly PublicationSettings Settings = new(60, 2, 365, ShowRepresentative: false);

    [Fact]
    public void Publish_Organisation_ShowsNameAndSeatMasksPeople()
    {
        var text = Publication.Publish(Company, null, Today, Settings).Value!;
        Assert.Equal(("漳州百川仓储有限公司", "91350603MA00002684", "林某某", "漳州市龙文区朝阳街道迎宾大道 10 号"), (text.Party, text.CreditCode, text.Representative, text.Domicile));
        PinnedText.Match("company.txt", Said(text));
    }

    [Fact]
    public void Publish_Citizen_ShowsSurnameAndTown()
    {
        var citizen = Company with
        {
            PartyKind = PublishedPartyKind.Citizen,
            PartyName = "陈小明",
            CreditCode = null,
            Representative = null,
            BirthDate = new DateOnly(1980, 5, 1),
            Domicile = "梧桥村 12 号",
            DomicileTownship = "蓝田街道",
            Paragraphs = [new DecisionParagraph("当事人", "陈小明，住梧桥村 12 号，身份证号 350603198005010019，手机 13800000021，银行账号 6222021402000000001，驾驶闽E12345。")],
        };
        var text = Publication.Publish(citizen, null, Today, Settings).Value!;
        Assert.Equal(("陈某某", null, null, "蓝田街道"), (text.Party, text.CreditCode, text.Representative, text.Domicile));
        PinnedText.Match("citizen.txt", Said(text));
    }

    [Fact]
    public void Publish_IndividualBusiness_ShowsBusinessMasksOperator()
    {
        var business = Company with { PartyKind = PublishedPartyKind.IndividualBusiness, PartyName = "龙文区老味馆餐饮店", Representative = "陈小明", Paragraphs = [new("当事人", "龙文区老味馆餐饮店，经营者：陈小明")] };
        var text = Publication.Publish(business, null, Today, Settings).Value!;
        Assert.Equal(("龙文区老味馆餐饮店", "陈某某", "龙文区老味馆餐饮店，经营者：陈某某"), (text.Party, text.Representative, text.Paragraphs[0].Text));
    }

    [Fact]
    public void Publish_IndividualBusinessWithoutTradeName_MasksTheOperator()
    {
        var business = CaseDocuments.ToPublish(Served(new CaseParty(PartyKind.IndividualBusiness, "陈小明", CreditCode: "92350603MA0000123P"), "经查，陈小明占道经营。"), null);
        var text = Publication.Publish(business, null, Today, Settings).Value!;
        Assert.Equal(("陈某某", "陈某某", "92350603MA0000123P"), (text.Party, text.Representative, text.CreditCode));
        Assert.DoesNotContain("陈小明", Said(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Publish_TradeNameHoldingTheOperatorsName_StaysWhole()
    {
        var business = CaseDocuments.ToPublish(Served(new CaseParty(PartyKind.IndividualBusiness, "陈小明", TradeName: "陈小明小吃店"), "经查，陈小明小吃店占道经营，经营者陈小明在场。"), null);
        Assert.Contains("陈小明小吃店占道经营，经营者陈某某在场", Said(Publication.Publish(business, null, Today, Settings).Value!), StringComparison.Ordinal);
    }

    [Fact]
    public void Publish_EverybodyKnownToTheCase_IsMaskedInEveryText()
    {
        string[] known = ["郑受访", "35060319810101002X", "孙申辩", "钱代理", "周到场", "许见证", "何收件", "fx@example.com", "新华北路 8 号", "冯签收", "1979年3月2日"];
        var all = "涉及" + string.Join("、", known) + "。";
        var state = Served(CaseScenario.Company, all);
        state = state with
        {
            Party = state.Party! with { BornOn = "1979-03-02" },
            Interviews = [.. state.Interviews.Select(one => one with { Person = "郑受访（仓管员）", PersonIdentifier = "35060319810101002X" })],
            Defences = [new DefenceReceived(state.Notice!.At, false, "不知情", 0, "本机关", "孙申辩")],
            DefenceReview = new DefenceReviewed(state.Notice.At, all, false, all, state.Officers),
            Hearing = state.Hearing with { Held = state.Hearing.Held! with { Present = "周到场", Agents = [new("钱代理", "委托书")] } },
            Conclusion = state.Conclusion! with { Evidence = [new("证人证言", all, "事实")] },
            Decision = state.Decision! with { Facts = all, Discretion = all, Correction = all, HearingAnswer = all },
            Service = state.Service! with { Service = state.Service.Service with { Witness = "许见证、录像", Receiver = "何收件", Place = "新华北路 8 号" } },
            Execution = state.Execution with { Address = new AddressConfirmed(state.Notice.At, "新华北路 8 号", null, "fx@example.com", true, "冯签收") },
        };
        var text = Publication.Publish(CaseDocuments.ToPublish(state, null), null, Today, Settings).Value!;
        Assert.All(known, value => Assert.DoesNotContain(value, Said(text), StringComparison.Ordinal));
        Assert.Contains("郑某某", Said(text), StringComparison.Ordinal);
        Assert.Contains(text.Masks, note => note.What == "住址、出生日期、电子邮箱等");
    }

    [Fact]
    public void Publish_CitizensAddress_IsCutToTheTown()
    {
        var citizen = CaseDocuments.ToPublish(Served(CaseScenario.Citizen with { Address = "福建省漳州市龙文区蓝田街道梧桥村 12 号" }, "陈某住福建省漳州市龙文区蓝田街道梧桥村 12 号。"), null);
        var text = Publication.Publish(citizen, null, Today, Settings).Value!;
        Assert.Equal("蓝田街道", text.Domicile);
        Assert.DoesNotContain("梧桥村", Said(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("王明（法定代表人）、李红", "王明,李红")]
    [InlineData("当事人本人", "")]
    [InlineData("录像", "")]
    [InlineData("蓝田社区 陈网格", "陈网格")]
    [InlineData("漳州建发公司，欧阳小明", "欧阳小明")]
    [InlineData("13800000021", "")]
    public void Names_InWhatWasTyped_AreThoseOfPersons(string typed, string names) => Assert.Equal(names, string.Join(',', PersonNames.In(typed)));

    [Fact]
    public void Withdraw_NumbersInTheReason_AreMasked() =>
        Assert.Equal("复议撤销，联系 ■■■■。", Publication.Withdraw(true, "复议撤销，联系 13800000021。").Value);

    [Fact]
    public void Publish_RepresentativeBySetting_IsShown() =>
        Assert.Equal("林海涛", Publication.Publish(Company, null, Today, Settings with { ShowRepresentative = true }).Value!.Representative);

    [Theory]
    [InlineData(60, "2026-12-07")]
    [InlineData(365, "2027-10-08")]
    [InlineData(731, "2028-10-08")]
    public void Term_Days_RunFromPublication(int days, string endsOn) =>
        Assert.Equal(DateOnly.Parse(endsOn, System.Globalization.CultureInfo.InvariantCulture), Publication.Term(days, Today, Settings).Value);

    [Theory]
    [InlineData(59)]
    [InlineData(732)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void Term_OutsideSixtyDaysToTwoYears_IsRefused(int days) => Assert.Equal("term-out-of-range", Publication.Term(days, Today, Settings).Refusals[0].Code);

    [Theory]
    [InlineData("2008-10-08", true)]
    [InlineData("2008-10-07", false)]
    [InlineData("2012-01-01", true)]
    public void Gates_Minor_IsNeverPublished(string birth, bool barred)
    {
        var decision = Company with { PartyKind = PublishedPartyKind.Citizen, ActOn = new DateOnly(2026, 10, 8), BirthDate = DateOnly.Parse(birth, System.Globalization.CultureInfo.InvariantCulture) };
        Assert.Equal(barred, Publication.Gates(decision, Today).Any(refusal => refusal.Code == "minor"));
    }

    [Fact]
    public void Refusals_Each_AreSaidInWords()
    {
        var worst = Company with
        {
            ServedOn = null,
            ToldOfPublication = false,
            Result = PublishedResult.NoPenalty,
            HoldsSecrets = true,
            PartyKind = PublishedPartyKind.Citizen,
            BirthDate = new DateOnly(2015, 1, 1),
        };
        var refusals = Publication.Publish(worst, 10, Today, Settings).Refusals
            .Concat(Publication.DoNotPublish(Company, NoPublicationGround.Minor, "当事人未成年").Refusals)
            .Concat(Publication.DoNotPublish(Company, NoPublicationGround.NoPenalty, "没有处罚").Refusals)
            .Concat(Publication.DoNotPublish(Company, NoPublicationGround.NoSocialImpact, "无").Refusals)
            .Concat(Publication.Withdraw(false, "决定已被撤销").Refusals)
            .Concat(Publication.Withdraw(true, "").Refusals).ToList();
        Assert.Equal(6 + 5, refusals.Count);
        PinnedText.Match("publication-refusals.txt", PinnedText.Of(refusals));
    }

    [Fact]
    public void Gates_ServedTomorrow_IsNotServedYet() =>
        Assert.Equal("not-served", Assert.Single(Publication.Gates(Company with { ServedOn = Today.AddDays(1) }, Today)).Code);

    [Theory]
    [InlineData("陈小明", "陈某某")]
    [InlineData("陈明", "陈某某")]
    [InlineData("欧阳小明", "欧阳某某")]
    [InlineData("𠮷野太郎", "𠮷某某")]
    [InlineData("", "某某")]
    public void Name_Person_KeepsOnlyTheSurname(string name, string masked) => Assert.Equal(masked, Redaction.Name(name));

    [Theory]
    [InlineData("统一社会信用代码 91350603MA00002684 不遮盖")]
    [InlineData("罚款 120000 元，于 20261008 缴纳")]
    [InlineData("《消防法》第二十八条，龙朝执罚〔2026〕11号")]
    public void Text_PublicFacts_StayAsTheyAre(string text) => Assert.Equal(text, Redaction.Text(text, []).Text);

    [Fact]
    public void Text_NameInsideLongerName_LeavesNothing()
    {
        var (text, counts) = Redaction.Text("陈小明明和陈小明在场，陈小明签字。", ["陈小明", "陈小明明"]);
        Assert.Equal("陈某某和陈某某在场，陈某某签字。", text);
        Assert.Equal(3, counts.Names);
    }

    private static CaseState Served(CaseParty party, string facts)
    {
        var state = CaseScenario.DecidedAfterHearing().On("2026-04-08 18:00").Do(Commands.Serve() with { At = CaseScenario.At("2026-04-08 10:00") }).State;
        return state with { Party = party, Decision = state.Decision! with { Facts = facts } };
    }

    private static DecisionToPublish Company => new()
    {
        CaseId = "case",
        DecisionNumber = "漳龙朝罚决字〔2026〕11号",
        PartyKind = PublishedPartyKind.Organisation,
        PartyName = "漳州百川仓储有限公司",
        CreditCode = "91350603MA00002684",
        Representative = "林海涛",
        Domicile = "漳州市龙文区朝阳街道迎宾大道 10 号",
        ActOn = new DateOnly(2026, 9, 10),
        Cause = "占用消防车通道",
        Item = "XF-005",
        ResultText = "罚款 6000 元",
        Basis = ["消防法 第28条", "消防法 第60条第1款第5项"],
        OrganCode = "350603005",
        OrganName = "漳州市龙文区人民政府朝阳街道办事处",
        Area = "A2",
        DecidedOn = new DateOnly(2026, 9, 30),
        ServedOn = new DateOnly(2026, 10, 2),
        ToldOfPublication = true,
        OtherPersons = ["王证人"],
        Paragraphs =
        [
            new("违法事实", "经查，漳州百川仓储有限公司在厂区东侧消防车通道上堆放托盘。证人王证人（电话 0596-2100000）陈述属实，法定代表人林海涛签收。"),
            new("依据和结果", "违反《中华人民共和国消防法》第二十八条，处罚款 6000 元。"),
        ],
    };

    private static string Said(PublicDecision decision)
    {
        var text = new StringBuilder();
        foreach (var paragraph in decision.Paragraphs) text.Append(paragraph.Heading).Append('：').Append(paragraph.Text).Append('\n');
        foreach (var mask in decision.Masks) text.Append(mask.What).Append(' ').Append(mask.Count).Append(' ').Append(mask.Reason).Append(' ').Append(mask.Basis).Append('\n');
        return text.ToString();
    }
}
