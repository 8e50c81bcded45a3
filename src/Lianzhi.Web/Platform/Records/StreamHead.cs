using Lianzhi.Core.Access;
using Lianzhi.Core.Records;
using Lianzhi.Web.Platform.Crypto;

namespace Lianzhi.Web.Platform.Records;

/// <summary>The last entry of a stream (记录末条), which the next one follows.</summary>
/// <param name="Number">Its number; 0 before the first.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="At">When it was written.</param>
internal sealed record StreamHead(long Number, string Hash, DateTimeOffset At)
{
    /// <summary>Before the first entry.</summary>
    public static readonly StreamHead None = new(0, Entry.Nothing, DateTimeOffset.MinValue);

    /// <summary>Makes the rows of the next entry; recorded now, but never before the entry it follows.</summary>
    public NewEntry Next(string stream, UseCase useCase, string type, int schema, object payload, string actor, DateTimeOffset now, bool demo, Entropy entropy)
    {
        now = CanonicalText.Truncate(now);
        var (number, at) = (Number + 1, now > At ? now : At);
        var fields = Payload.Split(payload).Select((part, i) => new RecordFieldRow { Stream = stream, Number = number, Position = i, Path = part.Path, Salt = entropy.Bytes(16), Value = part.Value }).ToList();
        var entry = new Entry(stream, number, type, schema, at, actor, useCase.Name, demo, Hash,
            [.. fields.Select(field => new FieldCommitment(field.Path, Entry.Commit(field.Salt, field.Path, field.Value!, Sm3.Hash)))]);
        var bytes = entry.ToBytes();
        var hash = Entry.HashOf(bytes, Sm3.Hash);
        return new NewEntry(
            new RecordEntryRow { Stream = stream, Number = number, Type = type, Schema = schema, RecordedAt = at, Actor = actor, Hash = hash, Bytes = bytes },
            fields, new StreamHead(number, hash, at));
    }
}

/// <summary>Rows of a new entry.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="Head">The stream afterwards.</param>
internal sealed record NewEntry(RecordEntryRow Entry, IReadOnlyList<RecordFieldRow> Fields, StreamHead Head)
{
    /// <summary>The row that waits for a position.</summary>
    public RecordPendingRow Pending => new() { Stream = Entry.Stream, Number = Entry.Number, RecordedAt = Entry.RecordedAt, Hash = Entry.Hash };

    /// <summary>All rows.</summary>
    public IEnumerable<object> All => [Entry, .. Fields, Pending];
}
