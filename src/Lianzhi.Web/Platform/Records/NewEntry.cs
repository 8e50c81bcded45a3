using Lianzhi.Core.Access;
using Lianzhi.Core.Records;
using Lianzhi.Web.Platform.Crypto;

namespace Lianzhi.Web.Platform.Records;

/// <summary>Where a stream ends (流的末端): what its next entry follows.</summary>
/// <param name="Number">Number of the last entry; 0 when there is none.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="At">When it was written.</param>
public readonly record struct StreamHead(long Number, string Hash, DateTimeOffset At)
{
    /// <summary>A stream without entries.</summary>
    public static readonly StreamHead None = new(0, Core.Records.Entry.Nothing, DateTimeOffset.MinValue);
}

/// <summary>The rows of one entry that is about to be written (新条目).</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Fields">What it commits to, with salts.</param>
public sealed record NewEntry(RecordEntryRow Entry, IReadOnlyList<RecordFieldRow> Fields)
{
    /// <summary>The stream's end after this entry.</summary>
    public StreamHead Head => new(Entry.Number, Entry.Hash, Entry.RecordedAt);

    /// <summary>Makes the entry that follows a head; its time is never before that of the head.</summary>
    public static NewEntry After(
        StreamHead head, string stream, UseCase useCase, string type, int schema, object payload, string actor, DateTimeOffset now, bool demo, Entropy entropy)
    {
        now = CanonicalText.Truncate(now);
        var (number, at) = (head.Number + 1, now > head.At ? now : head.At);
        var parts = Payload.Split(payload);
        var (rows, commitments) = (new RecordFieldRow[parts.Count], new FieldCommitment[parts.Count]);
        for (var i = 0; i < parts.Count; i++)
        {
            var (salt, part) = (entropy.Bytes(16), parts[i]);
            rows[i] = new RecordFieldRow { Stream = stream, Number = number, Position = i, Path = part.Path, Salt = salt, Value = part.Value };
            commitments[i] = new FieldCommitment(part.Path, Core.Records.Entry.Commit(salt, part.Path, part.Value, Sm3.Hash));
        }
        var bytes = new Entry(stream, number, type, schema, at, actor, useCase.Name, demo, head.Hash, commitments).ToBytes();
        return new NewEntry(new RecordEntryRow
        {
            Stream = stream,
            Number = number,
            Type = type,
            Schema = schema,
            RecordedAt = at,
            Actor = actor,
            Hash = Core.Records.Entry.HashOf(bytes, Sm3.Hash),
            Bytes = bytes,
        }, rows);
    }
}
