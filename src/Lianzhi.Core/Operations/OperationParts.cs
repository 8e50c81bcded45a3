using Lianzhi.Core.Cases;

namespace Lianzhi.Core.Operations;

/// <summary>How far a joint operation reaches (联合行动类别).</summary>
public enum OperationKind
{
    /// <summary>简易联动: within one township, led by its 副片长.</summary>
    Simple,

    /// <summary>联片联合执法: across townships or major, arranged by the 片长.</summary>
    AcrossTownships,
}

/// <summary>Where a joint operation stands (办理环节).</summary>
public enum OperationStage
{
    /// <summary>已安排，待单位回复.</summary>
    Arranged,

    /// <summary>待制定方案.</summary>
    Drafting,

    /// <summary>方案已定，待下达.</summary>
    Planned,

    /// <summary>已下达，待集合.</summary>
    Ordered,

    /// <summary>行动中.</summary>
    Running,

    /// <summary>已小结.</summary>
    Finished,

    /// <summary>已取消.</summary>
    Cancelled,
}

/// <summary>What is done in a joint operation (行动步骤).</summary>
public enum OperationStep
{
    /// <summary>单位回复.</summary>
    Reply,

    /// <summary>制定行动方案.</summary>
    Plan,

    /// <summary>下达.</summary>
    Order,

    /// <summary>集合签到.</summary>
    SignIn,

    /// <summary>登记结果.</summary>
    Report,

    /// <summary>小结.</summary>
    SumUp,

    /// <summary>取消.</summary>
    Cancel,
}

/// <summary>A unit that takes part (参与单位).</summary>
/// <param name="Unit">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Agrees">Its reply; null while there is none.</param>
/// <param name="Reply">In words.</param>
/// <param name="Result">What it reports; null while it has not.</param>
/// <param name="Inspected">How many places it inspected.</param>
/// <param name="Found">How many problems it found.</param>
public sealed record OperationUnit(string Unit, string Name, bool? Agrees = null, string? Reply = null, string? Result = null, int Inspected = 0, int Found = 0);

/// <summary>What the inspections of a unit in an operation say (行动检查情况).</summary>
/// <param name="Inspected">Places whose record is signed.</param>
/// <param name="Found">Failed lines of their checklists.</param>
/// <param name="Open">Places whose record is still to be signed.</param>
public sealed record OperationFigures(int Inspected, int Found, int Open);

/// <summary>A person who takes part (参与人员), by his home unit.</summary>
/// <param name="Officer">Who, with the certificate valid that day.</param>
/// <param name="HomeName">Name of the home unit.</param>
/// <param name="ActsFor">The subject in whose name he acts.</param>
/// <param name="Present">Whether he came; null before the sign-in.</param>
/// <param name="Absent">Why not.</param>
public sealed record OperationPerson(CaseOfficer Officer, string HomeName, string ActsFor, bool? Present = null, string? Absent = null);

/// <summary>A joint operation with everything that happened (联合行动卷).</summary>
public sealed record OperationFile
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Kind.</summary>
    public required OperationKind Kind { get; init; }

    /// <summary>Where it stands.</summary>
    public required OperationStage Stage { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Name of the area.</summary>
    public required string AreaName { get; init; }

    /// <summary>Names of the townships it takes place in.</summary>
    public required IReadOnlyList<string> Townships { get; init; }

    /// <summary>Why it is carried out.</summary>
    public required string Reason { get; init; }

    /// <summary>Who makes the decisions that follow: the township of the matter, or a department.</summary>
    public required string HandlerName { get; init; }

    /// <summary>Last day for replies; null for a simple one.</summary>
    public DateOnly? ReplyDueOn { get; init; }

    /// <summary>Who leads it, name and post.</summary>
    public required string Leader { get; init; }

    /// <summary>Day on which it was opened.</summary>
    public required DateOnly OpenedOn { get; init; }

    /// <summary>Its day.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Where and when all gather.</summary>
    public string? Gathering { get; init; }

    /// <summary>Who does what where.</summary>
    public string? Tasks { get; init; }

    /// <summary>Vehicles and equipment.</summary>
    public string? Equipment { get; init; }

    /// <summary>Vehicles and equipment that are booked for it, by name.</summary>
    public IReadOnlyList<string> Gear { get; init; } = [];

    /// <summary>Safety and what is said to the public.</summary>
    public string? Safety { get; init; }

    /// <summary>Helpers who do not act.</summary>
    public string? Helpers { get; init; }

    /// <summary>Day it was ordered.</summary>
    public DateOnly? OrderedOn { get; init; }

    /// <summary>Day on which the sign-in was noted.</summary>
    public DateOnly? SignedInOn { get; init; }

    /// <summary>Why it was noted after the day; null when it was not.</summary>
    public string? LateReason { get; init; }

    /// <summary>Summary.</summary>
    public string? Summary { get; init; }

    /// <summary>Day of the summary.</summary>
    public DateOnly? SummedOn { get; init; }

    /// <summary>Units.</summary>
    public required IReadOnlyList<OperationUnit> Units { get; init; }

    /// <summary>People.</summary>
    public IReadOnlyList<OperationPerson> People { get; init; } = [];
}
