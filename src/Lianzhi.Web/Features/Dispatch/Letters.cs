using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Dispatch;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>Keeps the letters of a crew in step with its order (借人函), always in the transaction of the step.</summary>
public sealed class LetterBook(AppDb db, BoardDesk desk)
{
    /// <summary>Asks every unit whose officers the chief does not dispatch; asks anew what changed, withdraws what is no longer wanted.</summary>
    public async Task Ask(DispatchCrewRow row, DayBoard board, DayCrew crew, string number, CancellationToken cancel)
    {
        var (needs, held) = (Borrowing.Needs(board, crew), await db.Set<BorrowLetterRow>().Where(letter => letter.CrewId == row.Id && !letter.Withdrawn).ToListAsync(cancel));
        foreach (var letter in held.Where(letter => needs.All(need => need.Home != letter.Home))) letter.Withdrawn = true;
        foreach (var need in needs)
        {
            var (officers, subjects) = (string.Join('|', need.Officers), string.Join('|', need.Subjects));
            if (held.Find(letter => letter.Home == need.Home) is not { } known)
            {
                db.Add(new BorrowLetterRow
                {
                    Id = desk.NewId(),
                    BoardId = row.BoardId,
                    CrewId = row.Id,
                    Area = row.Area,
                    Day = row.Day,
                    Home = need.Home,
                    Officers = officers,
                    Subjects = subjects,
                    FromMinute = need.Hours.From,
                    UntilMinute = need.Hours.Until,
                    Purpose = need.Purpose,
                    Number = number,
                    Edition = 1,
                    IssuedBy = desk.ActorName,
                    IssuedOn = desk.Today,
                });
                continue;
            }
            if ((known.Officers, known.Subjects, known.FromMinute, known.UntilMinute, known.Purpose) == (officers, subjects, need.Hours.From, need.Hours.Until, need.Purpose)) continue;
            (known.Officers, known.Subjects, known.FromMinute, known.UntilMinute, known.Purpose) = (officers, subjects, need.Hours.From, need.Hours.Until, need.Purpose);
            (known.Edition, known.IssuedBy, known.IssuedOn) = (known.Edition + 1, desk.ActorName, desk.Today);
            (known.Agrees, known.Reply, known.RepliedBy, known.RepliedOn) = (null, null, null, null);
        }
    }

    /// <summary>Withdraws every letter of a crew whose order was cancelled.</summary>
    public async Task Withdraw(string crew, CancellationToken cancel)
    {
        foreach (var letter in await db.Set<BorrowLetterRow>().Where(letter => letter.CrewId == crew && !letter.Withdrawn).ToListAsync(cancel)) letter.Withdrawn = true;
    }

    /// <summary>Units that were asked for a crew and have not agreed.</summary>
    public async Task<IReadOnlyList<string>> Open(string crew, CancellationToken cancel) =>
        await db.Set<BorrowLetterRow>().AsNoTracking().Where(letter => letter.CrewId == crew && !letter.Withdrawn && letter.Agrees != true).OrderBy(letter => letter.Home).Select(letter => letter.Home).ToListAsync(cancel);
}

/// <summary>A letter with what its page shows.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Stage">How far the order has come.</param>
/// <param name="Paper">The paper.</param>
public sealed record LetterView(BorrowLetterRow Row, OrderStage Stage, DocumentContent Paper);

/// <summary>Shows a letter (借人函).</summary>
public sealed class ViewLetter(UseCaseRunner runner, AppDb db, Snapshot<OrganisationRegister> organisation)
{
    /// <summary>Loads it.</summary>
    public Task<Result<LetterView>> Run(string id, CancellationToken cancel) => runner.Read<LetterView>(AccessTable.ViewLetter, async () =>
    {
        if (await db.Set<BorrowLetterRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } row) return Refusal.NotFound();
        if (runner.Check(AccessTable.ViewLetter, row.Placement) is { } refusal) return refusal;
        var (day, stage) = (organisation.Current.AsOf(row.Day), await db.Set<DispatchCrewRow>().AsNoTracking().Where(crew => crew.Id == row.CrewId).Select(crew => crew.Stage).SingleAsync(cancel));
        return new LetterView(row, stage, Borrowing.Paper(new BorrowLetter(
            day.Areas.FirstOrDefault(area => area.Id == row.Area)?.Name ?? row.Area, day.UnitName(row.Home), row.Number, row.Edition, row.Day, new MinuteSpan(row.FromMinute, row.UntilMinute),
            [.. row.OfficerIds.Select(officer => (day.Officer(officer)?.Name ?? "（已离岗人员）", day.ValidCertificate(officer)?.Number ?? "（没有有效证件）"))],
            [.. row.Subjects.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(day.UnitName)], row.Purpose, row.IssuedBy, row.IssuedOn, row.Agrees, row.Reply, row.RepliedBy, row.RepliedOn)));
    });
}

/// <summary>The unit answers (回复借人函): who is refused may not be sent that day, and the board says so.</summary>
public sealed class AnswerLetter(UseCaseRunner runner, AppDb db, BoardDesk desk)
{
    /// <summary>Answers.</summary>
    public Task<Result<string>> Run(string id, long? version, bool? agrees, string? text, CancellationToken cancel) => runner.Write<string>(AccessTable.AnswerLetter, text, async () =>
    {
        if (await db.Set<BorrowLetterRow>().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } row) return Refusal.NotFound();
        if (runner.Check(AccessTable.AnswerLetter, new Placement(row.Home, null, [])) is { } refusal) return refusal;
        if (version is not null && row.Version != version) return Refusal.Stale(row.Version);
        var crew = await db.Set<DispatchCrewRow>().AsNoTracking().SingleAsync(one => one.Id == row.CrewId, cancel);
        if (Borrowing.Answer(row.Withdrawn, crew.Stage, agrees, text) is { Count: > 0 } faults) return Result<string>.Refused(faults);
        (row.Agrees, row.Reply, row.RepliedBy, row.RepliedOn) = (agrees, string.IsNullOrWhiteSpace(text) ? null : text.Trim(), desk.ActorName, desk.Today);
        (await db.Set<DispatchBoardRow>().SingleAsync(board => board.Id == row.BoardId, cancel)).Revision++;
        return id;
    }, cancel);
}
