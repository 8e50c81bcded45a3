using Lianzhi.Core;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Documents;

/// <summary>A paper to read: as it was issued, or as a draft.</summary>
/// <param name="Content">Its text.</param>
/// <param name="Issued">What stands beside its two-dimensional code; null while it has not gone out.</param>
public sealed record ReadablePaper(DocumentContent Content, PaperSeal? Issued);

/// <summary>What stands at the foot of an issued paper (核验标识).</summary>
/// <param name="Mark">核验编号.</param>
/// <param name="Code">校验码.</param>
/// <param name="Edition">版次.</param>
/// <param name="Digest">SM3 of the paper as kept.</param>
/// <param name="Address">Where its code leads.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="On">Day of issue.</param>
public sealed record PaperSeal(string Mark, string Code, int Edition, string Digest, string Address, StandingOfPaper Standing, DateOnly On)
{
    /// <summary>Of a kept paper; its code leads to the verification.</summary>
    internal static PaperSeal Of(IssuedPaperRow row, PublicAddress address) =>
        new(row.Mark, row.Code, row.Edition, row.Digest, address.Of($"/verify?mark={Uri.EscapeDataString(row.Mark)}"), new(row.Standing, row.StandingOn, row.StandingBy), row.IssuedOn);
}

/// <summary>Where two-dimensional codes lead: the public address named by the operator, otherwise the one that was asked.</summary>
public sealed class PublicAddress(IConfiguration configuration, IHttpContextAccessor accessor)
{
    private const string Fallback = "http://localhost";

    /// <summary>The address of a page of the portal.</summary>
    public string Of(string path) =>
        (configuration["PublicAddress"] is { Length: > 0 } named ? named.TrimEnd('/') : accessor.HttpContext is { } http ? $"{http.Request.Scheme}://{http.Request.Host}" : Fallback) + path;
}

/// <summary>Reads one paper of a case (查看文书): what has gone out as it was kept, anything else as the record tells it now.</summary>
public sealed class ReadPaper(ViewCase view, PaperBook book, PublicAddress address, AppDb db)
{
    /// <summary>Its content.</summary>
    /// <param name="id">The case.</param>
    /// <param name="kind">Name of the kind.</param>
    /// <param name="index">Which of the kind, from 0.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<Result<ReadablePaper>> Run(string id, string kind, int index, CancellationToken cancel)
    {
        var found = await view.ForDocuments(id, cancel);
        if (!found.IsOk) return Result<ReadablePaper>.Refused(found.Refusals);
        var papers = await All(found.Value, [.. CaseDocuments.Of(found.Value).Where(paper => paper.Kind.Name == kind && paper.Index == index)], cancel);
        return papers is [var one] ? one.Paper : Refusal.NotFound("本案没有这份文书。");
    }

    /// <summary>These papers of a case.</summary>
    public async Task<IReadOnlyList<(CaseDocument Document, ReadablePaper Paper)>> All(Core.Cases.CaseState state, IReadOnlyList<CaseDocument> papers, CancellationToken cancel)
    {
        if (papers.Count == 0) return [];
        var platform = book.PlatformNumbers;
        var rows = await db.Set<IssuedPaperRow>().AsNoTracking().Where(row => row.CaseId == state.Id).ToListAsync(cancel);
        var issued = IssuedPapers.Of(state, platform);
        return [.. papers.Select(paper => (paper, Read(paper)))];

        ReadablePaper Read(CaseDocument paper) =>
            issued.FirstOrDefault(one => one.Paper.Kind.Code == paper.Kind.Code && one.Paper.Index == paper.Index) is { } gone && PaperBook.Latest(rows, paper.Kind.Code, gone.Key) is { } row
                ? new(row.Read(), PaperSeal.Of(row, address))
                : new(IssuedPapers.Official(state, CaseDocuments.Content(state, paper.Kind.Code, paper.Index)!, paper.Index, platform), null);
    }
}

/// <summary>Reads the photos of a case as a paper (查看照片证据页), made of the evidence as it stands now.</summary>
public sealed class ReadPhotoSheet(ViewCase view)
{
    /// <summary>Its content; not found while the case has no photos.</summary>
    public async Task<Result<ReadablePaper>> Run(string id, CancellationToken cancel)
    {
        var found = await view.ForDocuments(id, cancel);
        if (!found.IsOk) return Result<ReadablePaper>.Refused(found.Refusals);
        return CaseDocuments.PhotoSheet(found.Value) is { } sheet ? new ReadablePaper(sheet, null) : Refusal.NotFound("本案没有照片证据。");
    }
}
