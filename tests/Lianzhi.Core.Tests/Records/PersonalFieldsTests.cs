using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Records;

namespace Lianzhi.Core.Tests.Records;

/// <summary>What an event says about a natural person can be erased by law, so it is a field of its own.</summary>
public sealed partial class PersonalFieldsTests
{
    /// <summary>Fields that are named like personal data and are none, each with why.</summary>
    private static readonly Dictionary<string, string> NotPersonal = new(StringComparer.Ordinal)
    {
        ["CaseParty.TradeName"] = "registered and public",
        ["CaseItem.Name"] = "an item of the list",
        ["CaseSubject.Name"] = "an organ",
        ["CasePlace.TownshipName"] = "a township",
        ["CasePlace.Address"] = "where the act was done is the fact itself, not anybody's data",
        ["SiteInspected.Place"] = "where the officers acted",
        ["PartyInterviewed.Place"] = "where the officers acted",
        ["DefenceReceived.Place"] = "where the officers acted",
        ["HearingNoticeServed.Place"] = "where the organ acted",
        ["CollectivelyDiscussed.Place"] = "where the organ acted",
        ["ConsultationHeld.Place"] = "where the organ acted",
        ["SampleTaken.Place"] = "where the officers acted",
        ["EvidencePreserved.Place"] = "where the goods are",
        ["GoodsSealed.Place"] = "where the goods are",
        ["CustodyRecorded.Place"] = "where the goods are",
        ["SubstitutePerformed.Place"] = "where the act of force took place",
        ["ClearedAtOnce.Place"] = "where the act of force took place",
        ["DemolitionCarriedOut.Place"] = "where the act of force took place",
        ["EvidenceCollected.Place"] = "where the officers acted",
        ["EvidenceMoved.Place"] = "where the evidence is",
        ["CaseOfficer.Name"] = "acts in office, as published with the certificate (行政处罚法 第42条)",
        ["CaseSigner.Name"] = "acts in office",
        ["CasePerson.Name"] = "acts in office",
        ["CaseReviewer.Name"] = "acts in office",
        ["DiscussionMember.Name"] = "acts in office",
        ["AreaLeader.Name"] = "acts in office",
        ["ConsultationMember.Name"] = "acts in office",
        ["FilingProposed.ProposedBy"] = "an account",
        ["LegalReviewSubmitted.SubmittedBy"] = "an account",
        ["CashHandedIn.ReceivedBy"] = "acts in office",
        ["OnSpotReported.ReceivedBy"] = "acts in office",
        ["CaseArchived.FiledBy"] = "acts in office",
        ["CaseArchived.CheckedBy"] = "acts in office",
        ["CourtHearingHeld.Appeared"] = "acts in office, or for the organ",
        ["DecisionMade.DefenceAnswer"] = "what the organ answered",
        ["DecisionMade.HearingAnswer"] = "what the organ answered",
        ["CaseSubject.GuidedBy"] = "a department",
        ["CaseSigner.Account"] = "an account",
        ["CaseGoods.Name"] = "goods",
        ["SubstituteOrdered.Performer"] = "a body that is paid for the work",
    };

    [Fact]
    public void Fields_NamedLikePersonalData_AreMarkedOrExplained()
    {
        var (unmarked, known) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (name, marked) in Fields().Where(field => Suspect().IsMatch(field.Name)))
        {
            known.Add(name);
            if (!marked && !NotPersonal.ContainsKey(name)) unmarked.Add(name);
            Assert.False(marked && NotPersonal.ContainsKey(name), $"{name} is marked and explained away.");
        }
        Assert.Empty(unmarked);
        Assert.Empty(NotPersonal.Keys.Except(known));
    }

    [Fact]
    public void Entry_WrittenBeforeAFieldWasMarked_ReadsTheSame()
    {
        var service = new CaseService(ServiceMethod.Direct, new DateOnly(2026, 3, 25), "梧桥村 12 号", "陈某", "本人", null, null, []);
        var old = """{"method":"direct","on":"2026-03-25","place":"梧桥村 12 号","receiver":"陈某","relation":"本人","officers":[]}""";
        Assert.Equal(service with { Officers = [] }, (CaseService)Payload.Join(typeof(CaseService), [("", old)]) with { Officers = service.Officers });
        var now = Payload.Split(service);
        Assert.DoesNotContain("梧桥村", now[0].Value, StringComparison.Ordinal);
        Assert.Contains(now, field => field is { Path: "place", Value: "梧桥村 12 号" });
    }

    /// <summary>Every text an event of a case can hold, by its record and name.</summary>
    private static IEnumerable<(string Name, bool Marked)> Fields()
    {
        var (seen, open) = (new HashSet<Type>(), new Queue<Type>(CaseEventTypes.All.Select(type => type.Clr)));
        while (open.TryDequeue(out var type))
        {
            if (type.IsEnum || type.Namespace?.StartsWith("Lianzhi", StringComparison.Ordinal) != true || !seen.Add(type)) continue;
            foreach (var member in type.GetProperties().Where(member => !member.IsDefined(typeof(JsonIgnoreAttribute), inherit: true)))
            {
                var inner = member.PropertyType.IsGenericType ? member.PropertyType.GetGenericArguments()[0] : member.PropertyType;
                if (inner == typeof(string)) yield return ($"{type.Name}.{member.Name}", member.IsDefined(typeof(PersonalAttribute), inherit: true));
                else open.Enqueue(inner);
            }
        }
    }

    [GeneratedRegex("(Name|Person|Present|Witness|Witnesses|Receiver|Keeper|Provider|Speaker|Guardian|Interpreter|Representative|Performer|Appeared|By|Phone|Address|Place|Identifier|BornOn|Birthday|Answer|Statement|Property|Account)$")]
    private static partial Regex Suspect();
}
