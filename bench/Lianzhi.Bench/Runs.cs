using System.Text.Json;

namespace Lianzhi.Bench;

/// <summary>All rows of the table, each on the published program.</summary>
internal static class Runs
{
    private const string UserName = "lantian.officer1";
    private const string Unit = "350603003";
    private static readonly string[] Served = ["list", "page", "case", "public", "rules", "search", "complaint", "write", "evidence"];
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();
    private static readonly IReadOnlyDictionary<string, string> Json = new Dictionary<string, string> { ["Content-Type"] = "application/json" };
    private const string Complaint =
        """{"category":"rubble","description":"渣土车夜间沿路遗撒，没有遮盖。","township":"350603003","address":"水仙大街与迎宾路口","occurred":"昨天晚上十点","named":false,"confidential":true,"truthful":true}""";
    private static readonly string Self = Path.Combine(AppContext.BaseDirectory, "Lianzhi.Bench.dll");

    /// <summary>Measures, prints and writes the table.</summary>
    /// <returns>0 when every row was measured; a missed goal is shown, not an error.</returns>
    public static async Task<int> Run(Options options)
    {
        var rows = new List<Row>();
        if (Served.Any(Wanted)) rows.AddRange(await OnPostgres());
        if (Wanted("sweep")) rows.Add(await SweepRow.Measure(options));
        if (Wanted("verify")) rows.Add(await VerifyRow.Measure(options));
        if (Wanted("append")) rows.Add(await AppendRow.Measure(options));
        if (Wanted("import")) rows.Add(await ImportRow.Measure(options));
        if (Wanted("sm3")) rows.Add(await DigestRow.Measure(options));
        if (Wanted("document")) rows.Add(await DocumentRow.Measure(options));
        if (Wanted("plan")) rows.Add(await PlanRow.Measure(options));
        if (Wanted("dispatch")) rows.Add(await DispatchRow.Measure(options));
        if (Wanted("start") || Wanted("memory")) rows.AddRange(await Starts.Measure(options));
        Table.Print(rows, options);
        return rows.TrueForAll(row => !double.IsNaN(row.Ratio)) ? 0 : 1;

        bool Wanted(string name) => options.Only is null || options.Only == name;

        async Task<List<Row>> OnPostgres()
        {
            var made = new List<Row>();
            using var files = new Scratch();
            await using var platform = await Server.Run("The platform", "/health/ready", new Dictionary<string, string>
            {
                ["ConnectionStrings__Lianzhi"] = options.Connection,
                ["ASPNETCORE_URLS"] = "{address}",
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["Storage__Folder"] = Path.Combine(files.FullName, "files"),
                ["Storage__Uploads"] = Path.Combine(files.FullName, "uploads"),
                // One client asks for everybody.
                ["RateLimits__RulesPerSecond"] = "10000000",
                ["RateLimits__PublicWritePerMinute"] = "10000000",
            }, options.Program, "serve");
            await using var probe = await Server.Run("The probe", "/", Nothing, Self, "probe", "{address}", options.Connection);
            using var client = new HttpClient { BaseAddress = new Uri(platform.Address) };
            using var signedIn = await client.PostAsJsonAsync("/api/v1/session", new { userName = UserName, password = "lianzhi-demo" });
            var token = (await signedIn.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
            var (bearer, cookie) = (new Dictionary<string, string> { ["Authorization"] = $"Bearer {token}" }, new Dictionary<string, string> { ["Cookie"] = $"lz_session={token}" });
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);

            string[] listPath = ["/api/v1/cases"];
            var list = await client.GetByteArrayAsync(listPath[0]);
            var page = JsonDocument.Parse(list).RootElement;
            string[] probePath = [$"/list/{Unit}?tail={page.GetProperty("next").GetString()}"];
            Same(list, await client.GetByteArrayAsync(probe.Address + probePath[0]), "the work list");
            if (Wanted("list"))
                made.Add(await Row.Rates("list", "Kestrel + Npgsql, same bytes", 0.50, options.Rounds, () => Load.Run(probe.Address, probePath, Nothing, options.Seconds), () => Load.Run(platform.Address, listPath, bearer, options.Seconds)));
            if (Wanted("page"))
                made.Add(await Row.Rates("page", "the platform's own API", 0.25, options.Rounds, () => Load.Run(platform.Address, listPath, bearer, options.Seconds), () => Load.Run(platform.Address, ["/office/cases"], cookie, options.Seconds)));
            if (Wanted("case"))
            {
                var ids = await Ids(client);
                foreach (var id in ids)
                {
                    var body = await client.GetByteArrayAsync($"/api/v1/cases/{id}");
                    using var kept = await client.PutAsync($"{probe.Address}/case/{id}", new ByteArrayContent(body));
                    Same(body, await client.GetByteArrayAsync($"{probe.Address}/case/{id}"), $"case {id}");
                }
                made.Add(await Row.Rates("case", "Kestrel + Npgsql, same bytes", 0.50, options.Rounds,
                    () => Load.Run(probe.Address, [.. ids.Select(id => $"/case/{id}")], Nothing, options.Seconds),
                    () => Load.Run(platform.Address, [.. ids.Select(id => $"/api/v1/cases/{id}")], bearer, options.Seconds)));
            }
            if (Wanted("public"))
            {
                using var visitor = new HttpClient { BaseAddress = client.BaseAddress };
                var start = await visitor.GetByteArrayAsync("/");
                using var kept = await client.PutAsync($"{probe.Address}/page", new ByteArrayContent(start));
                Same(start, await client.GetByteArrayAsync($"{probe.Address}/page"), "the start page");
                made.Add(await Row.Rates("public", "Kestrel, same bytes from memory", 0.60, options.Rounds, () => Load.Run(probe.Address, ["/page"], Nothing, options.Seconds), () => Load.Run(platform.Address, ["/"], Nothing, options.Seconds)));
            }
            if (Wanted("rules"))
                made.Add(await Row.Rates("rules", "Kestrel + Npgsql, work list", 0, options.Rounds, () => Load.Run(probe.Address, probePath, Nothing, options.Seconds),
                    () => Load.Run(platform.Address, ["/api/v1/rules/period"], Json, options.Seconds,
                        """{"start":"2026-09-24","count":7,"unit":"workingDay"}""")));
            if (Wanted("search")) made.Add(await SearchRow.Measure(options, client, platform.Address, bearer, Unit));
            if (Wanted("complaint"))
                made.Add(await Row.Rates("complaint", "Kestrel + Npgsql, one row inserted", 0.10, options.Rounds, () => Load.Run(probe.Address, ["/insert"], Json, options.Seconds, "{}"), () => Complain(32)));
            // The database groups the commits of use cases that run side by side; one at a time each waits for its own.
            if (Wanted("write")) made.Add(await Row.Rates("write", "the platform with one writer instead of 64", 3, options.Rounds, () => Complain(1), () => Complain(64)));
            if (Wanted("evidence")) made.AddRange(await UploadRow.Measure(options, client, platform));
            return made;

            Task<Rate> Complain(int writers) => Load.Run(platform.Address, ["/api/v1/public/complaints"], Json, options.Seconds, Complaint, writers);
        }
    }

    /// <summary>Four hundred cases in reach, from pages all over the list, so that neither side answers one from habit.</summary>
    private static async Task<IReadOnlyList<string>> Ids(HttpClient client)
    {
        var ids = new List<string>();
        var after = "";
        while (ids.Count < 400)
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"/api/v1/cases?limit=200{after}");
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            if (page.GetProperty("next").GetString() is not { } next) break;
            after = $"&after={next}";
        }
        return [.. ids.Take(400)];
    }

    private static void Same(byte[] platform, byte[] probe, string what)
    {
        var common = platform.AsSpan().CommonPrefixLength(probe);
        if (common == platform.Length && common == probe.Length) return;
        throw new InvalidOperationException($"Platform and probe send different bytes for {what}, from byte {common}:\n{Around(platform)}\n{Around(probe)}");
        string Around(byte[] body) => System.Text.Encoding.UTF8.GetString(body.AsSpan(Math.Max(0, common - 60)..Math.Min(body.Length, common + 60)));
    }
}
