
namespace Lianzhi.Core.Cases;

public static partial class CaseSteps
{
    private static Result<CaseEvent> PenaliseOnSpot(PenaliseOnSpot c, StepContext context)
    {
        var on = CaseDays.Of(c.At);
        var competence = context.Facts.Competence(c.ItemCode, c.Township, c.Address, on);
        var assessment = context.Facts.Assess(new(c.Party, on, c.Penalties, competence.Item?.LeadDepartment ?? "", false, false, false, false, on));
        var officers = Gates.TwoOfficers(context.Facts, competence.Subject, c.Officers, on);
        var refused = !string.IsNullOrWhiteSpace(c.RefusalNote);
        return Answer(
            [
                Gates.Time(CaseState.New, c.At, context.Now),
                Gates.OnSpotInTime(on, context, competence.Item?.LeadDepartment),
                Given(c.Source, "source", "案件来源"),
                .. Gates.Named(c.Party),
                Gates.Born(c.Party, on),
                Given(c.ItemCode, "itemCode", "事项"),
                Given(c.Township, "township", "镇街"),
                Given(c.Address, "address", "案发地点"),
                Given(c.Facts, "facts", "违法事实"),
                Given(c.Breach, "breach", "违反的条款"),
                Given(c.PenaltyBasis, "penaltyBasis", "处罚依据"),
                Given(c.Receiver, "receiver", "签收人"),
                Gates.Subject(competence),
                .. competence.Item is null ? [] : PenaltyRange.Check(competence.Item, c.Party, c.Penalties, null),
                Gates.NotBarred(assessment),
                assessment.PenaltyBarred ? null : Gates.OnSpotLimit(assessment),
                Gates.Certificates(c.CertificatesShown),
                Gates.MustLighten(competence.Item, assessment, c.Penalties, $"{c.Facts}{c.PenaltyBasis}", "facts"),
                Gates.OralNotice(c.OralNotice, c.PartyOpinion),
                Gates.Correction(c.Correction),
                Gates.NotTwice(context.Facts.EarlierFines(c.Party, c.ItemCode, on), c.ItemCode, c.Township, c.Penalties, c.DistinctConduct),
                .. officers.Refusals,
            ],
            () => new OnSpotPenaltyDecided(c.At, c.CaseId, context.Number, c.Source, c.ClueId, c.Party, competence.Item!, competence.Subject!,
                competence.Place, c.Facts, c.Breach, c.PenaltyBasis, c.Penalties, c.OralNotice, c.PartyOpinion, c.Correction,
                context.Facts.Settings(competence.Subject!.Code, on).Remedies, assessment, officers.Value!,
                new(refused ? ServiceMethod.Left : ServiceMethod.Direct, on, c.Address, c.Receiver, "当事人", c.RefusalNote, null, officers.Value!),
                c.Penalties.Any(penalty => penalty.Kind == PenaltyKind.Fine) ? context.Facts.DaysAfter(on, 15) : null, Blank(c.DistinctConduct), c.CertificatesShown));
    }

    private static Result<CaseEvent> DecidePublication(CaseState state, DecidePublication c, StepContext context)
    {
        var signer = Gates.Signer(state, context);
        var settings = context.Facts.Settings(state.Subject!.Code, context.Today);
        return Answer(
            [
                state.Publication is not null ? new("publication-already-decided", "已经决定过是否公示。", "行政处罚法 第48条") : null,
                Given(c.Ground, "ground", "公示或者不公示的理由"),
                .. c.Publish
                    ? new[]
                    {
                        Gates.Publishable(state, state.Decision?.Assessment ?? state.OnSpot?.Assessment),
                        Gates.IsPenalty(state),
                        ExecutionGates.Standing(state),
                        c.Days < settings.PublicityMinimumDays || c.Days > settings.PublicityMaximumDays
                            ? new("publicity-term", $"公示时间不得少于 {settings.PublicityMinimumDays} 日，最长不得超过 {settings.PublicityMaximumDays} 日。", "福建省人民政府令第242号 第21条", "days")
                            : null,
                    }
                    : [],
                .. signer.Refusals,
            ],
            () => new PublicationDecided(context.Now, c.Publish, c.Ground, c.Publish ? c.Days : 0,
                c.Publish ? context.Facts.WorkingDaysAfter(context.Today, settings.PublicationDays) : null, signer.Value!));
    }

    private static Result<CaseEvent> Publish(CaseState state, PublishCaseDecision c, StepContext context) => Answer(
        [
            ExecutionGates.Standing(state),
            state.Publication is not { Publish: true } ? new("publication-not-approved", "负责人没有决定公示。", "行政处罚法 第48条") : null,
            state.Published is not null ? new("already-published", "已经公示。", "行政处罚法 第48条") : null,
            Gates.Publishable(state, state.Decision?.Assessment ?? state.OnSpot?.Assessment),
        ],
        () => new DecisionPublished(context.Now, c.PublicationId, context.Today.AddDays(state.Publication!.Days)));

    private static Result<CaseEvent> Withdraw(CaseState state, WithdrawPublication c, StepContext context) => Answer(
        [
            state.Published is null || state.Withdrawal is not null ? new("not-published", "没有在公示的内容，不需要撤下。", "行政处罚法 第48条第2款") : null,
            Given(c.Reason, "reason", "撤下的理由"),
        ],
        () => new PublicationWithdrawn(context.Now, c.PublicationId, c.Reason));
}
