using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Discretion;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Settings;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Discretion;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Reference;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Cases;

/// <summary>
/// Looks up what a worksheet needs (裁量查询): the party's decided matters in every organ, the organ's like decisions,
/// the benchmarks in force. Only numbers, organs, days and amounts leave the other organs' cases.
/// </summary>
public sealed class PartyLookup(AppDb db, RecordReader record, Snapshot<BenchmarkBook> benchmarks, Snapshot<SettingsBook> settings, Snapshot<OrganisationRegister> organisation, TimeProvider time)
{
    /// <summary>So many earlier matters and like decisions at most, the newest.</summary>
    public const int MostCases = 20;

    /// <summary>So many decided matters of the party are looked at for a finding.</summary>
    private const int MostLookedAt = 50;

    /// <summary>Those of the cases whose decision stands and finds a violation; read from the record, so that no row can be behind it.</summary>
    public async Task<IReadOnlySet<string>> FindingViolations(IReadOnlyList<string> cases, CancellationToken cancel)
    {
        if (cases.Count == 0) return new HashSet<string>();
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entries in await record.Read([.. cases.Select(CaseStream.NameOf)], cancel))
            if (CaseStream.Fold([.. entries]) is { } state && CaseProjection.FindsViolation(state)) found.Add(state.Id);
        return found;
    }

    /// <summary>The history for a case.</summary>
    public async Task<PartyHistory> For(CaseState state, CancellationToken cancel)
    {
        var today = time.Today();
        var (key, item, unit, since) = (CaseRow.KeyOf(state.Party!, state.Id), state.Item!.Code, state.Subject!.Code, today.AddYears(-2));
        var decided = await db.Set<CaseRow>().AsNoTracking().Where(row => row.PartyKey == key && row.Id != state.Id && row.DecidedOn != null && row.DecisionNumber != null)
            .OrderByDescending(row => row.ActOn).Take(MostLookedAt)
            .Select(row => new { row.Id, Case = new EarlierCase(row.DecisionNumber!, row.UnitName, row.ItemCode, row.Township, row.ActOn, row.DecidedOn!.Value, row.FineFen) }).ToListAsync(cancel);
        var found = await FindingViolations([.. decided.Select(one => one.Id)], cancel);
        EarlierCase[] earlier = [.. decided.Where(one => found.Contains(one.Id)).Select(one => one.Case).Take(MostCases)];
        var similar = await db.Set<CaseRow>().AsNoTracking().Where(row => row.Unit == unit && row.ItemCode == item && row.Id != state.Id && row.DecidedOn >= since && row.FineFen > 0 && row.DecisionNumber != null)
            .OrderByDescending(row => row.DecidedOn).ThenBy(row => row.Id).Take(MostCases)
            .Select(row => new SimilarCase(row.DecisionNumber!, row.DecidedOn!.Value, row.FineFen)).ToListAsync(cancel);
        var department = organisation.Current.OrganOn(state.Item.LeadDepartment, OrganLevel.District, today)?.ShortName;
        return new(earlier, similar, benchmarks.Current.On(state.ActOn!.Value), settings.Current.AsOf(today).Number(SettingCatalogue.InitialViolationYears, department));
    }
}
