using System.Diagnostics;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Features.Documents.Templates;

namespace Lianzhi.Bench;

/// <summary>The row <c>document</c>: a paper of 60 paragraphs made of a template, against the same text written with the plain Open XML SDK (文书生成).</summary>
internal static class DocumentRow
{
    private const int Paragraphs = 60;
    private static readonly string Text = string.Concat(Enumerable.Repeat("当事人在湘桥路北段工地堆放渣土，未及时清运，也未密闭遮盖。", 4));

    /// <summary>Measures papers a second, one at a time.</summary>
    public static async Task<Row> Measure(Options options)
    {
        var kind = DocumentKinds.All.First(one => one.Outside);
        var content = new DocumentContent(kind, "示例街道办事处", kind.Title, "示〔2026〕1号", [.. Enumerable.Range(0, Paragraphs).Select(_ => new Core.Documents.Paragraph(Text))]);
        var template = WordTemplate.Starting(kind);
        using (var made = WordprocessingDocument.Open(new MemoryStream(WordTemplate.Fill(template, content, null, null)), isEditable: false))
            if (made.MainDocumentPart!.Document!.Body!.Descendants<Text>().Count(text => text.Text == Text) != Paragraphs) throw new InvalidOperationException("The paper does not hold its paragraphs.");
        return await Row.Rates("document", "plain Open XML SDK", 0.3, options.Rounds, () => Run(Plain), () => Run(() => WordTemplate.Fill(template, content, null, null)), "papers");

        Task<Rate> Run(Func<byte[]> make)
        {
            var (watch, papers) = (Stopwatch.StartNew(), 0);
            for (; watch.Elapsed.TotalSeconds < options.Seconds; papers++) make();
            return Task.FromResult(new Rate(papers / watch.Elapsed.TotalSeconds, 0, 0));
        }
    }

    private static byte[] Plain()
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            file.AddMainDocumentPart().Document = new Document(new Body(Enumerable.Range(0, Paragraphs).Select(_ => new DocumentFormat.OpenXml.Wordprocessing.Paragraph(new Run(new Text(Text))))));
        return stream.ToArray();
    }
}
