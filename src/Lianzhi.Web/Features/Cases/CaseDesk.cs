using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Discretion;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Powers;
using Lianzhi.Core.Records;
using Lianzhi.Core.Settings;
using Lianzhi.Web.Components.Forms;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Documents;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Cases;

/// <summary>What steps ask of the district (办案依据): calendar, settings, organisation, powers, numbers, earlier fines.</summary>
public sealed class CaseDesk(
    Snapshot<OrganisationRegister> organisation, Snapshot<Catalogue> catalogue, Snapshot<WorkCalendar> calendar, Snapshot<SettingsBook> settings,
    PartyLookup lookup, NumberBook numbers, AppDb db, CurrentActor current, TimeProvider time)
{
    private CaseWorld World => new(calendar.Current, settings.Current, organisation.Current, catalogue.Current);

    /// <summary>Working days.</summary>
    public WorkCalendar Calendar => calendar.Current;

    /// <summary>Settings with their history.</summary>
    public SettingsBook Settings => settings.Current;

    /// <summary>The organisation of today.</summary>
    public OrganisationAsOf Organisation => OrganisationOn(time.Today());

    /// <summary>The organisation of a day.</summary>
    public OrganisationAsOf OrganisationOn(DateOnly day) => organisation.Current.AsOf(day);

    /// <summary>The powers list.</summary>
    public Catalogue Catalogue => catalogue.Current;

    /// <summary>The context for questions that make no paper and fine nobody.</summary>
    public StepContext Context() => new(current.Actor.Id, current.Actor.OfficerId, CanonicalText.Truncate(time.GetUtcNow()), "", World.Facts((_, _, _) => []));

    /// <summary>What the form of a new case begins with for the officer who fills it in.</summary>
    public NewCaseView NewCase()
    {
        var unit = current.Actor.Assignments.FirstOrDefault(assignment => assignment.Role == Role.Officer)?.Unit ?? "";
        return new(time.GetUtcNow(), [.. Catalogue.AsOf(time.Today()).Select(item => new Choice(item.Code, item.Conduct))],
            [.. Organisation.Townships.Select(township => new Choice(township.Code, township.Name))], ViewCaseStep.OfficersFor(this, unit), current.Actor.OfficerId)
        { Township = unit };
    }

    /// <summary>Takes a step: what nobody can mean is refused before any rule is asked.</summary>
    public async Task<Result<CaseEvent>> Take(CaseState state, CaseCommand command, CancellationToken cancel)
    {
        if (CommandLimits.Check(command) is { Count: > 0 } beyond) return Result<CaseEvent>.Refused(beyond);
        var context = await Context(state, command, cancel);
        return context.IsOk ? CaseSteps.Take(state, command, context.Value) : Result<CaseEvent>.Refused(context.Refusals);
    }

    /// <summary>The context of a step: the number of its paper taken, earlier fines for the same conduct looked up.</summary>
    /// <param name="state">The case.</param>
    /// <param name="command">What is to be done.</param>
    /// <param name="cancel">Stops waiting.</param>
    private async Task<Result<StepContext>> Context(CaseState state, CaseCommand command, CancellationToken cancel)
    {
        var (party, item, township, unit, actOn) = command switch
        {
            PenaliseOnSpot c => (c.Party, c.ItemCode, c.Township, SubjectOf(c.ItemCode, c.Township, CaseDays.Of(c.At)), CaseDays.Of(c.At)),
            _ => (state.Party, state.Item?.Code ?? "", state.Place?.Township ?? "", state.Subject?.Code, state.ActOn ?? time.Today()),
        };
        var fines = party is not null && command is PenaliseOnSpot or MakeDecision ? await EarlierFines(party!, item, township, actOn, state.Id, cancel) : [];
        var number = "";
        if (CaseFlow.NumberFor(state, command) is { } kind && unit is not null)
        {
            if (command is PenaliseOnSpot { ReservedNumber: { Length: > 0 } reserved } onSpot)
            {
                if (await numbers.Use(reserved, unit, kind, onSpot.CaseId, cancel) is { } refusal) return refusal;
                number = PaperMarks.CleanNumber(reserved);
            }
            else
            {
                number = await numbers.Next(OwnerOf(unit) ?? new(unit, unit, unit), kind, command is PenaliseOnSpot { CaseId: var id } ? id : state.Id, cancel);
            }
        }
        var history = party is null || command.Step is not (CaseStep.ApproveFiling or CaseStep.MakeDecision or CaseStep.WithdrawCase) ? CaseHistory.None
            : new CaseHistory(await SameMatters(party, item, township, actOn, state.Id, cancel));
        var facts = World.Facts((_, _, _) => fines, history);
        if (command is AssessDiscretion or ConcludeInvestigation) facts = facts with { History = await lookup.For(state, cancel) };
        return Context() with { Number = number, Facts = facts };
    }

    /// <summary>Short name of the department of an item; null when it has none.</summary>
    public string? DepartmentOf(string leadDepartment) => organisation.Current.OrganOn(leadDepartment, OrganLevel.District, time.Today())?.ShortName;

    private string? SubjectOf(string item, string township, DateOnly day)
    {
        if (!catalogue.Current.Knows(item) || !organisation.Current.KnowsTownship(township)) return null;
        var answer = Competence.Resolve(new(item, township, day), catalogue.Current, organisation.Current);
        return answer.IsOk ? answer.Value.Subject?.Code : null;
    }

    private async Task<IReadOnlyList<EarlierFine>> EarlierFines(CaseParty party, string item, string township, DateOnly actOn, string except, CancellationToken cancel)
    {
        var key = CaseRow.KeyOf(party, except);
        return await db.Set<CaseRow>().AsNoTracking()
            .Where(row => row.PartyKey == key && row.ActOn == actOn && (row.ItemCode == item || row.Township == township) && row.FineFen > 0 && row.Id != except && row.DecisionNumber != null)
            .OrderBy(row => row.Id).Select(row => new EarlierFine(row.DecisionNumber!, row.ItemCode, row.Township)).Take(5).ToListAsync(cancel);
    }

    /// <summary>Other cases of the same party and item, or of conduct of the same day and township, of every subject (同一当事人同类、同日同地案件).</summary>
    private async Task<IReadOnlyList<SameMatter>> SameMatters(CaseParty party, string item, string township, DateOnly actOn, string except, CancellationToken cancel)
    {
        var matters = await Matters(party, except, rows => rows.Where(row => row.ItemCode == item || (row.ActOn == actOn && row.Township == township)), 50, cancel);
        var found = await lookup.FindingViolations([.. matters.Where(other => other.DecisionNumber is not null).Select(other => other.CaseId)], cancel);
        return [.. matters.Select(other => other with { Punished = found.Contains(other.CaseId) })];
    }

    /// <summary>
    /// Cases of the same party within the days of the setting, of the same item or in the same township: one conduct may have been filed twice, by two units or
    /// under two items; a warning, never a bar (同案提示).
    /// </summary>
    public Task<IReadOnlyList<SameMatter>> PerhapsTheSame(CaseState state, CancellationToken cancel)
    {
        var (days, actOn) = (Settings.AsOf(time.Today()).Number(ProcedureSettingCatalogue.SameMatterDays), state.ActOn!.Value);
        var (item, township, from, to) = (state.Item!.Code, state.Place!.Township, actOn.AddDays(-days), actOn.AddDays(days));
        return Matters(state.Party!, state.Id, rows => rows.Where(row => row.ActOn >= from && row.ActOn <= to && (row.ItemCode == item || row.Township == township)), 20, cancel);
    }

    private async Task<IReadOnlyList<SameMatter>> Matters(CaseParty party, string except, Func<IQueryable<CaseRow>, IQueryable<CaseRow>> of, int most, CancellationToken cancel)
    {
        var key = CaseRow.KeyOf(party, except);
        var rows = await of(db.Set<CaseRow>().AsNoTracking().Where(row => row.PartyKey == key && row.Id != except && row.Stage != CaseStage.Refused))
            .OrderByDescending(row => row.ActOn).ThenBy(row => row.Id).Take(most)
            .Select(row => new SameMatter(row.Id, row.Number, row.Unit, row.UnitName, row.Township, row.ActOn, row.FiledOn, row.DecisionNumber, row.DecisionNumber != null && row.FineFen > 0, row.ItemCode))
            .ToListAsync(cancel);
        return [.. rows.Select(row => row with { Place = Organisation.UnitName(row.Place) })];
    }

    /// <summary>Whose numbers are counted: name and 发文代字 of a unit today; null when there is none of that code.</summary>
    public NumberOwner? OwnerOf(string unit) =>
        World.DocumentWord(unit, time.Today()) is { } word ? new(unit, Organisation.UnitName(unit), word) : null;
}
