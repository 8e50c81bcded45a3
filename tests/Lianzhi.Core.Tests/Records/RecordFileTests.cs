using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Lianzhi.Core.Records;

namespace Lianzhi.Core.Tests.Records;

/// <summary>The exported record, with SHA-256 for SM3 and a keyed hash for the signature: what is tested here is the file, not the algorithms.</summary>
public class RecordFileTests
{
    private static readonly HashFunction Hash = bytes => SHA256.HashData(bytes);
    private static readonly string PublicKey = "04" + new string('a', 128);
    private static readonly string Fingerprint = SigningKey.FingerprintOf(PublicKey, Hash);

    private sealed record Happened(string Text, long Amount, [property: Personal] string Name);

    private static byte[] Sign(ReadOnlySpan<byte> key, ReadOnlySpan<byte> message) => SHA512.HashData([.. key, .. message]);

    private static readonly SignatureCheck Signed = (key, message, signature) => Sign(key, message).AsSpan().SequenceEqual(signature);

    private static TreeHead Seal(DateOnly? day, long size, byte[] root)
    {
        var head = new TreeHead(day, size, Convert.ToHexStringLower(root), DateTimeOffset.UnixEpoch.AddDays(size), false, Fingerprint, "");
        return head with { Signature = Convert.ToHexStringLower(Sign(Convert.FromHexString(PublicKey), head.Message())) };
    }

    /// <summary>A record of some entries inside a tree with other entries before and after, sealed by a head made on export, and the list it continues.</summary>
    private static (RecordFile File, HeadList Heads) Sample(int count = 8, int before = 5, int after = 3)
    {
        var items = new List<StoredEntry>();
        var previous = Entry.Nothing;
        for (var number = 1; number <= count; number++)
        {
            var fields = Payload.Split(new Happened($"第{number}步 \"引号\" \\ \n", number, number % 3 == 0 ? "陈某" : "𠮷田"))
                .Select((field, i) => new StoredField(field.Path, [.. Enumerable.Repeat((byte)(number + i), 16)], field.Value)).ToList();
            var entry = new Entry("case/1", number, "happened", 1, DateTimeOffset.UnixEpoch.AddSeconds(number), "a", "cases.test", false, previous,
                [.. fields.Select(field => new FieldCommitment(field.Path, Entry.Commit(field.Salt, field.Path, field.Value!, Hash)))]);
            if (number == 2) fields[1] = fields[1] with { Salt = null, Value = null };
            items.Add(new StoredEntry(entry.ToBytes(), fields));
            previous = Entry.HashOf(entry.ToBytes(), Hash);
        }
        var leaves = Enumerable.Range(0, before).Select(i => Hash([9, (byte)i]))
            .Concat(items.Select(item => Convert.FromHexString(Entry.HashOf(item.Bytes, Hash))))
            .Concat(Enumerable.Range(0, after).Select(i => Hash([8, (byte)i]))).ToList();
        var tree = MerkleTree.Of(leaves, Hash);
        var (position, size) = (before + count - 1, leaves.Count);
        var heads = new HeadList([new SigningKey(PublicKey, Fingerprint, DateTimeOffset.UnixEpoch, null, null)],
            [Seal(new DateOnly(2026, 10, 6), 2, tree.Root(2)), Seal(new DateOnly(2026, 10, 7), before, tree.Root(before))],
            [Texts(tree.Consistency(2, before))]);
        var proof = new Proof(position, Texts(tree.Inclusion(position, size)), new Anchor(before, Convert.ToHexStringLower(tree.Root(before))), Texts(tree.Consistency(before, size)));
        return (new RecordFile(true, items, Seal(null, size, tree.Root(size)), proof, PublicKey, Fingerprint), heads);
    }

    private static string[] Texts(IReadOnlyList<byte[]> path) => [.. path.Select(Convert.ToHexStringLower)];

    private static RecordCheck? Check(byte[] file, Trust? trust = null) => RecordCheck.Of(file, Hash, Signed, trust ?? new Trust());

    [Fact]
    public void Check_WholeFile_Holds()
    {
        var (file, heads) = Sample();
        var check = Check(file.ToBytes(), new Trust(Fingerprint, heads))!;
        Assert.True(check.Holds, check.Why);
        Assert.Equal((8L, 1L, "case/1", new DateOnly(2026, 10, 7)), (check.Entries, check.Erased, check.Stream, check.PublishedOn!.Value));
        Assert.Equal(heads.ToBytes(), HeadList.Parse(heads.ToBytes())!.ToBytes());
    }

    [Fact]
    public void Check_AnyByteFlippedDeletedInsertedSwappedOrCut_IsFoundAndLocated()
    {
        var bytes = Sample().File.ToBytes();
        var entries = Places(bytes);
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, bytes.Length - 2], Gen.Byte[1, 255]).Sample((kind, at, flip) =>
        {
            byte[] changed = kind switch
            {
                0 => [.. bytes[..at], (byte)(bytes[at] ^ flip), .. bytes[(at + 1)..]],
                1 => [.. bytes[..at], .. bytes[(at + 1)..]],
                2 => [.. bytes[..at], flip, .. bytes[at..]],
                3 => [.. bytes[..at], bytes[at + 1], bytes[at], .. bytes[(at + 2)..]],
                _ => bytes[..at],
            };
            if (changed.AsSpan().SequenceEqual(bytes)) return;
            var check = Check(changed);
            if (at < RecordFile.Beginning.Length)
            {
                Assert.True(check is null or { Holds: false });
                return;
            }
            Assert.NotNull(check);
            Assert.False(check.Holds, $"kind {kind} at {at}");
            Assert.NotNull(check.Why);
            // Where the change is: an entry by number, or the part; a change between two belongs to either.
            var entry = Array.FindLastIndex(entries, start => start <= at) + 1;
            // The last entry has no successor: another canonical content of it is found by the proof.
            if (entry == entries.Length - 1 && check.BrokenPart == "proof") return;
            // A comma between two entries that became the end of the list: what follows is no head.
            if (entry < entries.Length && at == entries[entry] - 1 && check.BrokenPart == "head") return;
            if (entry >= 1 && at < entries[^1]) Assert.True(check.BrokenPart == "entry" && (check.BrokenEntry == entry || check.BrokenEntry == entry + 1 || at == entries[entry - 1]), $"kind {kind} at {at} in {entry}: {check}");
            else Assert.Contains(check.BrokenPart, new[] { "entry", "head", "proof", "key", "file" });
        }, iter: 4000);
    }

    [Fact]
    public void Check_EveryDigitOfHeadProofAndKey_NamesThePart()
    {
        var text = Encoding.UTF8.GetString(Sample().File.ToBytes());
        foreach (var (member, part) in new[]
        {
            ("\"root\":\"", "head"), ("\"signature\":\"", "head"), ("\"at\":\"1970-01-1", "head"), ("\"head\":{\"format\":\"lianzhi-head-1\",\"size\":", "head"),
            ("\"inclusion\":[\"", "proof"), ("\"position\":", "proof"), ("\"publicKey\":\"04", "key"), ("\"fingerprint\":\"", "key"),
        })
        {
            var at = text.IndexOf(member, StringComparison.Ordinal) + member.Length;
            var check = Check(Encoding.UTF8.GetBytes($"{text[..at]}{(text[at] == '1' ? '2' : '1')}{text[(at + 1)..]}"))!;
            Assert.True(check.BrokenPart == part, $"{member}: {check}");
        }
    }

    [Fact]
    public void Check_EntryRewrittenInCanonicalForm_IsNamedBySuccessorAndByProof()
    {
        var file = Sample().File;
        for (var changed = 1; changed <= file.Items.Count; changed++)
        {
            var items = file.Items.ToList();
            items[changed - 1] = items[changed - 1] with { Bytes = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(items[changed - 1].Bytes).Replace("\"actor\":\"a\"", "\"actor\":\"b\"", StringComparison.Ordinal)) };
            var check = Check((file with { Items = items }).ToBytes())!;
            if (changed == file.Items.Count) Assert.Equal("proof", check.BrokenPart);
            else Assert.Equal(("entry", (long?)changed), (check.BrokenPart, check.BrokenEntry));
        }
    }

    [Fact]
    public void Check_OtherSigner_IsFoundOnlyByTheKnownFingerprint()
    {
        var (file, heads) = Sample();
        Assert.True(Check(file.ToBytes())!.Holds);
        Assert.Equal("key", Check(file.ToBytes(), new Trust(new string('0', 64)))!.BrokenPart);
        Assert.Equal("head", Check(file.ToBytes(), new Trust(null, heads with { Items = [heads.Items[0]], Consistency = [] }))!.BrokenPart);
        var rewritten = heads with { Items = [heads.Items[0], Seal(new DateOnly(2026, 10, 7), 5, Hash([1]))] };
        Assert.Equal("head", Check(file.ToBytes(), new Trust(null, rewritten))!.BrokenPart);
    }

    [Fact]
    public void HandsOver_KeyEndorsedByTheOneBefore_IsTrusted()
    {
        var next = "04" + new string('b', 128);
        var second = new SigningKey(next, SigningKey.FingerprintOf(next, Hash), DateTimeOffset.UnixEpoch, Fingerprint, null);
        var endorsed = second with { Endorsement = Convert.ToHexStringLower(Sign(Convert.FromHexString(PublicKey), second.Message())) };
        var heads = Sample().Heads;
        Assert.True((heads with { Keys = [.. heads.Keys, endorsed] }).HandsOver(Fingerprint, second.Fingerprint, Hash, Signed));
        Assert.False((heads with { Keys = [.. heads.Keys, second] }).HandsOver(Fingerprint, second.Fingerprint, Hash, Signed));
        Assert.False((heads with { Keys = [.. heads.Keys, endorsed] }).HandsOver(second.Fingerprint, Fingerprint, Hash, Signed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("PK")]
    [InlineData("{\"format\":\"lianzhi-record-2\",")]
    public void Check_OtherFile_IsUnreadable(string text) => Assert.Null(Check(Encoding.UTF8.GetBytes(text)));

    /// <summary>Where each entry begins, and where the last one ends.</summary>
    private static int[] Places(byte[] bytes)
    {
        var places = new List<int>();
        for (var at = 0; (at = bytes.AsSpan(at).IndexOf("{\"format\":\"lianzhi-entry-1\""u8) is var found && found >= 0 ? at + found : -1) >= 0; at++) places.Add(at);
        places.Add(bytes.AsSpan().IndexOf("],\"head\":"u8));
        return [.. places];
    }
}
