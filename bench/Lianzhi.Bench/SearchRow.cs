using System.Text.Json;
using Npgsql;

namespace Lianzhi.Bench;

/// <summary>The row <c>search</c>: words few, some and most cases hold, each first compared with what LIKE finds.</summary>
internal static class SearchRow
{
    private const double MillisecondsAllowed = 50;
    private const string Found =
        """
        SELECT c.id FROM "case" c JOIN case_search s ON s.case_id = c.id
        WHERE c.unit = $1 AND (SELECT bool_and(s.text LIKE '%' || word || '%') FROM unnest($2) AS word) ORDER BY c.id DESC LIMIT 50
        """;

    /// <summary>Measures the 95th of 100 answers.</summary>
    public static async Task<Row> Measure(Options options, HttpClient client, string address, IReadOnlyDictionary<string, string> headers, string unit)
    {
        var texts = await Texts(client);
        await using var source = NpgsqlDataSource.Create(options.Connection);
        foreach (var text in texts)
        {
            var page = await client.GetFromJsonAsync<JsonElement>(PathOf(text));
            var ids = page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!).ToList();
            var like = await Like(source, unit, text.Split(' '));
            if (!ids.SequenceEqual(like)) throw new InvalidOperationException($"Search for {text} found {ids.Count} cases, LIKE {like.Count}, or others.");
        }
        var (slowest, crowded) = (new List<double>(), new List<double>());
        foreach (var text in texts)
        {
            var crowd = await Load.Run(address, [PathOf(text)], headers, options.Seconds);
            // One for each core: more only wait for each other, and the goal is how long one search takes.
            var rate = await Load.Run(address, [PathOf(text)], headers, options.Seconds, connections: 2);
            Console.Error.WriteLine($"  search {text}: two {rate.PerSecond:0}/s, p50 {rate.P50:0.0} ms, p95 {rate.P95:0.0} ms; 32 {crowd.PerSecond:0}/s, p95 {crowd.P95:0.0} ms");
            slowest.Add(rate.P95);
            crowded.Add(crowd.P95);
        }
        return new Row("search", "", slowest.Max(), slowest.Min(), slowest.Max(), $"p95 ≤ {MillisecondsAllowed} ms, the same as LIKE", slowest.Max() <= MillisecondsAllowed,
            $"p95 of two who never stop (of 32): {string.Join("; ", texts.Zip(slowest, crowded).Select(one => $"{one.First} {one.Second:0.0} ({one.Third:0}) ms"))}", "", 0);
    }

    /// <summary>A party few cases name, a word of a cause many have, and both kinds together.</summary>
    private static async Task<IReadOnlyList<string>> Texts(HttpClient client)
    {
        var page = await client.GetFromJsonAsync<JsonElement>("/api/v1/cases?limit=200");
        var items = page.GetProperty("items").EnumerateArray().ToList();
        var (party, number) = (items[^1].GetProperty("party").GetString()!, items[7].GetProperty("number").GetString() ?? items[^1].GetProperty("number").GetString()!);
        var common = items.Select(item => item.GetProperty("cause").GetString()!).GroupBy(cause => cause).MaxBy(group => group.Count())!.Key;
        return [number, party, common[..Math.Min(4, common.Length)], $"{party[..Math.Min(2, party.Length)]} {common[..2]}"];
    }

    private static async Task<List<string>> Like(NpgsqlDataSource source, string unit, string[] words)
    {
        await using var command = source.CreateCommand(Found);
        command.CommandTimeout = 600;
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = unit });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = words });
        var ids = new List<string>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) ids.Add(rows.GetString(0));
        return ids;
    }

    private static string PathOf(string text) => $"/api/v1/cases?q={Uri.EscapeDataString(text)}";
}
