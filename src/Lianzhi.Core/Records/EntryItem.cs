using System.Buffers;

namespace Lianzhi.Core.Records;

/// <summary>
/// An entry as it stands in an exported record (导出的条目): the entry's own members, and beside each commitment the
/// salt and value it commits to, unless they were erased. Taking those out again gives the stored bytes.
/// </summary>
public sealed class EntryItem
{
    private readonly ArrayBufferWriter<byte> bytes = new();
    private readonly List<StoredField> fields = [];

    private EntryItem()
    {
    }

    /// <summary>What the entry says.</summary>
    public Entry Entry { get; private set; } = null!;

    /// <summary>The entry as it is stored.</summary>
    public StoredEntry Stored => new(bytes.WrittenSpan.ToArray(), fields);

    /// <summary>Reads an item.</summary>
    /// <exception cref="CanonicalFault">No canonical item stands here.</exception>
    public static EntryItem Read(ref CanonicalReader reader)
    {
        var item = new EntryItem();
        item.Entry = Entry.Read(ref reader, item);
        return item;
    }

    /// <summary>The canonical text of an item.</summary>
    /// <param name="stored">The entry as it is stored.</param>
    /// <returns>Null when its bytes are no canonical entry, or its fields are not those it lists.</returns>
    public static string? Write(StoredEntry stored) =>
        Entry.Parse(stored.Bytes) is { } entry && entry.Fields.Count == stored.Fields.Count ? entry.ToText(stored.Fields) : null;

    internal void Keep(ReadOnlySpan<byte> part) => bytes.Write(part);

    internal void ReadValue(ref CanonicalReader reader, string path)
    {
        if (!reader.Take(",\"salt\":"u8))
        {
            fields.Add(new StoredField(path, null, null));
            return;
        }
        var salt = Convert.FromHexString(reader.Hex(32));
        reader.Expect(",\"value\":"u8);
        fields.Add(new StoredField(path, salt, reader.Text()));
    }
}
