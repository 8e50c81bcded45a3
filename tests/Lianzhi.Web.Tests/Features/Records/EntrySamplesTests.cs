using System.Collections;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Records;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Features.Documents;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Crypto;
using Lianzhi.Web.Platform.Records;

namespace Lianzhi.Web.Tests.Features.Records;

/// <summary>
/// Every type and schema of entry that ever landed stands in <c>entry-samples.jsonl</c>, one item a line, and must be
/// readable for ever; one that grew by an optional member stands there once more. A new type, schema or member is added by running with
/// <c>UPDATE_SNAPSHOTS=1</c>; lines are never changed.
/// </summary>
public sealed class EntrySamplesTests
{
    private static readonly string File = Path.Combine(Path.GetDirectoryName(Here())!, "entry-samples.jsonl");

    private static readonly (string Type, int Schema, Type Clr)[] Platform =
    [
        ("clues-accept", 1, typeof(RowsChanged)), ("reporter-shown", 1, typeof(ReporterShown)), (RecordEraser.Type, 1, typeof(FieldsErased)),
        ("signing-key-made", 1, typeof(SigningKeyMade)), ("content-read", 1, typeof(ContentRead)),
        (PaperBook.IssuedType, 1, typeof(PaperIssued)), (PaperBook.StandingType, 1, typeof(PaperStandingChanged)),
        (NumberBook.ReservedType, 1, typeof(NumberReserved)), (NumberBook.VoidedType, 1, typeof(NumberVoided)),
    ];

    private static string Here([CallerFilePath] string path = "") => path;

    [Fact]
    public void Samples_EveryTypeAndSchema_ParseVerifyJoinAndFold()
    {
        var known = CaseEventTypes.All.Select(type => (type.Type, type.Schema, type.Clr)).Concat(Platform).ToList();
        var lines = System.IO.File.Exists(File) ? System.IO.File.ReadAllLines(File).ToList() : [];
        var items = lines.ConvertAll(Read);
        foreach (var (type, schema, clr) in known)
        {
            var made = Make(type, schema, clr);
            if (items.Any(item => item.Entry.Type == type && item.Entry.Schema == schema && Members(item).SetEquals(Members(Read(made))))) continue;
            Assert.True(Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1", $"{type} of schema {schema} has no sample with all its members: run with UPDATE_SNAPSHOTS=1 and commit the new line.");
            lines.Add(made);
            items.Add(Read(made));
            System.IO.File.WriteAllLines(File, lines);
        }
        // One case goes through all of them, in the order they are listed; what began otherwise folds by itself.
        var state = CaseState.New;
        foreach (var item in items)
        {
            Assert.Equal(("sample/" + item.Entry.Type, true), (item.Entry.Stream, Chain.Check([item.Stored], Sm3.Hash).Holds));
            if (CaseEventTypes.Find(item.Entry.Type) is null)
            {
                Assert.NotNull(Payload.Join(known.Single(one => one.Type == item.Entry.Type && one.Schema == item.Entry.Schema).Clr, Fields(item)));
                continue;
            }
            var happened = Event(item);
            if (happened is OnSpotPenaltyDecided) Assert.NotEmpty(CaseState.Apply(CaseState.New, happened).Id);
            else state = CaseState.Apply(state, happened);
            Assert.NotEmpty(state.Id);
        }
    }

    private static IEnumerable<(string, string?)> Fields(EntryItem item) => item.Stored.Fields.Select(field => (field.Path, field.Value));

    /// <summary>Names of all members, those of parts by their path.</summary>
    private static HashSet<string> Members(EntryItem item)
    {
        var names = item.Stored.Fields.Select(field => field.Path).ToHashSet(StringComparer.Ordinal);
        if (item.Stored.Fields.FirstOrDefault(field => field.Path.Length == 0)?.Value is { } body) Add(JsonNode.Parse(body), "");
        return names;

        void Add(JsonNode? node, string path)
        {
            if (node is JsonArray list)
                foreach (var one in list) Add(one, path);
            if (node is not JsonObject members) return;
            foreach (var (name, value) in members)
            {
                names.Add($"{path}/{name}");
                Add(value, $"{path}/{name}");
            }
        }
    }

    private static CaseEvent Event(EntryItem item)
    {
        var type = CaseEventTypes.Find(item.Entry.Type)!;
        return Upcasts.Lift(type, item.Entry.Schema, Payload.Join(Upcasts.RecordOf(type, item.Entry.Schema), Fields(item)));
    }

    private static EntryItem Read(string line)
    {
        var reader = new CanonicalReader(Encoding.UTF8.GetBytes(line));
        var item = EntryItem.Read(ref reader);
        Assert.True(reader.AtEnd);
        return item;
    }

    private static string Make(string type, int schema, Type clr)
    {
        var made = StreamHead.None.Next($"sample/{type}", AccessTable.AskRules, type, schema, Fill(clr, type), "account", new DateTimeOffset(2026, 10, 8, 1, 0, 0, TimeSpan.Zero), false, new SeededEntropy(type + schema));
        return EntryItem.Write(new StoredEntry(made.Entry.Bytes, [.. made.Fields.Select(field => new StoredField(field.Path, field.Salt, field.Value))]))!;
    }

    /// <summary>A value with every member set.</summary>
    private static object Fill(Type type, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return name.EndsWith("BornOn", StringComparison.Ordinal) ? "1990-01-01" : $"示例{name}";
        if (type == typeof(DateTimeOffset)) return new DateTimeOffset(2026, 10, 8, 1, 0, 0, TimeSpan.Zero);
        if (type == typeof(DateOnly)) return new DateOnly(2026, 10, 8);
        if (type == typeof(bool)) return true;
        // Events name earlier ones by their place in the list, from 0.
        if (type == typeof(int)) return 0;
        if (type == typeof(long)) return 1L;
        if (type.IsEnum) return Enum.GetValues(type).GetValue(0)!;
        if (typeof(IEnumerable).IsAssignableFrom(type))
        {
            var list = Array.CreateInstance(type.GetGenericArguments()[0], 1);
            list.SetValue(Fill(type.GetGenericArguments()[0], name), 0);
            return list;
        }
        var constructor = type.GetConstructors().MaxBy(one => one.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Fill(parameter.ParameterType, parameter.Name!))]);
    }
}
