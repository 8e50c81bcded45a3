using Lianzhi.Core.Cases.Measures;

namespace Lianzhi.Core.Cases;

/// <content>Substitute performance, demolition, transfers, letters (代履行、拆除、移送、函件).</content>
public static partial class CaseSteps
{
    private static Result<CaseEvent> TakeEnforcement(CaseState state, MeasureCommand command, StepContext context) => command switch
    {
        OrderSubstitute c => Substitute(state, c, context),
        DemandSubstitute c => DemandPerformance(state, c, context),
        PerformSubstitute c => CarryOutSubstitute(state, c, context),
        ClearAtOnce c => Clear(state, c, context),
        AnnounceDemolition c => Announce(state, c, context),
        DecideDemolition c => DecideToDemolish(state, c, context),
        CarryOutDemolition c => Demolish(state, c, context),
        _ => TakeTransfer(state, command, context),
    };

    private static Result<CaseEvent> Substitute(CaseState state, OrderSubstitute c, StepContext context)
    {
        var on = CaseDays.Of(c.At);
        var request = state.Measures.Approval(MeasureKind.SubstitutePerformance)!.Value;
        var service = Delivery(state, c.Service, c.Officers, on, context.Facts);
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                NotBefore(c.At, state.Measures.Requests[request].Approved!.At, "代履行决定不能早于负责人批准。", "行政强制法 第50条"),
                Given(c.Obligation, "obligation", "当事人逾期不履行的义务"),
                Given(c.Reason, "reason", "已经或者将危害交通安全、造成环境污染或者破坏自然资源的情况"),
                Given(c.LegalBasis, "legalBasis", "法律依据"),
                Given(c.Performer, "performer", "代履行人"),
                Given(c.Manner, "manner", "代履行方式"),
                MeasureGates.Unperformed(state, on, "at"),
                c.PerformOn <= (service.Value?.ServedOn ?? on) ? Refusal.Invalid("performOn", "代履行时间应当晚于决定送达之日。") : null,
                c.BudgetFen < 0 ? Refusal.Invalid("budgetFen", "费用预算不能小于零。") : null,
                .. service.Refusals,
            ],
            () => new SubstituteOrdered(c.At, context.Number, request, c.Obligation, c.Reason, c.LegalBasis, c.Performer, c.Manner, c.PerformOn, c.BudgetFen,
                context.Facts.Settings(state.Subject!.Code, on).Remedies, service.Value!, service.Value!.Officers));
    }

    private static Result<CaseEvent> DemandPerformance(CaseState state, DemandSubstitute c, StepContext context)
    {
        var on = CaseDays.Of(c.At);
        var service = Delivery(state, c.Service, c.Officers, on, context.Facts);
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                on < state.Measures.Substitute!.Service.ServedOn ? Refusal.Invalid("at", "催告不能早于代履行决定书送达。") : null,
                Given(c.Requirement, "requirement", "催告履行的内容"),
                .. service.Refusals,
            ],
            () => new SubstituteDemanded(c.At, context.Number, c.Requirement, context.Facts.WorkingDaysAfter(service.Value!.ServedOn, 3).AddDays(1), service.Value, service.Value!.Officers));
    }

    private static Result<CaseEvent> CarryOutSubstitute(CaseState state, PerformSubstitute c, StepContext context)
    {
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, c.Officers, CaseDays.Of(c.At));
        return Answer(
            [
                .. Begun(state, c.At, c.Until, c.Officers, context),
                MeasureGates.SubstituteTooEarly(state.Measures, CaseDays.Of(c.At), "at"),
                MeasureGates.Hours(c.At, c.Until, c.Urgent, context),
                c.WithoutViolence ? null : new("violent-performance", "代履行不得采用暴力、胁迫以及其他非法方式。", "行政强制法 第51条第3款", "withoutViolence"),
                Given(c.Place, "place", "地点"),
                Given(c.Result, "result", "实施情况"),
                Given(c.Witness, "witness", "到场监督、代履行人和当事人或者见证人的签名情况"),
                c.CostFen < 0 ? Refusal.Invalid("costFen", "费用不能小于零。") : null,
                .. officers.Refusals,
            ],
            () => new SubstitutePerformed(c.At, c.Until, c.Place, c.Result, c.Witness, c.CostFen, Blank(c.Urgent), officers.Value!));
    }

    private static Result<CaseEvent> Clear(CaseState state, ClearAtOnce c, StepContext context)
    {
        var on = CaseDays.Of(c.At);
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, c.Officers, on);
        return Answer(
            [
                .. Begun(state, c.At, c.Until, c.Officers, context),
                Given(c.Place, "place", "道路、河道、航道或者公共场所"),
                Given(c.Obstacle, "obstacle", "遗洒物、障碍物或者污染物"),
                Given(c.Reason, "reason", "需要立即清除、当事人不能清除的情况"),
                c.PartyPresent || c.ToldOn is not null || state.Party is null ? null
                    : new("party-not-told-afterwards", "当事人不在场的，应当在事后立即通知当事人。", "行政强制法 第52条", "toldOn"),
                c.ToldOn < on ? Refusal.Invalid("toldOn", "通知日期不能早于清除之日。") : c.ToldOn > context.Today ? Refusal.Invalid("toldOn", "通知日期不能晚于今天。") : null,
                c.CostFen < 0 ? Refusal.Invalid("costFen", "费用不能小于零。") : null,
                .. officers.Refusals,
            ],
            () => new ClearedAtOnce(c.At, c.Until, c.Place, c.Obstacle, c.Reason, c.PartyPresent, c.ToldOn, c.CostFen, officers.Value!));
    }

    private static Result<CaseEvent> Announce(CaseState state, AnnounceDemolition c, StepContext context)
    {
        var on = CaseDays.Of(c.At);
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, c.Officers, on);
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                on < state.ServedOn ? Refusal.Invalid("at", "公告不能早于决定书送达。") : null,
                Given(c.Building, "building", "违法的建筑物、构筑物、设施"),
                Given(c.PostedAt, "postedAt", "公告张贴地点"),
                c.SelfDemolishBy <= on ? Refusal.Invalid("selfDemolishBy", "自行拆除期限应当晚于公告之日。") : null,
                .. officers.Refusals,
            ],
            () => new DemolitionAnnounced(c.At, context.Number, c.Building, c.SelfDemolishBy, c.PostedAt, officers.Value!));
    }

    private static Result<CaseEvent> DecideToDemolish(CaseState state, DecideDemolition c, StepContext context)
    {
        var signer = Gates.Signer(state, context);
        var town = state.Subject!.Name.EndsWith("镇人民政府", StringComparison.Ordinal);
        return Answer(
            [
                Given(c.LegalBasis, "legalBasis", "赋予强制拆除权的法律依据"),
                town || !string.IsNullOrWhiteSpace(c.GovernmentOrder) ? null
                    : new("no-demolition-power", "街道办事处和部门没有法定的强制拆除权；应当由县级以上地方人民政府责成，写明责成文号，或者申请人民法院强制执行。", "城乡规划法 第65、68条；行政强制法 第13条", "governmentOrder"),
                Given(c.Manner, "manner", "强制执行的方式"),
                c.PlannedOn < context.Today ? Refusal.Invalid("plannedOn", "实施时间不能早于今天。") : null,
                context.Facts.Measures.Holiday(c.PlannedOn) is { } holiday ? new("enforced-on-holiday", $"计划日期是{holiday}，不得在法定节假日实施行政强制执行。", "行政强制法 第43条第1款", "plannedOn") : null,
                MeasureGates.Utilities(c.NoUtilitiesCut),
                .. signer.Refusals,
            ],
            () => new DemolitionDecided(context.Now, context.Number, c.LegalBasis, Blank(c.GovernmentOrder), c.Manner, c.PlannedOn,
                context.Facts.Settings(state.Subject!.Code, context.Today).Remedies, signer.Value!));
    }

    private static Result<CaseEvent> Demolish(CaseState state, CarryOutDemolition c, StepContext context)
    {
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, c.Officers, CaseDays.Of(c.At));
        return Answer(
            [
                .. Begun(state, c.At, c.Until, c.Officers, context),
                CaseDays.Of(c.At) < ServedPapers.Of(state).First(paper => paper.Paper == ServedPaper.Demolition).ServedOn ? Refusal.Invalid("at", "实施不能早于强制拆除决定书送达。") : null,
                MeasureGates.Hours(c.At, c.Until, c.Urgent, context),
                MeasureGates.Utilities(c.NoUtilitiesCut),
                Given(c.Place, "place", "地点"),
                Given(c.Findings, "findings", "实施情况"),
                Given(c.Witness, "witness", "在场的当事人或者见证人"),
                .. c.Inventory.Select(goods => goods.Fault() is { } fault ? Refusal.Invalid("inventory", fault) : null),
                .. officers.Refusals,
            ],
            () => new DemolitionCarriedOut(c.At, c.Until, c.Place, c.Findings, c.Inventory, c.Witness, Blank(c.Urgent), officers.Value!));
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
