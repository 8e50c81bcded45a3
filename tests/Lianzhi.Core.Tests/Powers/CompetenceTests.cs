using CsCheck;
using Lianzhi.Core.Powers;

namespace Lianzhi.Core.Tests.Powers;

public sealed class CompetenceTests
{
    private static readonly DateOnly LastDayBefore = new(2024, 6, 24);
    private static readonly DateOnly FirstDay = new(2024, 6, 25);

    public static TheoryData<string, string, string, CompetenceKind, string?, string?, string?> Table => new()
    {
        // empowered: the township from the first day, the department before
        { "CG-014", "350603003", "2026-03-02", CompetenceKind.Township, "350603003", "漳州市龙文区人民政府蓝田街道办事处", "区城市管理和综合执法局" },
        { "CG-014", "350603103", "2026-03-02", CompetenceKind.Township, "350603103", "漳州市龙文区郭坑镇人民政府", "区城市管理和综合执法局" },
        { "CG-014", "350603003", "2024-06-25", CompetenceKind.Township, "350603003", "漳州市龙文区人民政府蓝田街道办事处", "区城市管理和综合执法局" },
        { "CG-014", "350603003", "2024-06-24", CompetenceKind.Department, "cg", "区城市管理和综合执法局", null },
        { "CG-014", "350603103", "1900-01-01", CompetenceKind.Department, "cg", "区城市管理和综合执法局", null },
        { "CG-014", "350603103", "2199-12-31", CompetenceKind.Township, "350603103", "漳州市龙文区郭坑镇人民政府", "区城市管理和综合执法局" },
        // the department is named as the catalogue names it
        { "SL-001", "350603001", "2024-06-24", CompetenceKind.Department, "ny", "区农业农村局（水利）", null },
        { "SC-029", "350603001", "2026-03-02", CompetenceKind.Township, "350603001", "漳州市龙文区人民政府步文街道办事处", "有关部门" },
        { "SC-029", "350603001", "2024-06-24", CompetenceKind.Department, "sc", "有关部门", null },
        { "JY-010", "350603001", "2026-03-02", CompetenceKind.Department, "sc", "区市场监督管理局、区教育局等", null },
        // district only
        { "SC-036", "350603004", "2024-12-31", CompetenceKind.Department, "yc", "区烟草专卖局、区市场监督管理局", null },
        { "AQ-034", "350603005", "2024-06-24", CompetenceKind.Department, "yj", "区应急管理局", null },
        // the police are no department of the district
        { "AQ-033", "350603005", "2026-03-02", CompetenceKind.None, null, null, null },
        { "AQ-033", "350603103", "2020-01-01", CompetenceKind.None, null, null, null },
        // moved to the city
        { "HB-012", "350603005", "2025-01-15", CompetenceKind.City, "city-hj", "漳州市生态环境局", null },
        { "HB-012", "350603103", "2024-06-24", CompetenceKind.City, "city-hj", "漳州市生态环境局", null },
        // a town's own powers on every date, never a street's
        { "GH-002", "350603103", "2019-01-01", CompetenceKind.Township, "350603103", "漳州市龙文区郭坑镇人民政府", "区自然资源局" },
        { "GH-002", "350603103", "2024-06-24", CompetenceKind.Township, "350603103", "漳州市龙文区郭坑镇人民政府", "区自然资源局" },
        { "GH-012", "350603103", "2026-03-02", CompetenceKind.Township, "350603103", "漳州市龙文区郭坑镇人民政府", "区自然资源局" },
        { "GH-002", "350603003", "2026-03-02", CompetenceKind.None, null, null, null },
        { "GH-002", "350603003", "2024-06-24", CompetenceKind.None, null, null, null },
    };

    [Theory, MemberData(nameof(Table))]
    public void Resolve_ItemTownshipAndDay_NamesTheOneSubject(
        string item, string township, string day, CompetenceKind kind, string? code, string? name, string? guidedBy)
    {
        var answer = Resolve(new CompetenceQuestion(item, township, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(kind, answer.Kind);
        Assert.Equal(code, answer.Subject?.Code);
        Assert.Equal(name, answer.Subject?.Name);
        Assert.Equal(guidedBy, answer.GuidedBy);
        Assert.Null(answer.ReportTo);
        Assert.NotEmpty(answer.Reasons);
    }

    [Fact]
    public void Resolve_EveryShippedItemInEveryTownshipAroundTheFirstDay_FollowsItsLevel()
    {
        foreach (var item in SampleDistrict.Items)
            foreach (var township in SampleDistrict.Townships)
                foreach (var day in new[] { LastDayBefore, FirstDay })
                {
                    var answer = Resolve(new CompetenceQuestion(item.Code, township, day, true, true));
                    var expected = item.Level switch
                    {
                        ItemLevel.EmpoweredToTown => day == FirstDay ? CompetenceKind.Township : CompetenceKind.Department,
                        ItemLevel.OwnTown => township == "350603103" ? CompetenceKind.Township : CompetenceKind.None,
                        ItemLevel.DistrictOnly => item.LeadDepartment == "公安机关" ? CompetenceKind.None : CompetenceKind.Department,
                        _ => CompetenceKind.City,
                    };
                    Assert.Equal(expected, answer.Kind);
                    if (expected == CompetenceKind.Department) Assert.Equal(item.LeadDepartment, answer.Subject!.Name);
                    Assert.Equal(expected == CompetenceKind.Township ? item.LeadDepartment : null, answer.GuidedBy);
                    Assert.Equal(expected is CompetenceKind.Township or CompetenceKind.Department, answer.ReportTo is not null);
                }
    }

    [Theory]
    [InlineData("350603003", "A1"), InlineData("350603001", "A1"), InlineData("350603002", "A1"), InlineData("350603005", "A1")]
    [InlineData("350603004", "A2"), InlineData("350603103", "A2")]
    public void Resolve_CrossingOrMajorCase_ReportsToTheChiefOfTheTownshipsArea(string township, string area)
    {
        foreach (var (crosses, major) in new[] { (true, false), (false, true), (true, true) })
            Assert.Equal(new ReportTo(area), Resolve(new CompetenceQuestion("CG-001", township, FirstDay, crosses, major)).ReportTo);
    }

    [Fact]
    public void Resolve_BothAreasCrossed_ReportsToBothChiefs()
    {
        var answer = Resolve(new CompetenceQuestion("CG-001", "350603001", FirstDay, true) { OtherTownships = ["350603003", "350603004"] });

        Assert.Equal(new ReportTo("A1"), answer.ReportTo);
        Assert.Equal(new ReportTo("A2"), answer.ReportToAlso);
    }

    [Fact]
    public void Resolve_OneAreaCrossed_ReportsOnce() =>
        Assert.Null(Resolve(new CompetenceQuestion("CG-001", "350603001", FirstDay, true) { OtherTownships = ["350603003"] }).ReportToAlso);

    [Fact]
    public void Resolve_CaseTransferredToCity_ReportsToNobody() =>
        Assert.Null(Resolve(new CompetenceQuestion("HB-012", "350603005", FirstDay, true, true)).ReportTo);

    [Theory]
    [InlineData("cg-014", "350603003", "item"), InlineData("CG-014 ", "350603003", "item"), InlineData("", "350603003", "item")]
    [InlineData("CG-014", "350602001", "township"), InlineData("CG-014", "A1", "township")]
    public void Resolve_UnknownCode_IsInvalidInput(string item, string township, string field)
    {
        var result = Competence.Resolve(new CompetenceQuestion(item, township, FirstDay), SampleDistrict.Catalogue, SampleDistrict.Organisation);

        var refusal = Assert.Single(result.Refusals);
        Assert.Equal((RefusalKind.Invalid, field), (refusal.Kind, refusal.Field));
    }

    [Fact]
    public void Resolve_EcologyAndFireItems_SayTheyAreToBeConfirmed()
    {
        var pending = SampleDistrict.Items.Where(item => item.NeedsHigherDecision).ToList();

        Assert.Equal(14, pending.Count(item => item.LeadDepartment == "漳州市龙文生态环境局"));
        Assert.Equal(17, pending.Count(item => item.LeadDepartment == "区消防救援大队"));
        Assert.Equal(31, pending.Count);
        Assert.All(pending, item =>
        {
            var answer = Resolve(new CompetenceQuestion(item.Code, "350603003", FirstDay));
            Assert.True(answer.ToBeConfirmed);
            Assert.Contains(answer.Reasons, reason => reason.Text.StartsWith("待核", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Resolve_HigherDecisionKnown_IsNoLongerToBeConfirmed()
    {
        var item = SampleDistrict.Items.First(item => item.NeedsHigherDecision);
        var answer = Resolve(new CompetenceQuestion(item.Code, "350603003", FirstDay),
            Handed(item, empowerment => empowerment with { HigherDecision = "漳政综〔2024〕1号" }));

        Assert.False(answer.ToBeConfirmed);
    }

    [Fact]
    public void Resolve_NotAccepted_LeavesTheDepartment()
    {
        var answer = Resolve(new CompetenceQuestion("CG-001", "350603003", FirstDay),
            Handed(Item("CG-001"), empowerment => empowerment with { Accepted = false }));

        Assert.Equal((CompetenceKind.Department, "cg"), (answer.Kind, answer.Subject?.Code));
    }

    [Fact]
    public void Resolve_TakenBack_ReturnsToTheDepartmentOnThatDay()
    {
        var taken = new DateOnly(2025, 5, 1);
        var catalogue = Handed(Item("CG-001"), empowerment => empowerment with { Validity = new Validity(FirstDay, taken) });

        Assert.Equal(CompetenceKind.Township, Resolve(new CompetenceQuestion("CG-001", "350603003", taken.AddDays(-1)), catalogue).Kind);
        Assert.Equal(CompetenceKind.Department, Resolve(new CompetenceQuestion("CG-001", "350603003", taken), catalogue).Kind);
    }

    [Fact]
    public void Resolve_ItemNotYetInTheList_IsNobodys()
    {
        var item = Item("CG-001") with { Validity = new Validity(FirstDay) };

        Assert.Equal(CompetenceKind.None, Resolve(new CompetenceQuestion("CG-001", "350603003", LastDayBefore), new Catalogue([item], [])).Kind);
    }

    [Fact]
    public void Resolve_AnyQuestion_HasExactlyOneSubjectThatIsNeverAnArea()
    {
        var questions =
            from item in Gen.Int[0, SampleDistrict.Items.Count - 1]
            from township in Gen.Int[0, 5]
            from day in Gen.Int[new DateOnly(1900, 1, 1).DayNumber, new DateOnly(2199, 12, 31).DayNumber]
            from crosses in Gen.Bool
            from major in Gen.Bool
            select new CompetenceQuestion(SampleDistrict.Items[item].Code, SampleDistrict.Townships[township], DateOnly.FromDayNumber(day), crosses, major);

        questions.Sample(question =>
        {
            var answer = Resolve(question);
            Assert.Equal(answer.Kind == CompetenceKind.None, answer.Subject is null);
            Assert.Equal(answer.Kind == CompetenceKind.Township, answer.GuidedBy is not null);
            if (answer.Subject is { } subject)
            {
                Assert.DoesNotContain(SampleDistrict.Organisation.Areas, area => area.Id == subject.Code);
                Assert.DoesNotContain("片区", subject.Name, StringComparison.Ordinal);
                Assert.Equal(answer.Kind == CompetenceKind.Township, subject.Code == question.Township);
                if (answer.Kind != CompetenceKind.Township)
                    Assert.Contains(SampleDistrict.Organisation.Departments, department => department.Code == subject.Code);
            }
        });
    }

    [Fact]
    public void Resolve_SameQuestionTwice_GivesTheSameAnswer()
    {
        foreach (var item in SampleDistrict.Items)
        {
            var question = new CompetenceQuestion(item.Code, "350603103", FirstDay, true, true);
            var (first, second) = (Resolve(question), Resolve(question));
            Assert.Equal((first.Kind, first.Subject, first.GuidedBy, first.ReportTo), (second.Kind, second.Subject, second.GuidedBy, second.ReportTo));
            Assert.Equal(first.Reasons, second.Reasons);
        }
    }

    [Fact]
    public void Coercion_WithoutSource_IsRefusedByDefault()
    {
        var empowerment = SampleDistrict.Catalogue.EmpowermentOn("CG-001", "350603003", FirstDay)!;

        Assert.Equal("coercion-not-handed-on", empowerment.CheckCoercion(lawAllows: true)?.Code);
        Assert.Null((empowerment with { CoercionSource = "某文件" }).CheckCoercion(lawAllows: true));
        Assert.NotNull((empowerment with { CoercionSource = "某文件" }).CheckCoercion(lawAllows: false));
    }

    private static Item Item(string code) => SampleDistrict.Items.Single(item => item.Code == code);

    private static Catalogue Handed(Item item, Func<Empowerment, Empowerment> change) =>
        new([item], [change(SampleDistrict.Catalogue.EmpowermentOn(item.Code, "350603003", FirstDay)!)]);

    private static CompetenceAnswer Resolve(CompetenceQuestion question, Catalogue? catalogue = null)
    {
        var result = Competence.Resolve(question, catalogue ?? SampleDistrict.Catalogue, SampleDistrict.Organisation);
        Assert.True(result.IsOk);
        return result.Value;
    }
}
