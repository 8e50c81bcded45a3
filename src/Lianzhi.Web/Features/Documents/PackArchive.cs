using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents.Archive;
using Lianzhi.Core.Evidence;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Documents.Templates;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Documents;

/// <summary>Opens a file of evidence (打开证据文件); null when whoever answers does not have it.</summary>
public delegate Task<Stream?> OpenEvidenceFile(EvidenceFile file, CancellationToken cancel);

/// <summary>A case file ready for the archive.</summary>
/// <param name="State">The case.</param>
/// <param name="Papers">Its papers in order.</param>
public sealed record ArchivedCase(CaseState State, IReadOnlyList<ArchivedPaper> Papers);

/// <summary>The catalogue in an archive package (归档目录).</summary>
public sealed record PackageCatalogue(string Case, string Number, string Title, string Unit, IReadOnlyList<PackagedPaper> Papers, IReadOnlyList<PackagedEvidence> Evidence, IReadOnlyList<PackagedFile> Files);

/// <summary>A paper in the catalogue.</summary>
public sealed record PackagedPaper(int Order, string Kind, string Title, string? Number, DateOnly On, int? FromPage, int? ToPage, string? Mark, string File);

/// <summary>A piece of evidence in the catalogue; files that are not in the package are named without a place.</summary>
public sealed record PackagedEvidence(int Order, string Kind, string Title, bool Excluded, IReadOnlyList<PackagedEvidenceFile> Files);

/// <summary>A file of evidence.</summary>
public sealed record PackagedEvidenceFile(string MediaType, long Length, string Sm3, string Sha256, string? File);

/// <summary>A file of the package with its digests.</summary>
public sealed record PackagedFile(string Name, long Length, string Sm3, string Sha256);

/// <summary>
/// Packs a closed case for the archive (归档包): cover and catalogue with page numbers, every paper and file of evidence in order,
/// the whole record, and the digests of each file; and as one PDF where LibreOffice is installed.
/// </summary>
public sealed class PackArchive(
    UseCaseRunner runner, ViewCase view, ReadPaper read, TemplateBook templates, PdfMaker pdf, ExportCaseRecord record, IEnumerable<OpenEvidenceFile> open, AccessLog log, CurrentActor current, InstallationMode mode)
{
    /// <summary>Largest file of evidence that is packed; larger ones and sensitive ones are named with their digests and handed over by themselves.</summary>
    public const long LargestFile = 512L * 1024 * 1024;

    private const string CatalogueName = "catalogue.json";
    private static readonly JsonSerializerOptions Indented = new(ApiJson.Options) { WriteIndented = true };

    /// <summary>True where PDF can be made.</summary>
    public bool MakesPdf => pdf.Program is not null;

    /// <summary>What would be packed, without page numbers.</summary>
    public Task<Result<ArchivedCase>> Look(string id, CancellationToken cancel) => runner.Read<ArchivedCase>(AccessTable.PackArchive, async () =>
        (await Read(id, cancel)).Then<ArchivedCase>(found => new ArchivedCase(found.State, [.. found.Papers.Select(one => one.Paper)])));

    /// <summary>The whole file as one PDF: cover and catalogue, then the papers with running page numbers.</summary>
    public Task<Result<PaperPackage>> Whole(string id, CancellationToken cancel) => runner.Read<PaperPackage>(AccessTable.PackArchive, async () =>
    {
        var found = await Read(id, cancel);
        if (!found.IsOk) return Result<PaperPackage>.Refused(found.Refusals);
        var made = await Print(found.Value, cancel);
        if (!made.IsOk) return Result<PaperPackage>.Refused(made.Refusals);
        await log.Write(current.Actor, AccessTable.PackArchive, CaseStream.NameOf(id), null, cancel);
        return new PaperPackage($"案卷 {found.Value.State.Number}.pdf", made.Value.Whole);
    });

    /// <summary>The package as a file that goes away when it is closed.</summary>
    public Task<Result<(string Name, Stream Content)>> Run(string id, CancellationToken cancel) => runner.Read<(string Name, Stream Content)>(AccessTable.PackArchive, async () =>
    {
        var found = await Read(id, cancel);
        if (!found.IsOk) return Result<(string, Stream)>.Refused(found.Refusals);
        PrintedCase? printed = null;
        if (MakesPdf)
        {
            var made = await Print(found.Value, cancel);
            if (!made.IsOk) return Result<(string, Stream)>.Refused(made.Refusals);
            printed = made.Value;
        }
        var export = await record.Run(id, cancel);
        if (!export.IsOk) return Result<(string, Stream)>.Refused(export.Refusals);
        await log.Write(current.Actor, AccessTable.PackArchive, CaseStream.NameOf(id), null, cancel);
        var folder = Path.Combine(mode.DataFolder, "work");
        Directory.CreateDirectory(folder);
        var file = new FileStream(Path.Combine(folder, $"archive-{Guid.CreateVersion7():N}.zip"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 65536, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await Write(file, found.Value, printed, export.Value.ToBytes(), cancel);
            file.Position = 0;
            return ($"归档包 {found.Value.State.Number}.zip", (Stream)file);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    });

    private async Task<Result<FoundCase>> Read(string id, CancellationToken cancel)
    {
        var found = await view.ForDocuments(id, cancel);
        if (!found.IsOk) return Result<FoundCase>.Refused(found.Refusals);
        if (runner.Check(AccessTable.PackArchive, CaseRow.PlacementOf(found.Value)) is { } forbidden) return forbidden;
        if (CaseArchive.Check(found.Value) is { } refusal) return refusal;
        var papers = await read.All(found.Value, CaseArchive.Papers(found.Value), cancel);
        return new FoundCase(found.Value, [.. papers.Select((one, index) => (new ArchivedPaper(index + 1, one.Document, one.Paper.Content), one.Paper.Issued))]);
    }

    /// <summary>Twice through LibreOffice: first to count the pages, then with their numbers in place.</summary>
    private async Task<Result<PrintedCase>> Print(FoundCase found, CancellationToken cancel)
    {
        var counted = await pdf.Convert(await Words(found, [.. found.Papers.Select(_ => (int?)null)], cancel), cancel);
        if (!counted.IsOk) return Result<PrintedCase>.Refused(counted.Refusals);
        var papers = found.Papers.Select((one, index) => one.Paper with { Pages = PdfMaker.Pages(counted.Value[index]) }).ToList();
        var pages = CaseArchive.Paginate([.. papers.Select(paper => paper.Pages)]);
        var made = await pdf.Convert(
            [WordDocument.Make(CaseArchive.Cover(found.State, papers)), .. await Words(found, [.. pages.Select(page => page?.From)], cancel)], cancel);
        if (!made.IsOk) return Result<PrintedCase>.Refused(made.Refusals);
        return new PrintedCase(papers, [.. made.Value.Skip(1)], PdfMaker.Merge(made.Value, $"{found.State.Number} {found.State.Title}"));
    }

    /// <summary>The Word files of the papers, each beginning on a page of the case file where that is known.</summary>
    private async Task<List<byte[]>> Words(FoundCase found, IReadOnlyList<int?> pages, CancellationToken cancel)
    {
        var files = new List<byte[]>();
        foreach (var (index, (paper, issued)) in found.Papers.Index()) files.Add(await templates.Make(new ReadablePaper(paper.Content, issued), pages[index], cancel));
        return files;
    }

    private async Task Write(Stream target, FoundCase found, PrintedCase? printed, byte[] export, CancellationToken cancel)
    {
        var state = found.State;
        var papers = printed?.Papers ?? [.. found.Papers.Select(one => one.Paper)];
        var pages = CaseArchive.Paginate([.. papers.Select(paper => paper.Pages)]);
        var files = new List<PackagedFile>();
        // The moment of closing, not of packing: the same case packs alike.
        using var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        var at = state.LastAt ?? DateTimeOffset.UnixEpoch;

        async Task Add(string name, Stream content)
        {
            var entry = archive.CreateEntry(name);
            entry.LastWriteTime = at.Year < 1980 ? new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero) : at;
            using var digests = new ContentDigests();
            var buffer = new byte[81920];
            await using (var place = await entry.OpenAsync(cancel))
            {
                int count;
                while ((count = await content.ReadAsync(buffer, cancel)) > 0)
                {
                    digests.Add(buffer.AsSpan(0, count));
                    await place.WriteAsync(buffer.AsMemory(0, count), cancel);
                }
            }
            var (sm3, sha256) = digests.End();
            files.Add(new(name, digests.Length, sm3, sha256));
        }

        await Add("00 封面和目录.docx", new MemoryStream(WordDocument.Make(printed is null ? CaseArchive.Cover(state, CaseArchive.Estimated(papers), estimated: true) : CaseArchive.Cover(state, papers))));
        if (printed is not null) await Add("案卷.pdf", new MemoryStream(printed.Whole));
        var packed = new List<PackagedPaper>();
        var words = await Words(found, [.. pages.Select(page => page?.From)], cancel);
        foreach (var (index, paper) in papers.Index())
        {
            var issued = found.Papers[index].Issued;
            var name = $"文书/{CaseArchive.FileName(paper.Order, paper.Content.Title, paper.Content.Number, "docx")}";
            await Add(name, new MemoryStream(words[index]));
            if (printed is not null) await Add(Path.ChangeExtension(name, "pdf"), new MemoryStream(printed.Each[index]));
            packed.Add(new(paper.Order, paper.Content.Kind.Name, paper.Content.Title, paper.Content.Number, paper.Document.On!.Value, pages[index]?.From, pages[index]?.To, issued?.Mark, name));
        }
        var evidence = new List<PackagedEvidence>();
        foreach (var (index, item) in state.Evidence.Index())
        {
            var parts = new List<PackagedEvidenceFile>();
            foreach (var (number, file) in item.Collected.Files.Index())
            {
                var name = $"证据/{CaseArchive.FileName(index + 1, item.Collected.Title, FormattableString.Invariant($"{number + 1}"), Extension(file.MediaType))}";
                await using var content = item.Collected.Sensitive || file.Length > LargestFile ? null : await Open(file, cancel);
                if (content is not null) await Add(name, content);
                parts.Add(new(file.MediaType, file.Length, file.Sm3, file.Sha256, content is null ? null : name));
            }
            evidence.Add(new(index + 1, item.Collected.Kind.Title(), item.Collected.Title, item.Excluded is not null, parts));
        }
        await Add("全过程记录.json", new MemoryStream(export));
        var catalogue = new PackageCatalogue(state.Id, state.Number ?? "", state.Title, state.Subject!.Name, packed, evidence, files.ToArray());
        await Add(CatalogueName, new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(catalogue, Indented)));
    }

    private async Task<Stream?> Open(EvidenceFile file, CancellationToken cancel)
    {
        foreach (var one in open) if (await one(file, cancel) is { } content) return content;
        return null;
    }

    private static string Extension(string mediaType) => mediaType switch
    {
        "image/jpeg" => "jpg",
        "application/pdf" => "pdf",
        "audio/mpeg" => "mp3",
        "video/quicktime" => "mov",
        _ => string.Concat(mediaType[(mediaType.IndexOf('/', StringComparison.Ordinal) + 1)..].Where(char.IsAsciiLetterOrDigit).Take(8)) is { Length: > 0 } tail ? tail : "bin",
    };

    private sealed record FoundCase(CaseState State, IReadOnlyList<(ArchivedPaper Paper, PaperSeal? Issued)> Papers);

    private sealed record PrintedCase(IReadOnlyList<ArchivedPaper> Papers, IReadOnlyList<byte[]> Each, byte[] Whole);
}
