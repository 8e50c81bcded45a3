namespace Lianzhi.Core.Equipment;

/// <summary>What a piece of equipment is (装备种类).</summary>
public enum EquipmentKind
{
    /// <summary>执法车.</summary>
    Vehicle,

    /// <summary>执法记录仪.</summary>
    BodyCamera,

    /// <summary>执法终端.</summary>
    Terminal,

    /// <summary>无人机.</summary>
    Drone,

    /// <summary>噪声仪.</summary>
    NoiseMeter,

    /// <summary>快检箱.</summary>
    TestKit,

    /// <summary>便携打印机.</summary>
    Printer,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>A piece of equipment as the rules know it (执法装备).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Name or plate.</param>
/// <param name="StockNumber">资产编号, unique in the district.</param>
/// <param name="CalibratedUntil">Last day on which its calibration holds; null when it has none.</param>
/// <param name="OpenFault">The fault that was reported and not repaired yet.</param>
/// <param name="RetiredOn">First day on which it is no longer used.</param>
public sealed record EquipmentItem(string Id, EquipmentKind Kind, string Name, string StockNumber, DateOnly? CalibratedUntil = null, string? OpenFault = null, DateOnly? RetiredOn = null)
{
    /// <summary>True for measuring instruments, which may be used only while their calibration holds.</summary>
    public bool Measures => Kind is EquipmentKind.NoiseMeter or EquipmentKind.TestKit;
}

/// <summary>Equipment is taken for a time (装备预约).</summary>
/// <param name="Equipment">Which.</param>
/// <param name="Slot">When.</param>
/// <param name="Purpose">What for.</param>
public sealed record EquipmentBooking(string Equipment, TimeSlot Slot, string Purpose);
