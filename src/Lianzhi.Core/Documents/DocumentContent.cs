using System.Text.Json.Serialization;

namespace Lianzhi.Core.Documents;

/// <summary>One block of a paper.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "block")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(FieldTable), "fields")]
[JsonDerivedType(typeof(GridTable), "grid")]
[JsonDerivedType(typeof(SignatureBlock), "signatures")]
[JsonDerivedType(typeof(SealBlock), "seal")]
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
                default: throw new NotSupportedException($"Block {block.GetType().Name} has no text.");
            }
        }
        return string.Join('\n', lines) + "\n";
    }
}
