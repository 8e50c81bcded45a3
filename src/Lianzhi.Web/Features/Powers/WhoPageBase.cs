using Lianzhi.Core.Organisation;
using Lianzhi.Core.Powers;
using Lianzhi.Web.Components.Forms;
using Lianzhi.Web.Components.Maps;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Microsoft.AspNetCore.Components;

namespace Lianzhi.Web.Features.Powers;

/// <summary>What the public and the officers' page of 谁来执法 share: reading the address, finding the item, asking.</summary>
public abstract class WhoPageBase : PageBase
{
    /// <summary>The use case.</summary>
    [Inject] public AskWhoEnforces Ask { get; set; } = null!;

    /// <summary>Finds items by words.</summary>
    [Inject] public ListItems Items { get; set; } = null!;

    /// <summary>The organisation, for the townships to choose from.</summary>
    [Inject] public Snapshot<OrganisationRegister> Organisation { get; set; } = null!;

    /// <summary>Today.</summary>
    [Inject] public TimeProvider Time { get; set; } = null!;

    /// <summary>Words of the matter.</summary>
    [SupplyParameterFromQuery(Name = "q")] public string? Words { get; set; }

    /// <summary>Item chosen.</summary>
    [SupplyParameterFromQuery(Name = "item")] public string? Item { get; set; }

    /// <summary>Township chosen.</summary>
    [SupplyParameterFromQuery(Name = "township")] public string? Township { get; set; }

    /// <summary>Filing day.</summary>
    [SupplyParameterFromQuery(Name = "filedOn")] public string? FiledOn { get; set; }

    /// <summary>Crossing townships.</summary>
    [SupplyParameterFromQuery(Name = "crosses")] public string? Crosses { get; set; }

    /// <summary>Major or complex.</summary>
    [SupplyParameterFromQuery(Name = "major")] public string? Major { get; set; }

    /// <summary>What was asked.</summary>
    protected WhoForm Form { get; private set; } = null!;

    /// <summary>Items that fit the words.</summary>
    protected IReadOnlyList<Item> Suggestions { get; private set; } = [];

    /// <summary>Code of the item the answer is about.</summary>
    protected string? Chosen { get; private set; }

    /// <summary>The answer; null before asking.</summary>
    protected WhoEnforces? Who { get; private set; }

    /// <summary>Today in the district.</summary>
    protected DateOnly Today => Time.Today();

    /// <summary>True on the officers' page.</summary>
    protected abstract bool AtWork { get; }

    /// <summary>Townships to choose from.</summary>
    protected IReadOnlyList<Choice> Townships =>
        [.. Organisation.Current.AsOf(Today).Townships.Select(township => new Choice(township.Code, township.Name))];

    /// <summary>What the map shows: the township asked for, the others as links to ask for them.</summary>
    protected IReadOnlyList<DistrictMap.Town> Towns(string address)
    {
        var day = Organisation.Current.AsOf(Today);
        return [.. day.Townships.Select(township => new DistrictMap.Town(township.Code, day.AreaOf(township.Code) == "A2" ? 2 : 1,
            day.Areas.Any(area => area.CentreTownship == township.Code), Components.Lists.ListAddress.With(address, "township", township.Code)))];
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Form = new WhoForm(Words, Item, Township, FiledOn, Crosses == "1", Major == "1");
        if (Form.IsEmpty) return;
        Suggestions = Items.Suggest(string.IsNullOrWhiteSpace(Words) ? Item : Words, Form.Day(Today) ?? Today, 8);
        Chosen = Suggestions.Any(item => item.Code == Item) ? Item : Suggestions is [var first, ..] ? first.Code : null;
        if (Form.Check(Today, Suggestions.Count) is { Count: > 0 } faults) Refuse(faults);
        else if (Form.Question(Chosen, Today) is { } question) Who = Show(await Ask.Run(question, AtWork));
    }
}
