using System.Text.Json;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Clocks;
using Lianzhi.Core.Settings;

using CaseEvent = Lianzhi.Core.Cases.Clocks.CaseEvent;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>The worked examples that other systems may rely on.</summary>
public sealed class RulesExamplesTests
{
    public static TheoryData<string> Examples() => new(ShippedData.Lines("Cases/rules-examples.jsonl").Where(line => !line.Contains("\"endpoint\": \"competence\"", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Examples))]
    public void Rule_WorkedExample_GivesTheExpectedAnswer(string line)
    {
        var example = JsonDocument.Parse(line).RootElement;
        var answer = JsonSerializer.SerializeToElement(Answer(example.GetProperty("endpoint").GetString()!, example.GetProperty("request")));
        AssertHolds(example.GetProperty("expect"), answer, example.GetProperty("why").GetString()!);
    }

    private static object Answer(string endpoint, JsonElement request) => endpoint switch
    {
        "period" => PeriodAnswer(request),
        "clocks" => ClocksAnswer(request),
        "procedure" => ProcedureAnswer(request),
        "surcharge" => SurchargeAnswer(request),
        "limitation" => LimitationAnswer(request),
        _ => IdentifierAnswer(request),
    };

    private static object PeriodAnswer(JsonElement request)
    {
        var rollOver = !request.TryGetProperty("rollOver", out var roll) || roll.GetBoolean();
        var unit = Enum.Parse<PeriodUnit>(request.GetProperty("unit").GetString()!, true);
        var end = Period.Reckon(Date(request, "start"), new(request.GetProperty("count").GetInt32(), unit, rollOver), Pauses(request), ShippedData.Calendar).Value!;
        return new { due = end.Due, counted = end.Counted, rolledFrom = end.RolledFrom };
    }

    private static object ClocksAnswer(JsonElement request)
    {
        var events = request.GetProperty("events").EnumerateArray().Select(item => new CaseEvent(
            Enum.Parse<CaseEventType>(item.GetProperty("type").GetString()!, true), Date(item, "on"), item.TryGetProperty("until", out _) ? Date(item, "until") : null)).ToList();
        var procedure = Enum.Parse<CaseProcedure>(request.GetProperty("procedure").GetString()!, true);
        var clocks = CaseClocks.Compute(procedure, Performance.Fine, events, Date(request, "asOf"), ShippedData.Calendar, SettingsBook.Defaults).Value!;
        return new
        {
            clocks = clocks.Select(clock => new
            {
                id = clock.Kind.Id,
                start = clock.Start,
                due = clock.Due,
                state = JsonNamingPolicy.CamelCase.ConvertName(clock.State.ToString()),
                metOn = clock.MetOn,
                daysLeft = clock.DaysLeft,
            }),
        };
    }

    private static object ProcedureAnswer(JsonElement request)
    {
        var party = request.GetProperty("party");
        var born = party.GetProperty("birthDate");
        var answer = Procedure.Find(new(
            new(Enum.Parse<PartyKind>(party.GetProperty("kind").GetString()!, true), born.ValueKind == JsonValueKind.Null ? null : ShippedData.Date(born.GetString()!)),
            Date(request, "actOn"),
            request.GetProperty("penalties").EnumerateArray().Select(item => new Penalty(
                Enum.Parse<PenaltyKind>(item.GetProperty("kind").GetString()!, true),
                item.TryGetProperty("amountYuan", out var amount) ? (long)(amount.GetDecimal() * 100) : null)).ToList(),
            request.GetProperty("department").GetString()!,
            Flag("majorPublicInterest"), Flag("complexFacts"), Flag("heard"), Flag("multipleLegalRelations")), SettingsBook.Defaults.AsOf(Date(request, "actOn")));
        return new
        {
            simpleAllowed = answer.SimpleAllowed,
            hearingRight = answer.HearingRight,
            legalReview = new { required = answer.LegalReviewGrounds.Count > 0, grounds = answer.LegalReviewGrounds },
            collectiveDiscussion = answer.CollectiveDiscussion,
            penaltyBarred = answer.PenaltyBarred,
            lighten = JsonNamingPolicy.CamelCase.ConvertName(answer.Lighten.ToString()),
            publishable = answer.Publishable,
        };

        bool Flag(string name) => request.GetProperty(name).GetBoolean();
    }

    private static object SurchargeAnswer(JsonElement request)
    {
        var answer = Surcharge.Count((long)(request.GetProperty("fineYuan").GetDecimal() * 100), Date(request, "due"), Date(request, "asOf"), Pauses(request));
        return new { surchargeYuan = answer.SurchargeFen / 100m, days = answer.Days, cappedOn = answer.CappedOn };
    }

    private static object LimitationAnswer(JsonElement request)
    {
        var answer = Limitation.Check(Date(request, "actEndedOn"), Date(request, "discoveredOn"), request.GetProperty("harmToLifeHealthOrFinance").GetBoolean()).Value!;
        return new { expired = answer.Expired, limit = answer.Limit, years = answer.Years };
    }

    private static object IdentifierAnswer(JsonElement request)
    {
        var value = request.GetProperty("value").GetString()!;
        var check = request.GetProperty("kind").GetString() == "creditCode" ? Identifiers.CreditCode(value) : Identifiers.ResidentId(value, new(2026, 3, 1));
        return new { valid = check.Valid };
    }

    private static DateOnly Date(JsonElement item, string name) => ShippedData.Date(item.GetProperty(name).GetString()!);

    private static List<DateSpan> Pauses(JsonElement request) =>
        request.TryGetProperty("pauses", out var pauses) ? pauses.EnumerateArray().Select(pause => new DateSpan(Date(pause, "from"), Date(pause, "to"))).ToList() : [];

    /// <summary>Every member that is expected stands in the answer; lists are equal in length.</summary>
    private static void AssertHolds(JsonElement expected, JsonElement actual, string why)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in expected.EnumerateObject()) AssertHolds(member.Value, actual.GetProperty(member.Name), $"{why}: {member.Name}");
                break;
            case JsonValueKind.Array:
                Assert.True(expected.GetArrayLength() == actual.GetArrayLength(), $"{why}: {actual}");
                foreach (var (one, other) in expected.EnumerateArray().Zip(actual.EnumerateArray())) AssertHolds(one, other, why);
                break;
            case JsonValueKind.Number:
                Assert.True(expected.GetDecimal() == actual.GetDecimal(), $"{why}: {actual}");
                break;
            default:
                Assert.True(expected.ToString() == actual.ToString(), $"{why}: {actual}");
                break;
        }
    }
}
