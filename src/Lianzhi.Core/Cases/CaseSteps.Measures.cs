using Lianzhi.Core.Cases.Measures;
using Lianzhi.Core.Documents;

namespace Lianzhi.Core.Cases;

/// <content>Evidence and sealing (调查措施、查封扣押).</content>
public static partial class CaseSteps
{
    private static Result<CaseEvent> TakeMeasure(CaseState state, MeasureCommand command, StepContext context)
    {
        var standing = MeasureGates.Of(state, command.Step, context).OfType<Refusal>().ToList();
        if (standing.Count > 0) return standing;
        return command switch
        {
            TakeSample c => Sample(state, c, context),
            CommissionTest c => BeginTest(state, c, context),
            ConcludeTest c => EndTest(state, c, context),
            RequestMeasure c => Request(state, c, context),
            SubmitMeasureReview c => SubmitMeasure(state, c, context),
            ReviewMeasure c => GiveMeasureOpinion(state, c, context),
            ApproveMeasure c => Answered(state, c.Request, Given(c.Opinion, "opinion", "审批意见"), context, signer => new MeasureApproved(context.Now, c.Request, c.Opinion, signer, context.Number), MeasureReviews.Approvable(state, c.Request, context)),
            RefuseMeasure c => Answered(state, c.Request, Given(c.Reason, "reason", "不批准的理由"), context, signer => new MeasureRefused(context.Now, c.Request, c.Reason, signer)),
            PreserveEvidence c => Preserve(state, c, context),
            DecidePreserved c => DisposePreserved(state, c, context),
            SealGoods c => Seal(state, c, context),
            ExtendSealing c => Extend(state, c, context),
            LiftSealing c => Lift(state, c, context),
            RecordCustody c => Keep(state, c, context),
            _ => TakeEnforcement(state, command, context),
        };
    }

    private static Result<CaseEvent> Sample(CaseState state, TakeSample c, StepContext context)
    {
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, c.Officers, CaseDays.Of(c.At));
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                Gates.Certificates(c.CertificatesShown),
                Given(c.Place, "place", "抽样地点"),
                Given(c.Method, "method", "抽样方法"),
                Given(c.Purpose, "purpose", "抽样目的"),
                Given(c.Present, "present", "在场人员；无人在场的写明见证人"),
                .. Listed(c.Goods, "goods"),
                .. officers.Refusals,
            ],
            () => new SampleTaken(c.At, context.Number, c.Place, c.Goods, c.Method, c.Purpose, c.Present, c.SignatureRefused, officers.Value!));
    }

    private static Result<CaseEvent> BeginTest(CaseState state, CommissionTest c, StepContext context)
    {
        var on = CaseDays.Of(c.At);
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, c.Officers, on);
        Result<CaseService>? told = c.ToldInWriting && c.Service is not null ? Delivery(state, c.Service, c.Officers, on, context.Facts) : (Result<CaseService>?)null;
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                Given(c.Kind, "kind", "检测、检验、检疫或者技术鉴定"),
                Given(c.Specimen, "specimen", "检测对象"),
                Given(c.Institution, "institution", "检测、鉴定机构"),
                Given(c.Question, "question", "检测、鉴定事项"),
                c.From < on ? Refusal.Invalid("from", "开始日期不能早于委托之日。") : null,
                c.Until < c.From ? Refusal.Invalid("until", "结束日期不能早于开始日期。") : null,
                c.Until.DayNumber - c.From.DayNumber > 365 ? Refusal.Invalid("until", "检测、鉴定期间不能超过一年。") : null,
                c.Sealing is { } sealing ? At(state.Measures.Sealings, sealing, "sealing", "查封、扣押") : null,
                c.Sealing is not null && state.Measures.Tests.Any(test => test.Begun.Sealing == c.Sealing && test.Begun.Until >= c.From && test.Ended is null)
                    ? new("test-running", "同一查封、扣押的检测、鉴定期间重叠。", "行政强制法 第25条第3款", "from") : null,
                c.ToldInWriting && c.Service is null ? Refusal.Invalid("service", "请填写书面告知的送达情况。") : null,
                .. told?.Refusals ?? [],
                .. officers.Refusals,
            ],
            () => new TestCommissioned(c.At, context.Number, c.Kind, c.Specimen, c.Institution, c.Question, c.Sealing, c.From, c.Until, told?.Value, officers.Value!));
    }

    private static Result<CaseEvent> EndTest(CaseState state, ConcludeTest c, StepContext context)
    {
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, c.Officers, CaseDays.Of(c.At));
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                At(state.Measures.Tests, c.Test, "test", "检测、鉴定") ?? (state.Measures.Tests[c.Test] is { Ended: not null } ? Refusal.Invalid("test", "该检测、鉴定已有意见。")
                    : CaseDays.Of(c.At) < state.Measures.Tests[c.Test].Begun.From ? Refusal.Invalid("at", "意见不能早于检测、鉴定开始。") : null),
                Given(c.ReportNumber, "reportNumber", "报告编号"),
                Given(c.Opinion, "opinion", "检测、鉴定意见"),
                .. officers.Refusals,
            ],
            () => new TestConcluded(c.At, c.Test, c.ReportNumber, c.Opinion, c.ToldParty, officers.Value!));
    }

    private static Result<CaseEvent> Request(CaseState state, RequestMeasure c, StepContext context)
    {
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, c.Officers, CaseDays.Of(c.At));
        var coercive = c.Kind is MeasureKind.Sealing or MeasureKind.Seizure or MeasureKind.Extension;
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                Given(c.Reason, "reason", "理由"),
                Given(c.LegalBasis, "legalBasis", "法律、法规依据"),
                coercive ? MeasureGates.CoercionPower(state, context) : null,
                c.Kind == MeasureKind.Extension && c.Sealing is null ? Refusal.Invalid("sealing", "请选择要延长的查封、扣押。") : null,
                c.Kind is MeasureKind.Preservation or MeasureKind.SubstitutePerformance && c.Sealing is not null ? Refusal.Invalid("sealing", "此项措施不针对已有的查封、扣押。") : null,
                c.Sealing is { } sealing ? At(state.Measures.Sealings, sealing, "sealing", "查封、扣押") ?? OfSealing(state.Measures, c, sealing) : null,
                state.Measures.Requests.Any(request => request.Pending && request.Asked.Kind == c.Kind && request.Asked.Sealing == c.Sealing)
                    ? new("request-pending", "同一措施已在审批中。", "行政强制法 第18条", "kind") : null,
                .. c.Sealing is null && c.Kind != MeasureKind.SubstitutePerformance ? Listed(c.Goods, "goods") : [],
                .. officers.Refusals,
            ],
            () => new MeasureRequested(c.At, c.Kind, c.Sealing, c.Goods, c.Reason, c.LegalBasis, officers.Value!));
    }

    private static Refusal? OfSealing(CaseMeasures measures, RequestMeasure c, int index) => measures.Sealings[index] switch
    {
        { Lifted: not null } => Refusal.Invalid("sealing", "该查封、扣押已经解除。"),
        { Extended: not null } when c.Kind == MeasureKind.Extension => new("not-extendable", "延长以一次为限。", "行政强制法 第25条第1款", "sealing"),
        { Approved: true } when c.Kind != MeasureKind.Extension => Refusal.Invalid("sealing", "该查封、扣押已经批准，不需要补办。"),
        _ => null,
    };

    private static Result<CaseEvent> Answered(CaseState state, int request, Refusal? missing, StepContext context, Func<CaseSigner, CaseEvent> happened, Refusal? unreviewed = null)
    {
        var signer = Gates.Signer(state, context);
        return Answer(
            [
                At(state.Measures.Requests, request, "request", "审批事项") ?? (state.Measures.Requests[request].Pending ? null : Refusal.Invalid("request", "该事项已经审批。")),
                missing,
                unreviewed,
                .. signer.Refusals,
            ],
            () => happened(signer.Value!));
    }

    private static Result<CaseEvent> Preserve(CaseState state, PreserveEvidence c, StepContext context)
    {
        var on = CaseDays.Of(c.At);
        var request = state.Measures.Approval(MeasureKind.Preservation, c.Goods)!.Value;
        var service = Delivery(state, c.Service, c.Officers, on, context.Facts);
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                Gates.Certificates(c.CertificatesShown),
                NotBefore(c.At, state.Measures.Requests[request].Approved!.At, "先行登记保存不能早于负责人批准。", "行政处罚法 第56条"),
                Given(c.Reason, "reason", "证据可能灭失或者以后难以取得的情况"),
                Given(c.KeptAt, "keptAt", "保存地点"),
                Given(c.Keeper, "keeper", "保存人"),
                .. Listed(c.Goods, "goods"),
                CaseGoods.Beyond(state.Measures.Requests[request].Asked.Goods, c.Goods) is { } more
                    ? new("goods-not-approved", $"“{more}”不在负责人批准先行登记保存的物品之内，或者多于批准的数量。其余物品请另行报请批准后再保存。", "行政处罚法 第56条", "goods") : null,
                .. service.Refusals,
            ],
            () => new EvidencePreserved(c.At, context.Number, request, c.Goods, c.Reason, c.KeptAt, c.Keeper, context.Facts.WorkingDaysAfter(on, 7), service.Value!, service.Value!.Officers));
    }

    private static Result<CaseEvent> DisposePreserved(CaseState state, DecidePreserved c, StepContext context)
    {
        var signer = Gates.Signer(state, context);
        var preserved = At(state.Measures.Preservations, c.Preservation, "preservation", "先行登记保存");
        return Answer(
            [
                preserved ?? (state.Measures.Preservations[c.Preservation] is { Decided: not null } ? Refusal.Invalid("preservation", "已经作出处理决定。")
                    : c.Disposal != PreservationDisposal.Returned && context.Today > state.Measures.Preservations[c.Preservation].Made.DueOn && context.Facts.Measures.Settings(context.Today).PreservationLapses
                        ? new("preservation-lapsed", "七个工作日内没有作出处理决定，先行登记保存措施自动解除，应当返还。", "行政处罚法 第56条；部门行政处罚程序规定（设置）", "disposal") : null),
                Given(c.Reason, "reason", "处理理由"),
                c.Disposal == PreservationDisposal.Sealed ? MeasureGates.CoercionPower(state, context) : null,
                c.Disposal == PreservationDisposal.Sealed && MeasureGates.SealingApproval(state.Measures) is null
                    ? new("measure-not-approved", "转为查封、扣押的，须先经行政机关负责人批准查封、扣押。", "行政强制法 第18条", "disposal") : null,
                .. signer.Refusals,
            ],
            () => new PreservationDecided(context.Now, context.Number, c.Preservation, c.Disposal, c.Reason, signer.Value!));
    }

    private static Result<CaseEvent> Seal(CaseState state, SealGoods c, StepContext context)
    {
        var on = CaseDays.Of(c.At);
        var urgent = !string.IsNullOrWhiteSpace(c.Urgent);
        var request = urgent ? null : state.Measures.Approval(c.Kind, c.Goods);
        var service = Delivery(state, c.Service, c.Officers, on, context.Facts);
        return Answer(
            [
                .. Begun(state, c.At, c.Until, c.Officers, context),
                c.Kind is MeasureKind.Sealing or MeasureKind.Seizure ? null : Refusal.Invalid("kind", "请选择查封或者扣押。"),
                urgent || request is not null ? null
                    : new("measure-not-approved", "实施前须向行政机关负责人报告并经批准；情况紧急当场实施的，写明紧急情况，并在二十四小时内报告、补办批准手续。", "行政强制法 第18、19条", "urgent"),
                request is { } approved ? NotBefore(c.At, state.Measures.Requests[approved].Approved!.At, "查封、扣押不能早于负责人批准。", "行政强制法 第18条") : null,
                Gates.Certificates(c.CertificatesShown),
                c.PartyTold ? null : new("party-not-told", "应当当场告知当事人采取行政强制措施的理由、依据以及依法享有的权利、救济途径，并听取陈述和申辩。", "行政强制法 第18条", "partyTold"),
                c.NoLivingNecessities ? null : new("living-necessities", "不得查封、扣押公民个人及其所扶养家属的生活必需品。", "行政强制法 第23条第1款", "noLivingNecessities"),
                c.SealedElsewhere ? new("sealed-elsewhere", "当事人的场所、设施或者财物已被其他国家机关依法查封的，不得重复查封。", "行政强制法 第23条第2款", "sealedElsewhere") : null,
                MeasureGates.Open(state.Measures).Any(open => open.Sealing.Made.Goods.Any(goods => c.Goods.Any(other => other.Name == goods.Name && other.Specification == goods.Specification)))
                    ? new("sealed-twice", "清单中的财物已在本案查封、扣押，不得重复。", "行政强制法 第23条第2款", "goods") : null,
                Given(c.Reason, "reason", "理由"),
                Given(c.LegalBasis, "legalBasis", "法律、法规依据"),
                Given(c.KeptAt, "keptAt", "存放地点"),
                Given(c.Keeper, "keeper", "保管人"),
                Given(c.Present, "present", "到场的当事人；当事人不到场的写明见证人"),
                Given(c.PartyOpinion, "partyOpinion", "当事人的陈述和申辩；没有意见的写明“无异议”"),
                .. Listed(c.Goods, "goods"),
                request is { } covering && CaseGoods.Beyond(state.Measures.Requests[covering].Asked.Goods, c.Goods) is { } more
                    ? new("goods-not-approved", $"“{more}”不在负责人批准的财物之内，或者多于批准的数量。其余财物请另行报请批准；情况紧急需要当场实施的，单独登记，写明紧急情况，并在二十四小时内报告、补办批准手续。", "行政强制法 第18条第1项、第19条", "goods") : null,
                // The decision and the list go to whoever is there, or are left with a witness; nothing of it is posted afterwards.
                c.Service.Method is ServiceMethod.Direct or ServiceMethod.Left ? null
                    : new("not-handed-on-the-spot", $"{MeasurePhrases.Title(c.Kind)}决定书和清单应当当场交付当事人；拒绝签收的，留置送达。", "行政强制法 第24条第1款", "service.method"),
                .. service.Refusals,
            ],
            () => new GoodsSealed(c.At, c.Until, context.Number, c.Kind, request, urgent ? c.Urgent : null, urgent ? c.At.AddHours(24) : null, c.Reason, c.LegalBasis,
                context.Facts.Measures.Coercion(state.Item!, state.Subject!, context.Today)!, c.Goods, c.KeptAt, c.Keeper, c.Present, c.PartyOpinion, c.SignatureRefused,
                SealingTerm.Reckon(on, SealingTerm.Days, []), context.Facts.Settings(state.Subject!.Code, on).Remedies, service.Value!, service.Value!.Officers));
    }

    private static Result<CaseEvent> Extend(CaseState state, ExtendSealing c, StepContext context)
    {
        var on = CaseDays.Of(c.At);
        var measures = state.Measures;
        var request = measures.Approval(MeasureKind.Extension, c.Sealing);
        var service = Delivery(state, c.Service, c.Officers, on, context.Facts);
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                At(measures.Sealings, c.Sealing, "sealing", "查封、扣押") ?? (
                    measures.Sealings[c.Sealing] is not { Lifted: null, Extended: null } || !state.Stands(measures.Sealings[c.Sealing].Made.Number) ? new("not-extendable", "已经解除、延长过或者被撤销；延长以一次为限。", "行政强制法 第25条第1款", "sealing")
                    : request is null ? new("measure-not-approved", "延长查封、扣押须经行政机关负责人批准。", "行政强制法 第25条第1款", "sealing")
                    : NotBefore(c.At, measures.Requests[request.Value].Approved!.At, "延长的告知不能早于负责人批准。", "行政强制法 第25条")
                        ?? (on > SealingTerm.DueOn(measures.Sealings[c.Sealing], measures.Tests, c.Sealing)
                            ? new("sealing-expired", "期限已经届满，不能再延长，应当立即解除。", "行政强制法 第25、28条", "at") : null)),
                Given(c.Reason, "reason", "延长的理由"),
                .. service.Refusals,
            ],
            () => new SealingExtended(c.At, context.Number, c.Sealing, request!.Value, c.Reason,
                SealingTerm.Reckon(measures.Sealings[c.Sealing].Made.On, SealingTerm.ExtendedDays, SealingTerm.Excluded(measures.Tests, c.Sealing)), service.Value!, service.Value!.Officers));
    }

    private static Result<CaseEvent> Lift(CaseState state, LiftSealing c, StepContext context)
    {
        var signer = Gates.Signer(state, context);
        return Answer(
            [
                At(state.Measures.Sealings, c.Sealing, "sealing", "查封、扣押") ?? (state.Measures.Sealings[c.Sealing] is { Lifted: not null } ? Refusal.Invalid("sealing", "已经解除。") : KeptBack(state, c)),
                Given(c.Reason, "reason", "解除的理由"),
                .. signer.Refusals,
            ],
            () => new SealingLifted(context.Now, context.Number, c.Sealing, c.Ground, c.Reason, signer.Value!,
                c.NotReturned is { Count: > 0 } kept ? kept : null, c.NotReturned is { Count: > 0 } ? c.NotReturnedBasis : null));
    }

    /// <summary>Everything goes back at once but what was confiscated, is destroyed by law, was sold, or goes with the case (行政强制法 第21、27、28条).</summary>
    private static Refusal? KeptBack(CaseState state, LiftSealing c)
    {
        if (c.NotReturned is not { Count: > 0 } kept) return null;
        if (c.Ground != LiftGround.DealtWith && state.Measures.Crime?.HandedOver is null)
            return new("goods-return-owed", "除依法没收、销毁、已经变卖或者随案移送的以外，解除后应当立即退还财物；不予退还的，解除情形应为已经作出处理决定。", "行政强制法 第27、28条", "notReturned");
        return kept.Select(goods => goods.Fault()).FirstOrDefault(fault => fault is not null) is { } fault ? Refusal.Invalid("notReturned", fault)
            : CaseGoods.Beyond(state.Measures.Sealings[c.Sealing].Made.Goods, kept) is { } more ? Refusal.Invalid("notReturned", $"“{more}”不在该查封、扣押的清单之内，或者多于清单的数量。")
            : Given(c.NotReturnedBasis, "notReturnedBasis", "不予退还的依据和去向");
    }

    private static Result<CaseEvent> Keep(CaseState state, RecordCustody c, StepContext context)
    {
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, c.Officers, CaseDays.Of(c.At));
        var sealing = c.Sealing is { } index ? At(state.Measures.Sealings, index, "sealing", "查封、扣押") : null;
        var held = c.Sealing is { } open && sealing is null && state.Measures.Sealings[open].Lifted is null;
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                sealing,
                held && c.Action is GoodsAction.Returned or GoodsAction.Destroyed or GoodsAction.HandedToFinance && held
                    ? new("still-sealed", "财物仍在查封、扣押中，应当先依法处理或者解除。", "行政强制法 第26至28条", "action") : null,
                c.Action == GoodsAction.Destroyed && (c.Witnesses ?? "").Split(['、', '，', ',', '；', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).Count() < 2
                    ? new("destruction-without-witness", "销毁物品应当有两名见证人在场，请写明姓名。", "行政处罚法 第74条", "witnesses") : null,
                c.Action == GoodsAction.HandedToPolice && state.Measures.Crime?.HandedOver is null ? new("not-transferred", "案件没有移送公安机关，物品不随案移送。", "行政强制法 第21条", "action") : null,
                Given(c.Place, "place", "地点"),
                Given(c.Receiver, "receiver", "保管人、接收人"),
                Given(c.Basis, "basis", "处置依据"),
                .. Listed(c.Goods, "goods"),
                .. officers.Refusals,
            ],
            () => new CustodyRecorded(c.At, c.Sealing, c.Action, c.Goods, c.Place, c.Receiver, c.Basis, c.Witnesses, officers.Value!));
    }

    private static IEnumerable<Refusal?> Listed(IReadOnlyList<CaseGoods> goods, string field) =>
        goods.Count == 0 ? [Refusal.Invalid(field, "请填写物品清单。")] : goods.Select(one => one.Fault() is { } fault ? Refusal.Invalid(field, fault) : null);

    private static Refusal? At<T>(IReadOnlyList<T> list, int index, string field, string what) =>
        index >= 0 && index < list.Count ? null : Refusal.Invalid(field, $"没有这一{what}。");

    /// <summary>Times of acts are written to the minute, approvals to the second.</summary>
    private static Refusal? NotBefore(DateTimeOffset at, DateTimeOffset approved, string message, string basis) =>
        at.AddMinutes(1) <= approved ? new("before-approval", message, basis, "at") : null;
}
