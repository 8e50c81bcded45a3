using CsCheck;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Inspections;
using static Lianzhi.Core.Tests.Inspections.InspectionScenario;

namespace Lianzhi.Core.Tests.Inspections;

/// <summary>Which step is lawful when, and what stands in its way.</summary>
public sealed class InspectionRulesTests
{
    private static readonly InspectionRequirement Flood = new("", "防汛检查", "yj", false, [], 2, 1, 1, 40, 4, "危化", 3, [new(4, 1, 10, 15)], "示例", Validity.Always);

    [Fact]
    public void Steps_BeforeApprovalAndNotice_AreRefusedWithTheReason()
    {
        Assert.Equal("not-approved", InspectionFlow.Check(Proposed(), InspectionStep.Start)?.Code);
        Assert.Equal("not-approved", InspectionFlow.Check(Proposed(), InspectionStep.Notice)?.Code);
        Assert.Equal("not-noticed", InspectionFlow.Check(Approved(), InspectionStep.Start)?.Code);
        Assert.Null(InspectionFlow.Check(Noticed(), InspectionStep.Start));
        Assert.Equal("inspection-step-not-now", InspectionFlow.Check(Noticed(), InspectionStep.Record)?.Code);
        Assert.Equal("inspection-step-not-now", InspectionFlow.Check(Started(), InspectionStep.Cancel)?.Code);
    }

    [Fact]
    public void Line_FromProposalToRecheck_LeadsThroughEveryStep()
    {
        InspectionFile[] course = [Proposed(), Approved(), Noticed(), Started(), Checked(), Recorded(), Concluded(), Told()];
        Assert.Equal(InspectionFlow.Line, course.Select(file => InspectionFlow.Next(file)!.Value));
        Assert.All(course, file => Assert.Null(InspectionFlow.Check(file, InspectionFlow.Next(file)!.Value)));
        Assert.Null(InspectionFlow.Next(Closed()));
    }

    [Fact]
    public void Notice_OnOrAfterTheDay_IsNotInAdvance()
    {
        Assert.Null(InspectionGates.Manner(Approved(), NoticeManner.Advance, null, new(2026, 10, 7), 0));
        Assert.Equal("notice-not-in-advance", InspectionGates.Manner(Approved(), NoticeManner.Advance, null, new(2026, 10, 8), 0)?.Code);
        Assert.Null(InspectionGates.Manner(Approved(), NoticeManner.OnArrival, "双随机抽查", new(2026, 10, 8), 0));
        Assert.Equal("notice-after-the-day", InspectionGates.Manner(Approved(), NoticeManner.OnArrival, "双随机抽查", new(2026, 10, 9), 0)?.Code);
        Assert.Null(InspectionGates.Manner(Approved(), NoticeManner.OnArrival, "双随机抽查", new(2026, 10, 9), 1));
    }

    [Fact]
    public void Start_AfterTheNotifiedDay_IsRefusedUntilTheNoticeIsMadeAnew()
    {
        Assert.Equal("before-the-day", InspectionGates.OnTheDay(Noticed(), new(2026, 10, 7), 0)?.Code);
        Assert.Null(InspectionGates.OnTheDay(Noticed(), new(2026, 10, 8), 0));
        Assert.Equal("after-the-day", InspectionGates.OnTheDay(Noticed(), new(2026, 10, 9), 0)?.Code);
        Assert.Null(InspectionGates.OnTheDay(Noticed(), new(2026, 10, 9), 1));
        Assert.Null(InspectionGates.OnTheDay(Proposed(urgent: true), new(2026, 10, 9), 0));
    }

    [Fact]
    public void Together_OfOtherDays_IsAnotherVisit()
    {
        Assert.Null(InspectionGates.Together(new(2026, 10, 8), []));
        Assert.Null(InspectionGates.Together(new(2026, 10, 8), [new(2026, 10, 8)]));
        Assert.Equal("joint-another-day", InspectionGates.Together(new(2026, 10, 9), [new(2026, 10, 8)])?.Code);
    }

    [Fact]
    public void Recheck_RecordedByWhoDidNotLook_IsRefused()
    {
        Assert.Null(InspectionGates.Looked(Proposed().Officers, "o2"));
        Assert.Equal("not-the-inspector", InspectionGates.Looked(Proposed().Officers, "o3")?.Code);
        Assert.Equal("not-the-inspector", InspectionGates.Looked(Proposed().Officers, null)?.Code);
    }

    [Fact]
    public void Urgent_BegunAtOnce_IsConcludedOnlyWhenMadeUp()
    {
        var begun = Started(Proposed(urgent: true));
        Assert.Null(InspectionFlow.Check(Proposed(urgent: true), InspectionStep.Start));
        Assert.Null(InspectionFlow.Check(begun, InspectionStep.Approve));
        var recorded = begun with { Stage = InspectionStage.Recorded, Recorded = Record() };
        Assert.Contains(InspectionGates.Conclude(recorded, new(InspectionConclusion.NothingFound, "未发现", new(2026, 10, 8)), Terms), refusal => refusal.Code == "not-made-up");
        Assert.Equal("invalid-input", InspectionGates.Manner(Approved(recorded), NoticeManner.Advance, null, new(2026, 10, 7), 0)?.Code);
        Assert.Null(InspectionGates.Manner(Approved(recorded), NoticeManner.MadeUp, "后厨冒烟，不容等待", new(2026, 10, 7), 0));
        Assert.Equal("notice-first", InspectionGates.Manner(Approved(), NoticeManner.MadeUp, "x", new(2026, 10, 7), 0)?.Code);
        var clock = Assert.Single(InspectionClocks.Of(begun, Terms, WorkCalendar.Empty));
        Assert.Equal(new DateOnly(2026, 10, 12), clock.Due);
    }

    [Fact]
    public void Frequency_AtTheCap_StopsPlannedVisitsAndAsksCausesForTheirReason()
    {
        var full = new InspectionFrequency(2, 2, 0);
        Assert.Equal("frequency-cap", InspectionGates.Frequency(InspectionSource.Plan, full)?.Code);
        Assert.Equal(["beyondGround", "beyondReason"], Beyond(InspectionSource.AtOnce, full, new(null, null, null)));
        Assert.Equal(["beyondReason"], Beyond(InspectionSource.AtOnce, full, new(CapGround.Risk, null, " ")));
        Assert.Equal(["beyondReference"], Beyond(InspectionSource.AtOnce, full, new(CapGround.Campaign, null, "专项行动")));
        Assert.Empty(Beyond(InspectionSource.AtOnce, full, new(CapGround.Risk, null, "监测到油烟超标")));
        Assert.Empty(Beyond(InspectionSource.Clue, full, new(CapGround.Complaint, "XS20261008001", "群众举报油烟")));
        Assert.Empty(Beyond(InspectionSource.Recheck, full, new(null, null, null)));
        Assert.Empty(Beyond(InspectionSource.AtOnce, full with { Granted = 1 }, new(null, null, null)));
        Assert.Null(InspectionGates.Frequency(InspectionSource.Plan, full with { Granted = 1 }));
        Assert.Null(InspectionGates.Frequency(InspectionSource.Plan, full with { Cap = null }));

        static IEnumerable<string?> Beyond(InspectionSource source, InspectionFrequency frequency, BeyondCap beyond) => InspectionGates.Beyond(source, frequency, beyond).Select(refusal => refusal.Field);
    }

    [Fact]
    public void Recheck_WithoutAnOrderOrBeyondIt_IsRefused()
    {
        InspectionRequirement Asked(string name) => new("", name, "cg", true, [], 1, 1, 1, 30, 1, "", 0, [], "示例", Validity.Always);
        var earlier = new OrderedInspection("01", "漳龙蓝检审〔2026〕1号", ["市容环境检查"]);
        Assert.Equal("recheck-without-order", InspectionGates.Follows(InspectionSource.Recheck, null, [Asked("市容环境检查")])?.Code);
        Assert.Equal("recheck-beyond-order", InspectionGates.Follows(InspectionSource.Recheck, earlier, [Asked("市容环境检查"), Asked("消防安全检查")])?.Code);
        Assert.Null(InspectionGates.Follows(InspectionSource.Recheck, earlier, [Asked("市容环境检查")]));
        Assert.Null(InspectionGates.Follows(InspectionSource.AtOnce, null, [Asked("市容环境检查")]));
    }

    [Fact]
    public void FrequencyStill_FilledSinceTheProposal_NamesWhatWasCounted()
    {
        var full = new InspectionFrequency(1, 1, 0) { Counted = [new(new(2026, 9, 30), "漳州市龙文区市场监督管理局")] };
        var refusal = InspectionGates.FrequencyStill(Noticed(), full)!;
        Assert.Equal("frequency-cap", refusal.Code);
        Assert.Contains("（2026年9月30日漳州市龙文区市场监督管理局）", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("重新提请", InspectionGates.FrequencyStill(Proposed(urgent: true), full)!.Message, StringComparison.Ordinal);
        Assert.Null(InspectionGates.FrequencyStill(Proposed(urgent: true) with { BeyondReason = "后厨冒烟" }, full));
        Assert.Null(InspectionGates.FrequencyStill(Noticed() with { Source = InspectionSource.Recheck }, full));
        Assert.Null(InspectionGates.FrequencyStill(Noticed(), full with { Granted = 1 }));
    }

    [Fact]
    public void Frequency_OfAnyFigures_IsFullExactlyFromCapAndGrantOn() =>
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 12], Gen.Int[0, 5]).Sample((used, cap, granted) =>
            new InspectionFrequency(used, cap, granted).IsFull == used >= cap + granted
            && (InspectionGates.Frequency(InspectionSource.Campaign, new(used, cap, granted)) is null) == used < cap + granted);

    [Fact]
    public void Code_OfAnotherNotice_IsRefused()
    {
        Assert.Null(InspectionGates.Code(Noticed(), "漳龙蓝检通[2026]108号", null));
        Assert.Null(InspectionGates.Code(Noticed(), "92350603ma0000123p", null));
        Assert.Null(InspectionGates.Code(Noticed(), "J2-20260930-4K7PQW", "J2-20260930-4K7PQW"));
        Assert.Equal("code-of-another", InspectionGates.Code(Noticed(), "漳龙蓝检通〔2026〕109号", null)?.Code);
        Assert.Equal("code", InspectionGates.Code(Noticed(), " ", null)?.Field);
    }

    [Theory]
    [InlineData("https://lianzhi.example/inspections/notice?mark=J2-20260930-4K7PQW", "J2-20260930-4K7PQW")]
    [InlineData("https://lianzhi.example/inspections/notice?a=1&mark=J2%2D20260930%2D4K7PQW#top", "J2-20260930-4K7PQW")]
    [InlineData("http://www.gsxt.example/index/search?uniscid=92350603MA0000123P&t=1", "92350603MA0000123P")]
    [InlineData("https://zzhlm.example/92350603MA0000123P", "92350603MA0000123P")]
    [InlineData(" 92350603ma0000123p ", "92350603MA0000123P")]
    [InlineData("https://lianzhi.example/inspections/notice?mark=J2-20260930-AAAAAA", null)]
    [InlineData("https://www.gsxt.example/index/search?uniscid=92350603MA0000124X", null)]
    [InlineData("https://www.gsxt.example/x92350603MA0000123Px", null)]
    [InlineData("J2", null)]
    public void Code_Scanned_IsRecognisedInAnAddressToo(string scanned, string? found)
    {
        Assert.Equal(found, InspectionGates.Recognised(Noticed(), scanned, "J2-20260930-4K7PQW"));
        Assert.Equal(found is null ? "code-of-another" : null, InspectionGates.Code(Noticed(), scanned, "J2-20260930-4K7PQW")?.Code);
    }

    [Fact]
    public void Party_OfACase_FollowsTheCreditCode()
    {
        var business = InspectionGates.Party(Noticed(), null, " 陈某某 ").Value!;
        Assert.Equal((PartyKind.IndividualBusiness, "陈某某", "龙文区小城故事餐馆", "92350603MA0000123P"), (business.Kind, business.Name, business.TradeName, business.CreditCode));
        Assert.Equal("operator", InspectionGates.Party(Noticed(), null, null).Refusals[0].Field);
        Assert.Equal("partyKind", InspectionGates.Party(Noticed(), PartyKind.Organisation, "陈某某").Refusals[0].Field);
        var company = InspectionGates.Party(Noticed() with { TargetCode = "91350603MA000001XL" }, null, null).Value!;
        Assert.Equal((PartyKind.Organisation, "91350603MA000001XL"), (company.Kind, company.Identifier));
        var unknown = Noticed() with { TargetCode = null };
        Assert.Equal("partyKind", InspectionGates.Party(unknown, null, "陈某某").Refusals[0].Field);
        Assert.Equal(PartyKind.Citizen, InspectionGates.Party(unknown, PartyKind.Citizen, "陈某某").Value!.Kind);
    }

    [Fact]
    public void Receipt_OfATransfer_IsAskedForUntilItIsThere()
    {
        var closed = Transferred() with { Stage = InspectionStage.Closed };
        Assert.Equal(InspectionStep.Receipt, InspectionFlow.Next(closed));
        Assert.Null(InspectionFlow.Check(Transferred(), InspectionStep.Receipt));
        Assert.NotNull(InspectionFlow.Check(Concluded(), InspectionStep.Receipt));
        Assert.Null(InspectionFlow.Next(closed with { Receipt = new(new(2026, 10, 9), "张某某") }));
        Assert.Equal(["receiver", "receivedOn"], InspectionGates.Receipt(closed, " ", new(2026, 10, 7), new(2026, 10, 9)).Select(refusal => refusal.Field));
        Assert.Equal(["receivedOn"], InspectionGates.Receipt(closed, "张某某", new(2026, 10, 10), new(2026, 10, 9)).Select(refusal => refusal.Field));
        Assert.Empty(InspectionGates.Receipt(closed, "张某某", new(2026, 10, 9), new(2026, 10, 9)));
    }

    [Fact]
    public void Signer_WhoInspectsOrProposes_IsRefused()
    {
        var head = new SignerFact("罗锦勇", "行政机关负责人", null);
        Assert.True(InspectionGates.Signer(Proposed(), "account-head", "head", head).IsOk);
        Assert.Equal("inspector-approves", InspectionGates.Signer(Proposed(), "account-head", "o2", head).Refusals[0].Code);
        Assert.Equal("inspector-approves", InspectionGates.Signer(Proposed(), "account-o1", null, head).Refusals[0].Code);
        Assert.Equal("signer-not-head", InspectionGates.Signer(Proposed(), "chief", "chief", null).Refusals[0].Code);
    }

    [Fact]
    public void Record_OpenItemsRefusalAndLateDay_AreNamed()
    {
        var now = At("2026-10-08 10:05");
        Assert.Empty(InspectionGates.Record(Checked(), Record(), now, true));
        Assert.Empty(InspectionGates.Record(Checked(), Record(null, "不认可", "录像"), now, true));
        Assert.Contains(InspectionGates.Record(Started(), Record(), now, true), refusal => refusal.Code == "items-open");
        Assert.Contains(InspectionGates.Record(Checked(), Record(), now, false), refusal => refusal.Code == "officers-not-signed");
        Assert.Contains(InspectionGates.Record(Checked(), Record(null, "不认可"), now, true), refusal => refusal.Code == "refusal-not-witnessed");
        Assert.Contains(InspectionGates.Record(Checked(), Record(null), now, true), refusal => refusal.Field == "signedBy");
        Assert.Contains(InspectionGates.Record(Checked(), Record() with { Until = At("2026-10-09 09:00") }, At("2026-10-09 09:00"), true), refusal => refusal.Code == "record-same-day");
    }

    [Fact]
    public void Conclusion_AgainstTheFindings_IsRefused()
    {
        var on = new DateOnly(2026, 10, 8);
        Assert.Empty(InspectionGates.Conclude(Recorded(false), new(InspectionConclusion.NothingFound, "未发现", on), Terms));
        Assert.Contains(InspectionGates.Conclude(Recorded(), new(InspectionConclusion.NothingFound, "未发现", on), Terms), refusal => refusal.Code == "conclusion-against-findings");
        Assert.Contains(InspectionGates.Conclude(Recorded(false), new(InspectionConclusion.Case, "立案", on), Terms), refusal => refusal.Code == "conclusion-against-findings");
        Assert.Contains(InspectionGates.Conclude(Recorded(), new(InspectionConclusion.Correction, "改正", on, null, "清洗", on.AddDays(61)), Terms), refusal => refusal.Code == "correction-too-long");
        Assert.Contains(InspectionGates.Conclude(Recorded(), new(InspectionConclusion.Correction, "改正", on, null, null, on), Terms), refusal => refusal.Field == "dueOn");
    }

    [Fact]
    public void Conclusion_OfSingleLines_MakesAPaperForEach()
    {
        var recorded = Recorded();
        var both = recorded with { Items = [recorded.Items[0], recorded.Items[1] with { Finding = Finding.Fails, Note = "安全出口堆物" }] };
        Dictionary<int, InspectionConclusion> Chosen(params (int Position, InspectionConclusion Conclusion)[] lines) => lines.ToDictionary(line => line.Position, line => line.Conclusion);
        Assert.Equal([null, null], InspectionGates.Lines(both.Items, InspectionConclusion.Case, Chosen()).Value!.Select(item => item.Follows));
        Assert.Equal([InspectionConclusion.Case, InspectionConclusion.Transfer], InspectionGates.Lines(both.Items, InspectionConclusion.Case, Chosen((2, InspectionConclusion.Transfer))).Value!.Select(item => item.Follows!.Value));
        Assert.Equal(["line2"], InspectionGates.Lines(both.Items, null, Chosen((1, InspectionConclusion.Case))).Refusals.Select(refusal => refusal.Field));
        Assert.Equal(["conclusion", "conclusion"], InspectionGates.Lines(both.Items, null, Chosen()).Refusals.Select(refusal => refusal.Field));
        Assert.Equal(["line2"], InspectionGates.Lines(recorded.Items, InspectionConclusion.Case, Chosen((2, InspectionConclusion.Case))).Refusals.Select(refusal => refusal.Field));
        Assert.Equal(["conclusion-against-findings"], InspectionGates.Lines(both.Items, InspectionConclusion.Case, Chosen((2, InspectionConclusion.NothingFound))).Refusals.Select(refusal => refusal.Code));

        var lines = InspectionGates.Lines(both.Items, null, Chosen((1, InspectionConclusion.Correction), (2, InspectionConclusion.Transfer))).Value!;
        var all = InspectionOutcome.Of(InspectionConclusion.NothingFound, lines);
        Assert.Equal([InspectionConclusion.Transfer, InspectionConclusion.Correction], all);
        var on = new DateOnly(2026, 10, 8);
        Assert.Equal(["demand", "dueOn", "to"], InspectionGates.Conclude(both, new(all[0], "分别处理。", on) { All = all }, Terms).Select(refusal => refusal.Field));
        var told = both with { Items = lines, Stage = InspectionStage.Concluded, Outcome = new(all[0], "分别处理。", on, "责改9号", "清洗", on.AddDays(10), "市场监管局", "函3号") { All = all } };
        Assert.Null(InspectionFlow.Check(told with { Stage = InspectionStage.Correcting }, InspectionStep.Receipt));
        Assert.Equal(["告知检查结果", "企业改正", "复查"], InspectionClocks.Of(told, Terms, WorkCalendar.Empty).Select(clock => clock.Title));
        var (order, letter, result) = (Text(DocumentCode.CorrectionOrder), Text(DocumentCode.OfficialLetter), Text(DocumentCode.InspectionResult));
        Assert.Contains(lines[0].Check.Text, order, StringComparison.Ordinal);
        Assert.DoesNotContain(lines[1].Check.Text, order, StringComparison.Ordinal);
        Assert.Contains(lines[1].Check.Text, letter, StringComparison.Ordinal);
        Assert.DoesNotContain(lines[0].Check.Text, letter, StringComparison.Ordinal);
        foreach (var said in new[] { "处理", "责令限期改正", "移送市场监管局处理", "责改9号" }) Assert.Contains(said, result, StringComparison.Ordinal);

        string Text(DocumentCode code) => InspectionPapers.Content(told, code)!.Text();
    }

    [Fact]
    public void Recheck_BeforeTheTerm_NeedsTheEnterprise()
    {
        var at = At("2026-10-20 10:00");
        Assert.Contains(InspectionGates.Recheck(Told(), at, "已改正", false, at), refusal => refusal.Code == "correction-term-running");
        Assert.Empty(InspectionGates.Recheck(Told(), at, "已改正", true, at));
    }

    [Fact]
    public void Checklist_LineWrittenAndRead_IsTheSame()
    {
        CheckItem[] items = [new("消防设施完好", "消防法 第16条"), new("油烟净化", "大气污染防治法 第81条", "CG-023")];
        Assert.Equal(items, items.Select(item => CheckItem.Parse(item.ToString())));
        Assert.Null(CheckItem.Parse("只有一段"));
        Assert.Null(CheckItem.Parse("一；二；三；四"));
    }

    [Fact]
    public void Texts_OfRefusals_ArePinned()
    {
        List<Refusal?> refusals =
        [
            InspectionFlow.Check(Proposed(), InspectionStep.Start), InspectionFlow.Check(Approved(), InspectionStep.Start), InspectionFlow.Check(Proposed(), InspectionStep.Notice), InspectionFlow.Check(Noticed(), InspectionStep.Record),
            InspectionGates.Frequency(InspectionSource.Plan, new(2, 2, 0)), .. InspectionGates.Beyond(InspectionSource.Clue, new(2, 2, 0), new(null, null, null)), InspectionGates.Follows(InspectionSource.Recheck, null, []), InspectionGates.Code(Noticed(), "x", null), InspectionGates.Certificates(false),
            InspectionGates.Manner(Approved(), NoticeManner.OnArrival, null, new(2026, 10, 7), 0), InspectionGates.Day(InspectionSource.Plan, new(2026, 6, 8), new(2026, 6, 1), [new(new(new(2026, 6, 7), new(2026, 6, 10)), "高考、中考")]),
            .. InspectionCrew.Change(Approved() with { ApprovedCrew = [new("o1", "林晓岚"), new("o2", "郑启明")] }, ["o8", "o9"], CrewChangeGround.Leave, "年休假", null, null), InspectionGates.Reissue(Noticed(), Noticed().Day, 0),
            .. InspectionGates.Lines(Recorded().Items, null, new Dictionary<int, InspectionConclusion> { [1] = InspectionConclusion.NothingFound, [2] = InspectionConclusion.Case }).Refusals,
            VisitRules.Season(Flood, new(2026, 12, 1)), VisitRules.Gap(Flood, new(2026, 6, 5), [new(2026, 6, 1)]), VisitRules.Skill(Flood, [], Powers.SampleDistrict.Organisation.AsOf(new(2026, 6, 1))),
        ];
        PinnedText.Match("inspection-refusals.txt", PinnedText.Of(refusals.OfType<Refusal>().Concat(InspectionGates.Record(Started(), Record(null, "不认可"), At("2026-10-08 10:05"), false))
            .Concat(InspectionGates.Conclude(Recorded(), new(InspectionConclusion.NothingFound, "", new(2026, 10, 8)), Terms)).Concat(InspectionGates.Recheck(Told(), At("2026-10-20 10:00"), null, false, At("2026-10-20 10:00")))));
    }
}
