using DocumentFormat.OpenXml.Wordprocessing;
using Lianzhi.Core.Documents;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Lianzhi.Web.Features.Documents.Templates;

/// <summary>How the text of a paper is set (正文版式): as GB/T 9704 says, or as the paragraph that holds the tag of a template.</summary>
public sealed class WordLook
{
    private const string NoteSize = "24";

    private readonly ParagraphProperties? paragraph;
    private readonly RunProperties? run;

    private WordLook(ParagraphProperties? paragraph, RunProperties? run) => (this.paragraph, this.run) = (paragraph, run);

    /// <summary>The national standard's.</summary>
    public static WordLook Standard { get; } = new(null, null);

    /// <summary>Font of tables and of places to sign.</summary>
    public string Font => run?.RunFonts?.EastAsia?.Value ?? WordDocument.Body;

    /// <summary>The look of a paragraph and of its first characters.</summary>
    public static WordLook Of(Paragraph tag) => new(
        (ParagraphProperties?)tag.ParagraphProperties?.CloneNode(true) ?? new ParagraphProperties(),
        (RunProperties?)tag.Descendants<Run>().FirstOrDefault()?.RunProperties?.CloneNode(true) ?? new RunProperties());

    /// <summary>Sets a paragraph.</summary>
    public Paragraph Set(string text, ParagraphStyle style)
    {
        if (paragraph is null || run is null)
        {
            return WordDocument.Text(text, WordDocument.Body, style == ParagraphStyle.Note ? 24 : 32, JustificationValues.Both,
                indent: style is ParagraphStyle.Body or ParagraphStyle.Operative, bold: style == ParagraphStyle.Operative);
        }
        var (around, inside) = ((ParagraphProperties)paragraph.CloneNode(true), (RunProperties)run.CloneNode(true));
        // A section ends where the tag's paragraph ends, not at each of ours.
        around.SectionProperties?.Remove();
        if (style is ParagraphStyle.Plain or ParagraphStyle.Note) around.Indentation = null;
        if (style == ParagraphStyle.Operative) inside.Bold = new Bold();
        if (style == ParagraphStyle.Note) inside.FontSize = new FontSize { Val = NoteSize };
        return new Paragraph(around, new Run(inside, new Text(text) { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve }));
    }
}
