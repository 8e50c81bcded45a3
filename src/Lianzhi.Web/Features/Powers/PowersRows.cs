using System.ComponentModel.DataAnnotations;
using Lianzhi.Core;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Powers;
using Lianzhi.Web.Platform.Records;

namespace Lianzhi.Web.Features.Powers;

/// <summary>One dated version of an enforcement item (事项). Versions are never deleted.</summary>
public sealed class ItemRow : IRecorded
{
    /// <summary>Id of the version.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>Code of the item.</summary>
    [MaxLength(40)] public required string Code { get; init; }

    /// <summary>Name.</summary>
    [MaxLength(2000)] public required string Name { get; set; }

    /// <summary>Domain.</summary>
    [MaxLength(2000)] public required string Domain { get; set; }

    /// <summary>Competent department.</summary>
    [MaxLength(2000)] public required string LeadDepartment { get; set; }

    /// <summary>Articles of law.</summary>
    [MaxLength(2000)] public required string Basis { get; set; }

    /// <summary>Conduct.</summary>
    [MaxLength(2000)] public required string Conduct { get; set; }

    /// <summary>Kinds of penalty, separated by a vertical bar.</summary>
    [MaxLength(2000)] public required string PenaltyKinds { get; set; }

    /// <summary>Lowest fine of an individual, in fen.</summary>
    public long? CitizenMinFen { get; set; }

    /// <summary>Highest fine of an individual, in fen.</summary>
    public long? CitizenMaxFen { get; set; }

    /// <summary>Lowest fine of an organisation, in fen.</summary>
    public long? OrganisationMinFen { get; set; }

    /// <summary>Highest fine of an organisation, in fen.</summary>
    public long? OrganisationMaxFen { get; set; }

    /// <summary>Amounts in words.</summary>
    [MaxLength(2000)] public required string FineRule { get; set; }

    /// <summary>2 or 5.</summary>
    public required int LimitationYears { get; set; }

    /// <summary>A hearing is possible.</summary>
    public required bool HearingPossible { get; set; }

    /// <summary>The simple procedure is possible.</summary>
    public required bool SimplePossible { get; set; }

    /// <summary>Level.</summary>
    [MaxLength(20)] public required ItemLevel Level { get; set; }

    /// <summary>Checked against the law's text.</summary>
    public required bool Verified { get; set; }

    /// <summary>Who holds the power.</summary>
    [MaxLength(20)] public required PowerHolder PowerHolder { get; set; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; set; }

    /// <summary>Day after the last; null while open.</summary>
    public DateOnly? To { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"item/{Code}";

    /// <summary>As the rules know it.</summary>
    public Item ToItem() => new(Id, Code, Name, Domain, LeadDepartment, Basis, Conduct, PenaltyKinds.Split('|', StringSplitOptions.RemoveEmptyEntries),
        new FineRange(CitizenMinFen, CitizenMaxFen), new FineRange(OrganisationMinFen, OrganisationMaxFen), FineRule, LimitationYears,
        HearingPossible, SimplePossible, Level, Verified, PowerHolder, new Validity(From, To));

    /// <summary>A row of an item.</summary>
    public static ItemRow Of(Item item, string id)
    {
        var row = new ItemRow
        {
            Id = id,
            Code = item.Code,
            Name = "",
            Domain = "",
            LeadDepartment = "",
            Basis = "",
            Conduct = "",
            PenaltyKinds = "",
            FineRule = "",
            LimitationYears = 2,
            HearingPossible = false,
            SimplePossible = false,
            Level = item.Level,
            Verified = false,
            PowerHolder = item.PowerHolder,
            From = item.Validity.From,
            To = item.Validity.To,
        };
        row.Take(item);
        return row;
    }

    /// <summary>Takes everything but code and term from an item.</summary>
    public void Take(Item item)
    {
        (Name, Domain, LeadDepartment, Basis, Conduct) = (item.Name, item.Domain, item.LeadDepartment, item.Basis, item.Conduct);
        (PenaltyKinds, FineRule, LimitationYears) = (string.Join('|', item.PenaltyKinds), item.FineRule, item.LimitationYears);
        (CitizenMinFen, CitizenMaxFen) = (item.CitizenFine.MinFen, item.CitizenFine.MaxFen);
        (OrganisationMinFen, OrganisationMaxFen) = (item.OrganisationFine.MinFen, item.OrganisationFine.MaxFen);
        (HearingPossible, SimplePossible, Level, Verified, PowerHolder) = (item.HearingPossible, item.SimplePossible, item.Level, item.Verified, item.PowerHolder);
    }
}

/// <summary>An empowerment of one township (赋权).</summary>
public sealed class EmpowermentRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>Code of the item.</summary>
    [MaxLength(40)] public required string Item { get; init; }

    /// <summary>Code of the township.</summary>
    [MaxLength(9)] public required string Township { get; init; }

    /// <summary>Number of the decision.</summary>
    [MaxLength(200)] public required string Decision { get; set; }

    /// <summary>Number of the city's or province's decision.</summary>
    [MaxLength(200)] public string? HigherDecision { get; set; }

    /// <summary>Taken on by the township.</summary>
    public required bool Accepted { get; set; }

    /// <summary>Entered in the list of powers.</summary>
    public DateOnly? ListedOn { get; set; }

    /// <summary>Where the list is published.</summary>
    [MaxLength(400)] public string? ListLink { get; set; }

    /// <summary>Guide or handle.</summary>
    [MaxLength(10)] public required DepartmentPart Part { get; set; }

    /// <summary>Text that hands on coercive measures.</summary>
    [MaxLength(400)] public string? CoercionSource { get; set; }

    /// <summary>First filing day.</summary>
    public required DateOnly From { get; set; }

    /// <summary>Day after the last; null while open.</summary>
    public DateOnly? To { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"item/{Item}";

    /// <summary>As the rules know it.</summary>
    public Empowerment ToEmpowerment() => new(Id, Item, Township, new Validity(From, To), Decision, HigherDecision, Accepted, ListedOn, ListLink, Part, CoercionSource);

    /// <summary>A row of an empowerment.</summary>
    public static EmpowermentRow Of(Empowerment empowerment, string id) => new()
    {
        Id = id,
        Item = empowerment.Item,
        Township = empowerment.Township,
        Decision = empowerment.Decision,
        HigherDecision = empowerment.HigherDecision,
        Accepted = empowerment.Accepted,
        ListedOn = empowerment.ListedOn,
        ListLink = empowerment.ListLink,
        Part = empowerment.Part,
        CoercionSource = empowerment.CoercionSource,
        From = empowerment.Validity.From,
        To = empowerment.Validity.To,
    };
}
