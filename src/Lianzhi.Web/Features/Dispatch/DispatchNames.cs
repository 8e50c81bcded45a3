using Lianzhi.Core;
using Lianzhi.Core.Dispatch;
using Lianzhi.Web.Components.Marks;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>How dispatch is shown.</summary>
public static class DispatchNames
{
    private const int FirstMinute = 8 * 60;
    private const int Columns = 40;
    private const int MinutesAColumn = 15;

    /// <summary>What a kind of job is called.</summary>
    public static string Of(JobKind kind) => kind switch { JobKind.PlannedVisit => "计划检查", JobKind.Clue => "线索核查", JobKind.Recheck => "复查整改", JobKind.Service => "送达文书", JobKind.DrawnInspection => "双随机抽查", _ => "巡查及其他" };

    /// <summary>How soon.</summary>
    public static string Of(JobUrgency urgency) => urgency switch { JobUrgency.Must => "当日必办", JobUrgency.Week => "本周", _ => "可以顺延" };

    /// <summary>Sign of an urgency.</summary>
    public static StatusKind Kind(JobUrgency urgency) => urgency == JobUrgency.Must ? StatusKind.Due : StatusKind.Run;

    /// <summary>What became of a job.</summary>
    public static string Of(JobState state) => state switch { JobState.Done => "已办", JobState.NotDone => "未能办理", JobState.Deferred => "已移出", _ => "未办" };

    /// <summary>Sign of a stage.</summary>
    public static StatusKind Kind(OrderStage stage) => stage switch
    {
        OrderStage.Draft => StatusKind.Pause,
        OrderStage.Issued => StatusKind.Unseen,
        OrderStage.Acknowledged => StatusKind.Seen,
        OrderStage.Started => StatusKind.Run,
        OrderStage.Done => StatusKind.Done,
        _ => StatusKind.Stop,
    };

    /// <summary>Class of a block on a lane, by kind.</summary>
    public static string Block(JobKind kind) => kind switch { JobKind.PlannedVisit or JobKind.DrawnInspection => "k-b", JobKind.Clue => "k-n", JobKind.Recheck => "k-o", _ => "k-p" };

    /// <summary>Place and width of a stop on a lane: quarters of an hour from eight.</summary>
    public static string Place(CrewStop stop)
    {
        var from = Math.Clamp(Round(stop.Start), 0, Columns - 1);
        return FormattableString.Invariant($"dp-at{from} dp-for{Math.Clamp(Round(stop.Leave) - from, 1, Columns - from)}");
    }

    /// <summary>How a letter stands.</summary>
    public static string Of(BorrowLetterRow letter) => letter switch { { Withdrawn: true } => "已撤回", { Agrees: true } => "同意", { Agrees: false } => "不同意", _ => "待回执" };

    /// <summary>Sign of how a letter stands.</summary>
    public static StatusKind Kind(BorrowLetterRow letter) => letter switch { { Withdrawn: true } => StatusKind.Stop, { Agrees: true } => StatusKind.Done, { Agrees: false } => StatusKind.Stop, _ => StatusKind.Unseen };

    /// <summary>What a card carries when it is dragged; braces stand for the crew it is dropped on.</summary>
    public static string Carried(string? job = null, string? officer = null) => job is not null ? $"{ArrangeAct.MoveJob}|{{}}|{job}|||" : $"{ArrangeAct.MoveOfficer}|{{}}||{officer}||";

    /// <summary>What a title says of its rule on a refusal.</summary>
    public static string Title(Refusal refusal) => refusal.Code switch
    {
        "officer-recused" => "应当回避",
        "crew-too-small" => "人员不足",
        "drawn-officer-missing" => "抽取的检查人员不得另行指派",
        "officer-in-two-crews" or "officer-away" or "not-in-time" => "时间冲突",
        "certificate-not-valid" or "officer-not-in-service" => "没有执法资格",
        "equipment-booked" or "equipment-in-two-crews" or "equipment-faulty" or "equipment-not-calibrated" or "equipment-missing" or "no-vehicle" or "no-camera" => "车辆装备",
        _ => "不能这样排",
    };

    private static int Round(int minute) => (int)Math.Round((minute - FirstMinute) / (double)MinutesAColumn, MidpointRounding.AwayFromZero);
}

/// <summary>What the buttons of the arranging form send: the change in one value, so that one form serves the whole board without scripts.</summary>
public sealed class ArrangeForm
{
    /// <summary>Version seen.</summary>
    public long? Version { get; set; }

    /// <summary>The change, as <see cref="Of(Arrangement)"/> writes it.</summary>
    public string? Way { get; set; }

    /// <summary>Officer who joins, chosen from a list.</summary>
    public string? Officer { get; set; }

    /// <summary>Officer who leaves, chosen from a list.</summary>
    public string? Leaving { get; set; }

    /// <summary>First officer of a new crew.</summary>
    public string? First { get; set; }

    /// <summary>Second officer of a new crew.</summary>
    public string? Second { get; set; }

    /// <summary>Job of a new crew.</summary>
    public string? Begins { get; set; }

    /// <summary>Equipment chosen.</summary>
    public string[]? Gear { get; set; }

    /// <summary>Why; needed once an order was issued.</summary>
    public string? Reason { get; set; }

    /// <summary>A change as the value of a button.</summary>
    public static string Of(Arrangement given) => FormattableString.Invariant($"{given.Act}|{given.Crew}|{given.Job}|{given.Officer}|{given.Leaving}|{given.Position}");

    /// <summary>A lawful way as the value of a button.</summary>
    public static string Of(WayOut way) => Of(way.Job is not null ? new Arrangement(ArrangeAct.MoveJob, way.Crew, way.Job, Position: way.Position) : new Arrangement(ArrangeAct.MoveOfficer, way.Crew, Officer: way.Officer, Leaving: way.Leaving));

    /// <summary>The change that was sent; what the button leaves open comes from the lists.</summary>
    public Arrangement Read()
    {
        var parts = (Way ?? "").Split('|');
        if (parts.Length != 6 || !Enum.TryParse<ArrangeAct>(parts[0], out var act) || !Enum.IsDefined(act)) return new Arrangement(null);
        if (act == ArrangeAct.NewCrew) return new Arrangement(act, Job: Text(parts[2]) ?? Text(Begins), Officer: Text(parts[3]) ?? Text(First), Leaving: Text(parts[4]) ?? Text(Second), Reason: Reason);
        var (officer, leaving, crew) = (Text(parts[3]) ?? Text(Officer), Text(parts[4]) ?? Text(Leaving), Text(parts[1]));
        // Nobody joins: whoever was chosen leaves.
        if (act == ArrangeAct.MoveOfficer && officer is null) (officer, leaving, crew) = (leaving, null, null);
        return new Arrangement(act, crew, Text(parts[2]), officer, leaving, int.TryParse(parts[5], System.Globalization.NumberStyles.None, null, out var position) ? position : null, Gear ?? [], Reason);
    }

    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
