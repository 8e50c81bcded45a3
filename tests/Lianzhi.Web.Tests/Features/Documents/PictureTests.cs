using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Evidence;
using Lianzhi.Web.Features.Demo;
using Lianzhi.Web.Features.Documents;
using Lianzhi.Web.Features.Documents.Templates;
using Lianzhi.Web.Platform.Crypto;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Tests.Features.Cases;
using Lianzhi.Web.Tests.Features.Evidence;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Documents;

/// <summary>Papers with pictures: drawings of a scene and photos, on the page, in Word and as PDF.</summary>
public sealed class PictureTests
{
    private static readonly byte[] Picture = DemoEvidence.Photo(3);

    [Fact]
    public async Task Word_WithPictures_IsValidEmbedsEachAndPrintsTwoToASheet()
    {
        var blocks = new[] { Block('1', "image/png"), Block('2', "image/png"), Block('3', "image/png"), Block('4', "image/webp") };
        var paper = new DocumentContent(DocumentKinds.Of(DocumentCode.PhotoSheet), "漳州市龙文区人民政府蓝田街道办事处", "照片证据页", null, [new Core.Documents.Paragraph("案由：渣土未遮盖案", ParagraphStyle.Plain), .. blocks]);
        var pictures = new FoundPictures(blocks.Take(3).ToDictionary(block => block.Sm3, block => PaperPictures.Of(block, Picture)));
        var template = WordTemplate.Starting(paper.Kind);
        foreach (var made in new[] { WordDocument.Make(paper, null, 7, pictures), WordTemplate.Fill(template, paper, null, 7, pictures) })
        {
            using var word = WordprocessingDocument.Open(new MemoryStream(made), isEditable: false);
            Assert.Empty(new OpenXmlValidator().Validate(word).Select(error => $"{error.Description} {error.Path?.XPath}"));
            Assert.Equal(3, word.MainDocumentPart!.ImageParts.Count());
            Assert.All(word.MainDocumentPart.ImageParts, part => Assert.Equal(PhotoMetadata.Clean(Picture, "image/png"), Bytes(part)));
            Assert.Equal(3, word.MainDocumentPart.Document!.Descendants<Drawing>().Select(drawing => drawing.Inline!.DocProperties!.Id!.Value).Distinct().Count());
            Assert.Contains("只能印 PNG、JPEG 图片", word.MainDocumentPart.Document.Body!.InnerText, StringComparison.Ordinal);
        }
        await using var host = await TestHost.Start();
        var pdf = (await host.Services.GetRequiredService<PdfMaker>().Convert([WordDocument.Make(paper, null, null, pictures)], default)).Value![0];
        Assert.Equal(2, PdfMaker.Pages(pdf));
    }

    [Theory]
    [InlineData(4000, 3000, 1, 80, 60, 0)]
    [InlineData(4000, 1000, 1, 150, 37.5, 0)]
    [InlineData(4000, 3000, 3, 80, 60, 2)]
    [InlineData(4000, 3000, 6, 45, 60, 1)]
    [InlineData(4000, 3000, 8, 45, 60, 3)]
    public void Fit_InItsSpace_IsUprightAndNeitherCutNorStretched(int width, int height, int turned, double wide, double high, int quarters) =>
        Assert.Equal(new PictureFit((long)(wide * 1000), (long)(high * 1000), quarters), WordPictures.Fit(new PictureSize(width, height, turned), 150_000, 60_000));

    [Fact]
    public async Task Photos_AsFiles_HoldThePicturesAndNameWhatIsNotThere()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Officer.GetAsync($"/office/cases/{id}/photos.docx")).StatusCode);
        var copy = cases.Evidence(id, await cases.Officer.Upload(id, Picture));
        (copy["kind"], copy["compared"]) = ("documentary", new { on = "2026-03-05", originalAt = "当事人处" });
        var kept = (await cases.Officer.Keep(copy)).GetProperty("id").GetString();
        Assert.Equal("当事人处", (await (await cases.Officer.GetAsync($"/api/v1/evidence/{kept}")).Json()).GetProperty("compared").GetProperty("originalAt").GetString());
        var (text, count) = Read(await cases.Officer.GetByteArrayAsync($"/office/cases/{id}/photos.docx"));
        Assert.Equal(1, count);
        Assert.Contains("【经核对与原件一致】核对人：林晓岚", text, StringComparison.Ordinal);
        Assert.Contains("核对日期：2026年3月5日", text, StringComparison.Ordinal);
        Assert.True((await cases.Officer.GetByteArrayAsync($"/office/cases/{id}/photos.pdf")).AsSpan().StartsWith("%PDF"u8));
        Assert.Contains("原件存于当事人处", WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/evidence/{kept}")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Stranger.GetAsync($"/office/cases/{id}/photos.docx")).StatusCode);

        // What was put in its place is not it; what is gone is gone; the paper is made all the same.
        var (store, hash) = (cases.Host.Services.GetRequiredService<ContentStore>(), Convert.ToHexStringLower(Sm3.Hash(Picture)));
        await store.Remove(hash, default);
        var other = Path.GetTempFileName();
        await File.WriteAllBytesAsync(other, DemoEvidence.Photo(4));
        await store.Take(other, hash, default);
        Assert.Contains(PaperPictures.Gap(PaperPictures.Altered), Read(await cases.Officer.GetByteArrayAsync($"/office/cases/{id}/photos.docx")).Text, StringComparison.Ordinal);
        await store.Remove(hash, default);
        Assert.Contains(PaperPictures.Gap(PaperPictures.Missing), Read(await cases.Officer.GetByteArrayAsync($"/office/cases/{id}/photos.docx")).Text, StringComparison.Ordinal);
        Assert.Contains(PaperPictures.Gap(PaperPictures.Missing), WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/cases/{id}/photos")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sketch_SentWithoutScript_StandsInTheRecordOfItsInspection()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        var record = $"/office/cases/{id}/documents/inspection-record/0";
        Assert.Equal(0, Read(await cases.Officer.GetByteArrayAsync($"{record}.docx")).Pictures);
        Assert.Contains($"/office/cases/{id}/inspections/0/sketch", await cases.Officer.GetStringAsync($"/office/cases/{id}?tab=evidence"), StringComparison.Ordinal);
        var address = $"/office/cases/{id}/inspections/0/sketch";
        var page = WebUtility.HtmlDecode(await cases.Officer.GetStringAsync(address));
        foreach (var taken in new[] { "2026年3月4日勘验图", "value=\"工地\"", "value=\"吴思源\"", "示意图，不按比例", "林晓岚（执法人员）" }) Assert.Contains(taken, page, StringComparison.Ordinal);
        var typed = new Dictionary<string, string>
        {
            ["title"] = "渣土堆放勘验图",
            ["proves"] = "渣土堆放的位置",
            ["at"] = "2026-03-04T09:30",
            ["place"] = "湘桥路北段工地",
            ["sketch.scale"] = "1∶100",
            ["sketch.drawer"] = "林晓岚（执法人员）",
            ["sketch.present"] = "吴思源",
            ["officers[0]"] = cases.FirstOfficer,
            ["officers[1]"] = cases.SecondOfficer,
        };
        var (refused, words) = await cases.Officer.Send(address, "evidence.keep", typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("在页面上绘制，或者拍摄纸上绘制的图", WebUtility.HtmlDecode(words), StringComparison.Ordinal);
        var (sent, _) = await cases.Officer.Send(address, "evidence.keep", typed, ("files", "勘验图.png", Picture));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);

        var (text, pictures) = Read(await cases.Officer.GetByteArrayAsync($"{record}.docx"));
        Assert.Equal(1, pictures);
        foreach (var beside in new[] { "附图：渣土堆放勘验图", "比例：1∶100", "绘图人：林晓岚（执法人员）", "在场的当事人（见证人）：吴思源" }) Assert.Contains(beside, text, StringComparison.Ordinal);
        Assert.Contains("class=\"ev-print ev-print-whole\"", await cases.Head.GetStringAsync(record), StringComparison.Ordinal);
        var item = (await (await cases.Officer.GetAsync($"/api/v1/evidence?case={id}&kind=inspectionRecord")).Json()).GetProperty("items")[0].GetProperty("id").GetString();
        Assert.Equal("1∶100", (await (await cases.Officer.GetAsync($"/api/v1/evidence/{item}")).Json()).GetProperty("sketch").GetProperty("scale").GetString());
        Assert.Contains("绘图人：林晓岚", WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/evidence/{item}")), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await cases.Officer.GetAsync($"/office/cases/{id}/inspections/1/sketch")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Stranger.GetAsync(address)).StatusCode);
        await cases.At(3, 24);
        await CaseHost.Take(cases.Head, id, CaseHost.Decision(2000000));
        Assert.Contains("不能再补入勘验图", WebUtility.HtmlDecode(await cases.Officer.GetStringAsync(address)), StringComparison.Ordinal);
        Assert.DoesNotContain("/inspections/0/sketch", await cases.Officer.GetStringAsync($"/office/cases/{id}?tab=evidence"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_RefusedOnItsPage_KeepsWhatWasTyped()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        var (refused, words) = await cases.Officer.Send($"/office/cases/{id}/evidence/new", "evidence.keep", new() { ["kind"] = "documentary", ["title"] = "", ["proves"] = "渣土没有遮盖", ["at"] = "2026-03-04T09:30", ["place"] = "湘桥路北段工地" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = WebUtility.HtmlDecode(words);
        Assert.Contains("渣土没有遮盖", page, StringComparison.Ordinal);
        Assert.Contains("value=\"湘桥路北段工地\"", page, StringComparison.Ordinal);
    }

    private static PictureBlock Block(char digest, string type) => new(
        $"e{digest}", 0, new string(digest, 64), type, $"证据{digest}：渣土堆放现场照片",
        [new("证据编号和名称", $"{digest}　渣土堆放现场照片"), new("证明内容", "工地渣土没有遮盖"), new("时间、地点", "2026年3月4日 09时10分　湘桥路北段工地"), new("拍摄人", "林晓岚（闽D0001）、郑启明（闽D0002）")],
        ["以上照片与现场情况一致。", "当事人（见证人、提供人）签名：　　　　　执法人员签名：　　　　、　　　　　　年　月　日"], PictureSpace.Half);

    private static (string Text, int Pictures) Read(byte[] file)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        return (word.MainDocumentPart!.Document!.Body!.InnerText, word.MainDocumentPart.ImageParts.Count());
    }

    private static byte[] Bytes(OpenXmlPart part)
    {
        using var content = part.GetStream();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }
}
