using Lianzhi.Core.Records;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Crypto;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Platform.Records;

/// <summary>
/// The tree over all entries (校验树): gives committed entries their positions, one sequencer at a time, and
/// makes signed heads over them. Opens transactions of its own, so it is never called inside a use case's.
/// </summary>
public sealed class RecordTree(AppDb db, WriteGate gate, TimeProvider time, InstallationMode mode, Entropy entropy, SigningKeys keys)
{
    private const int AtOnce = 5000;

    // Any number, the same on every node; nothing else in the platform takes advisory locks with it.
    private const string Lock = "SELECT pg_advisory_xact_lock(4020240001)";

    // An entry is taken when every transaction that could still commit before it has ended, and never before an earlier one of its stream.
    // The few that are too late are found once: looked for from each waiting entry they were found by walking an index whole, 5 minutes for
    // 34,000 waiting ones against 39 ms (2026-11-27).
    private const string Settled =
        """
        WITH late AS MATERIALIZED (
            SELECT stream, min(number) AS number FROM record_pending WHERE age(xmin) <= age(pg_snapshot_xmin(pg_current_snapshot())::xid) GROUP BY stream)
        SELECT p.stream, p.number, p.recorded_at, p.hash FROM record_pending p LEFT JOIN late ON late.stream = p.stream
        WHERE age(p.xmin) > age(pg_snapshot_xmin(pg_current_snapshot())::xid) AND (late.number IS NULL OR p.number < late.number)
        """;

    /// <summary>Gives positions to committed entries.</summary>
    /// <param name="before">Only to those recorded before this instant; null for all.</param>
    /// <param name="cancel">Stops between two batches.</param>
    /// <returns>How many entries have a position.</returns>
    public async Task<long> Sequence(DateTimeOffset? before, CancellationToken cancel)
    {
        while (true)
        {
            if (!await db.Set<RecordPendingRow>().AnyAsync(cancel)) return await Size(cancel);
            var (size, taken) = await Alone(() => SequenceOnce(before, cancel), cancel);
            if (taken < AtOnce) return size;
        }
    }

    /// <summary>Seals a day (当日校验值) unless it or a later one is sealed already, or there is nothing to seal.</summary>
    /// <param name="day">The day, ended in Shanghai.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<TreeHead?> Seal(DateOnly day, CancellationToken cancel)
    {
        var end = new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, District.Offset);
        if (await db.Set<TreeHeadRow>().AnyAsync(head => head.Day >= day, cancel) || !await db.Set<RecordEntryRow>().AnyAsync(entry => entry.RecordedAt < end, cancel)) return null;
        await Sequence(end, cancel);
        return await Alone(async () =>
        {
            var size = await Size(cancel);
            return size == 0 || await db.Set<TreeHeadRow>().AnyAsync(head => head.Day >= day, cancel) ? null : (await Make(day, size, cancel)).ToHead();
        }, cancel);
    }

    /// <summary>Position of an entry; null when it has none yet.</summary>
    public Task<RecordPositionRow?> PositionOf(string stream, long number, CancellationToken cancel) =>
        db.Set<RecordPositionRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Stream == stream && row.Number == number, cancel);

    /// <summary>The head an entry is proven in: the first sealed one, else the first made on export; null when there is none yet.</summary>
    public async Task<TreeHeadRow?> HeadOver(long position, CancellationToken cancel) =>
        await db.Set<TreeHeadRow>().AsNoTracking().Where(head => head.Size > position && head.Day != null).OrderBy(head => head.Day).FirstOrDefaultAsync(cancel)
        ?? await db.Set<TreeHeadRow>().AsNoTracking().Where(head => head.Size > position && head.Day == null).OrderBy(head => head.At).ThenBy(head => head.Id).FirstOrDefaultAsync(cancel);

    /// <summary>The sealed head that a head made on export continues; null when there was none.</summary>
    public async Task<Anchor?> AnchorOf(TreeHeadRow head, CancellationToken cancel) => head is { Day: null, Anchor: { } size }
        ? new Anchor(size, await db.Set<TreeHeadRow>().Where(row => row.Size == size && row.Day != null).Select(row => row.Root).FirstAsync(cancel))
        : null;

    /// <summary>A new head over everything that has a position, for an export.</summary>
    public Task<TreeHeadRow> MakeHead(CancellationToken cancel) => Alone(async () => await Make(null, await Size(cancel), cancel), cancel);

    /// <summary>Proof that an entry is in a tree.</summary>
    public async Task<IReadOnlyList<string>> Inclusion(long position, long size, CancellationToken cancel) =>
        [.. (await Load(size, [position], cancel)).Inclusion(position, size).Select(Convert.ToHexStringLower)];

    private async Task<TreeHeadRow> Make(DateOnly? day, long size, CancellationToken cancel)
    {
        var before = await db.Set<TreeHeadRow>().AsNoTracking().Where(head => head.Day != null).OrderByDescending(head => head.Day).FirstOrDefaultAsync(cancel);
        var tree = await Load(size, before is null ? [] : [before.Size - 1], cancel);
        var key = await keys.Current(cancel) ?? throw new InvalidOperationException("There is no key to sign with; it is made when the platform starts.");
        var head = keys.Sign(new TreeHead(day, size, Convert.ToHexStringLower(tree.Root(size)), CanonicalText.Truncate(time.GetUtcNow()), mode.IsDemo, key.Fingerprint, ""), key);
        var row = new TreeHeadRow
        {
            Id = entropy.NewId(head.At),
            Day = day,
            Size = size,
            Root = head.Root,
            At = head.At,
            Demo = head.Demo,
            Key = head.Key,
            Signature = head.Signature,
            Anchor = before?.Size,
            Consistency = before is null ? "" : string.Join(' ', tree.Consistency(before.Size, size).Select(Convert.ToHexStringLower)),
        };
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        return row;
    }

    private async Task<(long Size, int Taken)> SequenceOnce(DateTimeOffset? before, CancellationToken cancel)
    {
        // What waits says when it was written and what its hash is: joined to the entries, a batch of 75,000 waiting ones took half a minute (2026-11-26, 6.9 million entries).
        var settled = db.IsEmbedded ? db.Set<RecordPendingRow>() : db.Set<RecordPendingRow>().FromSqlRaw(Settled);
        var batch = await settled.AsNoTracking().Where(pending => before == null || pending.RecordedAt < before)
            .OrderBy(pending => pending.RecordedAt).ThenBy(pending => pending.Stream).ThenBy(pending => pending.Number).Take(AtOnce).ToListAsync(cancel);
        var size = await Size(cancel);
        var leaves = batch.ConvertAll(pending => Convert.FromHexString(pending.Hash));
        await BulkCopy.Write(db, [.. batch.Select((pending, i) => new RecordPositionRow { Position = size + i, Stream = pending.Stream, Number = pending.Number, Hash = leaves[i] })], cancel);
        if (db.IsEmbedded) db.RemoveRange(batch);
        else await db.Database.ExecuteSqlAsync(
            $"DELETE FROM record_pending p USING unnest({batch.Select(row => row.Stream).ToArray()}, {batch.Select(row => row.Number).ToArray()}) AS t(stream, number) WHERE p.stream = t.stream AND p.number = t.number", cancel);
        await AddNodes(size, leaves, cancel);
        await db.SaveChangesAsync(cancel);
        return (size + batch.Count, batch.Count);
    }

    private async Task AddNodes(long start, List<byte[]> added, CancellationToken cancel)
    {
        for (var level = 0; (start + added.Count) >> 8 > start >> 8; level += 8)
        {
            var first = start >> 8;
            var known = await Hashes(level, first << 8, start, cancel);
            known.AddRange(added);
            var roots = new List<byte[]>();
            for (var from = 0; from + 256 <= known.Count; from += 256) roots.Add(MerkleTree.Of(known.GetRange(from, 256), Sm3.Hash).Root(256));
            db.AddRange(roots.Select((root, i) => new RecordNodeRow { Level = level + 8, Place = first + i, Hash = root }));
            (start, added) = (first, roots);
        }
    }

    /// <summary>The tree with those hashes loaded that proofs about some positions need: at each stored level the 256 around each.</summary>
    private async Task<MerkleTree> Load(long size, IReadOnlyList<long> positions, CancellationToken cancel)
    {
        var known = new Dictionary<(int, long), byte[]>();
        for (var level = 0; size >> level > 0; level += 8)
            foreach (var first in positions.Append(size).Select(position => position >> level >> 8 << 8).Distinct())
            {
                var hashes = await Hashes(level, first, Math.Min(first + 256, size >> level), cancel);
                for (var i = 0; i < hashes.Count; i++) known[(level, first + i)] = hashes[i];
            }
        return new MerkleTree(Sm3.Hash, Complete);

        byte[] Complete(int level, long index) =>
            level % 8 == 0 ? known[(level, index)] : MerkleTree.Join(Complete(level - 1, 2 * index), Complete(level - 1, (2 * index) + 1), Sm3.Hash);
    }

    private Task<List<byte[]>> Hashes(int level, long from, long to, CancellationToken cancel) => level == 0
        ? db.Set<RecordPositionRow>().Where(row => row.Position >= from && row.Position < to).OrderBy(row => row.Position).Select(row => row.Hash).ToListAsync(cancel)
        : db.Set<RecordNodeRow>().Where(row => row.Level == level && row.Place >= from && row.Place < to).OrderBy(row => row.Place).Select(row => row.Hash).ToListAsync(cancel);

    private async Task<long> Size(CancellationToken cancel) => (await db.Set<RecordPositionRow>().MaxAsync(row => (long?)row.Position, cancel) ?? -1) + 1;

    /// <summary>Runs in a transaction while no other sequencer does, on this node or another.</summary>
    private async Task<T> Alone<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        using var turn = await gate.Enter(db.IsEmbedded, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!db.IsEmbedded) await db.Database.ExecuteSqlRawAsync(Lock, cancel);
        try
        {
            var result = await work();
            await transaction.CommitAsync(cancel);
            return result;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
