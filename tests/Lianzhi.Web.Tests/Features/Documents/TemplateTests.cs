using System.IO.Compression;
using System.Net;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Lianzhi.Core.Access;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Features.Documents;
using Lianzhi.Web.Features.Documents.Templates;
using Lianzhi.Web.Tests.Features.Cases;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Lianzhi.Web.Tests.Features.Documents;

/// <summary>Templates an administrator brings: checked, in force from their day, and never leaving out what the record says.</summary>
public sealed class TemplateTests
{
    private static readonly DocumentKind Notice = DocumentKinds.All.First(kind => kind.Name == "prior-notice");

    [Fact]
    public void Starting_EveryKind_IsTakenAndSaysAsMuchAsTheStandard()
    {
        var validator = new OpenXmlValidator();
        foreach (var kind in DocumentKinds.All)
        {
            var template = WordTemplate.Starting(kind);
            Assert.Empty(WordTemplate.Check(template, kind));
            var paper = new DocumentContent(kind, "漳州市龙文区人民政府蓝田街道办事处", kind.Title, kind.Genre is null ? null : "漳龙蓝〔2026〕1号",
                [new Core.Documents.Paragraph("当事人：某公司", ParagraphStyle.Plain), new Core.Documents.Paragraph("罚款壹万元。", ParagraphStyle.Operative), new FieldTable([new FieldRow("案由", "擅自倾倒")]),
                 new GridTable(["序号", "名称"], [["1", "照片"]]), new SignatureBlock([new SignatureLine("执法人员", "林晓岚", "证号 1")]), new SealBlock("蓝田街道办事处", "2026年3月2日")]);
            foreach (var page in new int?[] { null, 7 })
            {
                var (made, standard) = (WordTemplate.Fill(template, paper, null, page), WordDocument.Make(paper, null, page));
                Assert.Equal(TextOf(standard), TextOf(made));
                using var word = WordprocessingDocument.Open(new MemoryStream(made), isEditable: false);
                Assert.Empty(validator.Validate(word).Select(error => $"{kind.Name}: {error.Description} {error.Path?.XPath}"));
            }
        }
    }

    [Fact]
    public void Fill_TagCutIntoRunsAndInAHeader_IsFilledInItsOwnLook()
    {
        var template = Edited(WordTemplate.Starting(Notice), main =>
        {
            var body = main.Document!.Body!;
            var title = body.Elements<Paragraph>().First(paragraph => paragraph.InnerText == "{{标题}}");
            var run = title.GetFirstChild<Run>()!;
            foreach (var piece in new[] { "文书：{{标", "题", "}}（正本）" })
                run.InsertBeforeSelf(new Run((RunProperties)run.RunProperties!.CloneNode(true), new Text(piece)));
            run.Remove();
            var number = body.Elements<Paragraph>().First(paragraph => paragraph.InnerText == "{{文号}}");
            number.Remove();
            var header = main.AddNewPart<HeaderPart>();
            header.Header = new Header(number);
            body.GetFirstChild<SectionProperties>()!.InsertAt(new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(header) }, 0);
            body.Elements<Paragraph>().First(paragraph => paragraph.InnerText == "{{正文}}").GetFirstChild<Run>()!.RunProperties!.FontSize = new FontSize { Val = "36" };
        });
        Assert.Empty(WordTemplate.Check(template, Notice));
        var made = WordTemplate.Fill(template, new DocumentContent(Notice, "某街道办事处", "行政处罚事先告知书", "漳龙蓝罚告〔2026〕3号", [new Core.Documents.Paragraph("经查……")]), null, 12);
        using var word = WordprocessingDocument.Open(new MemoryStream(made), isEditable: false);
        var main = word.MainDocumentPart!;
        Assert.Contains("文书：行政处罚事先告知书（正本）", main.Document!.Body!.InnerText, StringComparison.Ordinal);
        Assert.Contains("漳龙蓝罚告〔2026〕3号", main.HeaderParts.Single().Header!.InnerText, StringComparison.Ordinal);
        Assert.Equal(12, main.Document.Body.Descendants<PageNumberType>().Single().Start!.Value);
        Assert.Equal("36", main.Document.Body.Elements<Paragraph>().First(paragraph => paragraph.InnerText == "经查……").GetFirstChild<Run>()!.RunProperties!.FontSize!.Val!.Value);
        Assert.DoesNotContain("{{", string.Concat(main.Document.InnerText, main.HeaderParts.Single().Header!.InnerText), StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "not-word", "不是可以读取的 Word 文档" },
        { "zip", "不是可以读取的 Word 文档" },
        { "bomb", "解压后过大" },
        { "large", "不超过 2 MB" },
        { "no-body", "缺少 {{正文}}" },
        { "loose", "大括号不成对" },
        { "unknown", "没有 {{当事人}} 这个标记" },
        { "outside-picture", "不能引用外部文件" },
        { "macro", "不能带宏" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void Check_WrongFile_SaysWhatIsWrong(string wrong, string says)
    {
        var good = WordTemplate.Starting(Notice);
        var bytes = wrong switch
        {
            "not-word" => "plain text"u8.ToArray(),
            "zip" => Zip(("a.txt", 10)),
            "bomb" => Zip(("word/document.xml", 60 * 1024 * 1024)),
            "large" => new byte[WordTemplate.Largest + 1],
            "no-body" => Edited(good, main => main.Document!.Body!.Elements<Paragraph>().First(paragraph => paragraph.InnerText == "{{正文}}").Remove()),
            "loose" => Edited(good, main => main.Document!.Body!.PrependChild(new Paragraph(new Run(new Text("{{标题}"))))),
            "unknown" => Edited(good, main => main.Document!.Body!.PrependChild(new Paragraph(new Run(new Text("致 {{当事人}}"))))),
            "outside-picture" => Edited(good, main => main.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", new Uri("https://example.invalid/logo.png"))),
            _ => Edited(good, main => main.AddNewPart<VbaProjectPart>().FeedData(new MemoryStream([1, 2, 3]))),
        };
        Assert.Contains(says, Assert.Single(WordTemplate.Check(bytes, Notice)).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Template_FromItsDayOn_SetsPapersAndLeavesIssuedOnesAlone(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var early = await cases.Noticed();
        using var justice = await cases.Host.SignedIn(new Assignment(Role.JusticeSupervisor, "justice", null));
        var issuedBefore = TextOf(await Word(cases.Officer, early));
        var today = DateOnly.FromDateTime(cases.Host.Time.GetUtcNow().AddHours(8).DateTime);
        Task<HttpResponseMessage> Bring(HttpClient client, string kind, byte[] file, DateOnly from, string? reason = "启用统一版头") =>
            client.PostJson("/api/v1/templates", new { kind, from = from.ToString("yyyy-MM-dd"), reason, fileName = "告知书.docx", file = Convert.ToBase64String(file) });
        var marked = Edited(WordTemplate.Starting(null), main => main.Document!.Body!.PrependChild(new Paragraph(new Run(new Text("新版头")))));

        // Wrong input is named and nothing is kept.
        Assert.Equal(HttpStatusCode.Forbidden, (await Bring(cases.Officer, "prior-notice", marked, today)).StatusCode);
        foreach (var (kind, from, reason, field) in new[] { ("nothing", today, "理由", "kind"), ("prior-notice", today.AddDays(-1), "理由", "from"), ("prior-notice", today, " ", "reason") })
            Assert.Equal(field, Refused(await (await Bring(justice, kind, marked, from, reason)).Json()));
        var faulty = await Bring(justice, "prior-notice", "no"u8.ToArray(), today);
        Assert.Equal((HttpStatusCode.BadRequest, "file"), (faulty.StatusCode, Refused(await faulty.Json())));
        Assert.Empty((await (await justice.GetAsync("/api/v1/templates")).Json()).GetProperty("items").EnumerateArray());

        Assert.Equal(HttpStatusCode.Created, (await Bring(justice, "every", marked, today.AddDays(1))).StatusCode);
        Assert.DoesNotContain("新版头", TextOf(await Word(cases.Officer, early)), StringComparison.Ordinal);
        await cases.At(3, 23);
        // What has not gone out is made with the template of today, what has with that of its day.
        Assert.Contains("新版头", TextOf(await Word(cases.Officer, early, "filing-approval")), StringComparison.Ordinal);
        Assert.Equal(issuedBefore, TextOf(await Word(cases.Officer, early)));

        justice.DefaultRequestHeaders.Authorization = (await cases.Host.SignedIn(new Assignment(Role.JusticeSupervisor, "justice", null))).DefaultRequestHeaders.Authorization;
        var line = (await (await justice.GetAsync("/api/v1/templates")).Json()).GetProperty("items").EnumerateArray().Single();
        Assert.True(line.GetProperty("inForce").GetBoolean());
        Assert.Equal(marked, await justice.GetByteArrayAsync($"/office/templates/{line.GetProperty("id").GetString()}.docx"));
        var address = $"/api/v1/templates/{line.GetProperty("id").GetString()}/withdraw";
        Assert.Equal(HttpStatusCode.Conflict, (await justice.PostJson(address, new { version = 9, reason = "改回标准版式" })).StatusCode);
        Assert.True((await justice.PostJson(address, new { version = line.GetProperty("version").GetInt64(), reason = "改回标准版式" })).IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await justice.PostJson(address, new { version = line.GetProperty("version").GetInt64() + 1, reason = "再停用" })).StatusCode);
    }

    private static async Task<byte[]> Word(HttpClient client, string id, string kind = "prior-notice") => await client.GetByteArrayAsync($"/office/cases/{id}/documents/{kind}/0.docx");

    private static string? Refused(JsonElement problem) => problem.TryGetProperty("errors", out var errors) ? errors.EnumerateObject().First().Name : problem.ToString();

    private static string TextOf(byte[] file)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        return string.Join('\n', word.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText).Where(text => text.Length > 0));
    }

    private static byte[] Edited(byte[] file, Action<MainDocumentPart> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var word = WordprocessingDocument.Open(stream, isEditable: true)) edit(word.MainDocumentPart!);
        return stream.ToArray();
    }

    private static byte[] Zip(params (string Name, int Length)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, length) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(new byte[length]);
            }
        }
        return stream.ToArray();
    }
}
