namespace Lianzhi.Core.Records;

/// <summary>An entry as it is stored: its bytes and the fields it commits to.</summary>
/// <param name="Bytes">Exactly what was hashed.</param>
/// <param name="Fields">Salt and value of each field; both null when erased by law.</param>
public sealed record StoredEntry(byte[] Bytes, IReadOnlyList<StoredField> Fields);

/// <summary>A field as it is stored.</summary>
/// <param name="Path">Its place in the payload.</param>
/// <param name="Salt">Sixteen random bytes; null when erased.</param>
/// <param name="Value">Its value; null when erased.</param>
public sealed record StoredField(string Path, byte[]? Salt, string? Value);

/// <summary>What a check of a chain found.</summary>
/// <param name="Entries">How many entries hold.</param>
/// <param name="BrokenAt">Number of the first entry that does not hold; null when all do.</param>
/// <param name="Why">What is wrong with it; null when all hold.</param>
/// <param name="Last">Hash of the last entry that holds.</param>
public sealed record ChainCheck(long Entries, long? BrokenAt, string? Why, string Last)
{
    /// <summary>True when every entry holds.</summary>
    public bool Holds => BrokenAt is null;
}

/// <summary>Checks a stream of the record (记录完整性校验) from its bytes alone.</summary>
public sealed class Chain(HashFunction hash)
{
    private const string WrongLink = "与上一条的摘要不符";

    private long number;
    private string? stream;
    private DateTimeOffset last = DateTimeOffset.MinValue;
    private ChainCheck? broken;

    /// <summary>Hash of the last entry taken; 64 zeros before the first.</summary>
    public string Last { get; private set; } = Entry.Nothing;

    /// <summary>What was found so far.</summary>
    public ChainCheck Found => broken ?? new ChainCheck(number, null, null, Last);

    /// <summary>Checks spelling, numbering, links, time and commitments of a whole stream.</summary>
    /// <param name="entries">The stream from its first entry, in order.</param>
    /// <param name="hash">SM3.</param>
    public static ChainCheck Check(IEnumerable<StoredEntry> entries, HashFunction hash)
    {
        var chain = new Chain(hash);
        foreach (var stored in entries) chain.Take(Entry.Parse(stored.Bytes), stored);
        return chain.Found;
    }

    /// <summary>Takes the next entry.</summary>
    /// <param name="entry">What it says; null when its bytes are not canonical.</param>
    /// <param name="stored">How it is stored.</param>
    public void Take(Entry? entry, StoredEntry stored)
    {
        if (broken is not null)
        {
            if (entry?.Previous == Last) LastIsConfirmed();
            number++;
            return;
        }
        number++;
        var fault = Fault(entry, stored);
        if (fault is not null) broken = new ChainCheck(number - 1, number, fault, Last);
        if (entry is null) return;
        (stream, last, Last) = (entry.Stream, entry.RecordedAt, Entry.HashOf(stored.Bytes, hash));
    }

    /// <summary>
    /// Says that the last entry taken stands as it was written, because the next one or the proof follows on it. When its
    /// own link was found wrong, it was the entry before it that was changed.
    /// </summary>
    public void LastIsConfirmed()
    {
        if (broken is { Why: WrongLink, BrokenAt: { } at } && at == number && at > 1)
            broken = broken with { Entries = at - 2, BrokenAt = at - 1, Why = "内容与后一条所记的摘要不符" };
    }

    /// <summary>Says that the last entry taken does not stand for another reason than a chain knows.</summary>
    /// <param name="why">What is wrong with it.</param>
    public void Break(string why) => broken ??= new ChainCheck(number - 1, number, why, Last);

    private string? Fault(Entry? entry, StoredEntry stored)
    {
        if (entry is null) return "条目不是规范序列化的内容";
        if (stream is not null && entry.Stream != stream) return "条目属于另一条记录";
        if (entry.Number != number) return $"序号应为 {number}，实为 {entry.Number}";
        if (entry.Previous != Last) return WrongLink;
        if (entry.RecordedAt < last) return "记录时间早于上一条";
        if (entry.Fields.Count != stored.Fields.Count) return "字段与条目所列不符";
        for (var i = 0; i < stored.Fields.Count; i++)
        {
            var (commitment, field) = (entry.Fields[i], stored.Fields[i]);
            if (commitment.Path != field.Path) return "字段与条目所列不符";
            if (field.Salt is null && field.Value is null) continue;
            if (field.Salt is null || field.Value is null) return $"字段“{field.Path}”只删了一半";
            if (Entry.Commit(field.Salt, field.Path, field.Value, hash) != commitment.Commitment) return $"字段“{field.Path}”的内容与条目不符";
        }
        return null;
    }
}
