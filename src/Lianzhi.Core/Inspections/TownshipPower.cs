using Lianzhi.Core.Organisation;
using Lianzhi.Core.Powers;

namespace Lianzhi.Core.Inspections;

/// <summary>
/// Whether a township may inspect a requirement in its own name (镇街检查权限), told by the enforcement items of its checklist: only who is the lawful subject of an item
/// inspects it. The powers list speaks of penalties; where a line names no item, or one the list does not know, nothing can be said (待核).
/// </summary>
/// <param name="Township">The township.</param>
/// <param name="Lacking">Why not, one for each item that is another body's; empty when it may.</param>
/// <param name="ToBeConfirmed">Something could not be told from the list.</param>
public sealed record TownshipPower(string Township, IReadOnlyList<Reason> Lacking, bool ToBeConfirmed)
{
    private const string Notice54 = "国办发〔2024〕54号";

    /// <summary>True when nothing of it is another body's.</summary>
    public bool Holds => Lacking.Count == 0;

    /// <summary>Of one township on a day; a requirement that its department inspects asks nothing of townships.</summary>
    public static TownshipPower Of(InspectionRequirement requirement, string township, DateOnly day, Catalogue catalogue, OrganisationRegister organisation)
    {
        if (!requirement.ByTownship) return new(township, [], false);
        var (lacking, open) = (new List<Reason>(), requirement.Checklist.Any(check => check.Item is null));
        foreach (var item in requirement.Checklist.Select(check => check.Item).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var answer = Competence.Resolve(new CompetenceQuestion(item, township, day), catalogue, organisation);
            if (!answer.IsOk) open = true;
            else if (answer.Value is { Kind: CompetenceKind.Township } held) open |= held.ToBeConfirmed;
            // The first reason only says which day was asked for.
            else lacking.Add(answer.Value.Reasons is [_, var why, ..] ? why : answer.Value.Reasons[0]);
        }
        return new(township, lacking, open);
    }

    /// <summary>Refuses what lies beyond the powers of the township.</summary>
    public static Refusal? Check(InspectionRequirement requirement, string township, DateOnly day, Catalogue catalogue, OrganisationRegister organisation) =>
        Of(requirement, township, day, catalogue, organisation) is { Holds: false } power
            ? new("township-without-power", $"“{requirement.Name}”不能由{organisation.AsOf(day).UnitName(township)}检查：{power.Why}", Notice54, "requirements") : null;

    /// <summary>Refuses a requirement that no township may inspect on a day.</summary>
    public static Refusal? Check(InspectionRequirement requirement, DateOnly day, Catalogue catalogue, OrganisationRegister organisation)
    {
        var powers = organisation.AsOf(day).Townships.Select(township => Of(requirement, township.Code, day, catalogue, organisation)).ToList();
        return powers.Count > 0 && powers.TrueForAll(power => !power.Holds)
            ? new("township-without-power", $"检查表所列事项不在任何镇（街道）的权限内，请改由部门检查：{powers[0].Why}", Notice54, "by") : null;
    }

    /// <summary>The reasons in one text.</summary>
    public string Why => string.Join("", Lacking.Select(reason => reason.Text));
}
