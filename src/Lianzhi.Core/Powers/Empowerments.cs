using Lianzhi.Core.Organisation;

namespace Lianzhi.Core.Powers;

/// <summary>Makes empowerments from a list (批量赋权).</summary>
public static class Empowerments
{
    /// <summary>
    /// Hands every item that can be handed on to every township, as the sample list of the platform says. What needs
    /// a decision of the city or province is left without its number, and so shown as 待核. No coercive power is handed on.
    /// </summary>
    public static IReadOnlyList<Empowerment> Sample(IEnumerable<Item> items, OrganisationRegister organisation, SampleEmpowerment sample) =>
    [
        .. from item in items
           where item.Level == ItemLevel.EmpoweredToTown
           from township in organisation.AsOf(sample.From).Townships
           select new Empowerment($"{item.Code}-{township.Code}", item.Code, township.Code, new Validity(sample.From), sample.Decision,
               null, true, null, null, DepartmentPart.Guide, null),
    ];
}
