using System.Text.Encodings.Web;
using System.Text.Json;
using Lianzhi.Core;
using Lianzhi.Core.Dispatch;
using Lianzhi.Planner.Files;

namespace Lianzhi.Planner.Dispatch;

/// <summary>Files of the dispatch solver (调度问题文件与方案文件), described in docs/dispatch.md.</summary>
public static class DispatchFile
{
    /// <summary>Most visits and most officers of one file: the travel matrix grows with the square.</summary>
    public const int Most = 3_000;

    /// <summary>Largest file that is read at all.</summary>
    public const long LargestBytes = 256L << 20;

    /// <summary>Reads a problem; a fault is refused with its JSON path in <see cref="Refusal.Field"/>.</summary>
    public static Result<DispatchProblem> Read(ReadOnlyMemory<byte> content) => Parse(content, Problem);

    /// <summary>Reads a solution back: teams, officers and the order of visits; all else follows from the problem it is used with.</summary>
    public static Result<DispatchSolution> ReadSolution(ReadOnlyMemory<byte> content) => Parse(content, Solution);

    /// <summary>Writes a solution. Times have one decimal; a bound is never rounded above the cost.</summary>
    public static byte[] Write(DispatchSolution solution)
    {
        using var content = new MemoryStream();
        using (var writer = new Utf8JsonWriter(content, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteNumber("cost", Math.Round(solution.Cost, 6));
            writer.WriteNumber("travel", Math.Round(solution.Travel, 6));
            writer.WriteStartArray("deferred");
            foreach (var visit in solution.Deferred) writer.WriteStringValue(visit);
            writer.WriteEndArray();
            if (solution.Bound is { } bound) writer.WriteNumber("bound", Math.Min(Math.Floor(bound * 1e6) / 1e6, Math.Round(solution.Cost, 6)));
            else writer.WriteNull("bound");
            writer.WriteNumber("seconds", Math.Round(solution.Seconds, 1));
            writer.WriteStartArray("teams");
            foreach (var team in solution.Teams) Write(writer, team);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return content.ToArray();
    }

    private static Result<T> Parse<T>(ReadOnlyMemory<byte> content, Func<FileNode, T> read) where T : notnull
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            return read(new("$", document.RootElement));
        }
        catch (FileFault fault)
        {
            return Refusal.Invalid(fault.Path, fault.Message);
        }
        catch (JsonException fault)
        {
            return Refusal.Invalid("$", $"不是有效的 JSON：第{fault.LineNumber + 1}行第{fault.BytePositionInLine + 1}字节");
        }
    }

    private static void Write(Utf8JsonWriter writer, DispatchTeam team)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("officers");
        foreach (var officer in team.Officers) writer.WriteStringValue(officer);
        writer.WriteEndArray();
        writer.WriteStartArray("route");
        foreach (var stop in team.Route)
        {
            writer.WriteStartObject();
            writer.WriteString("visit", stop.Visit);
            writer.WriteNumber("arrive", Math.Round(stop.Arrive, 1));
            writer.WriteNumber("start", Math.Round(stop.Start, 1));
            writer.WriteNumber("leave", Math.Round(stop.Leave, 1));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static DispatchProblem Problem(FileNode file)
    {
        var members = file.Members(["travel", "base", "teams", "officers", "visits"]);
        var officers = Listed(members["officers"], Officer);
        var known = officers.SelectMany(officer => officer.Skills.Keys).ToHashSet(StringComparer.Ordinal);
        var matrix = Matrix(members["travel"]);
        var places = new List<(double X, double Y)>();
        // Places are needed only where travel is reckoned from them; given beside a matrix they must still be numbers.
        string[] place = matrix is null ? ["x", "y"] : [];
        string[] optionalPlace = matrix is null ? [] : ["x", "y"];
        var @base = Base(members["base"]);
        var visits = Listed(members["visits"], Visit);
        if (matrix is not null && matrix.Places != visits.Count + 1)
            throw members["travel"].Members()["minutes"].Fault($"应当有 {visits.Count + 1} 行：集结点和 {visits.Count} 项任务");
        Unique(members["officers"], officers.Select(officer => officer.Id));
        Unique(members["visits"], visits.Select(visit => visit.Id));
        return new(matrix ?? TravelTimes.Euclidean(places), @base, Limits(members["teams"]), officers, visits);

        DispatchBase Base(FileNode node)
        {
            var values = node.Members(["open", "close", .. place], optionalPlace);
            Locate(values);
            var (open, close) = Window(values);
            return new(open, close);
        }

        DispatchVisit Visit(FileNode node)
        {
            var values = node.Members(["id", "open", "close", "minutes", "deferCost", "requires", .. place], optionalPlace);
            Locate(values);
            var (open, close) = Window(values);
            var requires = new Dictionary<string, IReadOnlyList<int>>(StringComparer.Ordinal);
            foreach (var (skill, levels) in values["requires"].Members())
            {
                if (!known.Contains(skill)) throw levels.Fault("没有这种技能：人员名单中无人列有");
                requires.Add(skill, [.. levels.Items().Select(level => level.WholeNumber(0))]);
            }
            return new(values["id"].Text(), open, close, values["minutes"].NumberFromZero(), values["deferCost"].NumberFromZero(), requires);
        }

        void Locate(Dictionary<string, FileNode> values)
        {
            if (values.TryGetValue("x", out var x) & values.TryGetValue("y", out var y)) places.Add((x.Number(), y.Number()));
            else if (x.Path is not null) x.Number();
            else if (y.Path is not null) y.Number();
        }
    }

    private static DispatchSolution Solution(FileNode file)
    {
        var teams = file.Members(["teams"], "cost", "travel", "deferred", "bound", "seconds")["teams"].Items().ConvertAll(node =>
        {
            var team = node.Members(["officers", "route"]);
            return new DispatchTeam([.. team["officers"].Items().Select(officer => officer.Text())],
                [.. team["route"].Items().Select(stop => new DispatchStop(stop.Members(["visit"], "arrive", "start", "leave")["visit"].Text(), 0, 0, 0))]);
        });
        return new(0, 0, [], null, 0, teams);
    }

    private static TravelTimes? Matrix(FileNode node)
    {
        var kind = node.Members().TryGetValue("kind", out var named) ? named.Text() : null;
        switch (kind)
        {
            case "euclidean":
                node.Members(["kind"]);
                return null;
            case "matrix":
                var rows = node.Members(["kind", "minutes"])["minutes"].Items();
                if (rows.Count > Most + 1) throw node.Members()["minutes"].Fault($"最多 {Most + 1} 行");
                var times = rows.Select(row => row.Items().Select(time => time.NumberFromZero()).ToList()).ToList();
                for (var row = 0; row < rows.Count; row++)
                    if (times[row].Count != rows.Count) throw rows[row].Fault($"应当有 {rows.Count} 个数：矩阵是方的");
                return TravelTimes.Matrix(times);
            case null:
                node.Members(["kind"]);
                return null;
            default:
                throw named.Fault("应当是 euclidean 或者 matrix");
        }
    }

    private static TeamLimits Limits(FileNode node)
    {
        var values = node.Members(["minOfficers", "maxOfficers", "maxTeams"]);
        var least = values["minOfficers"].WholeNumber(1);
        int? most = values["maxOfficers"].IsNull ? null : values["maxOfficers"].WholeNumber(1);
        if (most < least) throw values["maxOfficers"].Fault("小于 minOfficers");
        return new(least, most, values["maxTeams"].IsNull ? null : values["maxTeams"].WholeNumber(0));
    }

    private static DispatchOfficer Officer(FileNode node)
    {
        var values = node.Members(["id", "skills"]);
        return new(values["id"].Text(), values["skills"].Members().ToDictionary(skill => skill.Key, skill => skill.Value.WholeNumber(0), StringComparer.Ordinal));
    }

    private static (double Open, double Close) Window(Dictionary<string, FileNode> values)
    {
        var (open, close) = (values["open"].NumberFromZero(), values["close"].NumberFromZero());
        return open <= close ? (open, close) : throw values["open"].Fault("晚于 close");
    }

    private static List<T> Listed<T>(FileNode list, Func<FileNode, T> read)
    {
        var items = list.Items();
        if (items.Count is 0 or > Most) throw list.Fault($"应当有 1 至 {Most} 项");
        return items.ConvertAll(item => read(item));
    }

    private static void Unique(FileNode list, IEnumerable<string> ids)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, index) in ids.Select((id, index) => (id, index)))
            if (!seen.Add(id)) throw new FileFault($"{list.Path}[{index}].id", "编号重复");
    }
}
