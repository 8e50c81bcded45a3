namespace Lianzhi.Core.Cases;

public static partial class CaseSteps
{
    private static Result<CaseEvent> Propose(ProposeFiling c, StepContext context)
    {
        var on = CaseDays.Of(c.At);
        var competence = context.Facts.Competence(c.ItemCode, c.Township, c.Address, on);
        var limitation = context.Facts.Limitation(c.ActOn, c.DiscoveredOn, c.HarmToLifeHealthOrFinance);
        var officers = Gates.TwoOfficers(context.Facts, competence.Subject, c.Officers, on);
        return Answer(
            [
                Gates.Time(CaseState.New, c.At, context.Now),
                Given(c.Source, "source", "案件来源"),
                .. Gates.Named(c.Party),
                Gates.Born(c.Party, c.ActOn),
                Given(c.ItemCode, "itemCode", "事项"),
                Given(c.Township, "township", "镇街"),
                Given(c.Address, "address", "案发地点"),
                Given(c.Facts, "facts", "基本案情"),
                c.DiscoveredOn > on ? Refusal.Invalid("discoveredOn", "发现日期不能晚于提请立案的日期。") : null,
                c.ActOn > on ? Refusal.Invalid("actOn", "违法行为日期不能晚于提请立案的日期。") : null,
                Gates.Subject(competence),
                Gates.Limitation(limitation, c.DiscoveredOn),
                .. officers.Refusals,
            ],
            () => new FilingProposed(c.At, c.CaseId, c.Source, c.ClueId, c.Party, competence.Item!, competence.Subject!, competence.Place,
                c.Facts, c.ActOn, c.DiscoveredOn, limitation.LimitOn, officers.Value!, context.Account,
                context.Facts.WorkingDaysAfter(c.DiscoveredOn, context.Facts.Procedure.Settings(competence.Item!.LeadDepartment, on).FilingDays)));
    }

    private static Result<CaseEvent> Approve(CaseState state, ApproveFiling c, StepContext context)
    {
        var proposal = state.Proposal!;
        var today = context.Facts.Competence(proposal.Item.Code, proposal.Place.Township, proposal.Place.Address, context.Today);
        var signer = Gates.Signer(state, context);
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, [.. state.Officers.Select(officer => officer.Id)], context.Today);
        return Answer(
            [
                Given(c.Opinion, "opinion", "审批意见"),
                Gates.SubjectUnchanged(proposal.Subject, today.Subject),
                Gates.FiledFirst(state, context.Facts.Procedure.SameMatters, c.DistinctConduct),
                .. signer.Refusals,
                .. officers.Refusals,
            ],
            () => new CaseFiled(context.Now, context.Number, today.Item!, today.Subject!, officers.Value!, c.Opinion, signer.Value!,
                context.Facts.DaysAfter(context.Today, DecisionDays), c.DistinctConduct));
    }

    private static Result<CaseEvent> Refuse(CaseState state, RefuseFiling c, StepContext context)
    {
        var signer = Gates.Signer(state, context);
        return Answer(
            [Given(c.Reason, "reason", "不予立案的理由"), .. signer.Refusals],
            () => new FilingRefused(context.Now, c.Reason, signer.Value!));
    }

    private static Result<CaseEvent> Recuse(CaseState state, DeclareRecusal c, StepContext context)
    {
        var leaving = state.Officers.FirstOrDefault(officer => officer.Id == c.OfficerId);
        var signer = Gates.Signer(state, context);
        var others = state.Officers.Where(officer => officer.Id != c.OfficerId).Select(officer => officer.Id)
            .Concat(c.ReplacementId is null ? [] : [c.ReplacementId]).ToList();
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, others, context.Today);
        return Answer(
            [
                leaving is null ? Refusal.Invalid("officerId", "该人员不是本案的办案人员。") : null,
                Given(c.Reason, "reason", "回避理由"),
                Gates.NotOwnRecusal(c.OfficerId, context),
                c.ReplacementId is { } replacement ? Separation.Check(state, replacement, CaseDuty.Investigate, "replacementId") : null,
                c.ReplacementId is { } id && state.Recusals.Any(recusal => recusal.Officer.Id == id) ? Gates.OfCase(state, [id]) : null,
                .. signer.Refusals,
                .. officers.Refusals,
            ],
            () => new RecusalDeclared(context.Now, leaving!, c.Reason,
                c.ReplacementId is null ? null : officers.Value!.Single(officer => officer.Id == c.ReplacementId), signer.Value!));
    }
}
