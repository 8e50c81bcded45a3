using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Records;
using Lianzhi.Core.Seals;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Documents;
using Lianzhi.Web.Features.Inspections;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Seals;

/// <summary>An issued paper with the file it belongs to.</summary>
/// <param name="Row">The paper.</param>
/// <param name="Placement">Where its case or inspection stands, for reach.</param>
/// <param name="FileNumber">Number of that case or inspection.</param>
/// <param name="Approval">Whose signature in the record it rests on; null for none.</param>
public sealed record FiledPaper(IssuedPaperRow Row, Placement Placement, string? FileNumber, SealApproval? Approval)
{
    /// <summary>As the rules know it.</summary>
    public PaperToSeal ToPaper() => new(DocumentKinds.Of(Row.Kind), Row.Standing);
}

/// <summary>What the acts on a request for the seal have in common: load it, may the person, is it the version seen; and the paper it is about.</summary>
public sealed class SealDesk(UseCaseRunner runner, AppDb db, CaseStream cases, CaseDesk desk, InspectionDesk inspections, PaperBook book, CurrentActor current, Entropy entropy, TimeProvider time)
{
    /// <summary>Who acts.</summary>
    public Actor Actor => current.Actor;

    /// <summary>Now, as the record keeps instants.</summary>
    public DateTimeOffset Now => CanonicalText.Truncate(time.GetUtcNow());

    /// <summary>Today in Shanghai.</summary>
    public DateOnly Today => time.Today();

    /// <summary>Whether numbers and seals come from the provincial platform today.</summary>
    public bool PlatformSeals => book.PlatformNumbers;

    /// <summary>A new id.</summary>
    public string NewId() => entropy.NewId(time.GetUtcNow());

    /// <summary>By which post the person signs for a unit today; null when he does not.</summary>
    public SignerFact? SignerOf(string unit) => Actor.OfficerId is { } person ? desk.Context().Facts.Signer(person, unit, Today) : null;

    /// <summary>Whose numbers the slips of a unit are counted by.</summary>
    public NumberOwner OwnerOf(IssuedPaperRow paper) => desk.OwnerOf(paper.Unit) ?? new(paper.Unit, paper.UnitName, paper.UnitName);

    /// <summary>The paper with a mark; null when none was issued.</summary>
    public async Task<FiledPaper?> Paper(string? mark, CancellationToken cancel)
    {
        if (await db.Set<IssuedPaperRow>().AsNoTracking().SingleOrDefaultAsync(paper => paper.Mark == mark, cancel) is not { } row) return null;
        return await Filed(row.CaseId, row.OfInspection, cancel) is { } file ? file(row) : null;
    }

    /// <summary>The issued papers of a case or inspection for which the seal may be asked for, in the order of issue.</summary>
    public async Task<FiledPaper[]> Papers(string fileId, CancellationToken cancel)
    {
        var rows = await db.Set<IssuedPaperRow>().AsNoTracking().Where(paper => paper.CaseId == fileId).OrderBy(paper => paper.IssuedOn).ThenBy(paper => paper.Mark).ToListAsync(cancel);
        return rows.Count > 0 && await Filed(fileId, rows[0].OfInspection, cancel) is { } file ? [.. rows.Select(file).Where(paper => SealRules.May(paper.ToPaper()) is null)] : [];
    }

    /// <summary>Does something with a request.</summary>
    public Task<Result<string>> Take(UseCase useCase, string id, long version, string? reason, Func<SealRequestRow, FiledPaper, IReadOnlyList<Refusal>> act, CancellationToken cancel) => runner.Write<string>(useCase, reason, async () =>
    {
        if (await db.Set<SealRequestRow>().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } row) return Refusal.NotFound();
        if (runner.Check(useCase, row.Placement) is { } refusal) return runner.Check(AccessTable.ViewSeal, row.Placement) is null ? refusal : Refusal.NotFound();
        if (row.Version != version) return Refusal.Stale(row.Version);
        var refusals = act(row, (await Paper(row.Paper, cancel))!);
        return refusals.Count > 0 ? Result<string>.Refused(refusals) : id;
    }, cancel);

    private async Task<Func<IssuedPaperRow, FiledPaper>?> Filed(string fileId, bool ofInspection, CancellationToken cancel)
    {
        if (ofInspection)
        {
            if (await inspections.Load(fileId, cancel) is not { } folder) return null;
            var file = folder.File;
            return row => new(row, folder.Placement, folder.Row.Number, PaperSignatures.Of(file, row.Kind));
        }
        if (await cases.Load(fileId, cancel) is not { Subject: not null } state) return null;
        // By its own number, whichever number stands on it: the signature is for the paper.
        var issued = IssuedPapers.Of(state, platformNumbers: false);
        return row => new(row, CaseRow.PlacementOf(state), state.Number ?? state.OnSpot?.Number,
            issued.FirstOrDefault(paper => paper.Paper.Kind.Code == row.Kind && paper.Key == row.Key) is { } one ? PaperSignatures.Of(state, one) : null);
    }
}
