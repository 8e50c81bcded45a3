using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases.Clocks;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Powers;
using Lianzhi.Core.Settings;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Rules;

/// <summary>Asks a rule (规则查询): each answer comes from Core, on the reference data of this moment.</summary>
public sealed class AskRules(
    UseCaseRunner runner, Snapshot<WorkCalendar> calendar, Snapshot<SettingsBook> settings,
    Snapshot<OrganisationRegister> organisation, Snapshot<Catalogue> catalogue, TimeProvider time)
{
    /// <summary>谁来执法.</summary>
    public Task<Result<CompetenceView>> Competence(CompetenceRequest request) => Ask<CompetenceView>(() =>
        Core.Powers.Competence.Resolve(new(request.Item, request.Township, request.FiledOn, request.CrossesTownships, request.MajorOrComplex) { OtherTownships = request.OtherTownships ?? [] },
            catalogue.Current, organisation.Current).Then<CompetenceView>(answer => CompetenceView.Of(answer)));

    /// <summary>期间计算.</summary>
    public Task<Result<PeriodView>> Period(PeriodRequest request) => Ask<PeriodView>(() =>
        Core.Calendar.Period.Reckon(request.Start, new(request.Count, request.Unit, request.RollOver, request.Direction), PauseInput.Spans(request.Pauses), calendar.Current)
            .Then<PeriodView>(end => new PeriodView(end.Due, end.Counted, end.RolledFrom, ReasonView.Of(end.Reasons))));

    /// <summary>案件时限.</summary>
    public Task<Result<ClocksView>> Clocks(ClocksRequest request) => Ask<ClocksView>(() =>
        CaseClocks.Compute(request.Procedure, request.Performance, request.ToEvents(), request.AsOf, calendar.Current, settings.Current)
            .Then<ClocksView>(clocks => ClocksView.Of(clocks, request)));

    /// <summary>程序判断.</summary>
    public Task<Result<ProcedureView>> Procedure(ProcedureRequest request) => Ask<ProcedureView>(() =>
    {
        var faults = new List<Refusal>();
        if (organisation.Current.Departments.All(department => department.ShortName != request.Department)) faults.Add(Refusal.Invalid("department", "没有这一部门简称。"));
        if (request.Party.BirthDate > request.ActOn) faults.Add(Refusal.Invalid("party.birthDate", "不得晚于行为日。"));
        if (faults.Count > 0) return faults;
        return ProcedureView.Of(Core.Cases.Procedure.Find(request.ToQuestion(), settings.Current.AsOf(request.ActOn)));
    });

    /// <summary>加处罚款.</summary>
    public Task<Result<SurchargeView>> Surcharge(SurchargeRequest request) => Ask<SurchargeView>(() =>
    {
        var answer = Core.Cases.Surcharge.Count(request.FineFen, request.Due, request.AsOf, PauseInput.Spans(request.Pauses));
        return new SurchargeView(answer.SurchargeFen / 100m, answer.Days, answer.CappedOn, ReasonView.Of(answer.Reasons));
    });

    /// <summary>追究时效.</summary>
    public Task<Result<LimitationView>> Limitation(LimitationRequest request) => Ask<LimitationView>(() =>
        Core.Cases.Limitation.Check(request.ActEndedOn, request.DiscoveredOn, request.HarmToLifeHealthOrFinance)
            .Then<LimitationView>(answer => new LimitationView(answer.Expired, answer.Limit, answer.Years, ReasonView.Of(answer.Reasons))));

    /// <summary>证照号码校验.</summary>
    public Task<Result<IdentifierView>> Identifier(IdentifierRequest request) => Ask<IdentifierView>(() =>
    {
        var check = request.Kind == IdentifierKind.CreditCode ? Identifiers.CreditCode(request.Value) : Identifiers.ResidentId(request.Value, time.Today());
        return new IdentifierView(check.Valid, check.Why, [new(check.Why, check.Basis.Text)]);
    });

    private Task<Result<T>> Ask<T>(Func<Result<T>> rule) => runner.Read(AccessTable.AskRules, () => Task.FromResult(rule()));
}
