using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;

namespace Lianzhi.Bench;

/// <summary>
/// What this machine gives without any platform: bare Kestrel and Npgsql, no session, no permission, no model. It
/// sends the same bytes as the platform; <see cref="Runs"/> compares both answers before anything is measured.
/// </summary>
internal static class Probe
{
    // The best plan for one unit's newest cases: a walk of the index (unit, id).
    private const string ListSql =
        """
        SELECT id, number, title, party_name, cause, item_code, unit, unit_name, procedure, stage, officer_names, opened_on, filed_on, decided_on,
               decision_number, served_on, closed_on, due_on, due_clock, due_on < $2, version
        FROM "case" WHERE unit = $1 ORDER BY id DESC LIMIT 51
        """;

    // A case that was read before is known by the hash of its last entry: the platform asks for nothing else.
    private const string CaseSql = "SELECT hash FROM record_entry WHERE stream = $1 ORDER BY number DESC LIMIT 1";

    // Stands for "nothing due" in the rows.
    private static readonly DateOnly NoDue = new(2199, 12, 31);

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Members =
        ["id", "number", "title", "party", "cause", "itemCode", "unit", "unitName", "procedure", "stage", "officers", "openedOn", "filedOn", "decidedOn",
         "decisionNumber", "servedOn", "closedOn", "dueOn", "dueClock", "isOverdue", "version"];

    public static async Task<int> Run(string address, string connection)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        var bodies = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var app = builder.Build();
        app.MapGet("/list/{unit}", (string unit, string tail, HttpContext http) => List(source, unit, tail, http));
        app.MapGet("/case/{id}", (string id, HttpContext http) => Case(source, id, bodies, http));
        // What the platform answers for a case; sent back from then on, once the row it depends on has been read.
        app.MapPut("/case/{id}", async (string id, HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            bodies[id] = body.ToArray();
        });
        // A page that is the same for everybody, from memory.
        var page = Array.Empty<byte>();
        app.MapGet("/page", (HttpContext http) => Send(http, page, "text/html; charset=utf-8"));
        app.MapPut("/page", async (HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            page = body.ToArray();
        });
        await Execute(source, "CREATE TABLE IF NOT EXISTS bench_insert (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL, text text NOT NULL)");
        app.MapPost("/insert", async () =>
        {
            await Execute(source, "INSERT INTO bench_insert (at, text) VALUES (now(), '渣土车夜间沿路遗撒，没有遮盖。')");
            return "";
        });
        app.MapGet("/", () => "");
        app.Urls.Add(address);
        await app.RunAsync();
        return 0;
    }

    private static async Task Execute(NpgsqlDataSource source, string text)
    {
        await using var command = source.CreateCommand(text);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task List(NpgsqlDataSource source, string unit, string tail, HttpContext http)
    {
        var buffer = new ArrayBufferWriter<byte>(32 * 1024);
        await using (var command = source.CreateCommand(ListSql))
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = unit });
            command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8)) });
            await using var rows = await command.ExecuteReaderAsync();
            await using var json = new Utf8JsonWriter(buffer, Plain);
            json.WriteStartObject();
            json.WriteStartArray("items");
            for (var count = 0; count < 50 && await rows.ReadAsync(); count++) WriteRow(json, rows);
            json.WriteEndArray();
            // The cursor of the next page is the platform's own business: it is handed over as it was seen.
            json.WriteString("next", tail);
            json.WriteEndObject();
        }
        await Send(http, buffer.WrittenMemory);
    }

    private static void WriteRow(Utf8JsonWriter json, NpgsqlDataReader row)
    {
        json.WriteStartObject();
        for (var i = 0; i < Members.Length; i++)
        {
            json.WritePropertyName(Members[i]);
            if (row.IsDBNull(i)) json.WriteNullValue();
            else if (i is >= 11 and <= 13 or >= 15 and <= 17) WriteDate(json, row.GetFieldValue<DateOnly>(i));
            else if (i is 8 or 9) json.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(row.GetString(i)));
            else if (i == 19) json.WriteBooleanValue(row.GetBoolean(i));
            else if (i == 20) json.WriteNumberValue(row.GetInt64(i));
            else json.WriteStringValue(row.GetString(i));
        }
        json.WriteEndObject();
    }

    private static void WriteDate(Utf8JsonWriter json, DateOnly date)
    {
        if (date == NoDue) json.WriteNullValue();
        else json.WriteStringValue(date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task Case(NpgsqlDataSource source, string id, Dictionary<string, byte[]> bodies, HttpContext http)
    {
        await using (var command = source.CreateCommand(CaseSql))
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = $"case/{id}" });
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync()) rows.GetString(0);
        }
        await Send(http, bodies[id]);
    }

    private static Task Send(HttpContext http, ReadOnlyMemory<byte> body, string type = "application/json; charset=utf-8")
    {
        http.Response.ContentType = type;
        http.Response.ContentLength = body.Length;
        return http.Response.Body.WriteAsync(body).AsTask();
    }
}
