using Lianzhi.Core;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Documents.Templates;

/// <summary>Makes the Word files of papers (文书文件): with the template of their day, or as the national standard says.</summary>
public sealed class TemplateBook(AppDb db, FileStore files, ReadPictures read, TimeProvider time)
{
    private readonly Dictionary<string, byte[]?> opened = new(StringComparer.Ordinal);
    private List<TemplateRow>? rows;

    /// <summary>Makes a file, with its pictures.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="firstPage">Page of the case file it begins on; null outside a file.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<byte[]> Make(ReadablePaper paper, int? firstPage, CancellationToken cancel)
    {
        rows ??= await db.Set<TemplateRow>().AsNoTracking().ToListAsync(cancel);
        var (kind, day) = (paper.Content.Kind.Name, paper.Issued?.On ?? time.Today());
        var row = InForce(rows.Where(one => one.Kind == kind), day) ?? InForce(rows.Where(one => one.Kind == TemplateRow.Every), day);
        var pictures = await read.ForFile(paper.Content, cancel);
        if (row is null) return WordDocument.Make(paper.Content, paper.Issued, firstPage, pictures);
        if (!opened.TryGetValue(row.FileHash, out var template)) opened[row.FileHash] = template = await files.Read(row.FileHash, cancel);
        // A paper has to go out even when the file of its look was lost.
        return template is null ? WordDocument.Make(paper.Content, paper.Issued, firstPage, pictures) : WordTemplate.Fill(template, paper.Content, paper.Issued, firstPage, pictures);
    }

    /// <summary>Answers who asks for a paper as a Word file (下载文书).</summary>
    public async Task<IResult> Answer(Result<ReadablePaper> paper, CancellationToken cancel) => paper.IsOk
        ? Results.File(await Make(paper.Value, null, cancel), WordFile.MediaType, $"{paper.Value.Content.Title}{paper.Value.Content.Number}.docx") : ProblemAnswers.Problem(paper.Refusals);

    /// <summary>Answers who asks for a paper as a PDF file.</summary>
    public async Task<IResult> Answer(Result<ReadablePaper> paper, PdfMaker pdf, CancellationToken cancel) => paper.IsOk
        ? (await pdf.Convert([await Make(paper.Value, null, cancel)], cancel)).Answer(files => Results.File(files[0], PdfMaker.MediaType, $"{paper.Value.Content.Title}{paper.Value.Content.Number}.pdf"))
        : ProblemAnswers.Problem(paper.Refusals);

    /// <summary>Of templates of one kind, the one that papers of a day are made with.</summary>
    internal static TemplateRow? InForce(IEnumerable<TemplateRow> ofKind, DateOnly day) =>
        ofKind.Where(row => row.Covers(day)).OrderBy(row => row.From).ThenBy(row => row.Id, StringComparer.Ordinal).LastOrDefault();
}
