using System.Text;
using System.Text.Json.Nodes;

namespace Lianzhi.Core.Records;

/// <summary>Checks an SM2 signature with the fixed user id (验签), handed in so that the law stays without packages.</summary>
/// <param name="publicKey">The public key, 65 bytes: 04, x, y.</param>
/// <param name="message">What was signed.</param>
/// <param name="signature">64 bytes: r, s.</param>
public delegate bool SignatureCheck(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);

/// <summary>
/// A signed tree head (校验值): the root over all entries up to a position. One is sealed at each day's end and
/// published (当日校验值); another is made when a record with newer entries is exported.
/// </summary>
/// <param name="Day">The day it seals; null for one made on export.</param>
/// <param name="Size">How many entries it covers.</param>
/// <param name="Root">Root of the tree, hexadecimal.</param>
/// <param name="At">When it was made.</param>
/// <param name="Demo">True for made-up demonstration data.</param>
/// <param name="Key">Fingerprint of the key that signed it.</param>
/// <param name="Signature">The signature, hexadecimal; empty before signing.</param>
public sealed record TreeHead(DateOnly? Day, long Size, string Root, DateTimeOffset At, bool Demo, string Key, string Signature)
{
    /// <summary>The name of the format, first member of every head.</summary>
    public const string Format = "lianzhi-head-1";

    /// <summary>What is signed: the head without its signature.</summary>
    public byte[] Message() => Encoding.UTF8.GetBytes(CanonicalText.Write(Node(signed: false)));

    /// <summary>The head as it stands in files.</summary>
    public JsonObject ToNode() => Node(signed: true);

    /// <summary>True when the signature is by this key.</summary>
    public bool IsSignedBy(string publicKey, SignatureCheck check) =>
        check(Convert.FromHexString(publicKey), Message(), Convert.FromHexString(Signature));

    /// <summary>Reads a head.</summary>
    /// <exception cref="CanonicalFault">No canonical head stands here.</exception>
    public static TreeHead Read(ref CanonicalReader reader)
    {
        reader.Expect("{\"format\":\"lianzhi-head-1\","u8);
        DateOnly? day = null;
        if (reader.Take("\"day\":"u8))
        {
            day = reader.Date();
            reader.Expect(","u8);
        }
        reader.Expect("\"size\":"u8);
        var size = reader.Number();
        reader.Expect(",\"root\":"u8);
        var root = reader.Hex(64);
        reader.Expect(",\"at\":"u8);
        var at = reader.Instant();
        reader.Expect(",\"demo\":"u8);
        var demo = reader.YesNo();
        reader.Expect(",\"key\":"u8);
        var key = reader.Hex(64);
        reader.Expect(",\"signature\":"u8);
        var signature = reader.Hex(128);
        reader.Expect("}"u8);
        return new TreeHead(day, size, root, at, demo, key, signature);
    }

    private JsonObject Node(bool signed)
    {
        var node = new JsonObject { ["format"] = Format };
        if (Day is { } day) node["day"] = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        node["size"] = Size;
        node["root"] = Root;
        node["at"] = CanonicalText.Instant(At);
        node["demo"] = Demo ? 1 : 0;
        node["key"] = Key;
        if (signed) node["signature"] = Signature;
        return node;
    }
}

/// <summary>A public key that signs heads (签名公钥).</summary>
/// <param name="PublicKey">130 hexadecimal digits: 04, x, y.</param>
/// <param name="Fingerprint">SM3 of those 65 bytes (公钥指纹).</param>
/// <param name="At">When it was made.</param>
/// <param name="Previous">Fingerprint of the key before it; null for the first, or when that one was lost.</param>
/// <param name="Endorsement">Signature of the key before over this one; null without it.</param>
public sealed record SigningKey(string PublicKey, string Fingerprint, DateTimeOffset At, string? Previous, string? Endorsement)
{
    /// <summary>The name of the format, first member of every key in the list.</summary>
    public const string Format = "lianzhi-key-1";

    /// <summary>Fingerprint of a public key.</summary>
    public static string FingerprintOf(string publicKey, HashFunction hash) => Convert.ToHexStringLower(hash(Convert.FromHexString(publicKey)));

    /// <summary>What the key before signs when it hands over (换钥背书).</summary>
    public byte[] Message() => Encoding.UTF8.GetBytes(CanonicalText.Write(Node(endorsed: false)));

    /// <summary>The key as it stands in the list of heads.</summary>
    public JsonObject ToNode() => Node(endorsed: true);

    /// <summary>Reads a key.</summary>
    /// <exception cref="CanonicalFault">No canonical key stands here.</exception>
    public static SigningKey Read(ref CanonicalReader reader)
    {
        reader.Expect("{\"format\":\"lianzhi-key-1\",\"publicKey\":"u8);
        var publicKey = reader.Hex(130);
        reader.Expect(",\"fingerprint\":"u8);
        var fingerprint = reader.Hex(64);
        reader.Expect(",\"at\":"u8);
        var at = reader.Instant();
        string? previous = null, endorsement = null;
        if (reader.Take(",\"previous\":"u8)) previous = reader.Hex(64);
        if (reader.Take(",\"endorsement\":"u8)) endorsement = reader.Hex(128);
        reader.Expect("}"u8);
        return new SigningKey(publicKey, fingerprint, at, previous, endorsement);
    }

    private JsonObject Node(bool endorsed)
    {
        var node = new JsonObject { ["format"] = Format, ["publicKey"] = PublicKey, ["fingerprint"] = Fingerprint, ["at"] = CanonicalText.Instant(At) };
        if (Previous is not null) node["previous"] = Previous;
        if (endorsed && Endorsement is not null) node["endorsement"] = Endorsement;
        return node;
    }
}
