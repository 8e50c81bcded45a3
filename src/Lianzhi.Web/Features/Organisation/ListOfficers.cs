using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Organisation;

/// <summary>What officers are asked for.</summary>
/// <param name="Unit">Unit code; null or empty for all.</param>
/// <param name="State"><c>valid</c>, <c>expiring</c>, <c>none</c>; null or empty for all.</param>
/// <param name="Query">Name or certificate number.</param>
/// <param name="AsOf">The day; today when null.</param>
public sealed record OfficerFilter(string? Unit = null, string? State = null, string? Query = null, DateOnly? AsOf = null);

/// <summary>One officer of the list.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name.</param>
/// <param name="Unit">Code of the home unit.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Posts">Posts held.</param>
/// <param name="Certificate">Number of the certificate that counts; null without one.</param>
/// <param name="CertificateState">Its state on the day.</param>
/// <param name="DaysLeft">Days to the certificate's last day.</param>
/// <param name="SecondedTo">Where the officer is sent down to.</param>
public sealed record OfficerLine(
    string Id, string Name, string Unit, string UnitName, IReadOnlyList<string> Posts,
    string? Certificate, CertificateState? CertificateState, int? DaysLeft, string? SecondedTo);

/// <summary>Lists the people of a day (人员名册).</summary>
public sealed class ListOfficers(UseCaseRunner runner, Snapshot<OrganisationRegister> organisation, TimeProvider time)
{
    private const string Sort = "officers.unit";

    /// <summary>One page in order of unit and id.</summary>
    public Task<Result<PageOf<OfficerLine>>> Run(OfficerFilter filter, string? limit, string? after) =>
        runner.Read<PageOf<OfficerLine>>(AccessTable.ListOfficers, () =>
        {
            var request = Cursor.Read(limit, after, Sort, filter.ToString(), 2);
            if (!request.IsOk) return Task.FromResult(Result<PageOf<OfficerLine>>.Refused(request.Refusals));
            var day = organisation.Current.AsOf(filter.AsOf ?? time.Today());
            var rows = day.Officers.Where(officer => string.IsNullOrEmpty(filter.Unit) || officer.Unit == filter.Unit)
                .OrderBy(officer => officer.Unit, StringComparer.Ordinal).ThenBy(officer => officer.Id, StringComparer.Ordinal)
                .Where(officer => request.Value.After is not [var unit, var id] ||
                    string.CompareOrdinal(officer.Unit, unit) is var order && (order > 0 || (order == 0 && string.CompareOrdinal(officer.Id, id) > 0)))
                .Select(officer => OfficerLines.Of(officer, day)).Where(line => Fits(line, filter))
                .Take(request.Value.Fetch).ToList();
            return Task.FromResult<Result<PageOf<OfficerLine>>>(request.Value.Page(rows, Sort, filter.ToString(), line => [line.Unit, line.Id]));
        });

    private static bool Fits(OfficerLine line, OfficerFilter filter)
    {
        var words = filter.Query?.Trim() ?? "";
        var named = words.Length == 0 || line.Name.Contains(words, StringComparison.Ordinal) || line.Certificate?.Contains(words, StringComparison.Ordinal) == true;
        return named && filter.State switch
        {
            "valid" => line.CertificateState == CertificateState.Valid,
            "expiring" => line.CertificateState == CertificateState.Valid && line.DaysLeft <= RosterChecks.ExpiryDays,
            "none" => line.CertificateState != CertificateState.Valid,
            _ => true,
        };
    }
}

/// <summary>Makes lines of officers.</summary>
internal static class OfficerLines
{
    public static OfficerLine Of(Officer officer, OrganisationAsOf day)
    {
        var certificate = day.ValidCertificate(officer.Id) ?? day.CertificatesOf(officer.Id).FirstOrDefault();
        var secondment = day.Secondments.FirstOrDefault(secondment => secondment.OfficerId == officer.Id);
        return new OfficerLine(officer.Id, officer.Name, officer.Unit, day.UnitName(officer.Unit),
            [.. day.Posts.Where(post => post.OfficerId == officer.Id).Select(post => Title(post, day))],
            certificate?.Number, certificate?.StateOn(day.Day), certificate?.Validity.DaysLeft(day.Day), PlaceName(secondment, day));
    }

    public static string Title(Post post, OrganisationAsOf day) => $"{PlaceName(post, day)}{OrganisationNames.Of(post.Kind)}";

    public static string? PlaceName(Secondment? secondment, OrganisationAsOf day) => secondment is null ? null
        : secondment.Township is { } township ? day.UnitName(township) : AreaName(secondment.Area, day);

    private static string PlaceName(Post post, OrganisationAsOf day) => post.Area is { } area ? AreaName(area, day) : day.UnitName(post.Unit!);

    private static string AreaName(string? area, OrganisationAsOf day) => day.Areas.FirstOrDefault(one => one.Id == area)?.Name ?? area ?? "";
}
