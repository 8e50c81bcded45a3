using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Lianzhi.Core.Records;

namespace Lianzhi.Core.Tests.Records;

public class ChainTests
{
    // Any hash of 32 bytes shows how the chain behaves; SM3 itself is tested beside its implementation.
    private static readonly HashFunction Hash = bytes => SHA256.HashData(bytes);

    private sealed record Person([property: Personal] string Name, [property: Personal] string? Phone, string Kind);

    private sealed record Happened(string Text, long Amount, bool Yes, DateOnly On, DateTimeOffset At, Person Party, IReadOnlyList<Person> Witnesses, string? Absent);

    private static readonly Happened Sample = new(
        "引号\"和\\以及\n换行", 120_000, true, new DateOnly(2026, 10, 8), new DateTimeOffset(2026, 10, 8, 9, 0, 0, TimeSpan.FromHours(8)).AddTicks(10),
        new Person("陈某", null, "citizen"), [new Person("林一", "138", "a"), new Person("𠮷田", null, "b")], null);

    private static List<StoredEntry> Stream(int length)
    {
        var entries = new List<StoredEntry>();
        var previous = Entry.Nothing;
        for (var number = 1; number <= length; number++)
        {
            var fields = Payload.Split(Sample with { Amount = number })
                .Select((field, i) => new StoredField(field.Path, [.. Enumerable.Repeat((byte)(number + i), 16)], field.Value)).ToList();
            var entry = new Entry("case/1", number, "happened", 1, DateTimeOffset.UnixEpoch.AddSeconds(number), "a", "cases.test", false, previous,
                [.. fields.Select(field => new FieldCommitment(field.Path, Entry.Commit(field.Salt, field.Path, field.Value!, Hash)))]);
            entries.Add(new StoredEntry(entry.ToBytes(), fields));
            previous = Entry.HashOf(entry.ToBytes(), Hash);
        }
        return entries;
    }

    [Fact]
    public void Payload_Split_TakesPersonalValuesOutOfTheBody()
    {
        var fields = Payload.Split(Sample);
        Assert.Equal(["", "party.name", "witnesses[0].name", "witnesses[0].phone", "witnesses[1].name"], fields.Select(field => field.Path));
        Assert.Equal(
            """{"text":"引号\"和\\以及\u000a换行","amount":120000,"yes":1,"on":"2026-10-08","at":"2026-10-08T01:00:00.000001Z","party":{"kind":"citizen"},"witnesses":[{"kind":"a"},{"kind":"b"}]}""",
            fields[0].Value);
    }

    [Fact]
    public void Payload_Join_GivesBackWhatWasSplit()
    {
        var joined = (Happened)Payload.Join(typeof(Happened), Payload.Split(Sample).Select(field => (field.Path, (string?)field.Value)));
        Assert.Equal(Sample with { Witnesses = joined.Witnesses }, joined);
        Assert.Equal(Sample.Witnesses, joined.Witnesses);
    }

    [Fact]
    public void Payload_JoinAfterErasure_ReadsRedacted()
    {
        var joined = (Happened)Payload.Join(typeof(Happened), Payload.Split(Sample).Select(field => (field.Path, field.Path == "party.name" ? null : (string?)field.Value)));
        Assert.Equal(Payload.Redacted, joined.Party.Name);
    }

    [Fact]
    public void Check_WholeStream_Holds() => Assert.Equal(20L, Chain.Check(Stream(20), Hash) is { Holds: true } check ? check.Entries : -1);

    [Fact]
    public void Check_ErasedField_StillHolds()
    {
        var stream = Stream(5);
        stream[2] = stream[2] with { Fields = [.. stream[2].Fields.Select(field => field.Path == "party.name" ? field with { Salt = null, Value = null } : field)] };
        Assert.True(Chain.Check(stream, Hash).Holds);
    }

    [Fact]
    public void Check_OneByteChangedAnywhere_NamesTheEntry() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 100_000], Gen.Byte[1, 255]).Sample((which, where, flip) =>
        {
            var stream = Stream(10);
            var bytes = (byte[])stream[which].Bytes.Clone();
            bytes[where % bytes.Length] ^= flip;
            stream[which] = stream[which] with { Bytes = bytes };
            var check = Chain.Check(stream, Hash);
            // Another spelling of the same entry is refused there; a different but canonical one breaks the next link.
            return check.BrokenAt == which + 1 || (check.BrokenAt == which + 2) || (which == 9 && IsHeaderOnly(Stream(10)[9].Bytes, bytes));
        }, iter: 2000);

    // The last entry has no follower: a canonical change of its header is found by the signed head, not by the chain.
    private static bool IsHeaderOnly(byte[] before, byte[] after) => Entry.Parse(after) is not null && Entry.Parse(before) is not null;

    [Theory]
    [InlineData("value")]
    [InlineData("salt")]
    [InlineData("half")]
    [InlineData("missing")]
    public void Check_FieldChanged_NamesTheEntry(string change)
    {
        var stream = Stream(5);
        var field = stream[3].Fields[1];
        IReadOnlyList<StoredField> fields = change switch
        {
            "value" => [stream[3].Fields[0], field with { Value = "别人" }, .. stream[3].Fields.Skip(2)],
            "salt" => [stream[3].Fields[0], field with { Salt = new byte[16] }, .. stream[3].Fields.Skip(2)],
            "half" => [stream[3].Fields[0], field with { Salt = null }, .. stream[3].Fields.Skip(2)],
            _ => [.. stream[3].Fields.Skip(1)],
        };
        stream[3] = stream[3] with { Fields = fields };
        Assert.Equal(4, Chain.Check(stream, Hash).BrokenAt);
    }

    [Theory]
    [InlineData("delete", 3)]
    [InlineData("swap", 3)]
    [InlineData("insert", 4)]
    public void Check_EntriesMoved_NamesTheFirstWrongPlace(string change, int broken)
    {
        var stream = Stream(6);
        if (change == "delete") stream.RemoveAt(2);
        else if (change == "swap") (stream[2], stream[3]) = (stream[3], stream[2]);
        else stream.Insert(3, stream[2]);
        Assert.Equal(broken, Chain.Check(stream, Hash).BrokenAt);
    }

    [Theory]
    [InlineData(" {}")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"format\":\"lianzhi-entry-1\"}")]
    public void Parse_AnythingElse_IsNoEntry(string text) => Assert.Null(Entry.Parse(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Parse_SameContentInAnotherSpelling_IsNoEntry()
    {
        var text = Encoding.UTF8.GetString(Stream(1)[0].Bytes);
        Assert.NotNull(Entry.Parse(Encoding.UTF8.GetBytes(text)));
        Assert.Null(Entry.Parse(Encoding.UTF8.GetBytes(text.Replace("\"number\":1", "\"number\": 1", StringComparison.Ordinal))));
        Assert.Null(Entry.Parse(Encoding.UTF8.GetBytes(text.Replace("\"number\":1", "\"number\":1,\"extra\":1", StringComparison.Ordinal))));
        Assert.Null(Entry.Parse(Encoding.UTF8.GetBytes(text.Replace("case/1", "c\\u0061se/1", StringComparison.Ordinal))));
    }
}
