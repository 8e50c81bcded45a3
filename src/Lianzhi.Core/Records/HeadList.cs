using System.Text;
using System.Text.Json.Nodes;

namespace Lianzhi.Core.Records;

/// <summary>
/// The published list of sealed heads (当日校验值清单), oldest first, with the keys that signed them and, from each
/// head to the next, the proof that nothing before was changed.
/// </summary>
/// <param name="Keys">All keys, in the order they were made.</param>
/// <param name="Items">All sealed heads.</param>
/// <param name="Consistency">From each head to the one after it; one fewer than heads.</param>
public sealed record HeadList(IReadOnlyList<SigningKey> Keys, IReadOnlyList<TreeHead> Items, IReadOnlyList<IReadOnlyList<string>> Consistency)
{
    /// <summary>The name of the format, first member of the list.</summary>
    public const string Format = "lianzhi-heads-1";

    /// <summary>The list as a canonical file.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(CanonicalText.Write(new JsonObject
    {
        ["format"] = Format,
        ["keys"] = new JsonArray([.. Keys.Select(key => key.ToNode())]),
        ["items"] = new JsonArray([.. Items.Select(head => head.ToNode())]),
        ["consistency"] = new JsonArray([.. Consistency.Select(Texts)]),
    }));

    /// <summary>Reads a list.</summary>
    /// <returns>Null when the bytes are no canonical list.</returns>
    public static HeadList? Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new CanonicalReader(bytes);
            reader.Expect("{\"format\":\"lianzhi-heads-1\",\"keys\":["u8);
            var keys = new List<SigningKey>();
            while (!reader.Take("]"u8))
            {
                if (keys.Count > 0) reader.Expect(","u8);
                keys.Add(SigningKey.Read(ref reader));
            }
            reader.Expect(",\"items\":["u8);
            var heads = new List<TreeHead>();
            while (!reader.Take("]"u8))
            {
                if (heads.Count > 0) reader.Expect(","u8);
                heads.Add(TreeHead.Read(ref reader));
            }
            reader.Expect(",\"consistency\":["u8);
            var consistency = new List<IReadOnlyList<string>>();
            while (!reader.Take("]"u8))
            {
                if (consistency.Count > 0) reader.Expect(","u8);
                consistency.Add(reader.Digests());
            }
            reader.Expect("}"u8);
            return reader.AtEnd ? new HeadList(keys, heads, consistency) : null;
        }
        catch (CanonicalFault)
        {
            return null;
        }
    }

    /// <summary>The first head that is not signed by a listed key or does not continue the one before; null when all hold.</summary>
    public TreeHead? FirstBroken(HashFunction hash, SignatureCheck signature)
    {
        for (var i = 0; i < Items.Count; i++)
        {
            var head = Items[i];
            if (Keys.FirstOrDefault(key => key.Fingerprint == head.Key) is not { } key) return head;
            if (SigningKey.FingerprintOf(key.PublicKey, hash) != key.Fingerprint || !head.IsSignedBy(key.PublicKey, signature)) return head;
            if (i == 0) continue;
            var before = Items[i - 1];
            if (i > Consistency.Count || !(before.Day < head.Day) || !Proof.Continues(before, head, Consistency[i - 1], hash)) return head;
        }
        return null;
    }

    /// <summary>True when the first key handed over to the second, each key signing the next.</summary>
    /// <param name="from">Fingerprint that is trusted.</param>
    /// <param name="to">Fingerprint in question.</param>
    /// <param name="hash">SM3.</param>
    /// <param name="signature">SM2.</param>
    public bool HandsOver(string from, string to, HashFunction hash, SignatureCheck signature)
    {
        var trusted = Keys.FirstOrDefault(key => key.Fingerprint == from && SigningKey.FingerprintOf(key.PublicKey, hash) == from);
        while (trusted is not null && trusted.Fingerprint != to)
        {
            var giver = trusted;
            trusted = Keys.FirstOrDefault(key => key.Previous == giver.Fingerprint && key.Endorsement is not null
                && SigningKey.FingerprintOf(key.PublicKey, hash) == key.Fingerprint
                && signature(Convert.FromHexString(giver.PublicKey), key.Message(), Convert.FromHexString(key.Endorsement)));
        }
        return trusted is not null;
    }

    internal static JsonNode Texts(IReadOnlyList<string> digests) => new JsonArray([.. digests.Select(digest => (JsonNode)digest)]);
}
