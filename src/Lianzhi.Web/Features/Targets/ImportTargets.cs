using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Inspections;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Tables;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Targets;

/// <summary>A target that differs from the file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Headings of the columns that differ.</param>
public sealed record TargetDifference(string Name, IReadOnlyList<string> Columns);

/// <summary>What an import did or would do; with faults nothing is done. Targets that the file does not hold stay as they are.</summary>
/// <param name="Count">Targets in the file that are well.</param>
/// <param name="Added">New ones.</param>
/// <param name="Changed">Ones that differ.</param>
/// <param name="FaultCount">Faults found.</param>
/// <param name="Faults">The first of them, by cell.</param>
/// <param name="FirstAdded">Names of the first new ones.</param>
/// <param name="FirstChanged">The first that differ.</param>
public sealed record TargetImport(
    int Count, int Added, int Changed, int FaultCount, IReadOnlyList<CellFault> Faults, IReadOnlyList<string> FirstAdded, IReadOnlyList<TargetDifference> FirstChanged);

/// <summary>Takes a list of targets over (导入检查对象): read and written row by row, kept whole or not at all.</summary>
public sealed class ImportTargets(UseCaseRunner runner, AppDb db, FileStore files, Snapshot<OrganisationRegister> organisation, Entropy entropy, TimeProvider time)
{
    private const int Batch = 2_000;
    private const int Shown = 100;
    private const int MostChanged = 20_000;
    private const int MostRows = 200_000;

    /// <summary>Imports a file, or only says what would change.</summary>
    /// <param name="content">The file; seekable.</param>
    /// <param name="source">Where the list comes from; required when it is imported.</param>
    /// <param name="dryRun">True to change nothing.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Result<TargetImport>> Run(Stream content, string? source, bool dryRun, CancellationToken cancel)
    {
        if (dryRun) return runner.Read(AccessTable.ImportTargets, () => Read(content, null, cancel));
        TargetImport? faulty = null;
        return Whole();

        // A faulty file is told of cell by cell, and what was written of it so far is taken back.
        async Task<Result<TargetImport>> Whole()
        {
            var result = await runner.Write<TargetImport>(AccessTable.ImportTargets, source, async () =>
            {
                if (string.IsNullOrWhiteSpace(source) || source.Length > 200) return Refusal.Invalid("source", "请填写清单来源，不超过200字。");
                var id = entropy.NewId(time.GetUtcNow());
                var done = await Read(content, id, cancel);
                if (!done.IsOk) return done;
                if (done.Value.FaultCount > 0)
                {
                    faulty = done.Value;
                    return Refusal.Invalid("file", "文件有错误。");
                }
                content.Position = 0;
                using var copy = new MemoryStream((int)content.Length);
                await content.CopyToAsync(copy, cancel);
                var stored = await files.Store(copy.ToArray(), "application/octet-stream", cancel);
                db.Add(new TargetImportRow { Id = id, FileHash = stored.Hash, Source = source.Trim(), ImportedOn = time.Today(), Count = done.Value.Count, Added = done.Value.Added, Changed = done.Value.Changed });
                return done;
            }, cancel);
            return faulty is null ? result : faulty;
        }
    }

    private async Task<Result<TargetImport>> Read(Stream content, string? import, CancellationToken cancel)
    {
        if (content.Length > TableStream.LargestFile) return Refusal.Invalid("file", "文件不能超过 32 MB。");
        content.Position = 0;
        var pass = new Pass(runner, db, entropy, time, organisation.Current.AsOf(time.Today()), import);
        try
        {
            foreach (var (number, cells) in TableStream.Rows(content))
            {
                // Said before the rest is read: a small file may unpack to millions of rows.
                if (number > MostRows) return Refusal.Invalid("file", $"一次最多导入 {MostRows} 行，请分批导入。");
                await pass.Row(number, cells, cancel);
            }
            await pass.Flush(cancel);
        }
        catch (Exception fault) when (TableStream.IsUnreadable(fault))
        {
            return Refusal.Invalid("file", "文件打不开：请使用 UTF-8 编码的 CSV，或者 XLSX 工作簿。");
        }
        if (pass.Beyond is { } beyond) return beyond;
        if (pass.IsEmpty) return Refusal.Invalid("file", "文件没有检查对象。");
        if (pass.ChangedCount > MostChanged) return Refusal.Invalid("file", $"一次最多变更 {MostChanged} 个已有对象，请分批导入。");
        return pass.Result;
    }

    /// <summary>One reading of a file.</summary>
    private sealed class Pass(UseCaseRunner runner, AppDb db, Entropy entropy, TimeProvider time, OrganisationAsOf day, string? import)
    {
        private readonly List<TargetFacts> waiting = new(Batch);
        private readonly List<string> firstAdded = [];
        private readonly List<TargetDifference> firstChanged = [];
        private readonly Dictionary<string, string?> areas = day.Townships.ToDictionary(township => township.Code, township => day.AreaOf(township.Code), StringComparer.Ordinal);
        private TargetFile? file;
        private readonly List<TargetRow> changed = [];
        private long lastKey;
        private int count;
        private int added;
        private bool isKnownEmpty;

        public Refusal? Beyond { get; private set; }

        public int ChangedCount { get; private set; }

        public bool IsEmpty => file is null || (count == 0 && file.FaultCount == 0);

        public TargetImport Result => new(count, added, ChangedCount, file!.FaultCount, file.Faults, firstAdded, firstChanged);

        public async Task Row(int number, IReadOnlyList<string> cells, CancellationToken cancel)
        {
            if (file is null)
            {
                file = new(cells, day);
                isKnownEmpty = !await db.Set<TargetRow>().AnyAsync(cancel);
                return;
            }
            // Without its columns no row can be read.
            if (count == 0 && file.FaultCount > 0 && file.Faults[0].Cell.Length == 0) return;
            if (file.Read(cells, number) is not { } facts) return;
            count++;
            Beyond ??= runner.Check(AccessTable.ImportTargets, Placement.Of(facts.Township, areas[facts.Township]));
            waiting.Add(facts);
            if (waiting.Count == Batch) await Flush(cancel);
        }

        public async Task Flush(CancellationToken cancel)
        {
            if (waiting.Count == 0) return;
            var keys = waiting.ConvertAll(facts => facts.Key);
            var known = isKnownEmpty ? [] : (await Known().Where(row => keys.Contains(row.Key) && row.MergedInto == null).ToListAsync(cancel)).GroupBy(row => row.Key).ToDictionary(group => group.Key, group => group.First());
            var fresh = new List<TargetRow>(waiting.Count);
            for (var index = 0; index < waiting.Count; index++)
            {
                var facts = waiting[index];
                if (!known.TryGetValue(keys[index], out var row))
                {
                    added++;
                    if (firstAdded.Count < Shown) firstAdded.Add(facts.Name);
                    if (import is not null) fresh.Add(TargetRow.Of(facts, entropy.NewId(time.GetUtcNow()), areas[facts.Township], import));
                    continue;
                }
                var (before, after) = (row.ToFacts().ToRow(), facts.ToRow());
                var columns = TargetFile.Columns.Where((_, place) => before[place] != after[place]).Select(column => column.Heading).ToList();
                if (columns.Count == 0) continue;
                Beyond ??= runner.Check(AccessTable.ImportTargets, row.Placement);
                ChangedCount++;
                if (firstChanged.Count < Shown) firstChanged.Add(new(row.Name, columns));
                if (import is null) continue;
                row.Take(facts, areas[facts.Township]);
                changed.Add(row);
            }
            waiting.Clear();
            // A file that turns out faulty is not written on; what was written goes with the transaction.
            if (file!.FaultCount > 0 || Beyond is not null) return;
            await BulkCopy.Write(db, fresh, cancel);
            await BulkCopy.Write(db, TargetSearchRow.Of(fresh, ref lastKey), cancel);
            if (changed.Count == 0) return;
            var ids = changed.ConvertAll(row => row.Id);
            var searches = await db.Set<TargetSearchRow>().Where(search => ids.Contains(search.Id)).ToDictionaryAsync(search => search.Id, cancel);
            foreach (var row in changed) searches[row.Id].Take(row);
            changed.Clear();
        }

        private IQueryable<TargetRow> Known() => import is not null ? db.Set<TargetRow>() : db.Set<TargetRow>().AsNoTracking();
    }
}
