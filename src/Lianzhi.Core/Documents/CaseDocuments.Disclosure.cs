using System.Text.RegularExpressions;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Disclosure;
using static Lianzhi.Core.Documents.CasePhrases;

namespace Lianzhi.Core.Documents;

public static partial class CaseDocuments
{
    /// <summary>The decision of a case as publication takes it over.</summary>
    /// <param name="state">A decided case.</param>
    /// <param name="department">Short name of the department of the matter; null when it has none.</param>
    public static DecisionToPublish ToPublish(CaseState state, string? department)
    {
        var (party, decision, onSpot) = (state.Party!, state.Decision, state.OnSpot);
        var citizen = party.Kind == PartyKind.Citizen;
        var (persons, contacts) = PaperMasking.Known(state);
        return new DecisionToPublish
        {
            CaseId = state.Id,
            DecisionNumber = (decision?.Number ?? onSpot?.Number)!,
            Simple = onSpot is not null,
            PartyKind = party.Kind switch { PartyKind.Organisation => PublishedPartyKind.Organisation, PartyKind.IndividualBusiness => PublishedPartyKind.IndividualBusiness, _ => PublishedPartyKind.Citizen },
            PartyName = party.DisplayName,
            CreditCode = party.Kind == PartyKind.Organisation ? party.Identifier : party.CreditCode,
            Representative = party.Kind == PartyKind.IndividualBusiness ? party.Name : citizen ? null : party.Representative,
            Domicile = party.Address,
            BirthDate = party.BirthDate,
            ActOn = state.ActOn!.Value,
            Cause = state.Item!.Conduct,
            Item = state.Item.Code,
            Department = department,
            Result = state.Penalties.Count > 0 ? PublishedResult.Penalty : PublishedResult.NoPenalty,
            ResultText = state.Penalties.Count > 0 ? string.Join("；", state.Penalties.Select(Short)) : "不予行政处罚",
            Basis = [decision?.PenaltyBasis ?? onSpot!.PenaltyBasis],
            OrganCode = state.Subject!.Code,
            OrganName = state.Subject.Name,
            Area = state.Place!.Area,
            DecidedOn = (decision?.On ?? onSpot?.On)!.Value,
            ServedOn = state.ServedOn,
            ToldOfPublication = state.Service?.PublicityTold ?? onSpot is not null,
            DomicileTownship = citizen ? TownshipIn(party.Address) : null,
            OtherPersons = persons,
            OtherContacts = contacts,
            Paragraphs = [.. decision is not null ? Ordinary(state, decision) : OnSpotParagraphs(onSpot!)],
        };
    }

    private static IEnumerable<DecisionParagraph> Ordinary(CaseState state, DecisionMade decision) =>
    [
        new("违法事实", Sentence(decision.Facts)),
        new("证据", $"以上事实，有{string.Join("、", state.Conclusion!.Evidence.Select(evidence => evidence.Title))}等证据证实。"),
        new("告知和陈述申辩", Notified(state) + DefenceText(state)),
        new("处罚依据", $"当事人的行为违反了{Bare(decision.Breach)}的规定，依据{Bare(decision.PenaltyBasis)}。{Sentence(decision.Discretion)}"),
        new("处罚内容", $"{Penalties(decision.Penalties)}。责令改正：{Sentence(decision.Correction)}"),
        new("救济途径", Remedies(state, decision.Remedies, decision.Penalties)),
    ];

    private static IEnumerable<DecisionParagraph> OnSpotParagraphs(OnSpotPenaltyDecided decision) =>
    [
        new("违法事实", Sentence(decision.Facts)),
        new("处罚依据", $"上述行为违反了{Bare(decision.Breach)}的规定，依据{Bare(decision.PenaltyBasis)}和《中华人民共和国行政处罚法》第五十一条。"),
        new("处罚内容", $"{Penalties(decision.Penalties)}。责令改正：{Sentence(decision.Correction)}"),
    ];

    /// <summary>The town or street an address names; null when it names none.</summary>
    private static string? TownshipIn(string? address) => Township().Match(address ?? "") is { Success: true } found ? found.Groups["town"].Value : null;

    [GeneratedRegex("(?:[区县市]|^)(?<town>[^区县市]{2,4}?(?:街道|镇|乡))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Township();

    private static string Short(CasePenalty penalty) => penalty.AmountFen is { } fen ? $"{penalty.Kind.Title()}{ChineseText.Amount(fen)}" : penalty.Kind.Title();
}
