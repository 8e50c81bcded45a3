using System.ComponentModel.DataAnnotations;

namespace Lianzhi.Web.Platform.Records;

/// <summary>An entry that has no position yet; written with the entry, taken away by the sequencer.</summary>
public sealed class RecordPendingRow
{
    /// <summary>Stream of the entry.</summary>
    [MaxLength(64)] public required string Stream { get; init; }

    /// <summary>Number of the entry.</summary>
    public required long Number { get; init; }

    /// <summary>When the entry was written: positions are given in this order.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Hash of the entry, hexadecimal.</summary>
    [MaxLength(64)] public required string Hash { get; init; }
}

/// <summary>The place of an entry among all entries (全局序号), without gaps. Insert only.</summary>
public sealed class RecordPositionRow
{
    /// <summary>Its position, from 0.</summary>
    [Key] public required long Position { get; init; }

    /// <summary>Stream of the entry.</summary>
    [MaxLength(64)] public required string Stream { get; init; }

    /// <summary>Number of the entry.</summary>
    public required long Number { get; init; }

    /// <summary>Hash of the entry: the leaf.</summary>
    [MaxLength(32)] public required byte[] Hash { get; init; }
}

/// <summary>Root of a complete subtree of 256, 65,536 … entries; the levels between are made from these when needed. Insert only.</summary>
public sealed class RecordNodeRow
{
    /// <summary>Its height: 8, 16, 24 …</summary>
    public required int Level { get; init; }

    /// <summary>Its place among the subtrees of that height, from 0.</summary>
    public required long Place { get; init; }

    /// <summary>Its hash.</summary>
    [MaxLength(32)] public required byte[] Hash { get; init; }
}

/// <summary>A signed tree head (校验值). Insert only.</summary>
public sealed class TreeHeadRow
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>The day it seals; null for one made on export.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>How many entries it covers.</summary>
    public required long Size { get; init; }

    /// <summary>Root, hexadecimal.</summary>
    [MaxLength(64)] public required string Root { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>True for demonstration data.</summary>
    public required bool Demo { get; init; }

    /// <summary>Fingerprint of the key.</summary>
    [MaxLength(64)] public required string Key { get; init; }

    /// <summary>Signature, hexadecimal.</summary>
    [MaxLength(128)] public required string Signature { get; init; }

    /// <summary>Size of the sealed head before it; null for the first.</summary>
    public long? Anchor { get; init; }

    /// <summary>Proof from that head to this one, digests joined by spaces.</summary>
    public required string Consistency { get; init; }

    /// <summary>The head.</summary>
    public Core.Records.TreeHead ToHead() => new(Day, Size, Root, At, Demo, Key, Signature);

    /// <summary>The proof from the head before.</summary>
    public IReadOnlyList<string> ReadConsistency() => Consistency.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A key that signs heads (签名密钥). Only its private part may be taken away, when the next key has taken over.</summary>
public sealed class SigningKeyRow
{
    /// <summary>SM3 of the public key.</summary>
    [Key, MaxLength(64)] public required string Fingerprint { get; init; }

    /// <summary>Public key, hexadecimal.</summary>
    [MaxLength(130)] public required string PublicKey { get; init; }

    /// <summary>The private key, encrypted; null after it was replaced.</summary>
    [MaxLength(400)] public string? Protected { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Fingerprint of the key before it.</summary>
    [MaxLength(64)] public string? Previous { get; init; }

    /// <summary>Signature of the key before over this one.</summary>
    [MaxLength(128)] public string? Endorsement { get; init; }

    /// <summary>The public side.</summary>
    public Core.Records.SigningKey ToKey() => new(PublicKey, Fingerprint, At, Previous, Endorsement);
}
