using System.ComponentModel;
using System.Text.Json.Serialization;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Clocks;
using Lianzhi.Web.Platform.Json;

namespace Lianzhi.Web.Features.Rules;

/// <summary>Which organ may handle an item.</summary>
/// <param name="Item">Code of the item, compared exactly.</param>
/// <param name="Township">Nine-digit code of the township of the act.</param>
/// <param name="FiledOn">Day of filing; competence is fixed then.</param>
/// <param name="CrossesTownships">Whether the act crosses townships.</param>
/// <param name="MajorOrComplex">Whether the case is major or complex.</param>
/// <param name="OtherTownships">The other townships touched, when known; absent: none.</param>
public sealed record CompetenceRequest(
    [property: Description("Code of the item, for example CG-014; compared exactly.")] string Item,
    [property: Description("Nine-digit code of the township, for example 350603003.")] string Township,
    DateOnly FiledOn, bool CrossesTownships, bool MajorOrComplex, IReadOnlyList<string>? OtherTownships = null)
{
    private const int MostTownships = 20;

    internal static CompetenceRequest Read(JsonMembers body) => new(
        body.Text("item", 64), body.Text("township", 64), body.Date("filedOn"), body.Bool("crossesTownships"), body.Bool("majorOrComplex"),
        body.Texts("otherTownships", 0, MostTownships, 64, required: false));
}

/// <summary>When a period ends.</summary>
/// <param name="Start">Start day, not counted.</param>
/// <param name="Count">1 to 3660 units.</param>
/// <param name="Unit">Unit of counting.</param>
/// <param name="Pauses">Days not counted, at most 200 runs; absent: none.</param>
/// <param name="RollOver">Whether a last day that is no working day moves on; absent: true.</param>
/// <param name="Direction">Forward, or back without roll-over; absent: after.</param>
public sealed record PeriodRequest(DateOnly Start, int Count, PeriodUnit Unit, IReadOnlyList<PauseInput>? Pauses = null, bool RollOver = true, PeriodDirection Direction = PeriodDirection.After)
{
    internal static PeriodRequest Read(JsonMembers body) => new(
        body.Date("start"), body.Whole("count", 1, 3660), body.Enum<PeriodUnit>("unit"), PauseInput.ReadAll(body), body.Bool("rollOver", true), body.Enum("direction", PeriodDirection.After));
}

/// <summary>Which clocks of a case run on a day.</summary>
/// <param name="AsOf">The day; later events are ignored.</param>
/// <param name="Procedure">Procedure of the case.</param>
/// <param name="Events">Events in any order, at most 500.</param>
/// <param name="Performance">What the decision asks for; absent: fine.</param>
public sealed record ClocksRequest(DateOnly AsOf, CaseProcedure Procedure, IReadOnlyList<EventInput> Events, Performance Performance = Performance.Fine)
{
    internal static ClocksRequest Read(JsonMembers body) => new(
        body.Date("asOf"), body.Enum<CaseProcedure>("procedure"), body.List("events", 0, 500, EventInput.Read), body.Enum("performance", Performance.Fine));

    internal IReadOnlyList<Core.Cases.Clocks.CaseEvent> ToEvents() => [.. Events.Select(item => new Core.Cases.Clocks.CaseEvent(item.Type, item.On, item.Until))];
}

/// <summary>One dated event.</summary>
/// <param name="Type">What happened.</param>
/// <param name="On">The day.</param>
/// <param name="Until">paymentDeferred: the last day granted (required); testStarted: the announced last day; not taken for other types.</param>
public sealed record EventInput(CaseEventType Type, DateOnly On, DateOnly? Until = null)
{
    internal static EventInput Read(JsonMembers body)
    {
        var (type, on) = (body.Enum<CaseEventType>("type"), body.Date("on"));
        var until = type switch
        {
            CaseEventType.PaymentDeferred => body.Date("until"),
            CaseEventType.TestStarted => body.OptionalDate("until"),
            _ => (DateOnly?)null,
        };
        if (type == CaseEventType.TestStarted && until < on) body.Fault("until", "不得早于开始日。");
        return new(type, on, until);
    }
}

/// <summary>Which safeguards a penalty needs.</summary>
/// <param name="Party">The party.</param>
/// <param name="ActOn">Day of the act.</param>
/// <param name="Penalties">All penalties, 1 to 50.</param>
/// <param name="Department">Short name of the department, for example 城管.</param>
/// <param name="MajorPublicInterest">涉及重大公共利益.</param>
/// <param name="ComplexFacts">情节复杂、疑难.</param>
/// <param name="Heard">经过听证程序.</param>
/// <param name="MultipleLegalRelations">涉及多个法律关系.</param>
public sealed record ProcedureRequest(
    PartyInput Party, DateOnly ActOn, IReadOnlyList<PenaltyInput> Penalties, string Department,
    bool MajorPublicInterest, bool ComplexFacts, bool Heard, bool MultipleLegalRelations)
{
    internal static ProcedureRequest Read(JsonMembers body) => new(
        body.Nested("party", PartyInput.Read) ?? new(PartyKind.Citizen, null), body.Date("actOn"), body.List("penalties", 1, 50, PenaltyInput.Read), body.Text("department", 64),
        body.Bool("majorPublicInterest"), body.Bool("complexFacts"), body.Bool("heard"), body.Bool("multipleLegalRelations"));

    internal ProcedureQuestion ToQuestion() => new(
        new(Party.Kind, Party.BirthDate), ActOn, [.. Penalties.Select(penalty => new Penalty(penalty.Kind, penalty.AmountFen))], Department,
        MajorPublicInterest, ComplexFacts, Heard, MultipleLegalRelations);
}

/// <summary>The party.</summary>
/// <param name="Kind">Kind of party.</param>
/// <param name="BirthDate">Date of birth; null or absent: an adult.</param>
public sealed record PartyInput(PartyKind Kind, DateOnly? BirthDate = null)
{
    internal static PartyInput Read(JsonMembers body) => new(body.Enum<PartyKind>("kind"), body.NullableDate("birthDate"));
}

/// <summary>One penalty.</summary>
/// <param name="Kind">Kind of penalty.</param>
/// <param name="AmountYuan">Amount in yuan, at most two decimals; required for a fine.</param>
public sealed record PenaltyInput(PenaltyKind Kind, decimal? AmountYuan = null)
{
    /// <summary>The amount in whole fen.</summary>
    [JsonIgnore]
    public long? AmountFen => (long?)(AmountYuan * 100);

    internal static PenaltyInput Read(JsonMembers body)
    {
        var kind = body.Enum<PenaltyKind>("kind");
        var fen = kind == PenaltyKind.Fine ? body.Fen("amountYuan") : body.OptionalFen("amountYuan");
        return new(kind, fen / 100m);
    }
}

/// <summary>How far a late fine has grown.</summary>
/// <param name="FineYuan">The fine in yuan, 0 to 1 000 000 000 000 with at most two decimals.</param>
/// <param name="Due">Last day to pay.</param>
/// <param name="AsOf">Last day counted.</param>
/// <param name="Pauses">Days of review or litigation, at most 200 runs; absent: none.</param>
public sealed record SurchargeRequest(decimal FineYuan, DateOnly Due, DateOnly AsOf, IReadOnlyList<PauseInput>? Pauses = null)
{
    /// <summary>The fine in whole fen.</summary>
    [JsonIgnore]
    public long FineFen => (long)(FineYuan * 100);

    internal static SurchargeRequest Read(JsonMembers body) => new(body.Fen("fineYuan") / 100m, body.Date("due"), body.Date("asOf"), PauseInput.ReadAll(body));
}

/// <summary>Whether an act can still be penalised.</summary>
/// <param name="ActEndedOn">Last day of the act.</param>
/// <param name="DiscoveredOn">Day it was found.</param>
/// <param name="HarmToLifeHealthOrFinance">涉及公民生命健康安全、金融安全且有危害后果.</param>
public sealed record LimitationRequest(DateOnly ActEndedOn, DateOnly DiscoveredOn, bool HarmToLifeHealthOrFinance)
{
    internal static LimitationRequest Read(JsonMembers body) => new(body.Date("actEndedOn"), body.Date("discoveredOn"), body.Bool("harmToLifeHealthOrFinance"));
}

/// <summary>Kinds of identifier.</summary>
public enum IdentifierKind
{
    /// <summary>统一社会信用代码.</summary>
    CreditCode,

    /// <summary>公民身份号码.</summary>
    ResidentId,
}

/// <summary>Whether an identifier can be right.</summary>
/// <param name="Kind">Kind of identifier.</param>
/// <param name="Value">The identifier, at most 64 characters; nothing is trimmed.</param>
public sealed record IdentifierRequest(IdentifierKind Kind, string Value)
{
    internal static IdentifierRequest Read(JsonMembers body) => new(body.Enum<IdentifierKind>("kind"), body.Text("value", 64));
}

/// <summary>A run of days that are not counted, both ends included.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, not before the first.</param>
public sealed record PauseInput(DateOnly From, DateOnly To)
{
    internal static IReadOnlyList<PauseInput> ReadAll(JsonMembers body) => body.List("pauses", 0, 200, Read, required: false);

    /// <summary>The pauses as rules see them.</summary>
    internal static IEnumerable<DateSpan> Spans(IReadOnlyList<PauseInput>? pauses) => (pauses ?? []).Select(pause => new DateSpan(pause.From, pause.To));

    private static PauseInput Read(JsonMembers body)
    {
        var pause = new PauseInput(body.Date("from"), body.Date("to"));
        if (pause.From > pause.To) body.Fault("from", "不得晚于结束日。");
        return pause;
    }
}
