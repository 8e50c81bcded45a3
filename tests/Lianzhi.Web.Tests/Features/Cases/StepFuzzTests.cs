using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lianzhi.Core.Cases;
using Lianzhi.Web.Features.Cases;

namespace Lianzhi.Web.Tests.Features.Cases;

/// <summary>Every step's API with every member wrong in turn: a clear 4xx that names it, and nothing saved.</summary>
public sealed class StepFuzzTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    private const string Nobody = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

    /// <summary>Texts that somebody may mean, and that must stay what they are.</summary>
    private static readonly string[] Strange = ["\u202e<script>alert(1)</script>", "=cmd|' /C calc'!A0", "'; DROP TABLE \"case\"; --", "../../etc/passwd", "𠮷㐂\u200b", Nobody];

    private static IEnumerable<FlowLine> Steps => CaseFlow.Lines.Where(line => !line.From.Contains(CaseStage.None));

    [Fact]
    public async Task EveryStep_AMemberOfTheWrongType_IsNamedAndNothingIsSaved()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        var version = await Version(cases, id);
        var wrong = new List<string>();
        foreach (var line in Steps)
            foreach (var (path, bad) in Mistakes(line.Step, cases.FirstOfficer))
            {
                var (status, names) = await Send(cases.Officer, id, bad);
                if (status != HttpStatusCode.BadRequest || !names.Any(name => name.StartsWith(path, StringComparison.Ordinal))) wrong.Add($"{line.Name} {path}: {status} {string.Join(',', names)}");
            }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(40)));
        Assert.Equal(version, await Version(cases, id));
    }

    [Fact]
    public async Task EveryStep_ValuesBeyondReason_AreRefusedAndNothingIsSaved()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        var version = await Version(cases, id);
        var wrong = new List<string>();
        foreach (var line in Steps)
            foreach (var person in new[] { cases.Officer, cases.Head })
                foreach (var (path, bad) in Extremes(line.Step, cases.FirstOfficer))
                {
                    var (status, _) = await Send(person, id, bad);
                    if ((int)status is < 400 or > 499) wrong.Add($"{line.Name} {path}: {status}");
                }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(40)));
        Assert.Equal(version, await Version(cases, id));
    }

    [Fact]
    public async Task EveryStep_OnNoCaseOrOnOneOutOfReach_IsNotFound()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        var version = await Version(cases, id);
        var wrong = new List<string>();
        foreach (var line in Steps)
        {
            var body = With(line.Step, cases.FirstOfficer, "step", line.Name);
            foreach (var (person, target) in new[] { (cases.Officer, Nobody), (cases.Stranger, id) })
                if (await Send(person, target, (JsonObject)body.DeepClone()) is { Status: not HttpStatusCode.NotFound } answer) wrong.Add($"{line.Name} {target}: {answer.Status}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(40)));
        Assert.Equal(version, await Version(cases, id));
    }

    [Fact]
    public async Task EveryStepForm_TypedFullOfNonsense_IsRefusedByThePageAndNothingIsSaved()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        var version = await Version(cases, id);
        var wrong = new List<string>();
        foreach (var line in Steps)
            foreach (var person in new[] { cases.Officer, cases.Head })
            {
                var address = $"/office/cases/{id}/steps/{line.Name}";
                var shown = await person.GetAsync(address);
                var page = await shown.Content.ReadAsStringAsync();
                // Where only prose is asked, whatever is written is an answer.
                if (!System.Text.RegularExpressions.Regex.IsMatch(page, "type=\"(date|datetime-local|radio|checkbox)\"|<select|inputmode=\"(decimal|numeric)\"")) continue;
                var names = System.Text.RegularExpressions.Regex.Matches(page, "name=\"Input\\.([^\"]+)\"").Select(match => match.Groups[1].Value).Where(name => name != "version").Distinct().ToList();
                var (answer, _) = await person.Send(address, "cases.take-step", names.ToDictionary(name => name, _ => "=2026-13-45｜'\u202e<b>"));
                if ((int)answer.StatusCode is < 400 or > 499) wrong.Add($"{line.Name}: {answer.StatusCode}");
            }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(version, await Version(cases, id));
    }

    [Fact]
    public async Task EveryStep_StrangeText_IsTakenOrRefusedAndReadBackAsItWas()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        var (wrong, turn) = (new List<string>(), 0);
        foreach (var line in Steps)
            foreach (var member in CommandReader.RecordOf(line.Step).GetConstructors()[0].GetParameters().Where(member => member.ParameterType == typeof(string)))
            {
                var text = Strange[turn++ % Strange.Length];
                var (status, _) = await Send(cases.Officer, id, With(line.Step, cases.FirstOfficer, JsonNamingPolicy.CamelCase.ConvertName(member.Name!), text));
                if ((int)status is not (200 or 400 or 403 or 404 or 422)) wrong.Add($"{line.Name} {member.Name}: {status}");
            }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        foreach (var text in Strange) await CaseHost.Take(cases.Officer, id, new { step = "record-defence", at = "2026-03-16T15:00:00+08:00", written = true, content = text, attachments = 0 });
        var record = await (await cases.Officer.GetAsync($"/api/v1/cases/{id}/record")).Json();
        var kept = record.GetProperty("items").EnumerateArray().SelectMany(Texts).ToHashSet(StringComparer.Ordinal);
        Assert.All(Strange, text => Assert.Contains(kept, value => value.Contains(text, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("at", "2026-03-17T10:00:00+08:00")]
    [InlineData("at", "2026-03-01T10:00:00+08:00")]
    [InlineData("content", "")]
    [InlineData("attachments", -1)]
    public async Task LawfulDefence_WithOneThingWrong_IsRefusedThenTaken(string member, object value)
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        JsonObject Defence() => new() { ["step"] = "record-defence", ["at"] = "2026-03-16T15:00:00+08:00", ["written"] = true, ["content"] = "请求从轻", ["attachments"] = 1 };
        var bad = Defence();
        bad[member] = JsonSerializer.SerializeToNode(value);
        var (status, names) = await Send(cases.Officer, id, bad);
        Assert.InRange((int)status, 400, 422);
        Assert.True(status == HttpStatusCode.UnprocessableEntity || names.Contains(member), string.Join(',', names));
        Assert.Equal(HttpStatusCode.OK, (await Send(cases.Officer, id, Defence())).Status);
    }

    /// <summary>Every text in a part of JSON, also in JSON kept as text.</summary>
    private static IEnumerable<string> Texts(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Object => part.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => part.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [part.GetString()!],
        _ => [],
    };

    private static async Task<long> Version(CaseHost cases, string id) => (await (await cases.Officer.GetAsync($"/api/v1/cases/{id}")).Json()).GetProperty("version").GetInt64();

    private static async Task<(HttpStatusCode Status, string[] Names)> Send(HttpClient person, string id, JsonObject body)
    {
        using var answer = await person.PostAsync($"/api/v1/cases/{id}/steps", new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));
        if (answer.StatusCode != HttpStatusCode.BadRequest) return (answer.StatusCode, []);
        return (answer.StatusCode, [.. (await answer.Json()).GetProperty("errors").EnumerateObject().Select(error => error.Name)]);
    }

    private static IEnumerable<(string Path, JsonObject Body)> Mistakes(CaseStep step, string officer)
    {
        foreach (var member in CommandReader.RecordOf(step).GetConstructors()[0].GetParameters())
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(member.Name!);
            foreach (var wrong in WrongTypes(member)) yield return (name, With(step, officer, name, wrong));
        }
        yield return ("unknownMember", With(step, officer, "unknownMember", 1));
    }

    private static IEnumerable<(string Path, JsonObject Body)> Extremes(CaseStep step, string officer)
    {
        foreach (var member in CommandReader.RecordOf(step).GetConstructors()[0].GetParameters())
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(member.Name!);
            foreach (var extreme in Values(member.ParameterType)) yield return (name, With(step, officer, name, extreme));
        }
    }

    private static JsonObject With(CaseStep step, string officer, string name, JsonNode? value)
    {
        var body = (JsonObject)Plausible(CommandReader.RecordOf(step), officer)!;
        body[name] = value;
        body["step"] = CaseFlow.Of(step).Name;
        return body;
    }

    private static JsonNode?[] WrongTypes(ParameterInfo member)
    {
        var type = Nullable.GetUnderlyingType(member.ParameterType) ?? member.ParameterType;
        JsonNode?[] wrong = type switch
        {
            _ when type == typeof(string) => [12, true, new JsonArray(), new JsonObject(), "\0"],
            _ when type == typeof(bool) => ["true", 1, new JsonArray()],
            _ when type == typeof(int) || type == typeof(long) => ["12", 1.5, true, new JsonArray(), 1e30],
            _ when type == typeof(DateOnly) => ["2026-13-01", "2026-3-1", "昨天", 20260301, new JsonObject()],
            _ when type == typeof(DateTimeOffset) => ["2026-03-04 25:00", "昨天", 1772000000, new JsonArray()],
            _ when type.IsEnum => ["NoSuchWord", 0, type.GetEnumNames()[0].ToUpperInvariant(), new JsonArray()],
            _ when type.IsGenericType => ["一", 1, new JsonObject(), new JsonArray((JsonNode?)null)],
            _ => ["一", 1, new JsonArray()],
        };
        var optional = Nullable.GetUnderlyingType(member.ParameterType) is not null || Nullability.Create(member).WriteState == NullabilityState.Nullable;
        return optional || member.HasDefaultValue ? wrong : [.. wrong, null];
    }

    private static JsonNode[] Values(Type type) => type switch
    {
        _ when type == typeof(string) => [new string('字', 30_000)],
        _ when type == typeof(int) => [int.MinValue, int.MaxValue],
        _ when type == typeof(long) => [long.MinValue, long.MaxValue],
        _ when type == typeof(DateOnly) || type == typeof(DateOnly?) => ["0001-01-01", "9999-12-31"],
        _ when type == typeof(DateTimeOffset) => ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2199-12-31T23:59:59+08:00"],
        _ when type == typeof(IReadOnlyList<string>) => [new JsonArray(Nobody, Nobody), new JsonArray([.. Enumerable.Range(0, 600).Select(number => JsonValue.Create($"o{number}"))])],
        _ => [],
    };

    /// <summary>A body that reads well, though no rule may like it.</summary>
    private static JsonNode? Plausible(Type type, string officer) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is not null => null,
        _ when type == typeof(string) => "文字",
        _ when type == typeof(bool) => true,
        _ when type == typeof(int) || type == typeof(long) => 1,
        _ when type == typeof(DateOnly) => "2026-03-16",
        _ when type == typeof(DateTimeOffset) => "2026-03-16T15:00:00+08:00",
        _ when type.IsEnum => JsonNamingPolicy.CamelCase.ConvertName(type.GetEnumNames()[0]),
        _ when type == typeof(IReadOnlyList<string>) => new JsonArray(officer),
        _ when type.IsGenericType => new JsonArray(Plausible(type.GetGenericArguments()[0], officer)),
        _ => new JsonObject(type.GetConstructors()[0].GetParameters().Where(member => member.Name != "CaseId")
            .Select(member => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(member.Name!), Plausible(member.ParameterType, officer)))),
    };
}
