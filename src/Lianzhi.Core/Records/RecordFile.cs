using System.Text;
using System.Text.Json.Nodes;

namespace Lianzhi.Core.Records;

/// <summary>The last published head before one made on export (所延续的当日校验值).</summary>
/// <param name="Size">How many entries it covers.</param>
/// <param name="Root">Its root.</param>
public sealed record Anchor(long Size, string Root);

/// <summary>Proofs beside a record (证明).</summary>
/// <param name="Position">Position of the last entry among all entries, from 0.</param>
/// <param name="Inclusion">From the last entry to the root of the head.</param>
/// <param name="Anchor">For a head made on export: the last published head before it; null otherwise.</param>
/// <param name="Consistency">From that published head to this one; empty without anchor.</param>
public sealed record Proof(long Position, IReadOnlyList<string> Inclusion, Anchor? Anchor, IReadOnlyList<string> Consistency)
{
    /// <summary>True when the entry is in the tree of the head.</summary>
    public bool Includes(string leaf, TreeHead head, HashFunction hash) =>
        MerkleTree.Includes(Convert.FromHexString(leaf), Position, head.Size, Bytes(Inclusion), Convert.FromHexString(head.Root), hash);

    /// <summary>True when one head is the beginning of another.</summary>
    public static bool Continues(TreeHead first, TreeHead second, IReadOnlyList<string> path, HashFunction hash) =>
        MerkleTree.Continues(first.Size, Convert.FromHexString(first.Root), second.Size, Convert.FromHexString(second.Root), Bytes(path), hash);

    /// <summary>True when there is no anchor, or the head continues it.</summary>
    public bool ContinuesAnchor(TreeHead head, HashFunction hash) => Anchor is null
        || MerkleTree.Continues(Anchor.Size, Convert.FromHexString(Anchor.Root), head.Size, Convert.FromHexString(head.Root), Bytes(Consistency), hash);

    internal static Proof Read(ref CanonicalReader reader)
    {
        reader.Expect("{\"position\":"u8);
        var position = reader.Number();
        reader.Expect(",\"inclusion\":"u8);
        var inclusion = reader.Digests();
        Anchor? anchor = null;
        IReadOnlyList<string> consistency = [];
        if (reader.Take(",\"anchor\":{\"size\":"u8))
        {
            var size = reader.Number();
            reader.Expect(",\"root\":"u8);
            anchor = new Anchor(size, reader.Hex(64));
            reader.Expect("},\"consistency\":"u8);
            consistency = reader.Digests();
        }
        reader.Expect("}"u8);
        return new Proof(position, inclusion, anchor, consistency);
    }

    internal JsonObject ToNode()
    {
        var node = new JsonObject { ["position"] = Position, ["inclusion"] = HeadList.Texts(Inclusion) };
        if (Anchor is { } anchor) (node["anchor"], node["consistency"]) = (new JsonObject { ["size"] = anchor.Size, ["root"] = anchor.Root }, HeadList.Texts(Consistency));
        return node;
    }

    private static byte[][] Bytes(IReadOnlyList<string> digests) => [.. digests.Select(Convert.FromHexString)];
}

/// <summary>
/// The record of one subject as a file (全过程记录文件): entries, proof, signed head and public key, enough to be
/// checked without server and network. See <c>docs/record-format.md</c>.
/// </summary>
/// <param name="IsWhole">What the exporting platform found itself; a verifier believes nothing of it.</param>
/// <param name="Items">The entries as they are stored.</param>
/// <param name="Head">The signed head.</param>
/// <param name="Proof">That the last entry is in it.</param>
/// <param name="PublicKey">The key that signed the head.</param>
/// <param name="Fingerprint">Its fingerprint.</param>
public sealed record RecordFile(bool IsWhole, IReadOnlyList<StoredEntry> Items, TreeHead Head, Proof Proof, string PublicKey, string Fingerprint)
{
    /// <summary>How every record file begins.</summary>
    public static ReadOnlySpan<byte> Beginning => "{\"format\":\"lianzhi-record-1\","u8;

    /// <summary>The file.</summary>
    /// <exception cref="CanonicalFault">A stored entry is not canonical and cannot be expressed.</exception>
    public byte[] ToBytes()
    {
        var text = new StringBuilder("{\"format\":\"lianzhi-record-1\",\"isWhole\":").Append(IsWhole ? "true" : "false").Append(",\"items\":[");
        for (var i = 0; i < Items.Count; i++)
        {
            if (i > 0) text.Append(',');
            text.Append(EntryItem.Write(Items[i]) ?? throw new CanonicalFault($"第 {i + 1} 条不是规范序列化的内容"));
        }
        text.Append("],\"head\":").Append(CanonicalText.Write(Head.ToNode()));
        text.Append(",\"proof\":").Append(CanonicalText.Write(Proof.ToNode()));
        text.Append(",\"key\":").Append(CanonicalText.Write(new JsonObject { ["publicKey"] = PublicKey, ["fingerprint"] = Fingerprint })).Append('}');
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
