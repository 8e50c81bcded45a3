using System.Globalization;
using System.Reflection;
using Lianzhi.Core.Access;
using Lianzhi.Core.Records;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Crypto;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Lianzhi.Web.Platform.Records;

/// <summary>
/// Appends entries to the record inside the running transaction. The unique key (stream, number) is the
/// optimistic lock: of two writers that saw the same head, one fails and is answered 409.
/// </summary>
public sealed class RecordWriter(AppDb db, CurrentActor current, TimeProvider time, Entropy entropy, InstallationMode mode)
{
    private readonly Dictionary<string, (long Number, string Hash, DateTimeOffset At)> heads = new(StringComparer.Ordinal);

    /// <summary>Number of the last entry of a stream; 0 when there is none.</summary>
    public async Task<long> HeadOf(string stream, CancellationToken cancel) => (await Head(stream, cancel)).Number;

    /// <summary>Appends what happened.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="useCase">The use case that does it.</param>
    /// <param name="type">Kebab-case name of what happened.</param>
    /// <param name="schema">Version of the payload's shape.</param>
    /// <param name="payload">A record; personal strings marked.</param>
    /// <param name="cancel">Stops waiting for the database.</param>
    /// <returns>Number of the entry.</returns>
    public async Task<long> Append(string stream, UseCase useCase, string type, int schema, object payload, CancellationToken cancel)
    {
        var head = await Head(stream, cancel);
        var now = CanonicalText.Truncate(time.GetUtcNow());
        var at = now > head.At ? now : head.At;
        var number = head.Number + 1;
        var fields = new List<FieldCommitment>();
        foreach (var part in Payload.Split(payload))
        {
            var salt = entropy.Bytes(16);
            db.Add(new RecordFieldRow { Stream = stream, Number = number, Position = fields.Count, Path = part.Path, Salt = salt, Value = part.Value });
            fields.Add(new FieldCommitment(part.Path, Entry.Commit(salt, part.Path, part.Value, Sm3.Hash)));
        }
        var entry = new Entry(stream, number, type, schema, at, current.Actor.Id, useCase.Name, mode.IsDemo, head.Hash, fields);
        var bytes = entry.ToBytes();
        var hash = Entry.HashOf(bytes, Sm3.Hash);
        db.Add(new RecordEntryRow
        {
            Stream = stream,
            Number = number,
            Type = type,
            Schema = schema,
            RecordedAt = at,
            Actor = entry.Actor,
            Hash = hash,
            Bytes = bytes,
        });
        heads[stream] = (number, hash, at);
        return number;
    }

    /// <summary>Appends what was done to a stream without changing a row that is recorded, for example a new password.</summary>
    public Task<long> AppendAct(string stream, UseCase useCase, string? reason, CancellationToken cancel) =>
        Append(stream, useCase, useCase.Name.Replace('.', '-'), 1, new RowsChanged(useCase.Title, reason, [], ActorName), cancel);

    /// <summary>Name of who acts: a person, or the operating-system account at a command; null for the public and the platform by itself.</summary>
    private string? ActorName => current.Actor == Actor.Public || current.Actor == Actor.System ? null : current.Actor.Name;

    /// <summary>Forgets cached heads; called when a transaction ends.</summary>
    internal void Reset() => heads.Clear();

    /// <summary>Writes one entry for each stream whose rows changed, with before and after of every column.</summary>
    internal async Task AppendRowChanges(UseCase useCase, string? reason, CancellationToken cancel)
    {
        db.ChangeTracker.DetectChanges();
        var changed = db.ChangeTracker.Entries<IRecorded>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .GroupBy(entry => entry.Entity.Stream, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToList();
        foreach (var group in changed)
        {
            var rows = group.OrderBy(entry => entry.Metadata.GetTableName(), StringComparer.Ordinal).ThenBy(Key, StringComparer.Ordinal).Select(Change).ToList();
            var payload = new RowsChanged(useCase.Title, reason, rows, ActorName);
            var number = await Append(group.Key, useCase, useCase.Name.Replace('.', '-'), 1, payload, cancel);
            foreach (var entry in group) entry.Entity.Version = number;
        }
    }

    private async Task<(long Number, string Hash, DateTimeOffset At)> Head(string stream, CancellationToken cancel)
    {
        if (heads.TryGetValue(stream, out var head)) return head;
        var last = await db.Set<RecordEntryRow>().AsNoTracking()
            .Where(row => row.Stream == stream)
            .OrderByDescending(row => row.Number)
            .Select(row => new { row.Number, row.Hash, row.RecordedAt })
            .FirstOrDefaultAsync(cancel);
        head = last is null ? (0, Entry.Nothing, DateTimeOffset.MinValue) : (last.Number, last.Hash, last.RecordedAt);
        heads[stream] = head;
        return head;
    }

    private static RowChange Change(EntityEntry entry)
    {
        var added = entry.State == EntityState.Added;
        var deleted = entry.State == EntityState.Deleted;
        var columns = entry.Properties
            .Where(property => property.Metadata.Name != nameof(IRecorded.Version))
            .Where(property => added ? property.CurrentValue is not null : deleted || (property.IsModified && !Equals(property.OriginalValue, property.CurrentValue)))
            .OrderBy(property => property.Metadata.GetColumnName(), StringComparer.Ordinal)
            .Select(property =>
            {
                var before = added ? null : Text(property.OriginalValue);
                var after = deleted ? null : Text(property.CurrentValue);
                return property.Metadata.PropertyInfo?.IsDefined(typeof(PersonalAttribute)) == true
                    ? new ColumnChange(property.Metadata.GetColumnName(), null, null, before, after)
                    : new ColumnChange(property.Metadata.GetColumnName(), before, after, null, null);
            });
        return new RowChange(entry.Metadata.GetTableName()!, Key(entry), [.. columns]);
    }

    private static string Key(EntityEntry entry) => string.Join('/',
        entry.Metadata.FindPrimaryKey()!.Properties.Select(property => Text(entry.Property(property.Name).CurrentValue)));

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        DateTimeOffset instant => CanonicalText.Instant(instant),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexStringLower(bytes),
        bool yes => yes ? "1" : "0",
        IEnumerable<string> list => string.Join('|', list),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
