using Lianzhi.Core.Documents;

namespace Lianzhi.Core.Supervision;

/// <summary>
/// What holds for papers of supervision (执法监督规则). They change no case: what has to be put right or revoked, the body does by the case's own steps.
/// </summary>
public static class SupervisionRules
{
    /// <summary>Where the bureau's supervision is written.</summary>
    public const string Notice = "漳龙政〔2024〕40号 三（二）";

    private const string Separate = "系统权限规则：审核（指导）与监督分离";
    private const int LongestLine = 200;
    private const int LongestText = 2000;

    /// <summary>Whether the bureau may issue this paper.</summary>
    /// <param name="draft">What is written.</param>
    /// <param name="bureau">Code of the bureau.</param>
    /// <param name="body">The body it is written to; null when unknown.</param>
    /// <param name="about">The case it is about; null for none.</param>
    /// <param name="earlier">The paper it follows; null for none.</param>
    /// <param name="mustFollow">A decision comes only after another paper (setting).</param>
    /// <param name="tookPart">Who issues it took a part in the case.</param>
    /// <param name="today">Today.</param>
    public static IReadOnlyList<Refusal> Issue(SupervisionDraft draft, string bureau, SupervisedBody? body, SupervisedCase? about, SupervisionFile? earlier, bool mustFollow, bool tookPart, DateOnly today)
    {
        var decision = draft.Kind == SupervisionKind.Decision;
        return
        [
            .. new[]
            {
                draft.Kind is null ? Refusal.Invalid("kind", "请选择文书种类。") : null,
                body is null ? Refusal.Invalid("body", "请选择被监督单位。")
                    : !body.ActsAsSubject || body.Unit == bureau ? new("not-a-subject", $"{body.Name}不以自己的名义执法，执法监督文书发给执法主体。", Notice, "body")
                    : about is not null && about.Subject != body.Unit ? new("not-the-subject-of-the-case", "被监督单位应当是本案的执法主体。", Notice, "body") : null,
                Missing(draft.Matter, "matter", "事由", LongestLine),
                Missing(draft.Problem, "problem", "存在的问题", LongestText),
                Missing(draft.Basis, "basis", "依据的条款", LongestLine),
                Missing(draft.Demand, "demand", "要求", LongestText),
                decision && draft.Order is null ? Refusal.Invalid("order", "请选择责令的内容。") : null,
                !decision && draft.Order is not null ? Refusal.Invalid("order", "只有监督决定书写明责令的内容。") : null,
                draft.DueOn is not { } due || due <= today ? Refusal.Invalid("dueOn", "请填写回复期限，晚于今日。") : null,
                tookPart ? new("supervisor-took-part", "本人在该案中承担过审核等职责，应当由其他监督人员制发。", Separate, "case") : null,
                decision ? Follows(draft, body, about, earlier, mustFollow, today) : earlier is not null ? Refusal.Invalid("after", "只有监督决定书写明此前的监督文书。") : null,
            }.OfType<Refusal>(),
        ];
    }

    /// <summary>A decision orders only what was asked for before, and what the body left undone or answered.</summary>
    private static Refusal? Follows(SupervisionDraft draft, SupervisedBody? body, SupervisedCase? about, SupervisionFile? earlier, bool mustFollow, DateOnly today) => earlier switch
    {
        null => mustFollow ? new("supervision-decision-first", "监督决定书应当在就同一事项发出的监督通知书或者意见书之后制发，请选择此前的文书。", $"设置“{SupervisionSettings.DecisionFollows.Title}”", "after") : null,
        { Kind: SupervisionKind.Decision } => new("supervision-after-decision", $"{earlier.Number}已经是监督决定书，请选择此前的监督通知书或者意见书。", Notice, "after"),
        _ when earlier.Body != body?.Unit || earlier.Case?.Id != about?.Id => new("supervision-other-matter", $"{earlier.Number}不是就同一单位的同一事项发出的。", Notice, "after"),
        { FollowedBy: { } followed } => new("supervision-followed-already", $"{earlier.Number}之后已经制发{followed}。", Notice, "after"),
        { State: SupervisionState.Closed } => new("supervision-settled", $"{earlier.Number}的回复已经审核通过，事项已办结；有新问题的，另行发出监督通知书。", Notice, "after"),
        { Answers: [] } when today <= earlier.AnswerDueOn => new("supervision-answer-open", $"{earlier.Number}的回复期限至{ChineseText.Date(earlier.AnswerDueOn)}，期满或者回复以后才能制发监督决定书。", Notice, "after"),
        _ => null,
    };

    /// <summary>Whether the body may answer now; late is better than never, and the paper says that it was late.</summary>
    public static IReadOnlyList<Refusal> Answer(SupervisionFile file, string? done, string? materials) =>
    [
        .. new[]
        {
            file.Waits ? null : new("supervision-not-waiting", $"{file.Number}现为“{Name(file.State)}”，不需要回复。", Notice),
            Missing(done, "done", "核查和办理情况", LongestText),
            materials?.Length > LongestText ? Refusal.Invalid("materials", $"不超过{LongestText}字。") : null,
        }.OfType<Refusal>(),
    ];

    /// <summary>Whether the bureau may accept the answer or send it back; it is sent back once, with the reason and another day.</summary>
    public static IReadOnlyList<Refusal> Review(SupervisionFile file, bool? accepted, string? remark, DateOnly? dueOn, DateOnly today)
    {
        if (file.State != SupervisionState.Answered) return [new("supervision-not-answered", $"{file.Number}现为“{Name(file.State)}”，没有等待审核的回复。", Notice)];
        return
        [
            .. new[]
            {
                accepted is null ? Refusal.Invalid("accepted", "请选择审核结果。") : null,
                remark?.Length > LongestText ? Refusal.Invalid("remark", $"不超过{LongestText}字。") : null,
                accepted == false && string.IsNullOrWhiteSpace(remark) ? Refusal.Invalid("remark", "退回的，请写明理由和还需要办理的事项。") : null,
                accepted == false && (dueOn is not { } due || due <= today) ? Refusal.Invalid("dueOn", "退回的，请填写新的回复期限，晚于今日。") : null,
                accepted == false && file.Answers.Any(answer => answer.Accepted == false)
                    ? new("supervision-returned-already", "回复已经退回过一次，不再退回；仍不符合要求的，可以制发监督决定书，或者写明意见后办结。", Notice, "accepted") : null,
            }.OfType<Refusal>(),
        ];
    }

    /// <summary>How the last day for the answer came about, as people read it.</summary>
    public static IReadOnlyList<Reason> Clock(SupervisionFile file) =>
    [
        new($"{ChineseText.Date(file.IssuedOn)}制发，回复期限至{ChineseText.Date(file.DueOn)}，由{file.BureauName}在文书中指定。", Notice),
        .. file.Answers.SelectMany(answer => new Reason?[]
        {
            new($"{ChineseText.Date(answer.On)}回复{(Late(file, answer) is > 0 and var days ? $"，逾期{days}日" : "")}。", null),
            answer is { NextDueOn: { } next, ReviewedOn: { } on } ? new($"{ChineseText.Date(on)}退回，重新指定的回复期限至{ChineseText.Date(next)}。", Notice) : null,
        }).OfType<Reason>(),
    ];

    /// <summary>How many days late an answer came.</summary>
    public static int Late(SupervisionFile file, SupervisionAnswer answer)
    {
        var due = file.Answers.TakeWhile(one => !ReferenceEquals(one, answer)).LastOrDefault()?.NextDueOn ?? file.DueOn;
        return Math.Max(0, answer.On.DayNumber - due.DayNumber);
    }

    /// <summary>What officers call a kind.</summary>
    public static string Name(SupervisionKind kind) => kind switch
    {
        SupervisionKind.Notice => "监督通知书",
        SupervisionKind.Opinion => "监督意见书",
        _ => "监督决定书",
    };

    /// <summary>What officers call an order.</summary>
    public static string Name(SupervisionOrder order) => order switch
    {
        SupervisionOrder.Correct => "责令改正",
        SupervisionOrder.Revoke => "责令撤销",
        _ => "责令履行法定职责",
    };

    /// <summary>What officers call a state.</summary>
    public static string Name(SupervisionState state) => state switch
    {
        SupervisionState.Issued => "待回复",
        SupervisionState.Answered => "已回复，待审核",
        SupervisionState.Returned => "已退回，待再次回复",
        SupervisionState.Closed => "已办结",
        _ => "已转监督决定",
    };

    private static Refusal? Missing(string? text, string field, string what, int most) => string.IsNullOrWhiteSpace(text) || text.Length > most ? Refusal.Invalid(field, $"请填写{what}，不超过{most}字。") : null;
}
