using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Lianzhi.Core.Access;
using Lianzhi.Core.Records;
using Lianzhi.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Lianzhi.Web.Platform.Records;

/// <summary>
/// Appends entries to the record inside the running transaction. The unique key (stream, number) is the
/// optimistic lock: of two writers that saw the same head, one fails and is answered 409.
/// </summary>
public sealed class RecordWriter(AppDb db, CurrentActor current, TimeProvider time, Entropy entropy, InstallationMode mode)
{
    private readonly Dictionary<string, StreamHead> heads = new(StringComparer.Ordinal);

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
        var rows = head.Next(stream, useCase, type, schema, payload, current.Actor.Id, time.GetUtcNow(), mode.IsDemo, entropy);
        db.AddRange(rows.All);
        heads[stream] = rows.Head;
        return rows.Head.Number;
    }

    /// <summary>Says that a stream is new, because its name was drawn a moment ago: its last entry need not be looked for.</summary>
    public void Starts(string stream) => heads[stream] = StreamHead.None;

    /// <summary>Appends what was done to a stream without changing a row that is recorded, for example a new password.</summary>
    public Task<long> AppendAct(string stream, UseCase useCase, string? reason, CancellationToken cancel) =>
        Append(stream, useCase, TypeOf(useCase), 1, new RowsChanged(useCase.Title, reason, [], ActorName), cancel);

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
            var number = await Append(group.Key, useCase, TypeOf(useCase), 1, Changes(useCase, reason, group, ActorName), cancel);
            foreach (var entry in group) entry.Entity.Version = number;
        }
    }

    private async Task<StreamHead> Head(string stream, CancellationToken cancel)
    {
        if (heads.TryGetValue(stream, out var head)) return head;
        var last = await db.Set<RecordEntryRow>().AsNoTracking()
            .Where(row => row.Stream == stream)
            .OrderByDescending(row => row.Number)
            .Select(row => new StreamHead(row.Number, row.Hash, row.RecordedAt))
            .FirstOrDefaultAsync(cancel);
        return heads[stream] = last ?? StreamHead.None;
    }

    /// <summary>Name of the entry that a use case writes about rows.</summary>
    internal static string TypeOf(UseCase useCase) => useCase.Name.Replace('.', '-');

    /// <summary>What an entry about rows says.</summary>
    internal static RowsChanged Changes(UseCase useCase, string? reason, IEnumerable<EntityEntry> rows, string? actorName) => new(
        useCase.Title, reason,
        [.. rows.OrderBy(entry => entry.Metadata.GetTableName(), StringComparer.Ordinal).ThenBy(Key, StringComparer.Ordinal).Select(Change)],
        actorName);

    // Asked for every column of every row written; reflection reads the metadata anew each time.
    private static readonly ConcurrentDictionary<PropertyInfo, bool> PersonalMembers = new();

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
                return property.Metadata.PropertyInfo is { } member && PersonalMembers.GetOrAdd(member, static one => one.IsDefined(typeof(PersonalAttribute)))
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
