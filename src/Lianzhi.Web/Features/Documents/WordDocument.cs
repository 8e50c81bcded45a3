using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Features.Documents.Templates;
using Block = Lianzhi.Core.Documents;

namespace Lianzhi.Web.Features.Documents;

/// <summary>
/// Renders a paper as DOCX (GB/T 9704 margins, 仿宋 三号 body, 小标宋 title). The same content always gives the
/// same text as page and API.
/// </summary>
public static class WordDocument
{
    internal const string Body = "仿宋_GB2312";
    private const int TextWidth = 8845;
    private const string Heading = "方正小标宋简体";

    /// <summary>Makes the file.</summary>
    /// <param name="content">The paper.</param>
    /// <param name="seal">What stands at the foot of an issued paper; null for others.</param>
    /// <param name="firstPage">Page of the case file it begins on; null outside a file.</param>
    /// <param name="pictures">Its pictures; null for a paper without any.</param>
    public static byte[] Make(DocumentContent content, PaperSeal? seal = null, int? firstPage = null, FoundPictures? pictures = null)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            var body = new Body();
            body.Append(Text(content.UnitHead, Heading, 44, JustificationValues.Center, color: content.Kind.Outside ? "C00000" : null));
            body.Append(Text(content.Title, Heading, 44, JustificationValues.Center));
            if (content.Number is not null) body.Append(Text(content.Number, Body, 32, JustificationValues.Center));
            body.Append(Blocks(content, WordLook.Standard, new WordPictures(main, pictures ?? FoundPictures.None)));
            if (seal is not null) body.Append(Foot(main, seal));
            // A4 in twentieths of a point; margins of GB/T 9704: 37 mm above, 28 mm left, 26 mm right, 35 mm below.
            var section = new SectionProperties();
            if (firstPage is not null) section.Append(Reference(main));
            section.Append(
                new PageSize { Width = 11906, Height = 16838 },
                new PageMargin { Top = 2098, Bottom = 1984, Left = 1587, Right = 1474, Header = 851, Footer = 992, Gutter = 0 });
            if (firstPage is { } first) section.Append(new PageNumberType { Start = first });
            body.Append(section);
            main.Document = new Document(body);
        }
        return stream.ToArray();
    }

    /// <summary>Everything from the addressee to the seal.</summary>
    internal static IEnumerable<OpenXmlElement> Blocks(DocumentContent content, WordLook look, WordPictures pictures) => content.Blocks.SelectMany(block => Render(block, look, pictures));

    private static IEnumerable<OpenXmlElement> Render(DocumentBlock block, WordLook look, WordPictures pictures) => block switch
    {
        Block.Paragraph paragraph => [look.Set(paragraph.Text, paragraph.Style)],
        FieldTable table => [Grid([TextWidth / 4, TextWidth - (TextWidth / 4)], table.Rows.Select(row => (IReadOnlyList<string>)[row.Label, row.Value]), look.Font)],
        GridTable grid => [Grid([.. grid.Head.Select(_ => TextWidth / grid.Head.Count)], grid.Rows.Prepend(grid.Head), look.Font)],
        SignatureBlock signatures => signatures.Lines.Select(line => Text($"{line.Label}：{line.Name}{(line.Detail is null ? "" : $"　{line.Detail}")}", look.Font, 28, JustificationValues.Left)),
        PictureBlock picture => [pictures.Figure(picture, look.Font), Text("", look.Font, 12, JustificationValues.Left, spacing: "120")],
        SealBlock seal => [Text("", look.Font, 32, JustificationValues.Left), Text(seal.Unit, look.Font, 32, JustificationValues.Right), Text(seal.Date, look.Font, 32, JustificationValues.Right)],
        _ => throw new NotSupportedException($"Block {block.GetType().Name} cannot be rendered."),
    };

    private static Table Grid(IReadOnlyList<int> widths, IEnumerable<IReadOnlyList<string>> rows, string font)
    {
        var line = () => new EnumValue<BorderValues>(BorderValues.Single);
        var table = new Table(new TableProperties(
            new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
            new TableBorders(
                new TopBorder { Val = line(), Size = 4 }, new LeftBorder { Val = line(), Size = 4 }, new BottomBorder { Val = line(), Size = 4 },
                new RightBorder { Val = line(), Size = 4 }, new InsideHorizontalBorder { Val = line(), Size = 4 }, new InsideVerticalBorder { Val = line(), Size = 4 })));
        table.Append(new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })));
        foreach (var row in rows)
            table.Append(new TableRow(row.Select((cell, column) => new TableCell(new TableCellProperties(new TableCellWidth { Width = $"{widths[column]}", Type = TableWidthUnitValues.Dxa }), Text(cell, font, 28, JustificationValues.Left)))));
        return table;
    }

    /// <summary>The page number of the case file, above on the right (案卷页号).</summary>
    internal static DocumentFormat.OpenXml.Wordprocessing.Paragraph PageNumber() => new(
        new ParagraphProperties(new Justification { Val = JustificationValues.Right }),
        new SimpleField(new Run(new RunProperties(new FontSize { Val = "24" }), new Text("1"))) { Instruction = "PAGE" });

    /// <summary>A header that holds nothing but the page number.</summary>
    internal static HeaderReference Reference(MainDocumentPart main)
    {
        var part = main.AddNewPart<HeaderPart>();
        part.Header = new Header(PageNumber());
        return new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(part) };
    }

    private const long PictureSize = 22 * 36000;

    /// <summary>Code, mark and check code beside each other, without lines.</summary>
    internal static IEnumerable<OpenXmlElement> Foot(MainDocumentPart main, PaperSeal seal)
    {
        var code = WordPictures.Add(main, PaperCode.Picture(seal.Address), ImagePartType.Png);
        var table = new Table(new TableProperties(new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }, new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(new GridColumn { Width = "1600" }, new GridColumn { Width = "7245" }),
            new TableRow(new TableRowProperties(new CantSplit()),
                new TableCell(new TableCellProperties(new TableCellWidth { Width = "1600", Type = TableWidthUnitValues.Dxa }), new DocumentFormat.OpenXml.Wordprocessing.Paragraph(new Run(WordPictures.Drawing(code, 1, "核验二维码", new(PictureSize, PictureSize))))),
                new TableCell([new TableCellProperties(new TableCellWidth { Width = "7245", Type = TableWidthUnitValues.Dxa }),
                    .. PaperFoot.Lines(seal).Select(line => Text(line, Body, 18, JustificationValues.Left, spacing: "300"))])));
        return [Text("", Body, 18, JustificationValues.Left, spacing: "300"), table, Text("", Body, 18, JustificationValues.Left, spacing: "300")];
    }

    internal static DocumentFormat.OpenXml.Wordprocessing.Paragraph Text(string text, string font, int halfPoints, JustificationValues alignment, bool indent = false, bool bold = false, string? color = null, string spacing = "560")
    {
        var run = new RunProperties(new RunFonts { EastAsia = font, Ascii = "Times New Roman", HighAnsi = "Times New Roman" });
        if (bold) run.Append(new Bold());
        if (color is not null) run.Append(new Color { Val = color });
        run.Append(new FontSize { Val = $"{halfPoints}" });
        var paragraph = new ParagraphProperties(new SpacingBetweenLines { Line = spacing, LineRule = LineSpacingRuleValues.Exact });
        if (indent) paragraph.Append(new Indentation { FirstLineChars = 200 });
        paragraph.Append(new Justification { Val = alignment });
        return new(paragraph, new Run(run, new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
    }
}
