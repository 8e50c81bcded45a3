using Lianzhi.Core;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Platform;

namespace Lianzhi.Web.Features.Documents;

/// <summary>What is printed into a preprinted form.</summary>
/// <param name="Title">Title of the paper.</param>
/// <param name="Texts">The text at its places.</param>
public sealed record OverprintSheet(string Title, IReadOnlyList<OverprintText> Texts);

/// <summary>Lays the text of a finished paper out for its preprinted form (套打).</summary>
public sealed class ReadOverprint(ViewCase view, ReadPaper read, CaseDesk desk, TimeProvider time)
{
    /// <summary>Lays it out; refused for kinds without such a form and for drafts.</summary>
    public async Task<Result<OverprintSheet>> Run(string id, string kind, int index, CancellationToken cancel)
    {
        var found = await view.ForDocuments(id, cancel);
        if (!found.IsOk) return Result<OverprintSheet>.Refused(found.Refusals);
        var paper = await read.Run(id, kind, index, cancel);
        if (!paper.IsOk) return Result<OverprintSheet>.Refused(paper.Refusals);
        if (paper.Value.Content.IsDraft) return new Refusal("paper-is-draft", "文书尚有待办事项，不能套打。", "行政处罚法 第52条、第59条");
        return Overprint.Of(found.Value, paper.Value.Content, desk.Settings.AsOf(time.Today())) is { } texts ? new OverprintSheet(paper.Value.Content.Title, texts) : Refusal.NotFound("这种文书没有套打格式。");
    }
}
