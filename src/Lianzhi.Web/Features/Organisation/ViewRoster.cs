using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Organisation;

/// <summary>One line of the published roster: nothing personal beyond name, certificate, unit and term.</summary>
/// <param name="Certificate">Number of the certificate.</param>
/// <param name="Name">Name of the officer.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="UnitName">Name of the unit.</param>
/// <param name="Seconded">Where the officer is sent down to; null when nowhere.</param>
/// <param name="ValidFrom">First day of the certificate.</param>
/// <param name="ValidTo">Last day of the certificate.</param>
public sealed record RosterLine(string Certificate, string Name, string Unit, string UnitName, string? Seconded, DateOnly ValidFrom, DateOnly? ValidTo);

/// <summary>
/// Shows the roster of joint enforcement as published (联合执法人员名单): reviewed by the justice bureau, certificate
/// valid today. Suspended, cancelled and expired ones are gone at once.
/// </summary>
public sealed class ViewRoster(UseCaseRunner runner, Snapshot<OrganisationRegister> organisation, TimeProvider time)
{
    private const string Sort = "rosters.unit";

    /// <summary>One page of the roster in order of unit and certificate.</summary>
    /// <param name="unit">Only this unit; null or empty for all.</param>
    /// <param name="query">Name or certificate number.</param>
    /// <param name="limit">Page size as sent.</param>
    /// <param name="after">Cursor as sent.</param>
    public Task<Result<PageOf<RosterLine>>> Run(string? unit, string? query, string? limit, string? after) =>
        runner.Read<PageOf<RosterLine>>(AccessTable.ViewRoster, () =>
        {
            var filters = $"{unit}|{query}";
            var request = Cursor.Read(limit, after, Sort, filters, 2);
            if (!request.IsOk) return Task.FromResult(Result<PageOf<RosterLine>>.Refused(request.Refusals));
            var words = query?.Trim() ?? "";
            var lines = Lines().Where(line => string.IsNullOrEmpty(unit) || line.Unit == unit)
                .Where(line => words.Length == 0 || line.Name.Contains(words, StringComparison.Ordinal) || line.Certificate.Contains(words, StringComparison.Ordinal))
                .OrderBy(line => line.Unit, StringComparer.Ordinal).ThenBy(line => line.Certificate, StringComparer.Ordinal)
                .Where(line => request.Value.After is not [var lastUnit, var lastCertificate] ||
                    string.CompareOrdinal(line.Unit, lastUnit) is var order && (order > 0 || (order == 0 && string.CompareOrdinal(line.Certificate, lastCertificate) > 0)))
                .Take(request.Value.Fetch).ToList();
            return Task.FromResult<Result<PageOf<RosterLine>>>(request.Value.Page(lines, Sort, filters, line => [line.Unit, line.Certificate]));
        });

    private IEnumerable<RosterLine> Lines()
    {
        var day = organisation.Current.AsOf(time.Today());
        var holders = day.Officers.ToDictionary(officer => officer.Id, StringComparer.Ordinal);
        foreach (var certificate in organisation.Current.Certificates)
        {
            if (certificate.StateOn(day.Day) != CertificateState.Valid || !(certificate.PublishedOn <= day.Day)) continue;
            if (!holders.TryGetValue(certificate.OfficerId, out var officer)) continue;
            var secondment = day.Secondments.FirstOrDefault(secondment => secondment.OfficerId == officer.Id);
            var seconded = secondment is null ? null : secondment.Township is { } township ? day.UnitName(township)
                : day.Areas.FirstOrDefault(area => area.Id == secondment.Area)?.Name;
            yield return new RosterLine(certificate.Number, officer.Name, officer.Unit, day.UnitName(officer.Unit), seconded,
                certificate.Validity.From, certificate.Validity.To?.AddDays(-1));
        }
    }
}
