using System.ComponentModel.DataAnnotations;
using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Measures;
using Lianzhi.Core.Clues;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Cases;

/// <summary>A letter of a case to another unit of the district (区内函件), for the unit that receives it; made from the events of the case alone.</summary>
public sealed class CaseLetterRow
{
    /// <summary>The case.</summary>
    [MaxLength(26)] public required string CaseId { get; init; }

    /// <summary>Its place among the letters of the case, from 0.</summary>
    public required int Letter { get; init; }

    /// <summary>The unit that receives it.</summary>
    [MaxLength(40)] public required string Unit { get; init; }

    /// <summary>Full name of the unit that sent it.</summary>
    [MaxLength(100)] public required string FromName { get; init; }

    /// <summary>Number of the letter.</summary>
    [MaxLength(60)] public required string Number { get; init; }

    /// <summary>What for.</summary>
    [MaxLength(40)] public required LetterKind Kind { get; init; }

    /// <summary>事由, cut where it is long.</summary>
    [MaxLength(200)] public required string About { get; init; }

    /// <summary>Day it was sent.</summary>
    public required DateOnly SentOn { get; init; }

    /// <summary>Until when an answer is asked for; <see cref="CaseRow.NoDue"/> where no day was named.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Day it was answered.</summary>
    public DateOnly? AnsweredOn { get; init; }

    /// <summary>What was answered.</summary>
    [MaxLength(20)] public LetterOutcome? Outcome { get; init; }

    /// <summary>The rows of a case.</summary>
    public static IEnumerable<CaseLetterRow> Of(CaseState state) => state.Measures.Letters.Index().Where(letter => letter.Item.Sent.ToUnit is not null).Select(letter => new CaseLetterRow
    {
        CaseId = state.Id,
        Letter = letter.Index,
        Unit = letter.Item.Sent.ToUnit!,
        FromName = state.Subject!.Name,
        Number = letter.Item.Sent.Number,
        Kind = letter.Item.Sent.Kind,
        About = PlainText.Cut(letter.Item.Sent.Subject, 200),
        SentOn = letter.Item.Sent.On,
        DueOn = letter.Item.Sent.ReplyDueOn ?? CaseRow.NoDue,
        AnsweredOn = letter.Item.Answered?.On,
        Outcome = letter.Item.Answered?.Outcome,
    });
}

/// <summary>Keeps the letters that units of the district receive from each other's cases (收文簿); inside the transaction of the event.</summary>
public sealed class CaseLetterBook(AppDb db)
{
    /// <summary>After something happened in a case.</summary>
    public async Task Write(CaseState state, CancellationToken cancel)
    {
        foreach (var made in CaseLetterRow.Of(state))
            if (await db.Set<CaseLetterRow>().FindAsync([made.CaseId, made.Letter], cancel) is { } row) db.Entry(row).CurrentValues.SetValues(made);
            else db.Add(made);
    }
}

/// <summary>A line of the letters received.</summary>
public sealed record CaseLetterLine(string CaseId, int Letter, string From, string Number, LetterKind Kind, string Title, string About, DateOnly SentOn, DateOnly? DueOn, bool IsOverdue, DateOnly? AnsweredOn, LetterOutcome? Outcome);

/// <summary>Letters from cases of other units (收到的函件): those that wait first, by the day an answer is asked for.</summary>
public sealed class ListCaseLetters(UseCaseRunner runner, AppDb db, CurrentActor current, TimeProvider time)
{
    /// <summary>Lists them page by page.</summary>
    /// <param name="state">open for those not answered, done for the others; open when nothing is said.</param>
    /// <param name="after">Where the page begins.</param>
    /// <param name="limit">Most lines.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Result<PageOf<CaseLetterLine>>> Run(string? state, string? after, string? limit, CancellationToken cancel) => runner.Read<PageOf<CaseLetterLine>>(AccessTable.ListCaseLetters, async () =>
    {
        if (state is not (null or "" or "open" or "done")) return Refusal.Invalid("state", "没有这个状态。");
        var asked = Cursor.Read(limit, after, "letters.due", state ?? "", 3);
        if (!asked.IsOk) return Result<PageOf<CaseLetterLine>>.Refused(asked.Refusals);
        var units = AccessRules.ScopeOf(current.Actor, AccessTable.ListCaseLetters).Units;
        var done = state == "done";
        var rows = db.Set<CaseLetterRow>().AsNoTracking().Where(row => units.Contains(row.Unit) && (row.AnsweredOn != null) == done);
        if (asked.Value.After is [var day, var id, var place] && DateText.TryParse(day, out var due) && int.TryParse(place, out var letter))
            rows = rows.Where(row => row.DueOn >= due && (row.DueOn > due || string.Compare(row.CaseId, id) > 0 || (row.CaseId == id && row.Letter > letter)));
        var found = await rows.OrderBy(row => row.DueOn).ThenBy(row => row.CaseId).ThenBy(row => row.Letter).Take(asked.Value.Fetch).ToListAsync(cancel);
        return asked.Value.Page([.. found.Select(row => Line(row, time.Today()))], "letters.due", state ?? "",
            line => [(line.DueOn ?? CaseRow.NoDue).ToIso(), line.CaseId, line.Letter.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
    });

    private static CaseLetterLine Line(CaseLetterRow row, DateOnly today) => new(row.CaseId, row.Letter, row.FromName, row.Number, row.Kind, MeasurePhrases.Title(row.Kind), row.About, row.SentOn,
        row.DueOn == CaseRow.NoDue ? null : row.DueOn, row.AnsweredOn is null && row.DueOn < today, row.AnsweredOn, row.Outcome);
}

/// <summary>A letter as the unit reads that receives it; nothing else of the case.</summary>
public sealed record CaseLetterView(
    string CaseId, int Letter, string Unit, string From, string Number, LetterKind Kind, string Title, string Subject, string Reason, IReadOnlyList<string> Materials, DateOnly SentOn, DateOnly? DueOn,
    DateOnly? AnsweredOn, LetterOutcome? Outcome, string? Reference, string? Text, string? ClueId, string? ClueNumber);

/// <summary>Shows a letter to the unit that received it (查看来函).</summary>
public sealed class ViewCaseLetter(UseCaseRunner runner, CaseStream stream)
{
    /// <summary>The letter.</summary>
    public Task<Result<CaseLetterView>> Run(string caseId, int letter, CancellationToken cancel) => runner.Read<CaseLetterView>(AccessTable.ListCaseLetters, async () =>
        await stream.Load(caseId, cancel) is { } state && Find(state, letter) is { } found && runner.Check(AccessTable.ListCaseLetters, new Placement(found.Sent.ToUnit!, null, [])) is null
            ? View(caseId, letter, state, found)
            : Refusal.NotFound());

    internal static CaseLetter? Find(CaseState state, int letter) =>
        state.Measures.Letters.ElementAtOrDefault(letter) is { Sent.ToUnit: not null } found ? found : null;

    private static CaseLetterView View(string caseId, int index, CaseState state, CaseLetter letter) => new(
        caseId, index, letter.Sent.ToUnit!, state.Subject!.Name, letter.Sent.Number, letter.Sent.Kind, MeasurePhrases.Title(letter.Sent.Kind), letter.Sent.Subject, letter.Sent.Reason, letter.Sent.Materials,
        letter.Sent.On, letter.Sent.ReplyDueOn, letter.Answered?.On, letter.Answered?.Outcome, letter.Answered?.Reference, letter.Answered?.Text,
        letter.Answered?.ClueId, letter.Answered?.ClueNumber);
}

/// <summary>
/// Answers a letter from another unit's case (接收或者退回来函): the answer stands in that case's record. A matter that is taken over becomes a clue of the unit, with
/// the day it must be decided on.
/// </summary>
public sealed class AnswerCaseLetter(UseCaseRunner runner, CaseStream stream, CaseDesk desk, NewClues clues, ClueDistrict district)
{
    private static readonly LetterKind[] TakesOver = [LetterKind.Handover, LetterKind.Referral, LetterKind.JurisdictionConsultation];

    /// <summary>Answers it.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="letter">Its place among the letters of the case.</param>
    /// <param name="accepted">True to take the matter over or to help, false to give it back; null is asked for.</param>
    /// <param name="reference">Number of the receipt; empty for a receipt of the platform.</param>
    /// <param name="text">What is said; the reason when it is given back.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>Id of the clue; null where none was made.</returns>
    public Task<Result<CaseLetterAnswer>> Run(string caseId, int letter, bool? accepted, string? reference, string? text, CancellationToken cancel) => runner.Write<CaseLetterAnswer>(AccessTable.AnswerCaseLetter, text, async () =>
    {
        if (await stream.Load(caseId, cancel) is not { } state || ViewCaseLetter.Find(state, letter) is not { } found) return Refusal.NotFound();
        var placement = new Placement(found.Sent.ToUnit!, null, []);
        if (runner.Check(AccessTable.AnswerCaseLetter, placement) is { } refusal)
            return runner.Check(AccessTable.ListCaseLetters, placement) is null ? refusal : Refusal.NotFound();
        if (accepted is null) return Refusal.Invalid("accepted", "请选择接收或者退回。");
        if (accepted == false && (text?.Trim().Length ?? 0) < Triage.ShortestReason) return Refusal.Invalid("text", $"退回应当写明理由，至少 {Triage.ShortestReason} 个字，来函单位会看到。");
        if (reference?.Trim().Length > 60) return Refusal.Invalid("reference", "回执文号不超过 60 字。");
        var body = district.Body(found.Sent.ToUnit) ?? new ClueBody(found.Sent.ToUnit, found.Sent.To);
        var command = new RecordLetterAnswer(desk.Context().Now, letter, accepted.Value ? LetterOutcome.Accepted : LetterOutcome.Declined,
            string.IsNullOrWhiteSpace(reference) ? $"{body.Name}平台回执" : reference.Trim(), text?.Trim() ?? "");
        var answered = await desk.Take(state, command, cancel);
        if (!answered.IsOk) return Result<CaseLetterAnswer>.Refused(answered.Refusals);
        var clue = accepted.Value && TakesOver.Contains(found.Sent.Kind) ? await TakeOver(state, found.Sent, body, cancel) : null;
        // The record of the case names the clue, so that both units find the way of the matter.
        await stream.Append(AccessTable.AnswerCaseLetter, state, (LetterAnswered)answered.Value with { ClueId = clue?.Id, ClueNumber = clue?.Number }, cancel);
        return new CaseLetterAnswer(caseId, letter, clue?.Id);
    }, cancel);

    private Task<ClueReceipt> TakeOver(CaseState state, LetterSent letter, ClueBody body, CancellationToken cancel)
    {
        var enclosed = letter.Materials.Count == 0 ? "" : $"附：{string.Join('、', letter.Materials)}。";
        return clues.Add(new NewClue(ClueSource.Referral, new Complaint(null,
            PlainText.Cut($"{state.Subject!.Name}{letter.Number}移送：{letter.Subject}。{letter.Reason}{enclosed}", ComplaintChecks.LongestDescription),
            state.Place!.Township, PlainText.Cut(state.Place.Address, 200), $"{state.ActOn!.Value.ToIso()}", false, null, null, true), state.Item!.Code, [], WithCode: false, body), cancel);
    }
}

/// <summary>What an answered letter gives back.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Letter">The letter.</param>
/// <param name="ClueId">The clue that the unit handles from here on; null when nothing was taken over.</param>
public sealed record CaseLetterAnswer(string CaseId, int Letter, string? ClueId);
