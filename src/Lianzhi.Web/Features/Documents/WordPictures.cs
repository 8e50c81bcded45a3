using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Evidence;
using A = DocumentFormat.OpenXml.Drawing;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Lianzhi.Web.Features.Documents;

/// <summary>How large a picture is set, in English Metric Units.</summary>
/// <param name="Wide">Width on the sheet.</param>
/// <param name="High">Height on the sheet.</param>
/// <param name="Quarters">Quarter turns to the right that set it upright.</param>
internal readonly record struct PictureFit(long Wide, long High, int Quarters = 0);

/// <summary>Sets pictures into a Word file (文书插图): embedded, upright, as large as their space allows, each in one frame with what stands beneath it.</summary>
internal sealed class WordPictures(MainDocumentPart main, FoundPictures pictures)
{
    private const long Millimetre = 36000;
    private const int FrameWidth = 8845;

    // Ids of drawings are unique in a file; the code at the foot has the first.
    private uint last = 1;

    /// <summary>The frame of a picture: it never lies on two pages, and two halves fill a sheet.</summary>
    public Table Figure(PictureBlock block, string font)
    {
        var found = pictures.Of(block);
        var (wide, high) = block.Space == PictureSpace.Half ? (150, 58) : (150, 120);
        OpenXmlElement shown = found is { Bytes: { } bytes, Size: { } size }
            ? new Paragraph(
                new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
                new Run(Drawing(Add(main, bytes, block.MediaType == "image/png" ? ImagePartType.Png : ImagePartType.Jpeg), ++last, block.Caption, Fit(size, wide * Millimetre, high * Millimetre))))
            : Line(PaperPictures.Gap(found.Gap!), JustificationValues.Center);
        var line = () => new EnumValue<BorderValues>(BorderValues.Single);
        return new Table(
            new TableProperties(
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableBorders(new TopBorder { Val = line(), Size = 4 }, new LeftBorder { Val = line(), Size = 4 }, new BottomBorder { Val = line(), Size = 4 }, new RightBorder { Val = line(), Size = 4 })),
            new TableGrid(new GridColumn { Width = $"{FrameWidth}" }),
            new TableRow(
                // A low picture does not make room for a third one.
                new TableRowProperties(new CantSplit(), new TableRowHeight { Val = block.Space == PictureSpace.Half ? 5000U : 0U, HeightType = HeightRuleValues.AtLeast }),
                new TableCell(
                [
                    new TableCellProperties(new TableCellWidth { Width = $"{FrameWidth}", Type = TableWidthUnitValues.Dxa }),
                    shown,
                    .. block.Rows.Select(row => Line($"{row.Label}：{row.Value}", JustificationValues.Left)),
                    .. block.Lines.Select(text => Line(text, JustificationValues.Left)),
                ])));

        Paragraph Line(string text, JustificationValues alignment) => WordDocument.Text(text, font, 21, alignment, spacing: "300");
    }

    /// <summary>Embeds a picture; answers what refers to it.</summary>
    public static string Add(MainDocumentPart main, byte[] bytes, PartTypeInfo type)
    {
        var part = main.AddImagePart(type);
        using var content = new MemoryStream(bytes, writable: false);
        part.FeedData(content);
        return main.GetIdOfPart(part);
    }

    /// <summary>A drawing that shows an embedded picture.</summary>
    public static Drawing Drawing(string relationship, uint id, string words, PictureFit fit)
    {
        // Sizes are those before it is turned; what then sticks out on the longer side belongs to the line as well.
        var (cx, cy) = fit.Quarters % 2 == 0 ? (fit.Wide, fit.High) : (fit.High, fit.Wide);
        var (beside, above) = (Math.Max(0, (fit.Wide - cx) / 2), Math.Max(0, (fit.High - cy) / 2));
        return new(new Wp.Inline(
            new Wp.Extent { Cx = cx, Cy = cy },
            new Wp.EffectExtent { LeftEdge = beside, TopEdge = above, RightEdge = beside, BottomEdge = above },
            new Wp.DocProperties { Id = id, Name = words, Description = words },
            new A.Graphic(new A.GraphicData(new Pic.Picture(
                new Pic.NonVisualPictureProperties(new Pic.NonVisualDrawingProperties { Id = 0U, Name = words }, new Pic.NonVisualPictureDrawingProperties()),
                new Pic.BlipFill(new A.Blip { Embed = relationship }, new A.Stretch(new A.FillRectangle())),
                new Pic.ShapeProperties(
                    new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = cx, Cy = cy }) { Rotation = fit.Quarters == 0 ? null : fit.Quarters * 5400000 },
                    new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
            { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        { DistanceFromTop = 0U, DistanceFromBottom = 0U, DistanceFromLeft = 0U, DistanceFromRight = 0U });
    }

    /// <summary>As large as it may be without being cut or stretched.</summary>
    internal static PictureFit Fit(PictureSize size, long wide, long high)
    {
        var (width, height) = size.OnItsSide ? (size.Height, size.Width) : (size.Width, size.Height);
        var scale = Math.Min((double)wide / width, (double)high / height);
        return new(Math.Max(1, (long)(width * scale)), Math.Max(1, (long)(height * scale)), size.Turned switch { 3 or 4 => 2, 5 or 6 => 1, 7 or 8 => 3, _ => 0 });
    }
}
