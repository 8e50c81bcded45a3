namespace Lianzhi.Core.Clues;

/// <summary>A kind of matter as people call it (事项类别), with the enforcement items it usually turns out to be.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Hint">What belongs to it.</param>
/// <param name="Items">Items of the powers list that fit most often, the first most often; an officer decides.</param>
public sealed record ComplaintCategory(string Code, string Title, string? Hint, IReadOnlyList<string> Items)
{
    /// <summary>All kinds, in the order shown; the last one takes everything else.</summary>
    public static readonly IReadOnlyList<ComplaintCategory> All =
    [
        new("construction-noise", "施工噪声", "夜间施工、打桩、机器声", ["CG-037", "CG-036", "CG-039"]),
        new("daily-noise", "生活噪声", "音响、喇叭、广场舞、装修", ["CG-043", "CG-046", "CG-047", "CG-042"]),
        new("cooking-fumes", "油烟扰民", "餐馆油烟、异味", ["CG-023", "CG-024"]),
        new("street", "占道和乱堆放", "占道经营、堆放物料、搭建", ["CG-010", "CG-003"]),
        new("waste", "垃圾", "乱倒生活垃圾、不分类投放", ["CG-014", "CG-021"]),
        new("rubble", "渣土和扬尘", "建筑垃圾、工地扬尘、车辆遗撒", ["CG-017", "CG-030", "CG-020"]),
        new("building", "违法建设", "未批先建、加建、乱搭盖", ["GH-001"]),
        new("greenery", "树木绿地", "砍树、毁绿、占用绿地", ["YL-002", "YL-001", "YL-004"]),
        new("fire", "消防通道和安全", "占用消防车通道、堵塞安全出口", ["XF-005", "XF-003", "XF-011"]),
        new("advertising", "户外广告", "乱贴小广告、违规广告牌", ["CG-009", "CG-002"]),
        new("other", "其他", "不确定是哪一类，也可以选这里", []),
    ];

    /// <summary>The kind with a code; null when there is none.</summary>
    public static ComplaintCategory? Find(string? code) => All.FirstOrDefault(category => category.Code == code);
}
