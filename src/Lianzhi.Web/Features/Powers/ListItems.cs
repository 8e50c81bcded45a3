using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Powers;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Powers;

/// <summary>What items are asked for.</summary>
/// <param name="Query">Words.</param>
/// <param name="Domain">Domain.</param>
/// <param name="Department">Competent department as the list names it.</param>
/// <param name="Level">Level.</param>
/// <param name="Township">Only items empowered to, or the own powers of, this township.</param>
/// <param name="AsOf">The day; today when null.</param>
public sealed record ItemFilter(
    string? Query = null, string? Domain = null, string? Department = null, ItemLevel? Level = null, string? Township = null, DateOnly? AsOf = null);

/// <summary>One page of items, with what can be chosen from.</summary>
/// <param name="Page">The items.</param>
/// <param name="Count">How many fit.</param>
/// <param name="Domains">Domains of the list.</param>
/// <param name="Departments">Competent departments of the list.</param>
public sealed record ItemList(PageOf<Item> Page, int Count, IReadOnlyList<string> Domains, IReadOnlyList<string> Departments);

/// <summary>Lists the items in force on a day (事项清单), for everyone and for officers.</summary>
public sealed class ListItems(UseCaseRunner runner, Snapshot<Catalogue> catalogue, Snapshot<OrganisationRegister> organisation, TimeProvider time)
{
    private const string Sort = "items.code";

    /// <summary>One page, in order of code.</summary>
    public Task<Result<ItemList>> Run(ItemFilter filter, string? limit, string? after, bool atWork) =>
        runner.Read<ItemList>(atWork ? AccessTable.ListItems : AccessTable.ViewPowers, () =>
        {
            var request = Cursor.Read(limit, after, Sort, filter.ToString(), 1);
            if (!request.IsOk) return Task.FromResult(Result<ItemList>.Refused(request.Refusals));
            var day = filter.AsOf ?? time.Today();
            var words = ItemSearch.Words(filter.Query);
            var all = catalogue.Current.AsOf(day);
            var fits = all.Where(item => (string.IsNullOrEmpty(filter.Domain) || item.Domain == filter.Domain)
                    && (string.IsNullOrEmpty(filter.Department) || item.LeadDepartment == filter.Department)
                    && (filter.Level is null || item.Level == filter.Level)
                    && (string.IsNullOrEmpty(filter.Township) || IsOf(item, filter.Township, day))
                    && ItemSearch.Matches(item, words)).ToList();
            var page = fits.Where(item => request.Value.After is not [var last] || string.CompareOrdinal(item.Code, last) > 0).Take(request.Value.Fetch).ToList();
            return Task.FromResult<Result<ItemList>>(new ItemList(
                request.Value.Page(page, Sort, filter.ToString(), item => [item.Code]), fits.Count,
                [.. all.Select(item => item.Domain).Distinct().Order(StringComparer.Ordinal)],
                [.. all.Select(item => item.LeadDepartment).Distinct().Order(StringComparer.Ordinal)]));
        });

    /// <summary>The items that fit words best, for choosing one.</summary>
    public IReadOnlyList<Item> Suggest(string? query, DateOnly day, int most)
    {
        var words = ItemSearch.Words(query);
        return words.Count == 0 ? [] :
            [.. catalogue.Current.AsOf(day).Where(item => ItemSearch.Matches(item, words))
                .OrderBy(item => ItemSearch.Rank(item, words)).ThenBy(item => item.Code, StringComparer.Ordinal).Take(most)];
    }

    private bool IsOf(Item item, string township, DateOnly day) => item.Level switch
    {
        ItemLevel.OwnTown => organisation.Current.TownshipOn(township, day)?.Kind == TownshipKind.Town,
        ItemLevel.EmpoweredToTown => catalogue.Current.EmpowermentOn(item.Code, township, day) is { Accepted: true },
        _ => false,
    };
}
