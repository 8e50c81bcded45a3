using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Clues;
using Lianzhi.Core.Powers;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Clues;

/// <summary>A clue as its page and its API answer show it; who reported is masked.</summary>
public sealed record ClueView(
    string Id, string Number, long Version, ClueSource Source, ClueState State, string? Township, string Unit, string? Area, ClueBody Body,
    string? Category, string? Item, string Description, string Address, string? Occurred, DateTimeOffset ReceivedAt, DateOnly ReceivedOn,
    DateOnly StepFrom, DateOnly? DueOn, bool IsOverdue, bool CrossesTownships, bool MajorOrComplex, RejectGround? Ground, string? Reason,
    string? CaseId, string? Outcome, string? Answer, DateTimeOffset? AnsweredAt, bool IsAnswerable, bool Confidential,
    string? ReporterMasked, IReadOnlyList<CluePhoto> Photos, CompetenceAnswer? Competent, IReadOnlyList<ClueLikeness> Duplicates);

/// <summary>A photo of a clue.</summary>
/// <param name="Position">Place, from 1.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Length">Bytes.</param>
public sealed record CluePhoto(int Position, string MediaType, long Length);

/// <summary>A clue that may be about the same thing.</summary>
public sealed record ClueLikeness(string Id, string Number, string Address, ClueState State, IReadOnlyList<string> Reasons);

/// <summary>Shows a clue (查看线索). The first look of somebody who may decide on it is kept: 未阅 is not 已阅未办.</summary>
public sealed class ViewClue(UseCaseRunner runner, AppDb db, AccessLog log, CurrentActor current, ClueDesk desk, ClueDistrict district)
{
    /// <summary>Shows it.</summary>
    public Task<Result<ClueView>> Run(string id, CancellationToken cancel) => runner.Read<ClueView>(AccessTable.ViewClue, async () =>
    {
        var row = await Find(id, cancel);
        if (row is null || runner.Check(AccessTable.ViewClue, ClueDistrict.PlacementOf(row)) is not null) return Refusal.NotFound();
        await log.Note(current.Actor, AccessTable.ViewClue, row.Stream);
        if (row.State == ClueState.Unseen && current.May(AccessTable.AcceptClue, ClueDistrict.PlacementOf(row)))
        {
            var seen = await desk.Decide(AccessTable.ViewClue, id, null, null, (_, clue) => Triage.See(clue), cancel);
            if (!seen.IsOk) return Result<ClueView>.Refused(seen.Refusals);
            row = (await Find(id, cancel))!;
        }
        var photos = await db.Set<CluePhotoRow>().AsNoTracking().Where(photo => photo.ClueId == id).OrderBy(photo => photo.Position)
            .Select(photo => new CluePhoto(photo.Position, photo.MediaType, photo.Length)).ToListAsync(cancel);
        return View(row, photos, desk.CompetentFor(row), await Alike(row, cancel));
    });

    private Task<ClueRow?> Find(string id, CancellationToken cancel) => db.Set<ClueRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel);

    private async Task<IReadOnlyList<ClueLikeness>> Alike(ClueRow row, CancellationToken cancel)
    {
        if (row.Township is null) return [];
        var days = district.Settings.Number(ClueSettings.DuplicateDays);
        var (from, to) = (row.ReceivedOn.AddDays(-days), row.ReceivedOn.AddDays(days));
        var near = await db.Set<ClueRow>().AsNoTracking()
            .Where(other => other.Township == row.Township && other.ReceivedOn >= from && other.ReceivedOn <= to && other.Id != row.Id)
            .OrderByDescending(other => other.Id).Take(500).ToListAsync(cancel);
        var rows = near.ToDictionary(other => other.Id, StringComparer.Ordinal);
        return [.. Core.Clues.Duplicates.Suggest(row.ToTrace(), near.Select(other => other.ToTrace()), days)
            .Select(found => new ClueLikeness(found.Id, rows[found.Id].Number, rows[found.Id].Address, rows[found.Id].State, found.Reasons))];
    }

    private ClueView View(ClueRow row, IReadOnlyList<CluePhoto> photos, CompetenceAnswer? competent, IReadOnlyList<ClueLikeness> alike) => new(
        row.Id, row.Number, row.Version, row.Source, row.State, row.Township, row.Unit, row.Area, new ClueBody(row.BodyCode, row.BodyName),
        row.Category, row.Item, row.Description, row.Address, row.Occurred, row.ReceivedAt, row.ReceivedOn,
        row.StepFrom, row.DueOn == ClueRow.NoDue ? null : row.DueOn, row.DueOn < district.Today, row.CrossesTownships, row.MajorOrComplex, row.Ground, row.Reason,
        row.CaseId, row.Outcome, row.Answer, row.AnsweredAt, row.IsAnswerable, row.Confidential, Masked(row), photos, competent, alike);

    /// <summary>Who reported, as anybody but who asked for it sees it; null when anonymous.</summary>
    internal static string? Masked(ClueRow row)
    {
        var name = row.ReporterName is null ? null : Core.Disclosure.Redaction.Name(row.ReporterName);
        var phone = row.ReporterPhone is { Length: >= 7 } full ? $"{full[..3]}****{full[^4..]}" : null;
        return (name, phone) is (null, null) ? null : string.Join(' ', new[] { name, phone }.OfType<string>());
    }
}
