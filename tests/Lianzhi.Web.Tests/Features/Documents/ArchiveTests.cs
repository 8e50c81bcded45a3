using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Features.Documents;
using Lianzhi.Web.Platform.Crypto;
using Lianzhi.Web.Tests.Features.Cases;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Documents;

/// <summary>Papers as files: opened by LibreOffice, made into PDF, packed for the archive.</summary>
public sealed class ArchiveTests
{
    private static readonly PaperSeal Seal = new("E1-20261008-4K7PQW", "4K7PQW9NA3CD", 2, new string('0', 64), "https://example.invalid/verify?mark=E1-20261008-4K7PQW", StandingOfPaper.InForce, new DateOnly(2026, 10, 8));

    private static readonly Dictionary<string, string?> NoOffice = new() { ["LibreOffice"] = "/nowhere/soffice" };

    [Fact]
    public async Task Word_OfEveryKind_IsValidAndReadWholeByLibreOffice()
    {
        var folder = Directory.CreateTempSubdirectory("lianzhi-word-").FullName;
        var papers = Directory.EnumerateFiles(Kept(), "*.json").ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => PaperForm.Read(File.ReadAllText(file)));
        Assert.Equal(DocumentKinds.All.Select(kind => kind.Name).Order(), papers.Keys.Order());
        var validator = new OpenXmlValidator();
        foreach (var (name, paper) in papers)
        {
            var file = Path.Combine(folder, $"{name}.docx");
            await File.WriteAllBytesAsync(file, WordDocument.Make(paper, paper.Kind.Outside ? Seal : null, 7));
            using var word = WordprocessingDocument.Open(file, isEditable: false);
            Assert.Empty(validator.Validate(word).Select(error => $"{name}: {error.Description} {error.Path?.XPath}"));
        }
        // One start of the program for all of them.
        using var office = Process.Start(new ProcessStartInfo("soffice",
            ["--headless", "--norestore", $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile")).AbsoluteUri}", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, .. papers.Keys.Select(name => Path.Combine(folder, $"{name}.docx"))])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = (office.StandardOutput.ReadToEndAsync(), office.StandardError.ReadToEndAsync());
        await office.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token);
        Assert.True(office.ExitCode == 0, await said.Item2);
        foreach (var (name, paper) in papers)
        {
            var read = Squeezed(await File.ReadAllTextAsync(Path.Combine(folder, $"{name}.txt")));
            foreach (var words in paper.Blocks.SelectMany(Words).Append(paper.Title).Append(paper.UnitHead)) Assert.Contains(Squeezed(words), read, StringComparison.Ordinal);
            if (paper.Kind.Outside) Assert.Contains(Squeezed(PaperFoot.Lines(Seal)[1]), read, StringComparison.Ordinal);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Pdf_OfOnePaper_IsMadeAndMayBeMerged()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        var answer = await cases.Officer.GetAsync($"/office/cases/{id}/documents/prior-notice/0.pdf");
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var file = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(file.AsSpan().StartsWith("%PDF"u8));
        var pages = PdfMaker.Pages(file);
        Assert.InRange(pages, 1, 5);
        Assert.Equal(pages * 2, PdfMaker.Pages(PdfMaker.Merge([file, file], "两份")));
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Officer.GetAsync($"/office/cases/{id}/documents/penalty-decision/9.pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Stranger.GetAsync($"/office/cases/{id}/documents/prior-notice/0.pdf")).StatusCode);
    }

    [Fact]
    public async Task Pdf_WithoutLibreOffice_IsRefusedInPlainWords()
    {
        await using var host = await TestHost.Start(settings: NoOffice);
        var made = await host.Services.GetRequiredService<PdfMaker>().Convert([[1]], CancellationToken.None);
        Assert.Equal("pdf-not-available", made.Refusals.Single().Code);
    }

    [Fact]
    public async Task Pdf_OfWhatIsNoPaper_FailsAndLeavesNothingBehind()
    {
        await using var host = await TestHost.Start();
        var mode = host.Services.GetRequiredService<Lianzhi.Web.Platform.InstallationMode>();
        using var none = new CancellationTokenSource();
        await none.CancelAsync();
        var pdf = host.Services.GetRequiredService<PdfMaker>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pdf.Convert([[1]], none.Token));
        var work = Path.Combine(mode.DataFolder, "work");
        Assert.Empty(Directory.Exists(work) ? Directory.EnumerateDirectories(work, "pdf-*") : []);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Package_OfAClosedCase_HoldsEveryPaperTheRecordAndTheirDigests(bool office)
    {
        await using var cases = await CaseHost.Start(settings: office ? null : NoOffice);
        var id = await Closed(cases);
        var answer = await cases.Officer.GetAsync($"/office/cases/{id}/archive.zip");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        using var package = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var catalogue = JsonDocument.Parse(Bytes(package, "catalogue.json")).RootElement;
        var files = catalogue.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(package.Entries.Select(entry => entry.FullName).Where(name => name != "catalogue.json").Order(StringComparer.Ordinal), files.Select(file => file.GetProperty("name").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(files, file =>
        {
            var bytes = Bytes(package, file.GetProperty("name").GetString()!);
            Assert.Equal((file.GetProperty("length").GetInt64(), file.GetProperty("sm3").GetString(), file.GetProperty("sha256").GetString()),
                (bytes.Length, Convert.ToHexStringLower(Sm3.Hash(bytes)), Convert.ToHexStringLower(SHA256.HashData(bytes))));
        });
        var papers = catalogue.GetProperty("papers").EnumerateArray().ToList();
        Assert.Contains(papers, paper => paper.GetProperty("title").GetString() == "行政处罚决定书" && paper.GetProperty("mark").GetString() is { Length: > 0 });
        Assert.Contains(files, file => file.GetProperty("name").GetString() == "全过程记录.json");
        Assert.Equal(office, files.Any(file => file.GetProperty("name").GetString() == "案卷.pdf"));
        if (office)
        {
            var last = 0;
            foreach (var paper in papers)
            {
                Assert.Equal(last + 1, paper.GetProperty("fromPage").GetInt32());
                last = paper.GetProperty("toPage").GetInt32();
                Assert.Equal(last - paper.GetProperty("fromPage").GetInt32() + 1, PdfMaker.Pages(Bytes(package, Path.ChangeExtension(paper.GetProperty("file").GetString()!, "pdf"))));
            }
            Assert.True(PdfMaker.Pages(Bytes(package, "案卷.pdf")) > last);
        }
        else
        {
            Assert.All(papers, paper => Assert.Equal(JsonValueKind.Null, paper.GetProperty("fromPage").ValueKind));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cases.Officer.GetAsync($"/office/cases/{id}/archive.pdf")).StatusCode);
        }
        var page = WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/cases/{id}/archive"));
        Assert.Contains("行政处罚决定书", page, StringComparison.Ordinal);
        Assert.Equal(office, page.Contains("整卷 PDF", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Stranger.GetAsync($"/office/cases/{id}/archive.zip")).StatusCode);
    }

    [Fact]
    public async Task Package_OfAnOpenCase_IsRefused()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        var answer = await cases.Officer.GetAsync($"/office/cases/{id}/archive.zip");
        Assert.Equal("case-not-closed", (await answer.Json()).GetProperty("refusals")[0].GetProperty("code").GetString());
        Assert.Contains("案件尚未结案", WebUtility.HtmlDecode(await (await cases.Officer.GetAsync($"/office/cases/{id}/archive")).Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    private static async Task<string> Closed(CaseHost cases)
    {
        var id = await ExecutionApiTests.Served(cases);
        await CaseHost.Take(cases.Head, id, new { step = "decide-publication", publish = true, ground = "具有一定社会影响", days = 90 });
        await CaseHost.Take(cases.Officer, id, new { step = "record-payment", at = "2026-03-25T14:00:00+08:00", fineFen = 2000000, surchargeFen = 0, receipt = "闽财票0001" });
        await CaseHost.Take(cases.Head, id, new { step = "close-case", outcome = "罚款已缴清，渣土已清运。" });
        return id;
    }

    private static IEnumerable<string> Words(DocumentBlock block) => block switch
    {
        Paragraph paragraph => [paragraph.Text],
        FieldTable table => table.Rows.SelectMany(row => new[] { row.Label, row.Value }),
        GridTable grid => grid.Head.Concat(grid.Rows.SelectMany(row => row)),
        SignatureBlock signatures => signatures.Lines.Select(line => $"{line.Label}：{line.Name}"),
        PictureBlock picture => picture.Rows.SelectMany(row => new[] { row.Label, row.Value }).Concat(picture.Lines).Append(PaperPictures.Gap(FoundPictures.None.Of(picture).Gap!)),
        SealBlock seal => [seal.Unit, seal.Date],
        _ => throw new NotSupportedException(block.GetType().Name),
    };

    private static string Squeezed(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));

    private static byte[] Bytes(ZipArchive package, string name)
    {
        using var stream = package.GetEntry(name)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static string Kept([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../../Lianzhi.Core.Tests/Documents/Snapshots/kept"));
}
