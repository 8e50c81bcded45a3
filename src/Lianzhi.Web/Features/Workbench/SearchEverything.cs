using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Features.Powers;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Workbench;

/// <summary>One thing found.</summary>
/// <param name="Kind">案件, 线索 or 事项.</param>
/// <param name="Title">What it is.</param>
/// <param name="About">Number and state.</param>
/// <param name="Href">Where it stands.</param>
public sealed record Found(string Kind, string Title, string About, string Href);

/// <summary>Searches cases, clues and items that the person may see (全站搜索).</summary>
public sealed class SearchEverything(UseCaseRunner runner, CurrentActor current, ListCases cases, ListClues clues, ListItems items, TimeProvider time)
{
    private const string Few = "10";

    /// <summary>Finds at most ten of each kind, newest first.</summary>
    public Task<Result<IReadOnlyList<Found>>> Run(string? text, CancellationToken cancel) => runner.Read<IReadOnlyList<Found>>(AccessTable.SearchEverything, async () =>
    {
        var words = text?.Trim();
        if (string.IsNullOrEmpty(words)) return new List<Found>();
        if (words.Length > 100) return Refusal.Invalid("q", "搜索内容不超过 100 字。");
        var found = new List<Found>();
        if (current.May(AccessTable.ListCases) && await cases.Run(new CaseFilter(Text: words, Limit: Few), cancel) is { IsOk: true } inCases)
            found.AddRange(inCases.Value.Items.Select(line => new Found("案件", line.Title, $"{line.Number ?? "未立案"}　{line.UnitName}", $"/office/cases/{line.Id}")));
        if (current.May(AccessTable.ListClues) && await clues.Run(new ClueFilter(Text: words, Limit: Few), cancel) is { IsOk: true } inClues)
            found.AddRange(inClues.Value.Items.Select(line => new Found("线索", line.Summary, $"{line.Number}　{line.Address}", $"/office/clues/{line.Id}")));
        found.AddRange(items.Suggest(words, time.Today(), 10).Select(item => new Found("事项", item.Name, $"{item.Code}　{item.LeadDepartment}", $"/office/items/{item.Code}")));
        return found;
    });
}
