namespace Lianzhi.Core.Documents;

/// <summary>What became of a number (文号状态).</summary>
public enum NumberState
{
    /// <summary>已使用.</summary>
    Used,

    /// <summary>已预留: for a device that makes papers where there is no connection.</summary>
    Reserved,

    /// <summary>已作废: reserved, not used, and given up with a reason.</summary>
    Voided,
}

/// <summary>How the numbers of one unit, genre and year run (编号连续性).</summary>
/// <param name="Genre">文种.</param>
/// <param name="Year">Year.</param>
/// <param name="Last">Last serial given.</param>
/// <param name="Used">How many stand on papers.</param>
/// <param name="Reserved">How many wait on devices.</param>
/// <param name="Voided">How many were voided with a reason.</param>
public sealed record NumberRun(string Genre, int Year, long Last, long Used, long Reserved, long Voided)
{
    /// <summary>Numbers given before the register began: on papers, but not in it.</summary>
    public long Before => Math.Max(0, Last - Used - Reserved - Voided);

    /// <summary>True when every serial up to the last is accounted for by a paper or a voiding.</summary>
    public bool IsWhole => Before == 0 && Reserved == 0;
}

/// <summary>Rules of the register of numbers (文号登记规则).</summary>
public static class NumberRegister
{
    /// <summary>Most numbers reserved at once.</summary>
    public const int MostAtOnce = 20;

    /// <summary>May so many numbers be reserved?</summary>
    /// <param name="device">Name of the device.</param>
    /// <param name="count">How many.</param>
    /// <returns>What is wrong; empty when nothing is.</returns>
    public static IReadOnlyList<Refusal> Reserve(string? device, int count) =>
    [
        .. device?.Trim().Length is null or 0 or > 60 ? new[] { Refusal.Invalid("device", "请写明使用预留文号的设备，60字以内。") } : [],
        .. count is < 1 or > MostAtOnce ? new[] { Refusal.Invalid("count", $"一次预留1至{MostAtOnce}个文号。") } : [],
    ];

    /// <summary>May a number be voided?</summary>
    public static Refusal? Void(NumberState state, string? reason) => state switch
    {
        NumberState.Used => new("number-used", "文号已经使用，不能作废；文书有误的，依法更正或者撤销。", "党政机关公文处理工作条例 第9条第5项"),
        NumberState.Voided => new("number-voided", "文号已经作废。", "党政机关公文处理工作条例 第9条第5项"),
        _ => reason?.Trim().Length is null or < 2 or > 200 ? Refusal.Invalid("reason", "请写明作废原因，2至200字。") : null,
    };

    /// <summary>May a reserved number stand on a paper?</summary>
    /// <param name="state">What became of it; null when there is none of that kind and unit.</param>
    public static Refusal? Use(NumberState? state) => state switch
    {
        NumberState.Reserved => null,
        NumberState.Used => new("number-used", "预留文号已经使用。", "党政机关公文处理工作条例 第9条第5项"),
        NumberState.Voided => new("number-voided", "预留文号已经作废，请使用新的文号。", "党政机关公文处理工作条例 第9条第5项"),
        _ => new("number-not-reserved", "本机关没有预留过这个文号。", "党政机关公文处理工作条例 第9条第5项"),
    };

    /// <summary>What people call it.</summary>
    public static string Title(this NumberState state) => state switch { NumberState.Used => "已使用", NumberState.Reserved => "已预留", _ => "已作废" };
}
