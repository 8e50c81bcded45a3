using Lianzhi.Core.Cases;

namespace Lianzhi.Core.Documents.Archive;

/// <summary>
/// Reckons how many A4 pages a paper fills where nothing counts them (页数估算): 22 lines of 28 signs, as GB/T 9704 sets a page. Only
/// LibreOffice knows; so whoever reads an estimate is told that it is one.
/// </summary>
public static class PageEstimate
{
    private const int LinesOfPage = 22;
    private const int SignsOfLine = 28;
    private const int SignsOfValue = 20;
    private const int PhotosOfPage = 2;
    private const int HeadLines = 5;
    private const int LinesOfPicture = 12;

    /// <summary>Pages of one paper, at least one.</summary>
    public static int Of(DocumentContent content)
    {
        var lines = HeadLines + content.Blocks.Sum(LinesOf);
        return (lines + LinesOfPage - 1) / LinesOfPage;
    }

    /// <summary>Pages of a whole case file without its cover: its papers, the photos two to a page, and one for any other file that can be printed.</summary>
    public static int Of(CaseState state)
    {
        var files = state.Evidence.SelectMany(item => item.Collected.Files).ToList();
        var photos = files.Count(file => file.IsPicture);
        return CaseArchive.Papers(state).Sum(paper => Of(CaseDocuments.Content(state, paper.Kind.Code, paper.Index)!))
            + ((photos + PhotosOfPage - 1) / PhotosOfPage) + files.Count(file => file is { IsPicture: false, IsSound: false, IsVideo: false });
    }

    private static int LinesOf(DocumentBlock block) => block switch
    {
        Paragraph paragraph => LinesOf(paragraph.Text, SignsOfLine),
        FieldTable table => table.Rows.Sum(row => LinesOf(row.Value, SignsOfValue)),
        GridTable grid => 1 + grid.Rows.Sum(row => row.Max(cell => LinesOf(cell, Math.Max(2, SignsOfLine / grid.Head.Count)))),
        SignatureBlock signatures => signatures.Lines.Count,
        PictureBlock picture => picture.Space == PictureSpace.Half ? LinesOfPage / PhotosOfPage : LinesOfPicture + picture.Rows.Count,
        _ => 3,
    };

    private static int LinesOf(string text, int signs) => text.Split('\n').Sum(line => Math.Max(1, (line.Length + signs - 1) / signs));
}
