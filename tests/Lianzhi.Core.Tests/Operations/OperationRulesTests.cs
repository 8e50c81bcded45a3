using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Operations;
using Lianzhi.Core.Tests.Organisation;

namespace Lianzhi.Core.Tests.Operations;

/// <summary>Joint operations: who is asked, who may act, what is written down.</summary>
public sealed class OperationRulesTests
{
    private static readonly DateOnly Today = new(2026, 10, 8);

    [Theory]
    [InlineData("19时，湖滨路口", 1_140)]
    [InlineData("19:30，街道办", 1_170)]
    [InlineData("下午3点半，街道办", 930)]
    [InlineData("晚8时，龙江路", 1_200)]
    [InlineData("街道办集合", 0)]
    [InlineData("99时", 0)]
    [InlineData(null, 0)]
    public void Hours_AsGatheringSays_LastToTheEndOfTheDay(string? gathering, int from) => Assert.Equal(new MinuteSpan(from, 1_440), OperationFlow.Hours(gathering));

    private static OperationFile Planned(OperationKind kind = OperationKind.AcrossTownships) => new()
    {
        Id = "01operation",
        Kind = kind,
        Stage = OperationStage.Ordered,
        Title = "夜间油烟联合整治",
        AreaName = "第一片区",
        Townships = ["蓝田街道", "步文街道"],
        Reason = "油烟投诉集中在两街交界",
        HandlerName = "蓝田街道",
        ReplyDueOn = new(2026, 10, 6),
        Leader = "沈志远",
        OpenedOn = new(2026, 9, 28),
        Day = Today,
        Gathering = "19时，湖滨路口",
        Tasks = "一组查餐饮店，二组查烧烤摊",
        OrderedOn = new(2026, 9, 30),
        Units = [new("350603003", "蓝田街道", true, "派二人"), new("sc", "区市场监督管理局", true)],
        People = [Person("a", "350603003"), Person("b", "350603003"), Person("c", "sc"), Person("d", "sc")],
    };

    private static OperationPerson Person(string id, string subject) => new(new CaseOfficer(id, $"人员{id}", $"示{id}", subject), subject == "sc" ? "区市场监督管理局" : "蓝田街道", subject);

    private static OperationFile Running(params string[] present) => Planned() with
    {
        Stage = OperationStage.Running,
        People = [.. Planned().People.Select(person => present.Contains(person.Officer.Id) ? person with { Present = true } : person with { Present = false, Absent = "另有出庭" })],
    };

    [Fact]
    public void Simple_OverTwoTownships_IsSentToTheChief()
    {
        Assert.Contains(OperationFlow.Open(OperationKind.Simple, "占道整治", "占道反复", ["350603003", "350603001"], ["350603003", "cg"], null, Today), refusal => refusal.Code == "one-township");
        Assert.Empty(OperationFlow.Open(OperationKind.Simple, "占道整治", "占道反复", ["350603003"], ["350603003", "cg"], null, Today));
        Assert.Contains(OperationFlow.Open(OperationKind.AcrossTownships, "占道整治", "占道反复", ["350603003"], ["350603003", "cg"], null, Today), refusal => refusal.Field == "replyDueOn");
        Assert.Contains(OperationFlow.Open(OperationKind.Simple, null, null, [], [], null, Today), refusal => refusal.Field == "units");
    }

    [Fact]
    public void Replies_OpenWithinTheirTerm_HoldThePlan()
    {
        var asked = Planned() with { Units = [new("350603003", "蓝田街道"), new("sc", "区市场监督管理局", true)] };
        Assert.Equal("replies-open", OperationFlow.Replies(asked, new(2026, 10, 6))?.Code);
        Assert.Null(OperationFlow.Replies(asked, new(2026, 10, 7)));
        Assert.Null(OperationFlow.Replies(asked with { Kind = OperationKind.Simple }, new(2026, 10, 6)));
    }

    [Fact]
    public void Subject_WithOneOfficerPresent_ReportsNoInspection()
    {
        var file = Running("a", "b", "c");
        Assert.Equal(["350603003"], OperationFlow.Able(file));
        Assert.Contains(OperationFlow.Report(file, "sc", "查了两家", 2, 0), refusal => refusal.Code == "crew-too-small");
        Assert.Empty(OperationFlow.Report(file, "sc", "到场一人，未实施检查", 0, 0));
        // A unit that sent nobody inspected nothing.
        var nobody = file with { People = [.. file.People.Where(person => person.ActsFor != "sc")] };
        Assert.Contains(OperationFlow.Report(nobody, "sc", "查了五百家", 500, 0), refusal => refusal.Code == "crew-too-small");
        Assert.Empty(OperationFlow.Report(nobody, "sc", "没有派人", 0, 0));
        Assert.Empty(OperationFlow.Report(file, "350603003", "查了五家", 5, 1));
        // What was inspected here is not told otherwise.
        Assert.Empty(OperationFlow.Report(file, "350603003", "查了五家", 5, 1, new OperationFigures(5, 1, 0)));
        var other = Assert.Single(OperationFlow.Report(file, "350603003", "查了五家", 5, 0, new OperationFigures(5, 1, 0)));
        Assert.Equal(("result-against-inspections", "found"), (other.Code, other.Field));
        Assert.Contains("发现问题1项", other.Message, StringComparison.Ordinal);
        Assert.Equal("inspections-open", Assert.Single(OperationFlow.Report(file, "350603003", "查了五家", 5, 1, new OperationFigures(4, 1, 1))).Code);
    }

    [Fact]
    public void Summary_BeforeEveryResult_IsRefused()
    {
        Assert.Contains(OperationFlow.SumUp(Running("a", "b"), "完成"), refusal => refusal.Code == "results-open");
        Assert.Empty(OperationFlow.SumUp(Running("a", "b") with { Units = [.. Planned().Units.Select(unit => unit with { Result = "完成" })] }, "整治前投诉12件，整治后3件。"));
        Assert.Contains(OperationFlow.SignIn(Planned(), ["a"], null, null, Today), refusal => refusal.Field == "absent");
        Assert.Contains(OperationFlow.SignIn(Planned(), ["a", "e"], "病假", null, Today), refusal => refusal is { Field: "present", Message: var message } && message.Contains("方案列明", StringComparison.Ordinal));
    }

    [Fact]
    public void SignIn_BeforeOrAfterTheDay_WaitsOrSaysWhy()
    {
        string[] all = ["a", "b", "c", "d"];
        Assert.Equal("not-the-day", Assert.Single(OperationFlow.SignIn(Planned(), all, null, "补办", Today.AddDays(-1))).Code);
        Assert.Equal("late", Assert.Single(OperationFlow.SignIn(Planned(), all, null, null, Today.AddDays(1))).Field);
        Assert.Empty(OperationFlow.SignIn(Planned(), all, null, "当晚收队太晚", Today.AddDays(1)));
        Assert.Empty(OperationFlow.SignIn(Planned(), all, null, null, Today));
    }

    [Fact]
    public void Step_OfAnotherStage_IsRefused()
    {
        foreach (var (stage, may) in new (OperationStage, OperationStep[])[]
                 {
                     (OperationStage.Arranged, [OperationStep.Reply, OperationStep.Plan, OperationStep.Cancel]), (OperationStage.Drafting, [OperationStep.Reply, OperationStep.Plan, OperationStep.Cancel]),
                     (OperationStage.Planned, [OperationStep.Reply, OperationStep.Plan, OperationStep.Order, OperationStep.Cancel]), (OperationStage.Ordered, [OperationStep.Plan, OperationStep.SignIn, OperationStep.Cancel]),
                     (OperationStage.Running, [OperationStep.Report, OperationStep.SumUp]), (OperationStage.Finished, []), (OperationStage.Cancelled, []),
                 })
            Assert.Equal(may, Enum.GetValues<OperationStep>().Where(step => OperationFlow.Check(stage, step) is null));
    }

    [Fact]
    public void Sending_SomebodyNotDispatchedByTheArea_NeedsHisUnitsConsent()
    {
        var organisation = new SampleUnits().With("town", SampleUnits.Street).With("other", "350603004").With("market", "sc").With("sent", "sc").SentDown("sent", "sc", null, "A1", inName: false).AsOf();
        Refusal? Ask(string officer, OperationFile file, bool stationed = false) => OperationFlow.Sending(file, "A1", organisation.Officer(officer)!, stationed, organisation);
        var silent = Planned() with { Units = [new("350603003", "蓝田街道", true), new("sc", "区市场监督管理局")] };
        Assert.Null(Ask("town", silent));
        Assert.Null(Ask("sent", silent));
        Assert.Equal("consent-missing", Ask("market", silent)?.Code);
        Assert.Null(Ask("market", Planned()));
        // Staff of a branch come to a simple operation of their township; the 片长 does not dispatch them.
        Assert.Null(Ask("market", silent with { Kind = OperationKind.Simple }, stationed: true));
        Assert.Equal("consent-missing", Ask("market", silent, stationed: true)?.Code);
        Assert.Equal("consent-missing", Ask("other", silent)?.Code);
    }

    [Theory]
    [InlineData("chief-arrangement")]
    [InlineData("operation-order")]
    [InlineData("operation-summary")]
    public void Papers_OfAFinishedOperation_ArePinned(string name)
    {
        var file = Running("a", "b", "c") with
        {
            Stage = OperationStage.Finished,
            Summary = "整治前投诉12件，整治后3件。",
            SummedOn = Today,
            Units = [.. Planned().Units.Select(unit => unit with { Reply = unit.Reply ?? "派二人", Result = "完成", Inspected = 5, Found = 1 })],
        };
        var content = OperationPapers.Content(file, DocumentKinds.Find(name)!.Code)!;
        Assert.False(content.IsDraft, content.Text());
        Snapshot.Match($"{name}.txt", content.Text());
        Snapshot.Match($"../../Documents/Snapshots/kept/{name}.json", PaperForm.Write(content));
        Assert.DoesNotContain("罚", content.Title, StringComparison.Ordinal);
    }
}
