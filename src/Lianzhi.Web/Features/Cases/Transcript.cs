using System.Globalization;
using CsvHelper;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Platform;

namespace Lianzhi.Web.Features.Cases;

/// <summary>One field of the provincial platform's form with what stands in it.</summary>
public sealed record TranscriptField(string Label, string Value);

/// <summary>
/// What is typed into the provincial platform (过录单), in the order of <c>data/platform-fields.csv</c>: its screens are not
/// public, so the order is data that the district puts right, not code.
/// </summary>
public static class Transcript
{
    private static readonly Lazy<IReadOnlyList<(string Key, string Label)>> Order = new(Read);

    /// <summary>The fields of a case; what is not known yet stands as 未填.</summary>
    public static IReadOnlyList<TranscriptField> Of(CaseState state)
    {
        var values = Values(state);
        return [.. Order.Value.Select(field => new TranscriptField(field.Label, values.GetValueOrDefault(field.Key) is { Length: > 0 } value ? value : "未填"))];
    }

    private static Dictionary<string, string?> Values(CaseState state)
    {
        var party = state.Party!;
        return new(StringComparer.Ordinal)
        {
            ["platform-number"] = state.Execution.PlatformNumber?.Number,
            ["number"] = state.Number,
            ["cause"] = state.Title,
            ["source"] = state.Source,
            ["subject"] = state.Subject!.Name,
            ["item-code"] = state.Item!.Code,
            ["item-name"] = state.Item.Name,
            ["procedure"] = state.Procedure == CaseProcedure.Simple ? "简易程序" : "普通程序",
            ["party-kind"] = party.Kind switch { PartyKind.Organisation => "法人或者其他组织", PartyKind.IndividualBusiness => "个体工商户", _ => "自然人" },
            ["party-name"] = party.DisplayName,
            ["party-identifier"] = party.Kind == PartyKind.Citizen ? party.Identifier : party.CreditCode ?? party.Identifier,
            ["party-representative"] = party.Kind == PartyKind.IndividualBusiness ? party.Name : party.Representative,
            ["party-address"] = party.Address,
            ["party-phone"] = party.Phone,
            ["place"] = ChineseText.Place(state.Place!.TownshipName, state.Place.Address),
            ["act-date"] = state.ActOn is { } act ? ChineseText.Date(act) : null,
            ["discovered-date"] = state.Proposal is { } proposal ? ChineseText.Date(proposal.DiscoveredOn) : null,
            ["filed-date"] = (state.Filing?.On ?? state.OnSpot?.On) is { } filed ? ChineseText.Date(filed) : null,
            ["officers"] = string.Join('、', state.Officers.Select(officer => $"{officer.Name}（{officer.CertificateNumber}）")),
            ["facts"] = state.Decision?.Facts ?? state.Conclusion?.Facts ?? state.OnSpot?.Facts ?? state.Proposal?.Facts,
            ["breach"] = state.Decision?.Breach ?? state.Conclusion?.Breach ?? state.OnSpot?.Breach,
            ["penalty-basis"] = state.Decision?.PenaltyBasis ?? state.Conclusion?.PenaltyBasis ?? state.OnSpot?.PenaltyBasis,
            ["discretion"] = state.Decision?.Discretion ?? state.Conclusion?.Discretion,
            ["notice-date"] = state.Notice is { } notice ? ChineseText.Date(notice.Service.ServedOn) : null,
            ["decision-number"] = state.Decision?.Number ?? state.OnSpot?.Number,
            ["decision-date"] = (state.Decision?.On ?? state.OnSpot?.On) is { } decided ? ChineseText.Date(decided) : null,
            ["penalties"] = state.Penalties.Count > 0 ? string.Join('；', state.Penalties.Select(penalty => penalty.AmountFen is { } fen ? $"{penalty.Kind.Title()}{ChineseText.Amount(fen)}" : penalty.Kind.Title())) : state.Decision is null ? null : "不予行政处罚",
            ["served-date"] = state.ServedOn is { } served ? ChineseText.Date(served) : null,
            ["paid-date"] = state.PaidOn is { } paid ? ChineseText.Date(paid) : null,
            ["receipts"] = string.Join('、', state.Payments.Select(payment => payment.Receipt).Concat(state.Execution.Cash is { } cash ? [cash.Receipt] : Array.Empty<string>())),
            ["closed-date"] = state.Closing is { } closing ? ChineseText.Date(closing.On) : null,
            ["outcome"] = state.Closing?.Outcome,
        };
    }

    private static List<(string, string)> Read()
    {
        using var csv = new CsvReader(new StreamReader(ShippedData.PathOf("platform-fields.csv")), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var fields = new List<(string, string)>();
        while (csv.Read()) fields.Add((csv["key"]!, csv["label"]!));
        return fields;
    }
}
