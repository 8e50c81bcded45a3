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
public sealed record ChainCheck(long Entries, long? BrokenAt, string? Why)
{
    /// <summary>True when every entry holds.</summary>
    public bool Holds => BrokenAt is null;
}

/// <summary>Checks a stream of the record (记录完整性校验) from its bytes alone.</summary>
public static class Chain
{
    /// <summary>Checks spelling, numbering, links, time and commitments of a whole stream.</summary>
    /// <param name="entries">The stream from its first entry, in order.</param>
    /// <param name="hash">SM3.</param>
    public static ChainCheck Check(IEnumerable<StoredEntry> entries, HashFunction hash)
    {
        long number = 0;
        var previous = Entry.Nothing;
        string? stream = null;
        var last = DateTimeOffset.MinValue;
        foreach (var stored in entries)
        {
            number++;
            var why = Fault(stored, number, previous, stream, last, hash, out var entry);
            if (why is not null) return new ChainCheck(number - 1, number, why);
            (stream, last, previous) = (entry!.Stream, entry.RecordedAt, Entry.HashOf(stored.Bytes, hash));
        }
        return new ChainCheck(number, null, null);
    }

    private static string? Fault(
        StoredEntry stored, long number, string previous, string? stream, DateTimeOffset last, HashFunction hash, out Entry? entry)
    {
        entry = Entry.Parse(stored.Bytes);
        if (entry is null) return "条目不是规范序列化的内容";
        if (stream is not null && entry.Stream != stream) return "条目属于另一条记录";
        if (entry.Number != number) return $"序号应为 {number}，实为 {entry.Number}";
        if (entry.Previous != previous) return "与上一条的摘要不符";
        if (entry.RecordedAt < last) return "记录时间早于上一条";
        if (!entry.Fields.Select(field => field.Path).SequenceEqual(stored.Fields.Select(field => field.Path))) return "字段与条目所列不符";
        foreach (var (commitment, field) in entry.Fields.Zip(stored.Fields))
        {
            if (field.Salt is null && field.Value is null) continue;
            if (field.Salt is null || field.Value is null) return $"字段“{field.Path}”只删了一半";
            if (Entry.Commit(field.Salt, field.Path, field.Value, hash) != commitment.Commitment) return $"字段“{field.Path}”的内容与条目不符";
        }
        return null;
    }
}
