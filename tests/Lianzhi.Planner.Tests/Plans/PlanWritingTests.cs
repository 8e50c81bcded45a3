using CsCheck;
using Lianzhi.Core.Inspections;
using Lianzhi.Planner.Plans;

namespace Lianzhi.Planner.Tests.Plans;

/// <summary>Files that the platform writes are those it reads.</summary>
public sealed class PlanWritingTests
{
    [Fact]
    public void Problem_WrittenAndRead_IsTheSame() => PlanProblems.Any.Sample(problem =>
    {
        var written = PlanFile.Write(problem);
        var read = PlanFile.Read(written);
        // What the reader refuses as an input is refused in either form; what it takes is written back letter by letter.
        return !read.IsOk || PlanFile.Write(read.Value).AsSpan().SequenceEqual(written);
    });

    [Fact]
    public void Solution_WrittenAndRead_IsTheSame() => PlanProblems.Any.Sample(problem =>
    {
        var solution = PlanSolver.Solve(problem, new(5, 1, 1) { Work = 500 });
        var written = PlanSolutionFile.Write(solution);
        return PlanSolutionFile.Write(PlanSolutionFile.Read(written)).AsSpan().SequenceEqual(written);
    }, iter: 30);

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"objective\":1")]
    public void Solution_OfNobody_IsToldSo(string text) => Assert.Throws<InvalidDataException>(() => PlanSolutionFile.Read(System.Text.Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Draw_WrittenAndRead_IsTheSame()
    {
        var input = new DrawInput("抽查", [new("蓝田", 1, 2, "xf"), new("步文", 0, 0, "")], [new("t1", "蓝田", 4), new("t2", "步文", 1)], [new("o1", "xf")], [new("o1", "t1"), new("o1", null), new("o1", "t2") { Ground = DrawConflictGround.OtherRelation, DecidedBy = "局长", Source = DrawConflictSource.Draw }]);
        Assert.Equal(DrawFile.Write(input), DrawFile.Write(DrawFile.Read(DrawFile.Write(input)).Value!));
    }

    [Theory]
    [InlineData("\"weight\": 4", "\"weight\": 0", "$.targets[0].weight")]
    [InlineData("\"stratum\": \"蓝田\"", "\"stratum\": \"无\"", "$.targets[0].stratum")]
    [InlineData("\"crew\": 2", "\"crew\": 1", "$.strata[0].crew")]
    [InlineData("\"count\": 1", "\"count\": -1", "$.strata[0].count")]
    [InlineData("\"id\": \"t2\"", "\"id\": \"t1\"", "$.targets[1]")]
    [InlineData("\"title\"", "\"titel\"", "$.title")]
    public void Draw_FaultyFile_NamesThePath(string sound, string faulty, string path)
    {
        var text = """{ "title": "抽查", "strata": [{ "name": "蓝田", "count": 1, "crew": 2, "subject": "xf" }], "targets": [{ "id": "t1", "stratum": "蓝田", "weight": 4 }, { "id": "t2", "stratum": "蓝田", "weight": 1 }] }""";
        Assert.Equal(path, DrawFile.Read(System.Text.Encoding.UTF8.GetBytes(text.Replace(sound, faulty, StringComparison.Ordinal))).Refusals[0].Field);
    }
}
