using Lianzhi.Core.Organisation;
using Lianzhi.Core.Tests.Powers;
using static Lianzhi.Core.Tests.Organisation.SampleUnits;

namespace Lianzhi.Core.Tests.Organisation;

public sealed class RosterChecksTests
{
    [Fact]
    public void Of_EmptyDistrict_MissesEveryPostTheNoticeAsksFor()
    {
        var warnings = RosterChecks.Of(new SampleUnits().AsOf());

        Assert.Equal(4, warnings.Count(warning => warning.Place is "A1" or "A2"));
        Assert.Equal(6 * 5, warnings.Count(warning => warning.Place.StartsWith("350603", StringComparison.Ordinal)));
        Assert.Contains(warnings, warning => warning is { Code: "post-vacant", Place: "cg" });
        Assert.DoesNotContain(warnings, warning => warning.Place is "zz" or "ga" or "city-hj");
    }

    [Fact]
    public void Of_BeforeTheAreasExist_AsksForNoAreaPost() =>
        Assert.DoesNotContain(RosterChecks.Of(new SampleUnits().AsOf(new DateOnly(2024, 6, 24))), warning => warning.Place is "A1" or "A2");

    [Fact]
    public void Of_ActingHead_FillsTheHeadsChair()
    {
        var units = new SampleUnits();
        units.Posts.Add(new Post("p", PostKind.ActingHead, "1", null, Street, null, "任命", new Validity(Day, Day.AddDays(1))));

        Assert.DoesNotContain(RosterChecks.Of(units.AsOf()), IsHead);
        Assert.Contains(RosterChecks.Of(units.AsOf(Day.AddDays(1))), IsHead);

        static bool IsHead(RosterWarning warning) => warning.Place == Street && warning.Message.Contains("负责人", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, true), InlineData(2, false)]
    public void Of_TownshipWithCertifiedOfficers_NeedsTwoOfItsOwn(int certified, bool warned)
    {
        var units = new SampleUnits().With("0", Street, certified: false).With("9", "cg").SentDown("9", "cg", Street, null, true);
        for (var i = 1; i <= certified; i++) units.With(i.ToString(System.Globalization.CultureInfo.InvariantCulture), Street);

        Assert.Equal(warned, RosterChecks.Of(units.AsOf()).Any(warning => warning is { Code: "too-few-certified", Place: Street }));
    }

    [Theory]
    [InlineData(0, "今日到期"), InlineData(1, "还有1日"), InlineData(30, "还有30日"), InlineData(31, null)]
    public void Expiring_LastDayWithinThirtyDays_IsWarnedOf(int daysLeft, string? words)
    {
        var units = new SampleUnits().With("1", Street, certifiedTo: Day.AddDays(daysLeft + 1));

        var warning = RosterChecks.Expiring(units.AsOf()).SingleOrDefault();

        Assert.Equal(words is null, warning is null);
        if (words is not null) Assert.Contains(words, warning!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Expiring_RenewedWithoutAGap_IsNotWarnedOf()
    {
        var units = new SampleUnits().With("1", Street, certifiedTo: Day.AddDays(5));
        units.Certificates.Add(units.Certificates[0] with { Id = "c2", Validity = new Validity(Day.AddDays(5), Day.AddDays(2000)) });

        Assert.Empty(RosterChecks.Expiring(units.AsOf()));
    }

    [Fact]
    public void DemoPeople_OnTheDemoDay_FillEveryTownshipWithThreeCertifiedOfficers()
    {
        var rows = SampleDistrict.ReadCsv("demo/people.csv");
        var columns = rows[0].Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i, StringComparer.Ordinal);
        string Cell(IReadOnlyList<string> row, string column) => row[columns[column]];
        var people = rows.Skip(1).ToList();

        Assert.Equal(people.Count, people.Select(row => Cell(row, "user_name")).Distinct().Count());
        Assert.All(SampleDistrict.Townships, township => Assert.True(people.Count(row => Cell(row, "unit") == township && Certified(row)) >= 3));
        Assert.All(people, row => Assert.True(SampleDistrict.Organisation.KnowsTownship(Cell(row, "unit")) ||
            SampleDistrict.Organisation.Departments.Any(department => department.Code == Cell(row, "unit"))));
        Assert.All(people.SelectMany(row => Cell(row, "roles").Split('|')), role => Assert.True(Enum.TryParse<Access.Role>(role, true, out _), role));

        bool Certified(IReadOnlyList<string> row) => Cell(row, "certificate_number").Length > 0 &&
            string.CompareOrdinal(Cell(row, "certificate_from"), "2026-10-08") <= 0 && string.CompareOrdinal(Cell(row, "certificate_to"), "2026-10-08") > 0;
    }

    [Fact]
    public void OrganisationFile_UnknownTownshipInAMembership_IsRefused()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "organisation.json"));

        Assert.True(OrganisationFile.Parse(text).IsOk);
        Assert.False(OrganisationFile.Parse(text.Replace("\"township\": \"350603103\"", "\"township\": \"350603999\"", StringComparison.Ordinal)).IsOk);
        Assert.False(OrganisationFile.Parse(text.Replace("\"enforces\": true", "\"enforces\": \"yes\"", StringComparison.Ordinal)).IsOk);
        Assert.False(OrganisationFile.Parse("{").IsOk);
    }

    [Fact]
    public void OrganisationFile_EveryLeadOfTheShippedList_NamesAnOrgan() =>
        Assert.All(SampleDistrict.Items, item => Assert.NotNull(
            SampleDistrict.Organisation.OrganOn(item.LeadDepartment, item.Level == Core.Powers.ItemLevel.MovedToCity ? OrganLevel.City : OrganLevel.District, Day)
            ?? SampleDistrict.Organisation.OrganOn(item.LeadDepartment, OrganLevel.Outside, Day)));
}
