using System.Text.Json;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Records;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Documents;

/// <summary>
/// Keeps the papers of a case that have gone out (制发文书簿), in the transaction of the step that issued them, and how they stand.
/// </summary>
public sealed class PaperBook(AppDb db, RecordWriter record, CaseDesk desk, NumberBook numbers, PaperShelf shelf)
{
    /// <summary>Type of the entry that a paper went out.</summary>
    public const string IssuedType = "paper-issued";

    /// <summary>Type of the entry that a paper stands otherwise.</summary>
    public const string StandingType = "paper-standing-changed";

    /// <summary>Stream of a paper.</summary>
    public static string StreamOf(string mark) => $"paper/{mark}";

    /// <summary>Whether numbers and seals come from the provincial platform today.</summary>
    public bool PlatformNumbers => desk.Settings.AsOf(desk.Context().Today).IsYes(PlatformSettings.NumbersAndSeal);

    /// <summary>After something happened in a case.</summary>
    public async Task Write(CaseState state, CancellationToken cancel)
    {
        var issued = IssuedPapers.Of(state, PlatformNumbers);
        if (issued.Count == 0) return;
        var rows = await Rows(state.Id, cancel);
        foreach (var paper in issued)
        {
            var latest = Latest(rows, paper.Paper.Kind.Code, paper.Key);
            // What went out stays as it was; only another number, that of the provincial platform, makes another edition.
            if (latest is not null && latest.Number == paper.Content.Number) continue;
            rows.Add(await shelf.Keep(new(state.Id, false, paper.Content, paper.Key, (latest?.Edition ?? 0) + 1, paper.Paper.On!.Value, state.Subject!.Code, state.Subject.Name, state.Place!.Area,
                PaperMasking.Values(state, paper.Content.Text())), cancel));
        }
        foreach (var row in rows) await Stand(state, row, rows, issued, cancel);
    }

    /// <summary>After values of a case were erased by law: they go from its papers as well.</summary>
    public async Task Erase(CaseState state, CancellationToken cancel)
    {
        foreach (var row in await Rows(state.Id, cancel))
        {
            var masks = row.ReadMasks();
            var left = PaperMasking.Values(state, string.Concat(masks.Select(mask => mask.Value + "\n"))).Select(value => value.Value).ToHashSet(StringComparer.Ordinal);
            var gone = masks.Where(mask => !left.Contains(mask.Value)).Select(mask => mask with { Shown = Core.Records.Payload.Redacted }).ToList();
            if (gone.Count == 0) continue;
            (row.Content, row.Erased) = (PaperForm.Replace(row.Content, gone), true);
            row.Masks = JsonSerializer.Serialize(masks.Where(mask => left.Contains(mask.Value)), ApiJson.Options);
        }
    }

    /// <summary>The last edition of a paper; null when it has not gone out.</summary>
    public static IssuedPaperRow? Latest(IEnumerable<IssuedPaperRow> rows, DocumentCode kind, string key) =>
        rows.Where(row => row.Kind == kind && row.Key == key).MaxBy(row => row.Edition);

    private async Task<List<IssuedPaperRow>> Rows(string caseId, CancellationToken cancel)
    {
        var rows = await db.Set<IssuedPaperRow>().Where(row => row.CaseId == caseId).ToListAsync(cancel);
        rows.AddRange(db.Set<IssuedPaperRow>().Local.Where(row => row.CaseId == caseId && !rows.Contains(row)));
        return rows;
    }

    private async Task Stand(CaseState state, IssuedPaperRow row, List<IssuedPaperRow> rows, IReadOnlyList<IssuedPaper> issued, CancellationToken cancel)
    {
        var latest = Latest(rows, row.Kind, row.Key)!;
        var inFile = issued.Any(paper => !paper.Paper.Earlier && paper.Paper.Kind.Code == row.Kind && paper.Key == row.Key);
        var standing = IssuedPapers.Standing(state, row.Kind, row.Key, latest == row && inFile);
        if (latest != row) standing = new(PaperStanding.Superseded, row.Standing == PaperStanding.Superseded ? row.StandingOn : standing.On, latest.Number);
        if (standing.Standing == row.Standing) return;
        (row.Standing, row.StandingOn, row.StandingBy) = (standing.Standing, standing.On, standing.By);
        if (row.Number is not null && latest == row) await numbers.Stand(row.Key, row.Standing, cancel);
        await record.Append(StreamOf(row.Mark), AccessTable.IssuePaper, StandingType, 1, new PaperStandingChanged(standing.Standing.Title(), standing.On?.ToIso(), standing.By), cancel);
    }
}
