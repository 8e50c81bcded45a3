namespace Lianzhi.Core.Equipment;

/// <summary>When equipment may be used, booked, handed over (装备管理规则).</summary>
public static class EquipmentRules
{
    /// <summary>The notice puts vehicles and equipment of an area under one dispatch.</summary>
    public static readonly Basis Notice = "漳龙政〔2024〕40号：统一配备";

    /// <summary>Most characters of a stock number.</summary>
    public const int LongestStockNumber = 40;

    private const int LongestName = 60;
    private static readonly TimeSpan LongestBooking = TimeSpan.FromDays(31);
    private static readonly Basis Metrology = "计量法 第九条";

    /// <summary>Checks what is registered.</summary>
    /// <param name="name">Name or plate.</param>
    /// <param name="stockNumber">资产编号.</param>
    public static IReadOnlyList<Refusal> Register(string? name, string? stockNumber)
    {
        var faults = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > LongestName) faults.Add(Refusal.Invalid("name", $"请填写名称或者车牌，不超过{LongestName}字。"));
        if (string.IsNullOrWhiteSpace(stockNumber) || stockNumber.Trim().Length > LongestStockNumber || stockNumber.Any(char.IsControl))
            faults.Add(Refusal.Invalid("stockNumber", $"请填写资产编号，不超过{LongestStockNumber}字。"));
        return faults;
    }

    /// <summary>Why the equipment cannot be used on a day; null when it can.</summary>
    public static Refusal? Use(EquipmentItem item, DateOnly day)
    {
        if (item.RetiredOn is { } retired && retired <= day) return new Refusal("equipment-retired", $"{item.Name}已停用，不能使用。", Notice);
        if (item.OpenFault is { } fault) return new Refusal("equipment-faulty", $"{item.Name}有故障未修复（{fault}），修复后才能使用。", Notice);
        if (item.Measures && item.CalibratedUntil is null) return new Refusal("equipment-not-calibrated", $"{item.Name}没有检定（校准）记录，不得使用。", Metrology);
        if (item.CalibratedUntil is { } until && until < day)
            return new Refusal("equipment-not-calibrated", $"{item.Name}检定（校准）有效期至{Documents.ChineseText.Date(until)}，已过期，不得使用。", item.Measures ? Metrology : Notice);
        return null;
    }

    /// <summary>Checks a booking against the state of the equipment and the bookings there are.</summary>
    /// <param name="item">The equipment.</param>
    /// <param name="slot">When it is wanted.</param>
    /// <param name="lastDay">The last day of the slot in Shanghai.</param>
    /// <param name="others">Its other bookings.</param>
    public static IReadOnlyList<Refusal> Book(EquipmentItem item, TimeSlot slot, DateOnly lastDay, IEnumerable<EquipmentBooking> others)
    {
        if (slot.Until <= slot.From) return [Refusal.Invalid("until", "归还时间必须晚于领用时间。")];
        if (slot.Until - slot.From > LongestBooking) return [Refusal.Invalid("until", "一次预约不超过31天，长期使用请办理移交。")];
        if (Use(item, lastDay) is { } unusable) return [unusable];
        return others.FirstOrDefault(other => other.Equipment == item.Id && other.Slot.Overlaps(slot)) is { } taken
            ? [new Refusal("equipment-booked", $"{item.Name}在{taken.Slot}已被预约（{taken.Purpose}），请错开时间或者换一件。", Notice)]
            : [];
    }

    /// <summary>What officers call a kind.</summary>
    public static string Name(EquipmentKind kind) => kind switch
    {
        EquipmentKind.Vehicle => "执法车",
        EquipmentKind.BodyCamera => "执法记录仪",
        EquipmentKind.Terminal => "执法终端",
        EquipmentKind.Drone => "无人机",
        EquipmentKind.NoiseMeter => "噪声仪",
        EquipmentKind.TestKit => "快检箱",
        EquipmentKind.Printer => "便携打印机",
        _ => "其他装备",
    };
}
