using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lianzhi.Core.Dispatch;
using Lianzhi.Planner.Dispatch;

namespace Lianzhi.Planner.Tests.Dispatch;

public class DispatchFileTests
{
    private const string Sound = """
        { "travel": { "kind": "euclidean" }, "base": { "x": 40, "y": 50, "open": 0, "close": 3390 },
          "teams": { "minOfficers": 1, "maxOfficers": null, "maxTeams": null },
          "officers": [{ "id": "o1", "skills": { "d1": 4, "d2": 0 } }, { "id": "o2", "skills": {} }],
          "visits": [{ "id": "v1", "x": 43, "y": 54, "open": 311, "close": 471, "minutes": 90, "deferCost": 50.5, "requires": { "d2": [1, 1, 0, 0] } },
                     { "id": "v2", "x": 40, "y": 50, "open": 0, "close": 0, "minutes": 0, "deferCost": 0, "requires": {} }] }
        """;

    [Fact]
    public void Read_SoundFile_GivesTheProblem()
    {
        var problem = DispatchFile.Read(Encoding.UTF8.GetBytes(Sound)).Value!;
        Assert.Equal(5, problem.Travel[0, 1]);
        Assert.Equal(new TeamLimits(1, null, null), problem.Teams);
        Assert.True(problem.Officers[0].Holds("d1", 4));
        Assert.Equal([1, 1, 0, 0], problem.Visits[0].Requires["d2"]);
        Assert.Equal(50.5, problem.Visits[0].DeferCost);
    }

    [Fact]
    public void Read_Matrix_NeedsNoPlaces()
    {
        var file = JsonNode.Parse(Sound)!;
        file["travel"] = JsonNode.Parse("""{ "kind": "matrix", "minutes": [[0, 1, 2], [3, 0, 4], [5, 6, 0]] }""");
        file["base"]!.AsObject().Remove("x");
        file["visits"]![0]!.AsObject().Remove("y");
        var problem = DispatchFile.Read(Encoding.UTF8.GetBytes(file.ToJsonString())).Value!;
        Assert.Equal(4, problem.Travel[1, 2]);
    }

    /// <summary>The fault, made by putting a value at a path of the sound file, and the path that is named.</summary>
    [Theory]
    [InlineData("teams.minOfficers", "0", "$.teams.minOfficers")]
    [InlineData("teams.minOfficers", "1.5", "$.teams.minOfficers")]
    [InlineData("teams.minOfficers", "\"1\"", "$.teams.minOfficers")]
    [InlineData("teams.minOfficers", "null", "$.teams.minOfficers")]
    [InlineData("teams.maxOfficers", "0", "$.teams.maxOfficers")]
    [InlineData("teams.maxTeams", "-1", "$.teams.maxTeams")]
    [InlineData("teams.size", "1", "$.teams.size")]
    [InlineData("extra", "1", "$.extra")]
    [InlineData("travel.kind", "\"air\"", "$.travel.kind")]
    [InlineData("travel.kind", "1", "$.travel.kind")]
    [InlineData("travel.minutes", "[]", "$.travel.minutes")]
    [InlineData("travel", "{}", "$.travel.kind")]
    [InlineData("travel", "[]", "$.travel")]
    [InlineData("travel", """{ "kind": "matrix" }""", "$.travel.minutes")]
    [InlineData("travel", """{ "kind": "matrix", "minutes": [[0, 1], [1, 0]] }""", "$.travel.minutes")]
    [InlineData("travel", """{ "kind": "matrix", "minutes": [[0, 1, 1], [1, 0], [1, 1, 0]] }""", "$.travel.minutes[1]")]
    [InlineData("travel", """{ "kind": "matrix", "minutes": [[0, 1, 1], [1, 0, -1], [1, 1, 0]] }""", "$.travel.minutes[1][2]")]
    [InlineData("base.close", "-1", "$.base.close")]
    [InlineData("base.open", "3391", "$.base.open")]
    [InlineData("base.x", "null", "$.base.x")]
    [InlineData("base.x", "1e400", "$.base.x")]
    [InlineData("officers", "[]", "$.officers")]
    [InlineData("officers", "{}", "$.officers")]
    [InlineData("officers.1.id", "\"o1\"", "$.officers[1].id")]
    [InlineData("officers.1.id", "7", "$.officers[1].id")]
    [InlineData("officers.1.id", "\"\"", "$.officers[1].id")]
    [InlineData("officers.0.skills.d1", "-1", "$.officers[0].skills.d1")]
    [InlineData("officers.0.skills.d1", "true", "$.officers[0].skills.d1")]
    [InlineData("officers.0", "null", "$.officers[0]")]
    [InlineData("visits", "[]", "$.visits")]
    [InlineData("visits.1.id", "\"v1\"", "$.visits[1].id")]
    [InlineData("visits.0.open", "472", "$.visits[0].open")]
    [InlineData("visits.0.open", "-1", "$.visits[0].open")]
    [InlineData("visits.0.minutes", "-0.5", "$.visits[0].minutes")]
    [InlineData("visits.0.minutes", "1e10", "$.visits[0].minutes")]
    [InlineData("visits.0.deferCost", "-1", "$.visits[0].deferCost")]
    [InlineData("visits.0.deferCost", "\"NaN\"", "$.visits[0].deferCost")]
    [InlineData("visits.0.requires.d3", "[1]", "$.visits[0].requires.d3")]
    [InlineData("visits.0.requires.d2", "[1, -1]", "$.visits[0].requires.d2[1]")]
    [InlineData("visits.0.requires.d2", "1", "$.visits[0].requires.d2")]
    [InlineData("visits.0.requires", "null", "$.visits[0].requires")]
    [InlineData("visits.0.mood", "1", "$.visits[0].mood")]
    public void Read_Fault_NamesItsPath(string at, string value, string path)
    {
        var file = JsonNode.Parse(Sound)!;
        var steps = at.Split('.');
        var parent = steps[..^1].Aggregate(file, (node, step) => node is JsonArray list ? list[int.Parse(step)]! : node[step]!);
        if (parent is JsonArray items) items[int.Parse(steps[^1])] = JsonNode.Parse(value);
        else parent[steps[^1]] = JsonNode.Parse(value);
        Refused(file.ToJsonString(), path);
    }

    [Theory]
    [InlineData("travel", "$.travel")]
    [InlineData("base", "$.base")]
    [InlineData("teams", "$.teams")]
    [InlineData("officers", "$.officers")]
    [InlineData("visits", "$.visits")]
    [InlineData("base.open", "$.base.open")]
    [InlineData("teams.maxTeams", "$.teams.maxTeams")]
    [InlineData("officers.0.skills", "$.officers[0].skills")]
    [InlineData("visits.1.x", "$.visits[1].x")]
    [InlineData("visits.1.requires", "$.visits[1].requires")]
    public void Read_MemberMissing_NamesIt(string at, string path)
    {
        var file = JsonNode.Parse(Sound)!;
        var steps = at.Split('.');
        var parent = steps[..^1].Aggregate(file, (node, step) => node is JsonArray list ? list[int.Parse(step)]! : node[step]!);
        parent.AsObject().Remove(steps[^1]);
        Refused(file.ToJsonString(), path);
    }

    [Theory]
    [InlineData("\"minutes\": 90", "\"minutes\": 90, \"minutes\": 91", "$.visits[0].minutes")]
    [InlineData("\"d1\": 4", "\"d1\": 4, \"d1\": 4", "$.officers[0].skills.d1")]
    [InlineData("\"id\": \"o1\"", "\"id\": \"\\ud800\"", "$.officers[0].id")]
    [InlineData("\"d1\": 4", "\"\\ud800\": 4", "$.officers[0].skills")]
    [InlineData("\"x\": 43,", "\"x\": 43,,", "$")]
    [InlineData("\"x\": 43", "\"x\": NaN", "$")]
    [InlineData("{ \"travel\"", "{ /* why */ \"travel\"", "$")]
    [InlineData("{ \"kind\"", "[{ \"kind\"", "$")]
    public void Read_BrokenText_IsRefused(string sound, string broken, string path) => Refused(Sound.Replace(sound, broken, StringComparison.Ordinal), path);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    public void Read_NoObject_IsRefused(string content) => Refused(content, "$");

    [Fact]
    public void Write_Solution_HasTheAgreedShape()
    {
        var problem = Problems.Day(6, 8, 2);
        var solution = DispatchSolver.Solve(problem, new(5, 1, 1) { Work = 1e6 }) with { Bound = DispatchBound.Of(problem) };
        using var document = JsonDocument.Parse(DispatchFile.Write(solution));
        var file = document.RootElement;
        Assert.Equal(["cost", "travel", "deferred", "bound", "seconds", "teams"], file.EnumerateObject().Select(member => member.Name));
        Assert.True(file.GetProperty("bound").GetDouble() <= file.GetProperty("cost").GetDouble());
        var stop = file.GetProperty("teams")[0].GetProperty("route")[0];
        Assert.Equal(["visit", "arrive", "start", "leave"], stop.EnumerateObject().Select(member => member.Name));
        Assert.Equal(Math.Round(solution.Teams[0].Route[0].Arrive, 1), stop.GetProperty("arrive").GetDouble());
    }

    private static void Refused(string content, string path)
    {
        var result = DispatchFile.Read(Encoding.UTF8.GetBytes(content));
        Assert.False(result.IsOk);
        Assert.Equal(path, result.Refusals[0].Field);
    }
}
