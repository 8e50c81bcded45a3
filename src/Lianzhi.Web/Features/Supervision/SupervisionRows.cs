using System.ComponentModel.DataAnnotations;
using Lianzhi.Core.Access;
using Lianzhi.Core.Records;
using Lianzhi.Core.Supervision;
using Lianzhi.Web.Platform.Records;

namespace Lianzhi.Web.Features.Supervision;

/// <summary>A paper of supervision (执法监督文书). What officers write in it may name people.</summary>
public sealed class SupervisionRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>Which paper.</summary>
    [MaxLength(20)] public required SupervisionKind Kind { get; init; }

    /// <summary>Its number.</summary>
    [MaxLength(100)] public required string Number { get; init; }

    /// <summary>The bureau.</summary>
    [MaxLength(20)] public required string Bureau { get; init; }

    /// <summary>Full name of the bureau.</summary>
    [MaxLength(100)] public required string BureauName { get; init; }

    /// <summary>The body it is written to.</summary>
    [MaxLength(20)] public required string Body { get; init; }

    /// <summary>Full name of that body.</summary>
    [MaxLength(100)] public required string BodyName { get; init; }

    /// <summary>The case; null for a matter without case.</summary>
    [MaxLength(26)] public string? CaseId { get; init; }

    /// <summary>立案号 on the day of issue.</summary>
    [MaxLength(100)] public string? CaseNumber { get; init; }

    /// <summary>案由, a citizen's name masked.</summary>
    [MaxLength(300)] public string? CaseTitle { get; init; }

    /// <summary>事由.</summary>
    [MaxLength(200)] public required string Matter { get; init; }

    /// <summary>What is wrong.</summary>
    [MaxLength(2000), Personal] public required string Problem { get; init; }

    /// <summary>The article it is measured by.</summary>
    [MaxLength(200)] public required string Basis { get; init; }

    /// <summary>What is asked for.</summary>
    [MaxLength(2000), Personal] public required string Demand { get; init; }

    /// <summary>What a decision orders; null for other papers.</summary>
    [MaxLength(20)] public SupervisionOrder? Ordered { get; init; }

    /// <summary>Day of issue.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Who issued it.</summary>
    [MaxLength(100)] public required string IssuedBy { get; init; }

    /// <summary>Last day for the first answer.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The paper a decision follows; null for none.</summary>
    [MaxLength(26)] public string? AfterId { get; init; }

    /// <summary>Its number.</summary>
    [MaxLength(100)] public string? After { get; init; }

    /// <summary>核验编号 of the kept paper.</summary>
    [MaxLength(40)] public required string Mark { get; init; }

    /// <summary>Where it stands.</summary>
    [MaxLength(20)] public required SupervisionState State { get; set; }

    /// <summary>Last day for the answer that is waited for.</summary>
    public required DateOnly AnswerDueOn { get; set; }

    /// <summary>Number of the decision that followed; null for none.</summary>
    [MaxLength(100)] public string? FollowedBy { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"supervision/{Id}";

    /// <summary>Where it stands for permission: with the body it is written to.</summary>
    public Placement Placement => new(Body, null, []);

    /// <summary>With its answers, as the rules read it.</summary>
    public SupervisionFile ToFile(IEnumerable<SupervisionAnswerRow> answers) => new()
    {
        Kind = Kind,
        Number = Number,
        BureauName = BureauName,
        Body = Body,
        BodyName = BodyName,
        Case = CaseId is null ? null : new(CaseId, CaseNumber, CaseTitle!, Body),
        Matter = Matter,
        Problem = Problem,
        Basis = Basis,
        Demand = Demand,
        Order = Ordered,
        IssuedOn = IssuedOn,
        IssuedBy = IssuedBy,
        DueOn = DueOn,
        After = After,
        FollowedBy = FollowedBy,
        Answers = [.. answers.OrderBy(answer => answer.Round).Select(answer => answer.ToAnswer())],
    };

    /// <summary>Takes over where the file stands.</summary>
    public void Follow(SupervisionFile file) => (State, AnswerDueOn) = (file.State, file.AnswerDueOn);
}

/// <summary>An answer of the body and what the bureau found of it (回复和审核).</summary>
public sealed class SupervisionAnswerRow : IRecorded
{
    /// <summary>The paper.</summary>
    [MaxLength(26)] public required string SupervisionId { get; init; }

    /// <summary>From 1.</summary>
    public required int Round { get; init; }

    /// <summary>Day of the answer.</summary>
    public required DateOnly AnsweredOn { get; init; }

    /// <summary>Who answered.</summary>
    [MaxLength(100)] public required string AnsweredBy { get; init; }

    /// <summary>What was found out and done.</summary>
    [MaxLength(2000), Personal] public required string Done { get; init; }

    /// <summary>What is enclosed.</summary>
    [MaxLength(2000), Personal] public string? Materials { get; init; }

    /// <summary>What the bureau found; null while it has not looked.</summary>
    public bool? Accepted { get; set; }

    /// <summary>Why it was sent back, or a remark.</summary>
    [MaxLength(2000), Personal] public string? Remark { get; set; }

    /// <summary>Day the bureau looked.</summary>
    public DateOnly? ReviewedOn { get; set; }

    /// <summary>Who looked.</summary>
    [MaxLength(100)] public string? ReviewedBy { get; set; }

    /// <summary>Last day for the next answer, when it was sent back.</summary>
    public DateOnly? NextDueOn { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"supervision/{SupervisionId}";

    /// <summary>As the rules read it.</summary>
    public SupervisionAnswer ToAnswer() => new(AnsweredOn, AnsweredBy, Done, Materials, Accepted, Remark, ReviewedOn, ReviewedBy, NextDueOn);
}
