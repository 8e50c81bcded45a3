using System.Text.Json;
using Lianzhi.Web.Cli;

namespace Lianzhi.Web.Tests.Cli;

public sealed class DispatchCommandTests : IDisposable
{
    private const string Sound = """
        { "travel": { "kind": "euclidean" }, "base": { "x": 0, "y": 0, "open": 0, "close": 100 },
          "teams": { "minOfficers": 1, "maxOfficers": null, "maxTeams": null },
          "officers": [{ "id": "o1", "skills": { "a": 1 } }],
          "visits": [{ "id": "v1", "x": 3, "y": 4, "open": 10, "close": 20, "minutes": 5, "deferCost": 50, "requires": { "a": [1] } },
                     { "id": "v2", "x": 3, "y": 4, "open": 10, "close": 20, "minutes": 5, "deferCost": 7, "requires": { "a": [2] } }] }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("lianzhi-dispatch-").FullName;

    private string Problem => Path.Combine(folder, "problem.json");
    private string Solution => Path.Combine(folder, "solution.json");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Solve_SoundFile_WritesThePlanAndNothingElse()
    {
        File.WriteAllText(Problem, Sound);
        File.WriteAllText(Solution, "former");
        Assert.Equal(0, Run(Problem, Solution, "--seconds", "0.3", "--workers", "1"));
        using var plan = JsonDocument.Parse(File.ReadAllBytes(Solution));
        Assert.Equal(17, plan.RootElement.GetProperty("cost").GetDouble());
        Assert.Equal("v2", plan.RootElement.GetProperty("deferred")[0].GetString());
        Assert.Equal(["problem.json", "solution.json"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Solve_WithFormerPlan_KeepsItsTeam()
    {
        // Either officer would do, so only the former plan can tell who goes.
        File.WriteAllText(Problem, Sound.Replace("""{ "id": "o1", "skills": { "a": 1 } }""", """{ "id": "o1", "skills": { "a": 1 } }, { "id": "o2", "skills": { "a": 1 } }""", StringComparison.Ordinal));
        var former = Path.Combine(folder, "former.json");
        foreach (var officer in (string[])["o1", "o2"])
        {
            File.WriteAllText(former, $$"""{ "teams": [{ "officers": ["{{officer}}"], "route": [{ "visit": "v1" }] }] }""");
            Assert.Equal(0, Run(Problem, Solution, "--former", former));
            using var plan = JsonDocument.Parse(File.ReadAllBytes(Solution));
            Assert.Contains(officer, plan.RootElement.GetProperty("teams")[0].GetProperty("officers").EnumerateArray().Select(one => one.GetString()));
        }
    }

    [Fact]
    public void Solve_FormerPlanMissingOrFaulty_IsRefused()
    {
        File.WriteAllText(Problem, Sound);
        var former = Path.Combine(folder, "former.json");
        Assert.Equal(2, Run(Problem, Solution, "--former", former));
        File.WriteAllText(former, "[]");
        Assert.Equal(2, Run(Problem, Solution, "--former", former));
        Assert.False(File.Exists(Solution));
    }

    [Fact]
    public void Solve_FaultyFile_IsRefusedAndKeepsTheFormerPlan()
    {
        File.WriteAllText(Problem, Sound.Replace("\"deferCost\": 7", "\"deferCost\": -7", StringComparison.Ordinal));
        File.WriteAllText(Solution, "former");
        Assert.Equal(2, Run(Problem, Solution));
        Assert.Equal("former", File.ReadAllText(Solution));
    }

    [Theory]
    [InlineData("--seconds", "0")]
    [InlineData("--seconds", "-1")]
    [InlineData("--seconds", "1e9")]
    [InlineData("--workers", "0")]
    [InlineData("--workers", "65")]
    [InlineData("--seed", "-1")]
    public void Solve_OptionOutOfRange_IsRefused(string option, string value)
    {
        File.WriteAllText(Problem, Sound);
        Assert.Equal(2, Run(Problem, Solution, option, value));
        Assert.False(File.Exists(Solution));
    }

    [Fact]
    public void Solve_NoSuchFileOrFolder_IsRefused()
    {
        Assert.Equal(2, Run(Problem, Solution));
        File.WriteAllText(Problem, Sound);
        Assert.Equal(2, Run(Problem, Path.Combine(folder, "none", "solution.json")));
        Assert.Equal(2, Run(Problem, folder));
        Assert.Equal(2, Run(Problem, Problem));
        Assert.Equal(Sound, File.ReadAllText(Problem));
    }

    private static int Run(string problem, string solution, params string[] options) =>
        Commands.Make().Parse(["dispatch", "solve", "--in", problem, "--out", solution, .. options]).Invoke();
}
