using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Lianzhi.Core;
using Lianzhi.Core.Documents;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Lianzhi.Web.Features.Documents.Templates;

/// <summary>A DOCX with tags (文书模板): checked before it is taken, filled with the content of a paper when one is made.</summary>
public static partial class WordTemplate
{
    /// <summary>Largest template, in bytes.</summary>
    public const int Largest = 2 * 1024 * 1024;

    // A file of two megabytes may unpack to gigabytes.
    private const long LargestUnpacked = 40 * 1024 * 1024;
    private const int MostParts = 300;

    /// <summary>A template to begin with: the standard look, with the tags of a kind.</summary>
    /// <param name="kind">The kind; null for all kinds.</param>
    public static byte[] Starting(DocumentKind? kind)
    {
        var tags = PaperTemplates.Of(kind);
        string? Tag(TemplateTag tag) => tags.Contains(tag) ? $"{{{{{tag.Name}}}}}" : null;
        return WordDocument.Make(new DocumentContent(
            kind ?? DocumentKinds.All.First(one => one.Outside), Tag(PaperTemplates.Unit)!, Tag(PaperTemplates.Title)!, Tag(PaperTemplates.Number),
            [
                new Core.Documents.Paragraph(Tag(PaperTemplates.Body)!),
                .. Tag(PaperTemplates.Foot) is { } foot ? [new Core.Documents.Paragraph(foot, ParagraphStyle.Plain)] : Array.Empty<DocumentBlock>(),
            ]));
    }

    /// <summary>What is wrong with a file as a template of a kind; empty when it may be taken.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="kind">The kind; null for all kinds.</param>
    public static IReadOnlyList<Refusal> Check(byte[] bytes, DocumentKind? kind)
    {
        if (bytes.Length > Largest) return [Refusal.Invalid("file", "模板不超过 2 MB。")];
        try
        {
            if (!Unpacks(bytes)) return [Refusal.Invalid("file", "文件解压后过大，不能作为模板。")];
            using var file = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
            if (file.MainDocumentPart?.Document?.Body is null) return [NotWord()];
            if (Foreign(file) is { } foreign) return [Refusal.Invalid("file", foreign)];
            var loose = Roots(file.MainDocumentPart).SelectMany(root => root.Descendants<Paragraph>()).Select(TextOf)
                .FirstOrDefault(text => Tag().Replace(text, "") is var rest && (rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal)));
            if (loose is not null) return [Refusal.Invalid("file", $"大括号不成对或者标记不完整：{loose[..Math.Min(loose.Length, 40)]}")];
            var faults = PaperTemplates.Check(kind, [.. Found(file.MainDocumentPart)]);
            if (faults.Count > 0) return faults;
            // Whatever the library stumbles over when a paper is made is found now.
            Fill(bytes, Sample(kind), null, 1);
            return [];
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or InvalidDataException or XmlException or FormatException or IOException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            return [NotWord()];
        }
    }

    /// <summary>Makes a paper of a template that was checked.</summary>
    /// <param name="template">The template.</param>
    /// <param name="content">The paper.</param>
    /// <param name="seal">What stands at the foot of an issued paper; null for others.</param>
    /// <param name="firstPage">Page of the case file it begins on; null outside a file.</param>
    /// <param name="pictures">Its pictures; null for a paper without any.</param>
    public static byte[] Fill(byte[] template, DocumentContent content, PaperSeal? seal, int? firstPage, FoundPictures? pictures = null)
    {
        using var stream = new MemoryStream();
        stream.Write(template);
        using (var file = WordprocessingDocument.Open(stream, isEditable: true))
        {
            var main = file.MainDocumentPart!;
            foreach (var paragraph in Roots(main).SelectMany(root => root.Descendants<Paragraph>()).ToList())
            {
                switch (TagAlone(paragraph))
                {
                    case var name when name == PaperTemplates.Body.Name: Replace(paragraph, WordDocument.Blocks(content, WordLook.Of(paragraph), new WordPictures(main, pictures ?? FoundPictures.None))); break;
                    case var name when name == PaperTemplates.Foot.Name: Replace(paragraph, seal is null ? [] : WordDocument.Foot(main, seal)); break;
                    default: FillIn(paragraph, content); break;
                }
            }
            if (firstPage is { } first) BeginAt(main, first);
        }
        return stream.ToArray();
    }

    private static Refusal NotWord() => Refusal.Invalid("file", "不是可以读取的 Word 文档（DOCX）。");

    private static bool Unpacks(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false));
        return zip.Entries.Count <= MostParts && zip.Entries.Sum(entry => entry.Length) <= LargestUnpacked;
    }

    /// <summary>What does not belong into an official paper: programs, other files, addresses that are fetched when it is opened.</summary>
    private static string? Foreign(WordprocessingDocument file)
    {
        var parts = file.GetAllParts().ToList();
        if (file.DocumentType != WordprocessingDocumentType.Document || parts.Exists(part => part is VbaProjectPart)) return "模板不能带宏，请另存为普通的 Word 文档（DOCX）。";
        if (parts.Exists(part => part is EmbeddedObjectPart or EmbeddedPackagePart or AlternativeFormatImportPart or EmbeddedControlPersistencePart)) return "模板不能嵌入其他文件或者控件。";
        return parts.Exists(part => part.ExternalRelationships.Any() || part.HyperlinkRelationships.Any(link => link.IsExternal)) ? "模板不能引用外部文件、图片或者网址，请把图片插入到文档中。" : null;
    }

    private static IEnumerable<OpenXmlElement> Roots(MainDocumentPart main) =>
        new OpenXmlElement?[] { main.Document }.Concat(main.HeaderParts.Select(part => part.Header)).Concat(main.FooterParts.Select(part => part.Footer)).OfType<OpenXmlElement>();

    private static IEnumerable<FoundTag> Found(MainDocumentPart main) =>
        from root in Roots(main)
        from paragraph in root.Descendants<Paragraph>()
        let text = TextOf(paragraph)
        from Match match in Tag().Matches(text)
        select new FoundTag(match.Groups[1].Value, paragraph.Parent is Body, text.Trim() == match.Value);

    private static string? TagAlone(Paragraph paragraph) => Tag().Match(TextOf(paragraph).Trim()) is { Success: true } match && match.Value == TextOf(paragraph).Trim() ? match.Groups[1].Value : null;

    /// <summary>The texts of a paragraph itself, without those of a text box that is anchored in it.</summary>
    private static List<Text> Texts(Paragraph paragraph) => [.. paragraph.Descendants<Text>().Where(text => text.Ancestors<Paragraph>().First() == paragraph)];

    private static string TextOf(Paragraph paragraph) => string.Concat(Texts(paragraph).Select(text => text.Text));

    private static void Replace(Paragraph paragraph, IEnumerable<OpenXmlElement> with)
    {
        foreach (var element in with) paragraph.InsertBeforeSelf(element);
        // What ends a section there goes on ending it.
        if (paragraph.ParagraphProperties?.SectionProperties is null)
        {
            paragraph.Remove();
            return;
        }
        foreach (var run in paragraph.Elements<Run>().ToList()) run.Remove();
    }

    /// <summary>Puts values in the place of tags; a tag may lie in several runs, as it does once somebody has edited it.</summary>
    private static void FillIn(Paragraph paragraph, DocumentContent content)
    {
        var texts = Texts(paragraph);
        var whole = string.Concat(texts.Select(text => text.Text));
        foreach (var match in Tag().Matches(whole).Reverse())
        {
            var value = match.Groups[1].Value switch
            {
                var name when name == PaperTemplates.Unit.Name => content.UnitHead,
                var name when name == PaperTemplates.Title.Name => content.Title,
                _ => content.Number ?? "",
            };
            var at = 0;
            foreach (var text in texts)
            {
                var (from, to) = (Math.Max(match.Index, at), Math.Min(match.Index + match.Length, at + text.Text.Length));
                var length = text.Text.Length;
                if (from < to)
                {
                    text.Text = string.Concat(text.Text.AsSpan(0, from - at), from == match.Index ? value : "", text.Text.AsSpan(to - at));
                    text.Space = SpaceProcessingModeValues.Preserve;
                }
                at += length;
            }
        }
    }

    /// <summary>Numbers the pages from there on, above on the right, beside what the template has there.</summary>
    private static void BeginAt(MainDocumentPart main, int first)
    {
        var body = main.Document!.Body!;
        var section = body.Descendants<SectionProperties>().FirstOrDefault() ?? body.AppendChild(new SectionProperties());
        section.RemoveAllChildren<PageNumberType>();
        var numbering = new PageNumberType { Start = first };
        if (section.GetFirstChild<PageMargin>() is { } margin) margin.InsertAfterSelf(numbering);
        else section.AppendChild(numbering);
        if (section.Elements<HeaderReference>().FirstOrDefault(one => one.Type is null || one.Type.Value == HeaderFooterValues.Default) is { Id.Value: { } id } && main.GetPartById(id) is HeaderPart { Header: { } header })
            header.InsertAt(WordDocument.PageNumber(), 0);
        else section.InsertAt(WordDocument.Reference(main), 0);
    }

    private static DocumentContent Sample(DocumentKind? kind) => new(
        kind ?? DocumentKinds.All.First(one => one.Outside), "机关", "标题", "文号",
        [new Core.Documents.Paragraph("正文", ParagraphStyle.Operative), new FieldTable([new FieldRow("项目", "内容")]), new SignatureBlock([new SignatureLine("签名", "")]), new SealBlock("机关", "日期")]);

    [GeneratedRegex(@"\{\{\s*([^{}\s]{1,20})\s*\}\}")]
    private static partial Regex Tag();
}
