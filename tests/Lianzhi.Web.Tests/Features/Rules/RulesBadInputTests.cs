using System.Text;
using System.Text.Json.Nodes;
using CsCheck;

namespace Lianzhi.Web.Tests.Features.Rules;

/// <summary>What must not be taken, and the member that must be named.</summary>
public sealed class RulesBadInputTests(RulesHost host) : IClassFixture<RulesHost>
{
    private const string Period = """{"start":"2026-09-28","count":5,"unit":"workingDay","pauses":[],"rollOver":true}""";
    private const string Clocks = """{"asOf":"2026-05-01","procedure":"ordinary","events":[{"type":"filed","on":"2026-01-05"}]}""";
    private const string Procedure = """{"party":{"kind":"citizen","birthDate":"1990-01-01"},"actOn":"2026-03-01","penalties":[{"kind":"fine","amountYuan":200}],"department":"城管","majorPublicInterest":false,"complexFacts":false,"heard":false,"multipleLegalRelations":false}""";
    private const string Surcharge = """{"fineYuan":5000,"due":"2024-07-10","asOf":"2024-08-20","pauses":[]}""";
    private const string Limitation = """{"actEndedOn":"2024-03-05","discoveredOn":"2026-03-06","harmToLifeHealthOrFinance":false}""";
    private const string Identifier = """{"kind":"creditCode","value":"91350603MA2XK7T89E"}""";
    private const string Competence = """{"item":"CG-014","township":"350603003","filedOn":"2026-03-02","crossesTownships":false,"majorOrComplex":false}""";

    private static readonly Dictionary<string, string> Good = new()
    {
        ["period"] = Period,
        ["clocks"] = Clocks,
        ["procedure"] = Procedure,
        ["surcharge"] = Surcharge,
        ["limitation"] = Limitation,
        ["identifier"] = Identifier,
        ["competence"] = Competence,
    };

    /// <summary>Rule, what is replaced, by what, and the member named.</summary>
    public static TheoryData<string, string, string, string> Faults() => new()
    {
        // Dates.
        { "period", "\"2026-09-28\"", "\"2026-9-28\"", "start" },
        { "period", "\"2026-09-28\"", "\"2026-02-29\"", "start" },
        { "period", "\"2026-09-28\"", "\"2026-09-28T00:00:00\"", "start" },
        { "period", "\"2026-09-28\"", "\" 2026-09-28\"", "start" },
        { "period", "\"2026-09-28\"", "\"２026-09-28\"", "start" },
        { "period", "\"2026-09-28\"", "\"1899-12-31\"", "start" },
        { "period", "\"2026-09-28\"", "\"2200-01-01\"", "start" },
        { "period", "\"2026-09-28\"", "\"\"", "start" },
        { "period", "\"2026-09-28\"", "20260928", "start" },
        { "period", "\"2026-09-28\"", "null", "start" },
        { "period", "\"2026-09-28\"", "[\"2026-09-28\"]", "start" },
        { "period", "\"start\":\"2026-09-28\",", "", "start" },
        // Whole numbers.
        { "period", "\"count\":5", "\"count\":0", "count" },
        { "period", "\"count\":5", "\"count\":-1", "count" },
        { "period", "\"count\":5", "\"count\":3661", "count" },
        { "period", "\"count\":5", "\"count\":2.5", "count" },
        { "period", "\"count\":5", "\"count\":5.0", "count" },
        { "period", "\"count\":5", "\"count\":1e400", "count" },
        { "period", "\"count\":5", "\"count\":99999999999999999999", "count" },
        { "period", "\"count\":5", "\"count\":\"5\"", "count" },
        { "period", "\"count\":5", "\"count\":true", "count" },
        { "period", "\"count\":5", "\"count\":null", "count" },
        { "period", "\"count\":5", "\"count\":{}", "count" },
        { "period", "\"count\":5,", "", "count" },
        // Enumerations.
        { "period", "\"workingDay\"", "\"workingday\"", "unit" },
        { "period", "\"workingDay\"", "\"WorkingDay\"", "unit" },
        { "period", "\"workingDay\"", "\"week\"", "unit" },
        { "period", "\"workingDay\"", "0", "unit" },
        { "period", "\"workingDay\"", "\"0\"", "unit" },
        { "period", "\"workingDay\"", "\"day, month\"", "unit" },
        { "period", "\"workingDay\"", "[\"day\"]", "unit" },
        { "period", "\"workingDay\"", "null", "unit" },
        { "period", "\"rollOver\":true", "\"direction\":\"back\"", "direction" },
        { "period", "\"rollOver\":true", "\"direction\":null", "direction" },
        { "clocks", "\"ordinary\"", "\"Ordinary\"", "procedure" },
        { "clocks", "\"filed\"", "\"unknown\"", "events[0].type" },
        { "clocks", "\"filed\"", "\"Filed\"", "events[0].type" },
        { "clocks", "\"filed\"", "7", "events[0].type" },
        { "clocks", "\"procedure\"", "\"performance\":\"Fine\",\"procedure\"", "performance" },
        { "identifier", "\"creditCode\"", "\"passport\"", "kind" },
        { "procedure", "\"citizen\"", "\"person\"", "party.kind" },
        { "procedure", "\"kind\":\"fine\"", "\"kind\":\"Fine\"", "penalties[0].kind" },
        // Booleans.
        { "period", "\"rollOver\":true", "\"rollOver\":\"true\"", "rollOver" },
        { "period", "\"rollOver\":true", "\"rollOver\":1", "rollOver" },
        { "period", "\"rollOver\":true", "\"rollOver\":null", "rollOver" },
        { "procedure", "\"heard\":false", "\"heard\":\"false\"", "heard" },
        { "procedure", "\"heard\":false,", "", "heard" },
        { "limitation", ":false", ":null", "harmToLifeHealthOrFinance" },
        { "competence", "\"crossesTownships\":false", "\"crossesTownships\":0", "crossesTownships" },
        // Lists.
        { "period", "\"pauses\":[]", "\"pauses\":null", "pauses" },
        { "period", "\"pauses\":[]", "\"pauses\":{}", "pauses" },
        { "period", "\"pauses\":[]", "\"pauses\":\"[]\"", "pauses" },
        { "period", "\"pauses\":[]", "\"pauses\":[null]", "pauses[0]" },
        { "period", "\"pauses\":[]", "\"pauses\":[[]]", "pauses[0]" },
        { "period", "\"pauses\":[]", "\"pauses\":[{\"from\":\"2026-10-02\",\"to\":\"2026-10-01\"}]", "pauses[0].from" },
        { "period", "\"pauses\":[]", "\"pauses\":[{\"from\":\"2026-10-01\",\"to\":\"2026-10-01\"},{\"from\":\"2026-10-01\"}]", "pauses[1].to" },
        { "period", "\"pauses\":[]", "\"pauses\":[{\"from\":\"2026-10-01\",\"to\":\"2026-10-01\",\"why\":\"\"}]", "pauses[0].why" },
        { "clocks", "[{\"type\":\"filed\",\"on\":\"2026-01-05\"}]", "null", "events" },
        { "clocks", "{\"type\":\"filed\",\"on\":\"2026-01-05\"}", "null", "events[0]" },
        { "clocks", "\"on\":\"2026-01-05\"", "\"on\":null", "events[0].on" },
        { "clocks", "\"on\":\"2026-01-05\"", "\"on\":\"2026-01-05\",\"until\":\"2026-01-06\"", "events[0].until" },
        { "clocks", "\"filed\"", "\"paymentDeferred\"", "events[0].until" },
        { "clocks", "\"type\":\"filed\",\"on\":\"2026-01-05\"", "\"type\":\"testStarted\",\"on\":\"2026-01-05\",\"until\":\"2026-01-04\"", "events[0].until" },
        { "clocks", "\"type\":\"filed\",\"on\":\"2026-01-05\"", "\"type\":\"paymentDeferred\",\"on\":\"2026-01-05\",\"until\":null", "events[0].until" },
        { "procedure", "[{\"kind\":\"fine\",\"amountYuan\":200}]", "[]", "penalties" },
        { "procedure", "[{\"kind\":\"fine\",\"amountYuan\":200}]", "[null]", "penalties[0]" },
        // Amounts.
        { "procedure", ",\"amountYuan\":200", "", "penalties[0].amountYuan" },
        { "procedure", "\"amountYuan\":200", "\"amountYuan\":null", "penalties[0].amountYuan" },
        { "procedure", "\"kind\":\"fine\",\"amountYuan\":200", "\"kind\":\"warning\",\"amountYuan\":null", "penalties[0].amountYuan" },
        { "procedure", "\"amountYuan\":200", "\"amountYuan\":200.001", "penalties[0].amountYuan" },
        { "surcharge", "5000", "-1", "fineYuan" },
        { "surcharge", "5000", "-0.01", "fineYuan" },
        { "surcharge", "5000", "0.001", "fineYuan" },
        { "surcharge", "5000", "1e-30", "fineYuan" },
        { "surcharge", "5000", "1e400", "fineYuan" },
        { "surcharge", "5000", "1e99999999999999999999", "fineYuan" },
        { "surcharge", "5000", "1e-99999999999999999999", "fineYuan" },
        { "surcharge", "5000", "1000000000000.01", "fineYuan" },
        { "surcharge", "5000", "1000000000001", "fineYuan" },
        { "surcharge", "5000", "\"5000\"", "fineYuan" },
        { "surcharge", "5000", "false", "fineYuan" },
        { "surcharge", "5000", "null", "fineYuan" },
        // Objects, unknown and repeated members.
        { "procedure", "{\"kind\":\"citizen\",\"birthDate\":\"1990-01-01\"}", "null", "party" },
        { "procedure", "{\"kind\":\"citizen\",\"birthDate\":\"1990-01-01\"}", "\"citizen\"", "party" },
        { "procedure", "\"birthDate\":\"1990-01-01\"", "\"birthDate\":\"2026-03-02\"", "party.birthDate" },
        { "procedure", "\"birthDate\":\"1990-01-01\"", "\"birthdate\":\"1990-01-01\"", "party.birthdate" },
        { "procedure", "\"城管\"", "\"工商\"", "department" },
        { "procedure", "\"城管\"", "\"\"", "department" },
        { "period", "\"count\"", "\"Count\":5,\"count\"", "Count" },
        { "period", "\"count\"", "\"count\":5,\"count\"", "count" },
        { "procedure", "\"kind\":\"citizen\"", "\"kind\":\"citizen\",\"kind\":\"citizen\"", "party.kind" },
        { "procedure", "\"kind\":\"fine\"", "\"kind\":\"fine\",\"ki\\u006ed\":\"fine\"", "penalties[0].kind" },
        // Text.
        { "identifier", "\"91350603MA2XK7T89E\"", "\"a\\u0000b\"", "value" },
        { "identifier", "\"91350603MA2XK7T89E\"", "\"\\ud800\"", "value" },
        { "identifier", "\"91350603MA2XK7T89E\"", "\"\\udc00\\ud800\"", "value" },
        { "identifier", "\"91350603MA2XK7T89E\"", "\"00000000000000000000000000000000000000000000000000000000000000000\"", "value" },
        { "identifier", "\"91350603MA2XK7T89E\"", "91350603", "value" },
        { "identifier", "\"91350603MA2XK7T89E\"", "null", "value" },
        { "competence", "\"CG-014\"", "\"cg-014\"", "item" },
        { "competence", "\"CG-014\"", "\"CG-999\"", "item" },
        { "competence", "\"350603003\"", "\"350602001\"", "township" },
        { "competence", "\"350603003\"", "350603003", "township" },
        { "competence", "\"350603003\"", "\"350603003000\"", "township" },
        // Not JSON.
        { "period", "\"pauses\":[]", "\"pauses\":[{\"from\":\"2026-10-01\",\"to\":\"2026-10-01\"},]", "pauses[0]" },
        { "period", "true}", "true,}", "rollOver" },
        { "period", "\"count\":5", "\"count\":05", "count" },
        { "period", "\"count\":5", "\"count\":NaN", "count" },
        { "period", "\"count\":5", "\"count\":/* five */5", "count" },
        { "period", "{\"start\"", "// a remark\n{\"start\"", "$" },
        { "period", "true}", "true}{}", "$" },
        { "period", "true}", "true", "rollOver" },
        // Ends beyond the known dates.
        { "period", "\"2026-09-28\"", "\"2199-12-31\"", "start" },
        { "period", "\"count\":5,\"unit\":\"workingDay\"", "\"count\":3660,\"unit\":\"year\"", "count" },
        { "limitation", "\"2024-03-05\"", "\"2198-03-05\"", "actEndedOn" },
        { "clocks", "\"asOf\":\"2026-05-01\",\"procedure\":\"ordinary\",\"events\":[{\"type\":\"filed\",\"on\":\"2026-01-05\"}]", "\"asOf\":\"2199-12-31\",\"procedure\":\"ordinary\",\"events\":[{\"type\":\"filed\",\"on\":\"2199-12-05\"}]", "events[0].on" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Rule_FaultInOneMember_IsRefusedByItsName(string rule, string part, string instead, string member)
    {
        Assert.Contains(part, Good[rule], StringComparison.Ordinal);
        var (status, body) = await host.Post(rule, Good[rule].Replace(part, instead, StringComparison.Ordinal));
        Assert.Equal(400, status);
        Assert.True(body.GetProperty("errors").TryGetProperty(member, out var messages), body.ToString());
        Assert.All(messages.EnumerateArray(), message => Assert.NotEmpty(message.GetString()!));
    }

    [Fact]
    public async Task Rule_SeveralFaults_AreAllNamed()
    {
        var (_, body) = await host.Post("period", """{"start":"x","count":"5","unit":7,"pauses":[null,{"from":1}],"roll":0}""");
        Assert.Equal(["count", "pauses[0]", "pauses[1].from", "pauses[1].to", "roll", "start", "unit"],
            body.GetProperty("errors").EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("5")]
    [InlineData("   ")]
    [InlineData("\uFEFF{}")]
    [InlineData("{'start':1}")]
    [InlineData("<period/>")]
    public async Task Rule_BodyThatIsNoObject_IsRefused(string body)
    {
        foreach (var rule in Good.Keys) Assert.Equal(400, (await host.Post(rule, body)).Status);
    }

    [Theory]
    [InlineData(null, 415)]
    [InlineData("text/plain", 415)]
    [InlineData("application/xml", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("application/json; charset=gbk", 415)]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("application/json;charset=\"UTF-8\"", 200)]
    public async Task Rule_ContentType_IsJsonInUtf8(string? type, int expected) => Assert.Equal(expected, (await host.Post("period", Period, type)).Status);

    [Fact]
    public async Task Rule_BrokenUtf8_IsRefused()
    {
        foreach (byte[] broken in (byte[][])[[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE5, 0x9F]])
        {
            byte[] bytes = [.. Encoding.ASCII.GetBytes("{\"kind\":\"creditCode\",\"value\":\""), .. broken, .. Encoding.ASCII.GetBytes("\"}")];
            Assert.Equal(400, (await host.Post("identifier", bytes)).Status);
        }
    }

    [Fact]
    public async Task Rule_BodyOverTheLimit_IsTooLarge()
    {
        var fits = Period + new string(' ', (2 * 1024 * 1024) - Period.Length);
        Assert.Equal(200, (await host.Post("period", fits)).Status);
        Assert.Equal(413, (await host.Post("period", fits + " ")).Status);
        var chunked = new HttpRequestMessage(HttpMethod.Post, "/api/v1/rules/period") { Content = new StreamContent(new EndlessSpaces(3 * 1024 * 1024)) };
        chunked.Content.Headers.ContentType = new("application/json");
        using var response = await host.Client.SendAsync(chunked);
        Assert.Equal(413, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("pauses", 200, "{\"from\":\"2026-10-01\",\"to\":\"2026-10-01\"}")]
    public async Task Period_MorePausesThanAllowed_AreRefused(string member, int most, string item)
    {
        string With(int count) => Period.Replace("\"pauses\":[]", $"\"{member}\":[{string.Join(',', Enumerable.Repeat(item, count))}]", StringComparison.Ordinal);
        Assert.Equal(200, (await host.Post("period", With(most))).Status);
        Assert.True((await host.Post("period", With(most + 1))).Body.GetProperty("errors").TryGetProperty(member, out _));
    }

    [Fact]
    public async Task Lists_LongerThanAllowed_AreRefusedAtOnce()
    {
        string Events(int count) => Clocks.Replace("{\"type\":\"filed\",\"on\":\"2026-01-05\"}", string.Join(',', Enumerable.Repeat("{\"type\":\"filed\",\"on\":\"2026-01-05\"}", count)), StringComparison.Ordinal);
        string Penalties(int count) => Procedure.Replace("{\"kind\":\"fine\",\"amountYuan\":200}", string.Join(',', Enumerable.Repeat("{\"kind\":\"fine\",\"amountYuan\":200}", count)), StringComparison.Ordinal);
        Assert.Equal(200, (await host.Post("clocks", Events(500))).Status);
        Assert.True((await host.Post("clocks", Events(501))).Body.GetProperty("errors").TryGetProperty("events", out _));
        Assert.True((await host.Post("clocks", Events(40_000))).Body.GetProperty("errors").TryGetProperty("events", out _));
        Assert.Equal(200, (await host.Post("procedure", Penalties(50))).Status);
        Assert.True((await host.Post("procedure", Penalties(51))).Body.GetProperty("errors").TryGetProperty("penalties", out _));
    }

    [Fact]
    public async Task HostileBodies_AreRefusedQuicklyAndBriefly()
    {
        string[] hostile =
        [
            new('[', 1_000_000),
            string.Concat(Enumerable.Repeat("{\"a\":", 300_000)),
            "{" + string.Join(',', Enumerable.Repeat("\"a\":1", 300_000)) + "}",
            "{" + string.Join(',', Enumerable.Range(0, 150_000).Select(i => $"\"a{i}\":1")) + "}",
            "{\"pauses\":[" + string.Join(',', Enumerable.Repeat("null", 300_000)) + "]}",
            "{\"" + new string('n', 1_500_000) + "\":1}",
            "{\"fineYuan\":1" + new string('0', 1_500_000) + "}",
            "{\"fineYuan\":0." + new string('0', 1_500_000) + "1}",
            "{\"value\":\"" + string.Concat(Enumerable.Repeat("\\u0000", 300_000)) + "\"}",
        ];
        foreach (var body in hostile)
        {
            foreach (var rule in (string[])["period", "surcharge", "identifier"])
            {
                var watch = System.Diagnostics.Stopwatch.StartNew();
                var (status, answer) = await host.Post(rule, body);
                Assert.Equal(400, status);
                Assert.InRange(watch.ElapsedMilliseconds, 0, 3000);
                Assert.InRange(answer.GetRawText().Length, 1, 20_000);
            }
        }
    }

    [Theory]
    [InlineData("200", 200)]
    [InlineData("200.00", 200)]
    [InlineData("2e2", 200)]
    [InlineData("2.0005E4", 20005)]
    [InlineData("0", 0)]
    [InlineData("-0.0", 0)]
    [InlineData("0.010", 0.01)]
    [InlineData("1000000000000", 1000000000000)]
    [InlineData("1e12", 1000000000000)]
    public async Task Surcharge_AmountInAnyNotation_IsTakenExactly(string text, decimal yuan)
    {
        var (status, body) = await host.Post("surcharge", Surcharge.Replace("5000", text, StringComparison.Ordinal));
        Assert.Equal(200, status);
        Assert.Equal(yuan, body.GetProperty("surchargeYuan").GetDecimal());
    }

    [Fact]
    public async Task Identifier_SixtyFourCharactersOutsideThePlane_AreCountedOnce()
    {
        string With(int count) => Identifier.Replace("91350603MA2XK7T89E", string.Concat(Enumerable.Repeat("😀", count)), StringComparison.Ordinal);
        Assert.Equal(200, (await host.Post("identifier", With(64))).Status);
        Assert.Equal(400, (await host.Post("identifier", With(65))).Status);
    }

    [Fact]
    public void AnyMutation_NeverMakesAServerError()
    {
        var values = new JsonNode?[] { null, 0, -1, 1e300, true, "", "2026-02-30", "fine", "\u0001", new JsonArray(), new JsonObject(), new JsonArray(null, 1), "2199-12-31", "1900-01-01" };
        var mutation =
            from rule in Gen.OneOfConst(Good.Keys.ToArray())
            from target in Gen.Int[0, 30]
            from value in Gen.Int[0, values.Length]
            from cut in Gen.Int[-20, 250]
            from noise in Gen.Byte
            select (rule, target, value, cut, noise);
        mutation.Sample(change =>
        {
            var node = JsonNode.Parse(Good[change.rule])!;
            var places = Places(node).ToList();
            var (parent, key) = places[change.target % places.Count];
            if (change.value == values.Length) Remove(parent, key);
            else Set(parent, key, values[change.value]?.DeepClone());
            var bytes = Encoding.UTF8.GetBytes(node.ToJsonString());
            if (change.cut >= 0) bytes[change.cut % bytes.Length] = change.noise;
            var (status, _) = host.Post(change.rule, bytes).GetAwaiter().GetResult();
            Assert.True(status is 200 or 400, $"{status}: {Encoding.UTF8.GetString(bytes)}");
        }, iter: 1500, threads: 2);
    }

    private static IEnumerable<(JsonNode Parent, object Key)> Places(JsonNode node)
    {
        if (node is JsonObject members)
        {
            foreach (var (name, child) in members)
            {
                yield return (node, name);
                foreach (var place in child is null ? [] : Places(child)) yield return place;
            }
        }
        else if (node is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                yield return (node, i);
                foreach (var place in items[i] is { } child ? Places(child) : []) yield return place;
            }
        }
    }

    private static void Set(JsonNode parent, object key, JsonNode? value)
    {
        if (key is string name) parent[name] = value;
        else parent[(int)key] = value;
    }

    private static void Remove(JsonNode parent, object key)
    {
        if (key is string name) parent.AsObject().Remove(name);
        else parent.AsArray().RemoveAt((int)key);
    }

    /// <summary>A body of unknown length.</summary>
    private sealed class EndlessSpaces(int length) : Stream
    {
        private int left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = Math.Min(left, count);
            buffer.AsSpan(offset, read).Fill((byte)' ');
            left -= read;
            return read;
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
