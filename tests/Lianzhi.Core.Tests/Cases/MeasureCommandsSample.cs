using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Measures;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>Lawful commands of measures in the construction-waste case; tests change what they are about.</summary>
internal static class Measure
{
    public static readonly CaseGoods[] Truck = [new("自卸货车", "闽E·示001", "1", "辆", "车厢内有渣土")];

    public static TakeSample Sample() => new(
        At("2026-03-05 09:30"), "湘桥路北段工地", [new("渣土样品", "工地东侧", "2.5", "千克")], "多点随机", "判定是否含有建筑垃圾", "吴思源（法定代表人）", true, null, CaseScenario.Officers);

    public static RequestMeasure Request(MeasureKind kind, int? sealing = null) => new(
        At("2026-03-05 09:00"), kind, sealing, sealing is null ? Truck : [], "车辆可能被转移，证据可能灭失。", "《福建省城市建筑垃圾管理条例》（示例）第三十条", CaseScenario.Officers);

    public static PreserveEvidence Preserve() => new(
        At("2026-03-05 11:00"), Truck, "车辆可能被转移", "蓝田街道综合执法大队停车场", "郑启明", true, Commands.Handed(), CaseScenario.Officers);

    public static SealGoods Seal() => new(
        At("2026-03-05 11:00"), At("2026-03-05 11:40"), MeasureKind.Seizure, null, "车辆用于违法倾倒渣土。", "《福建省城市建筑垃圾管理条例》（示例）第三十条", Truck, true, false,
        "蓝田街道综合执法大队停车场", "郑启明", true, true, "吴思源（法定代表人）", "无异议。", null, Commands.Handed(), CaseScenario.Officers);

    public static CommissionTest Test(int? sealing = 0) => new(
        At("2026-03-10 09:00"), "检测", "渣土样品", "示例检测有限公司", "渣土成分", sealing, Day("2026-03-11"), Day("2026-03-20"), true, Commands.Handed(), CaseScenario.Officers);

    public static ExtendSealing Extend() => new(At("2026-04-01 10:00"), 0, "案情复杂，需要继续查明渣土来源。", Commands.Handed(), CaseScenario.Officers);

    public static OrderSubstitute Substitute() => new(
        At("2026-03-12 10:00"), "清运湘桥路北段工地外的渣土", "渣土占用车道，危害交通安全。", "《中华人民共和国道路交通安全法》第一百零六条", "示例环卫服务有限公司", "机械清运",
        Day("2026-03-20"), 8_000_00, Commands.Handed(), CaseScenario.Officers);

    public static PerformSubstitute Perform() => new(
        At("2026-03-20 09:00"), At("2026-03-20 11:00"), "湘桥路北段", "渣土已清运42立方米。", "代履行人、吴思源和两名执法人员签名", 7_600_00, true, null, CaseScenario.Officers);

    public static ReportCrime Crime() => new(
        At("2026-03-09 10:00"), "污染环境罪", "《中华人民共和国刑法》第三百三十八条", "倾倒物经检测含危险废物3.2吨。", CaseScenario.Officers);

    public static HandOverCrime HandOver() => new(
        At("2026-03-10 15:00"), "漳州市公安局龙文分局", "王警官", [.. CaseSteps.TransferMaterials], CaseScenario.Officers);

    public static SendLetter Letter(LetterKind kind, string to) => new(
        At("2026-03-06 10:00"), kind, to, "管辖", "违法行为发生地在两街道交界处。", ["立案审批表", "现场检查笔录"], Day("2026-03-13"), CaseScenario.Officers);

    // ---- cases at each point -------------------------------------------------------------------------------

    public static CaseScenario Approved(MeasureKind kind) => Filed().MaySeal().On("2026-03-05 09:30").Do(Request(kind)).As("head").On("2026-03-05 10:00")
        .Do(new ApproveMeasure(0, "同意。")).As("o1").On("2026-03-05 18:00");

    public static CaseScenario Seized() => Approved(MeasureKind.Seizure).Do(Seal());

    public static CaseScenario Transferring() => Investigated().MaySeal().On("2026-03-09 18:00").Do(Crime());
}
