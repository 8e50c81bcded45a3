using System.Text;
using System.Text.Json.Nodes;
using Lianzhi.Planner.Plans;

namespace Lianzhi.Planner.Tests.Plans;

public class PlanFileTests
{
    private const string Sound = """
        { "weeks": [{ "days": ["2026-03-02", "2026-03-03"] }, { "days": [] }], "firstOpenWeek": 1, "travelMinutes": 20,
          "weights": { "visit": 10, "round": 1, "peakHour": 1, "change": 3, "unserved": { "low": 100, "medium": 300, "high": 1000 } },
          "teams": [{ "id": "t", "subject": "s", "domains": ["d"], "townships": ["n"], "officers": 4, "minutesPerDay": 300, "crew": 2, "weeks": [{ "week": 2, "officers": 1 }] }],
          "fleets": [{ "id": "f", "townships": ["n"], "vehicles": 2, "tripsPerDay": 3, "seats": 5, "weeks": [{ "week": 1, "vehicles": 1 }] }],
          "requirements": [{ "id": "r", "domain": "d", "visits": { "high": 4, "medium": 2, "low": 1 }, "minutes": 60, "gapWeeks": 8, "windows": [{ "from": 1, "to": 2 }] }],
          "enterprises": [{ "id": "e", "cap": 2, "used": 1 }],
          "targets": [{ "id": "o", "enterprise": "e", "township": "n", "block": "b", "risk": "low", "requirements": ["r"], "closed": [{ "from": 2, "to": 2 }], "weekdays": [1, 7] }],
          "former": [{ "target": "o", "day": "2026-03-02", "requirements": ["r"], "locked": true }] }
        """;

    [Fact]
    public void Read_SoundFile_HoldsWhatItSays()
    {
        var problem = PlanFile.Read(Encoding.UTF8.GetBytes(Sound)).Value!;
        Assert.Equal([4, 1], problem.Teams[0].Officers);
        Assert.Equal([6, 0], problem.Fleets[0].Trips);
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Sunday], problem.Targets[0].Weekdays);
        Assert.True(Assert.Single(problem.Former).Locked);
    }

    [Theory]
    [InlineData("\"trips\": [7, 0]", null)]
    [InlineData("\"trips\": [7]", "$.fleets[0].trips")]
    [InlineData("\"trips\": [7, -1]", "$.fleets[0].trips[1]")]
    [InlineData("\"trips\": [7, 0], \"vehicles\": 1", "$.fleets[0].vehicles")]
    public void Read_TripsOfEachWeek_AreTakenOrTheFaultIsNamed(string trips, string? path)
    {
        var file = System.Text.Json.Nodes.JsonNode.Parse(Sound)!;
        file["fleets"] = System.Text.Json.Nodes.JsonNode.Parse($$"""[{ "id": "f", "townships": ["n"], {{trips}} }]""");
        var read = PlanFile.Read(Encoding.UTF8.GetBytes(file.ToJsonString()));
        Assert.Equal(path, read.IsOk ? null : read.Refusals[0].Field);
        if (read.IsOk) Assert.Equal([7, 0], read.Value.Fleets[0].Trips);
    }

    [Theory]
    [InlineData("$.weeks[0].days[1]", "\"2026-03-01\"")]
    [InlineData("$.weeks[0].days[1]", "\"2026-3-3\"")]
    [InlineData("$.weeks[0].days[1]", "\"2026-03-09\"")]
    [InlineData("$.firstOpenWeek", "4")]
    [InlineData("$.travelMinutes", "-1")]
    [InlineData("$.weights.unserved.low", "null")]
    [InlineData("$.teams[0].crew", "1")]
    [InlineData("$.teams[0].officers", "2.5")]
    [InlineData("$.teams[0].weeks[0].week", "3")]
    [InlineData("$.teams[0].domains[0]", "7")]
    [InlineData("$.fleets[0].seats", "0")]
    [InlineData("$.requirements[0].visits.high", "61")]
    [InlineData("$.requirements[0].windows[0].from", "0")]
    [InlineData("$.enterprises[0].cap", "1e300")]
    [InlineData("$.targets[0].risk", "\"High\"")]
    [InlineData("$.targets[0].requirements[0]", "\"x\"")]
    [InlineData("$.targets[0].enterprise", "\"x\"")]
    [InlineData("$.targets[0].weekdays[0]", "0")]
    [InlineData("$.targets[0].unknown", "1")]
    [InlineData("$.former[0].target", "\"x\"")]
    [InlineData("$.former[0].day", "\"2026-03-04\"")]
    [InlineData("$.former[0].locked", "1")]
    public void Read_Fault_IsNamedByItsPath(string path, string value) => Assert.Equal(path, PlanFile.Read(With(path, value)).Refusals[0].Field);

    [Fact]
    public void Read_LockedBeyondTheCap_IsRefused() =>
        Assert.Equal("$.former[0]", PlanFile.Read(With("$.enterprises[0].used", "2")).Refusals[0].Field);

    [Fact]
    public void Read_TwoTeamsForOneDomain_IsRefused()
    {
        var file = JsonNode.Parse(Sound)!;
        var second = file["teams"]![0]!.DeepClone();
        second["id"] = "t2";
        file["teams"]!.AsArray().Add(second);
        Assert.Equal("$.teams[1].townships", PlanFile.Read(Encoding.UTF8.GetBytes(file.ToJsonString())).Refusals[0].Field);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"weeks\":[]}")]
    public void Read_NoProblem_IsRefused(string content) => Assert.False(PlanFile.Read(Encoding.UTF8.GetBytes(content)).IsOk);

    private static byte[] With(string path, string value)
    {
        var file = JsonNode.Parse(Sound)!;
        var node = file;
        var steps = path.Split('.', '[', ']').Where(step => step.Length > 0).Skip(1).ToArray();
        foreach (var step in steps[..^1]) node = int.TryParse(step, out var index) ? node[index]! : node[step]!;
        if (int.TryParse(steps[^1], out var last)) node[last] = JsonNode.Parse(value);
        else node[steps[^1]] = JsonNode.Parse(value);
        return Encoding.UTF8.GetBytes(file.ToJsonString());
    }
}
