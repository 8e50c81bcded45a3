namespace Lianzhi.Core.Cases;

public static partial class CaseSteps
{
    private static Result<CaseEvent> ConfirmAddress(CaseState state, ConfirmAddress c, StepContext context) => Answer(
        [
            ExecutionGates.NotLater(c.At, context.Now),
            ExecutionGates.NotBefore(c.At, state.Proposal?.DiscoveredOn ?? state.OnSpot?.On, "发现违法行为"),
            Given(c.Address, "address", "送达地址"),
            Given(c.SignedBy, "signedBy", "签名人"),
            c.ElectronicConsent ? Given(c.ElectronicAddress, "electronicAddress", "接收电子文书的地址") : null,
        ],
        () => new AddressConfirmed(c.At, c.Address, c.Phone, c.ElectronicConsent ? c.ElectronicAddress : null, c.ElectronicConsent, c.SignedBy));

    private static Result<CaseEvent> StartService(CaseState state, StartService c, StepContext context)
    {
        var on = CaseDays.Of(c.At);
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, c.Officers, on);
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                ExecutionGates.Made(state, c.Paper),
                c.Method is ServiceMethod.Post or ServiceMethod.Entrusted or ServiceMethod.Forwarded or ServiceMethod.Announcement
                    ? null : new("handed-at-once", "直接、留置和电子送达当场完成，请直接登记送达。", "民事诉讼法 第87条", "method"),
                Given(c.Carrier, "carrier", "邮件号、受托机关或者公告载体"),
                Given(c.Reason, "reason", "不能直接送达的原因"),
                c.Method == ServiceMethod.Announcement ? ExecutionGates.OtherMethodsFailed(state) : null,
                .. officers.Refusals,
            ],
            () => new ServiceStarted(c.At, c.Paper, c.Method, c.Carrier, c.Reason,
                c.Method == ServiceMethod.Announcement ? context.Facts.DaysAfter(on, ExecutionGates.AnnouncementDays) : null, officers.Value!));
    }

    private static Result<CaseEvent> FailService(CaseState state, RecordFailedService c, StepContext context)
    {
        var officers = Gates.TwoOfficers(context.Facts, state.Subject, c.Officers, CaseDays.Of(c.At));
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                c.Method == ServiceMethod.Announcement ? Refusal.Invalid("method", "公告期满即视为送达，没有未送达的情形。") : null,
                Given(c.Place, "place", "送达地点"),
                Given(c.Reason, "reason", "没有送达的原因"),
                .. officers.Refusals,
            ],
            () => new ServiceFailed(c.At, c.Paper, c.Method, c.Place, c.Reason, officers.Value!));
    }

    private static Result<CaseEvent> Serve(CaseState state, ServeDecision c, StepContext context)
    {
        var on = CaseDays.Of(c.At);
        var service = Delivery(state, c.Service, c.Officers, on, context.Facts, ServedPaper.Decision);
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                c.At < state.Decision!.At && on < state.Decision.On ? Refusal.Invalid("at", "送达不能早于决定。") : null,
                .. service.Refusals,
            ],
            () => new DecisionServed(c.At, service.Value!, service.Value!.ServedOn, c.PublicityTold,
                state.OwedFen > 0 ? context.Facts.DaysAfter(service.Value.ServedOn, 15) : null));
    }

    private static Result<CaseEvent> ServePaper(CaseState state, ServePaper c, StepContext context)
    {
        var made = ServedPapers.Waiting(state, c.Paper, c.Number);
        var service = Delivery(state, c.Service, c.Officers, CaseDays.Of(c.At), context.Facts, c.Paper, made?.At);
        return Answer(
            [
                .. Begun(state, c.At, c.At, c.Officers, context),
                c.Paper is ServedPaper.Decision or ServedPaper.PriorNotice ? Refusal.Invalid("paper", "决定书和事先告知书有各自的送达步骤。")
                : ExecutionGates.Made(state, c.Paper) ?? (made is null ? Refusal.Invalid("number", "没有这一文号的待送达文书。") : c.At.AddMinutes(1) <= made.At ? Refusal.Invalid("at", "送达不能早于文书作出。") : null),
                .. service.Refusals,
            ],
            () => new PaperServed(c.At, c.Paper, service.Value!, made!.Number));
    }

    /// <summary>
    /// A delivery by any method with its own day of effect (送达日期): the day handed over, left, signed or arrived;
    /// after an announcement the day its thirty days are over.
    /// </summary>
    /// <param name="state">The case, for consent and failed attempts.</param>
    /// <param name="input">What the officers state.</param>
    /// <param name="officers">The two.</param>
    /// <param name="on">Day of the delivery, or the day an announcement was published.</param>
    /// <param name="facts">The world.</param>
    /// <param name="paper">The paper when it may have been posted or announced before; null for one that is delivered at once.</param>
    /// <param name="made">When it was made: what was posted before was another of its kind; null for decision and prior notice.</param>
    private static Result<CaseService> Delivery(
        CaseState state, ServiceInput input, IReadOnlyList<string> officers, DateOnly on, CaseFacts facts, ServedPaper? paper = null, DateTimeOffset? made = null)
    {
        var two = Gates.TwoOfficers(facts, state.Subject, officers, on);
        var announced = input.Method == ServiceMethod.Announcement;
        var start = paper is { } asked && state.Execution.StartOf(asked) is { } last && (made is null || last.At.AddMinutes(1) > made) ? last : null;
        var refusals = new List<Refusal?>(two.Refusals)
        {
            announced ? null : Given(input.Receiver, "service.receiver", "收件人"),
            announced ? null : Given(input.Place, "service.place", "送达地点"),
            input.Method == ServiceMethod.Left && (string.IsNullOrWhiteSpace(input.RefusalNote) || string.IsNullOrWhiteSpace(input.Witness))
                ? new("left-without-witness", "留置送达应当记明拒收事由，并有见证人或者拍照、录像。", "民事诉讼法 第89条", "service.witness") : null,
            input.Method == ServiceMethod.Electronic && (state.Execution.Address is not { ElectronicConsent: true } consent || consent.On > on)
                ? new("no-electronic-consent", "当事人没有签订同意电子送达的确认书，不得以电子方式送达。请先登记送达地址确认书。", "行政处罚法 第61条第2款", "service.method") : null,
        };
        DateOnly? effective = null;
        var day = on;
        if (announced && paper is not null)
        {
            if (start is not { Method: ServiceMethod.Announcement, EffectiveOn: { } over })
                refusals.Add(new("not-announced", "还没有发布送达公告。", "民事诉讼法 第95条", "service.method"));
            else if (on < over)
                refusals.Add(new("announcement-running", $"公告 {Documents.ChineseText.Date(over)} 期满，期满前不视为送达。", "民事诉讼法 第95条", "service.method"));
            else (day, effective) = (start.On, over);
        }
        else if (announced)
        {
            refusals.Add(ExecutionGates.OtherMethodsFailed(state));
            refusals.Add(Given(input.Carrier, "service.carrier", "公告载体"));
            effective = facts.DaysAfter(on, ExecutionGates.AnnouncementDays);
        }
        else if (input.Method is ServiceMethod.Entrusted or ServiceMethod.Forwarded && start is null)
        {
            refusals.Add(Given(input.Carrier, "service.carrier", "受托或者转交的单位"));
        }
        var found = refusals.OfType<Refusal>().ToList();
        if (found.Count > 0) return found;
        return new CaseService(input.Method, day, input.Place, input.Receiver, input.Relation, input.RefusalNote, input.Witness, two.Value!, input.Carrier ?? start?.Carrier, effective);
    }
}
