using System.Text.Json.Serialization;

namespace Lianzhi.Core.Documents;

/// <summary>One block of a paper.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "block")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(FieldTable), "fields")]
[JsonDerivedType(typeof(GridTable), "grid")]
[JsonDerivedType(typeof(SignatureBlock), "signatures")]
[JsonDerivedType(typeof(SealBlock), "seal")]
[JsonDerivedType(typeof(PictureBlock), "picture")]
public abstract record DocumentBlock;

/// <summary>A paragraph; indented by two characters unless said otherwise.</summary>
/// <param name="Text">Text; 【待…】 where something has not happened yet.</param>
/// <param name="Style">How it stands.</param>
public sealed record Paragraph(string Text, ParagraphStyle Style = ParagraphStyle.Body) : DocumentBlock;

/// <summary>How a paragraph stands.</summary>
public enum ParagraphStyle
{
    /// <summary>正文, first line indented by two characters.</summary>
    Body,

    /// <summary>No indent: 当事人, 主送.</summary>
    Plain,

    /// <summary>The penalty itself, set apart.</summary>
    Operative,

    /// <summary>Small print at the foot.</summary>
    Note,
}

/// <summary>A table of labelled fields (表格).</summary>
/// <param name="Rows">Label and value.</param>
public sealed record FieldTable(IReadOnlyList<FieldRow> Rows) : DocumentBlock;

/// <summary>A labelled field.</summary>
public sealed record FieldRow(string Label, string Value);

/// <summary>A table with a head.</summary>
/// <param name="Head">Column heads.</param>
/// <param name="Rows">Cells, as many as heads.</param>
public sealed record GridTable(IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows) : DocumentBlock;

/// <summary>Places to sign.</summary>
public sealed record SignatureBlock(IReadOnlyList<SignatureLine> Lines) : DocumentBlock;

/// <summary>One place to sign: who, and what is known besides (certificate, date).</summary>
public sealed record SignatureLine(string Label, string Name, string? Detail = null);

/// <summary>Unit and date over which the seal is set (用印处).</summary>
public sealed record SealBlock(string Unit, string Date) : DocumentBlock;

/// <summary>
/// A picture out of the content store with what stands beneath it (图片). The paper names the picture by its hash, so that whoever holds the paper can tell
/// whether the picture is still the one that was meant.
/// </summary>
/// <param name="EvidenceId">The piece of evidence it belongs to.</param>
/// <param name="File">Its place among the files of that piece, from 0.</param>
/// <param name="Sm3">SM3 of the original.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Caption">What it shows, also for whoever cannot see it.</param>
/// <param name="Rows">Labelled fields beneath it.</param>
/// <param name="Lines">Lines beneath the fields: a stamp, places to sign.</param>
/// <param name="Space">How much of the sheet it may take.</param>
/// <param name="Withheld">Why it is not shown here; null when it is.</param>
public sealed record PictureBlock(
    string EvidenceId, int File, string Sm3, string MediaType, string Caption, IReadOnlyList<FieldRow> Rows, IReadOnlyList<string> Lines,
    PictureSpace Space = PictureSpace.Whole, string? Withheld = null) : DocumentBlock;

/// <summary>How much of a sheet a picture may take.</summary>
public enum PictureSpace
{
    /// <summary>The width of the text.</summary>
    Whole,

    /// <summary>Half a sheet with all that stands beneath it: two to an A4.</summary>
    Half,
}

/// <summary>
/// The content of a paper (文书内容), free of any rendering: pages, DOCX and text are made from the same.
/// </summary>
/// <param name="Kind">Kind.</param>
/// <param name="UnitHead">Full name of the organ at the head.</param>
/// <param name="Title">Title.</param>
/// <param name="Number">Number; a placeholder before it is issued.</param>
/// <param name="Blocks">What follows.</param>
public sealed record DocumentContent(DocumentKind Kind, string UnitHead, string Title, string? Number, IReadOnlyList<DocumentBlock> Blocks)
{
    /// <summary>True when something still stands as 【待…】: the paper is a draft.</summary>
    [JsonIgnore]
    public bool IsDraft => Text().Contains("【待", StringComparison.Ordinal);

    /// <summary>The paper as plain text, line by line: for reading aloud, for search, for comparison.</summary>
    public string Text()
    {
        var lines = new List<string> { UnitHead, Title };
        if (Number is not null) lines.Add(Number);
        foreach (var block in Blocks)
        {
            switch (block)
            {
                case Paragraph paragraph: lines.Add(paragraph.Text); break;
                case FieldTable table: lines.AddRange(table.Rows.Select(row => $"{row.Label}：{row.Value}")); break;
                case GridTable grid:
                    lines.Add(string.Join(" | ", grid.Head));
                    lines.AddRange(grid.Rows.Select(row => string.Join(" | ", row)));
                    break;
                case SignatureBlock signatures:
                    lines.AddRange(signatures.Lines.Select(line => $"{line.Label}：{line.Name}{(line.Detail is null ? "" : $"（{line.Detail}）")}"));
                    break;
                case SealBlock seal: lines.Add($"（印章）{seal.Unit} {seal.Date}"); break;
                case PictureBlock picture:
                    lines.Add($"（图片）{picture.Caption}{(picture.Withheld is null ? "" : $"：{PaperPictures.Gap(picture.Withheld)}")}");
                    lines.AddRange(picture.Rows.Select(row => $"{row.Label}：{row.Value}"));
                    lines.AddRange(picture.Lines);
                    break;
                default: throw new NotSupportedException($"Block {block.GetType().Name} has no text.");
            }
        }
        return string.Join('\n', lines) + "\n";
    }
}
