using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Organisation;

/// <summary>The organisation on a day with what is missing.</summary>
/// <param name="Organisation">Who and what there is.</param>
/// <param name="Warnings">What is missing or about to be.</param>
public sealed record OrganisationView(OrganisationAsOf Organisation, IReadOnlyList<RosterWarning> Warnings);

/// <summary>Shows areas, townships, departments and posts on a day (片区与镇街).</summary>
public sealed class ViewOrganisation(UseCaseRunner runner, Snapshot<OrganisationRegister> organisation, TimeProvider time)
{
    /// <summary>Shows a day; today when none is named.</summary>
    public Task<Result<OrganisationView>> Run(DateOnly? asOf) => runner.Read<OrganisationView>(AccessTable.ViewOrganisation, () =>
    {
        var day = organisation.Current.AsOf(asOf ?? time.Today());
        return Task.FromResult<Result<OrganisationView>>(new OrganisationView(day, RosterChecks.Of(day)));
    });
}

/// <summary>Shows the division in areas to everyone (片区划分).</summary>
public sealed class ViewAreas(UseCaseRunner runner, Snapshot<OrganisationRegister> organisation, TimeProvider time)
{
    /// <summary>The organisation today, or on the day named.</summary>
    public Task<Result<OrganisationAsOf>> Run(DateOnly? asOf = null) => runner.Read<OrganisationAsOf>(AccessTable.ViewAreas, () =>
        Task.FromResult<Result<OrganisationAsOf>>(organisation.Current.AsOf(asOf ?? time.Today())));
}
