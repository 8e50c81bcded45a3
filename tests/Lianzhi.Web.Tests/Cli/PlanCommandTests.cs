using System.Text.Json;
using Lianzhi.Web.Cli;

namespace Lianzhi.Web.Tests.Cli;

public sealed class PlanCommandTests : IDisposable
{
    private const string Sound = """
        { "weeks": [{ "days": ["2026-01-05", "2026-01-06"] }, { "days": ["2026-01-12", "2026-01-13"] }, { "days": ["2026-01-19"] }],
          "teams": [{ "id": "蓝田综合执法大队", "subject": "蓝田街道办事处", "domains": ["市容"], "townships": ["蓝田"], "officers": 2, "minutesPerDay": 300 },
                    { "id": "区消防队", "subject": "区消防救援大队", "domains": ["消防"], "townships": ["蓝田"], "officers": 2, "minutesPerDay": 300 }],
          "requirements": [{ "id": "市容检查", "domain": "市容", "visits": { "high": 2, "medium": 1, "low": 1 }, "minutes": 30, "gapWeeks": 2 },
                           { "id": "消防检查", "domain": "消防", "visits": { "high": 2, "medium": 1, "low": 1 }, "minutes": 60 }],
          "enterprises": [{ "id": "E1", "cap": 2 }, { "id": "E2", "cap": 1 }],
          "targets": [{ "id": "T1", "enterprise": "E1", "township": "蓝田", "block": "蓝田1", "risk": "high", "requirements": ["市容检查", "消防检查"] },
                      { "id": "T2", "enterprise": "E2", "township": "蓝田", "block": "蓝田1", "risk": "low", "requirements": ["市容检查"] }] }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("lianzhi-plan-").FullName;

    private string Problem => Path.Combine(folder, "problem.json");
    private string Solution => Path.Combine(folder, "solution.json");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Solve_SoundFile_WritesThePlanAndNothingElse()
    {
        File.WriteAllText(Problem, Sound);
        File.WriteAllText(Solution, "former");
        Assert.Equal(0, Run(Problem, Solution, "--seconds", "1", "--workers", "1"));
        using var plan = JsonDocument.Parse(File.ReadAllBytes(Solution));
        Assert.Equal(3, plan.RootElement.GetProperty("savings").GetProperty("planned").GetInt32());
        Assert.Equal(5, plan.RootElement.GetProperty("savings").GetProperty("unmerged").GetInt32());
        Assert.Equal(0, plan.RootElement.GetProperty("unserved").GetArrayLength());
        Assert.Equal(["problem.json", "solution.json"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Solve_SameFileAndSeed_GivesTheSamePlan()
    {
        File.WriteAllText(Problem, Sound);
        Assert.Equal(0, Run(Problem, Solution, "--seconds", "1", "--seed", "7"));
        var first = Visits();
        Assert.Equal(0, Run(Problem, Solution, "--seconds", "1", "--seed", "7"));
        Assert.Equal(first, Visits());

        string Visits()
        {
            using var plan = JsonDocument.Parse(File.ReadAllBytes(Solution));
            return plan.RootElement.GetProperty("visits").GetRawText();
        }
    }

    [Theory]
    [InlineData("\"gapWeeks\": 2", "\"gapWeeks\": -2", "$.requirements[0].gapWeeks")]
    [InlineData("\"cap\": 1", "\"caps\": 1", "$.enterprises[1].cap")]
    [InlineData("\"township\": \"蓝田\", \"block\": \"蓝田1\", \"risk\": \"low\"", "\"township\": \"蓝田\", \"block\": \"蓝田1\", \"risk\": \"none\"", "$.targets[1].risk")]
    [InlineData("2026-01-06", "2026-01-04", "$.weeks[0].days[1]")]
    public async Task Solve_FaultyFile_NamesThePathAndKeepsTheFormerPlan(string sound, string faulty, string path)
    {
        File.WriteAllText(Problem, Sound.Replace(sound, faulty, StringComparison.Ordinal));
        File.WriteAllText(Solution, "former");
        using var verbs = new Verbs();
        var (status, said) = await verbs.Run("plan", "solve", "--in", Problem, "--out", Solution);
        Assert.Equal(2, status);
        Assert.Contains(path, said, StringComparison.Ordinal);
        Assert.Equal("former", File.ReadAllText(Solution));
    }

    [Theory]
    [InlineData("--seconds", "0")]
    [InlineData("--workers", "0")]
    [InlineData("--seed", "-1")]
    public void Solve_OptionOutOfRange_IsRefused(string option, string value)
    {
        File.WriteAllText(Problem, Sound);
        Assert.Equal(2, Run(Problem, Solution, option, value));
        Assert.False(File.Exists(Solution));
    }

    private static int Run(string problem, string solution, params string[] options) =>
        Commands.Make().Parse(["plan", "solve", "--in", problem, "--out", solution, .. options]).Invoke();
}
