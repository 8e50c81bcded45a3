using System.Globalization;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Evidence;

namespace Lianzhi.Core.Documents.Archive;

/// <summary>A paper at its place in the archived file (卷内文书件).</summary>
/// <param name="Order">From 1 (件号).</param>
/// <param name="Document">Which paper.</param>
/// <param name="Content">Its text.</param>
/// <param name="Pages">Pages it fills; null before they were counted.</param>
public sealed record ArchivedPaper(int Order, CaseDocument Document, DocumentContent Content, int? Pages = null);

/// <summary>Puts a case file together for the archive (案卷归档): order, catalogue, page numbers, names of files.</summary>
public static class CaseArchive
{
    private const int LongestName = 80;

    /// <summary>Says of page numbers that nobody counted them.</summary>
    internal const string EstimateNote = "页次按A4版式估算，装订时以实际页数为准。";
    private static readonly char[] Unfit = ['/', '\\', ':', '*', '?', '"', '<', '>', '|', '\r', '\n', '\t'];

    /// <summary>Why a case cannot be packed for the archive; null when it can.</summary>
    public static Refusal? Check(CaseState state) =>
        state.Stage is CaseStage.Closed or CaseStage.Archived or CaseStage.Ended or CaseStage.Refused ? null
        : new("case-not-closed", "案件尚未结案，不能制作归档包。", "行政处罚法 第47条");

    /// <summary>The finished papers in the order of the file: by day, papers of one day as the file holds them, the notes (备考表) last; the cover is made by itself.</summary>
    public static IReadOnlyList<CaseDocument> Papers(CaseState state) =>
        [.. CaseDocuments.Of(state).Where(paper => paper.Made && paper.Kind.Code != DocumentCode.CaseFile).Select((paper, index) => (paper, index))
            .OrderBy(one => one.paper.Kind.Code == DocumentCode.CaseFileNotes).ThenBy(one => one.paper.On).ThenBy(one => one.index).Select(one => one.paper)];

    /// <summary>First and last page of each paper when they follow one another; null where pages were not counted.</summary>
    public static IReadOnlyList<(int From, int To)?> Paginate(IReadOnlyList<int?> pages)
    {
        var numbers = new (int, int)?[pages.Count];
        var next = 1;
        for (var i = 0; i < pages.Count && pages[i] is { } count; i++)
        {
            numbers[i] = (next, next + count - 1);
            next += count;
        }
        return numbers;
    }

    /// <summary>The papers with pages reckoned, for a file that nothing prints here.</summary>
    public static IReadOnlyList<ArchivedPaper> Estimated(IReadOnlyList<ArchivedPaper> papers) => [.. papers.Select(paper => paper with { Pages = PageEstimate.Of(paper.Content) })];

    /// <summary>Cover, catalogue, evidence and notes (卷皮、卷内目录、证据清单、备考表).</summary>
    /// <param name="state">The case.</param>
    /// <param name="papers">Its papers.</param>
    /// <param name="estimated">Their pages were reckoned and not counted, and the catalogue says so.</param>
    public static DocumentContent Cover(CaseState state, IReadOnlyList<ArchivedPaper> papers, bool estimated = false)
    {
        var file = CaseDocuments.Content(state, DocumentCode.CaseFile)!;
        var pages = Paginate([.. papers.Select(paper => paper.Pages)]);
        var total = pages is [.., { } last] ? last.To : (int?)null;
        var rows = papers.Select((paper, index) => (IReadOnlyList<string>)
        [
            Number(paper.Order), paper.Content.Title, paper.Content.Number ?? "", ChineseText.Date(paper.Document.On!.Value), pages[index] is var (from, to) ? from == to ? Number(from) : $"{Number(from)}—{Number(to)}" : "",
        ]);
        return file with
        {
            Blocks =
            [
                .. file.Blocks.Where(block => block is not GridTable && block is not Paragraph { Text: EstimateNote }),
                new Paragraph("卷内文书目录", ParagraphStyle.Plain),
                new GridTable(["件号", "题名", "文号", "日期", "页次"], [.. rows]),
                .. total is { } count ? new DocumentBlock[] { new Paragraph($"卷内文书共{papers.Count}件{count}页。{(estimated ? EstimateNote : "")}", ParagraphStyle.Note) } : [],
                .. state.Evidence.Count == 0 ? [] : new DocumentBlock[]
                {
                    new Paragraph("证据清单", ParagraphStyle.Plain),
                    new GridTable(["编号", "种类", "名称", "证明对象", "文件"],
                        [.. state.Evidence.Select((item, index) => (IReadOnlyList<string>)
                            [Number(index + 1), item.Collected.Kind.Title(), item.Collected.Title + (item.Excluded is null ? "" : "（已排除）"), item.Collected.Proves, Number(item.Collected.Files.Count)])]),
                },
            ],
        };
    }

    /// <summary>The name of a file in the package: place, title and number, without what file systems refuse.</summary>
    public static string FileName(int order, string title, string? number, string extension)
    {
        var name = $"{order.ToString("00", CultureInfo.InvariantCulture)} {title}{(number is null ? "" : $" {number}")}";
        var clean = string.Concat(name.Where(sign => !char.IsControl(sign)).Select(sign => Unfit.Contains(sign) ? '_' : sign)).TrimEnd('.', ' ');
        if (clean.Length > LongestName) clean = clean[..(char.IsHighSurrogate(clean[LongestName - 1]) ? LongestName - 1 : LongestName)];
        return $"{clean}.{extension}";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
