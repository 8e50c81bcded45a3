using Lianzhi.Core.Cases;
using Lianzhi.Core.Inspections;

namespace Lianzhi.Core.Tests.Inspections;

/// <summary>An inspection in the states tests need, each built on the one before.</summary>
internal static class InspectionScenario
{
    public static readonly InspectionTerms Terms = new(5, 10, 2, 60);

    private static readonly CaseOfficer[] Officers = [new("o1", "林晓岚", "35060310118", "350603003"), new("o2", "郑启明", "35060300472", "350603003")];

    public static DateTimeOffset At(string text) => new(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    public static InspectionFile Proposed(bool urgent = false) => new()
    {
        Id = "01inspection",
        Number = "漳龙蓝检审〔2026〕1号",
        Unit = "350603003",
        UnitName = "漳州市龙文区人民政府蓝田街道办事处",
        TargetName = "龙文区小城故事餐馆",
        TargetCode = "92350603MA0000123P",
        TargetAddress = "湖滨路8号",
        Source = urgent ? InspectionSource.AtOnce : InspectionSource.Plan,
        Reason = urgent ? "巡查发现后厨冒烟" : "2026年度联合检查计划",
        Stage = InspectionStage.Proposed,
        Urgent = urgent,
        Day = new(2026, 10, 8),
        Scope = ["市容环境检查"],
        Basis = "分级分类检查要求",
        Frequency = new(0, 2, 0),
        ProposedBy = "account-o1",
        ProposerName = "林晓岚",
        ProposedOn = new(2026, 9, 28),
        Officers = Officers,
        Together = ["漳州市龙文区市场监督管理局"],
        ComplaintTo = "区司法局行政执法监督机构，12345政务服务便民热线",
        Items =
        [
            new(1, "市容环境检查", new("餐饮油烟净化设施安装并正常使用", "大气污染防治法 第81条", "CG-023")),
            new(2, "市容环境检查", new("店外不占道堆放物料", "城市市容和环境卫生管理条例 第14条")),
        ],
    };

    public static InspectionFile Approved(InspectionFile? file = null) => (file ?? Proposed()) with
    {
        Stage = file is { Start: not null } ? file.Stage : InspectionStage.Approved,
        Approval = new(new(2026, 9, 29), new("account-head", "罗锦勇", "行政机关负责人", null), "同意检查。"),
    };

    public static InspectionFile Noticed() => Approved() with
    {
        Stage = InspectionStage.Noticed,
        Notice = new("漳龙蓝检通〔2026〕108号", new(2026, 9, 30), NoticeManner.Advance, null, "陈某某，店长"),
    };

    public static InspectionFile Started(InspectionFile? file = null) => (file ?? Noticed()) with { Stage = InspectionStage.Started, Start = new(At("2026-10-08 09:31"), "湖滨路8号", "漳龙蓝检通〔2026〕108号") };

    public static InspectionFile Checked(bool fails = true) => Started() is var file ? file with
    {
        Items = [file.Items[0] with { Finding = fails ? Finding.Fails : Finding.Conforms, Note = fails ? "净化器电源未开，6月后无清洗记录" : null }, file.Items[1] with { Finding = Finding.Conforms }],
    } : null!;

    public static InspectionRecorded Record(string? signed = "陈某某", string? refused = null, string? witness = null) =>
        new(At("2026-10-08 10:05"), "陈某某，店长", "后厨油烟净化器电源未开。", "无异议。", signed, refused, witness);

    public static InspectionFile Recorded(bool fails = true) => Checked(fails) with
    {
        Stage = InspectionStage.Recorded,
        Recorded = fails ? Record(null, "认为整改费用过高", "社区网格员林某某；全程录像") : Record(),
        Scenes =
        [
            new(SceneKind.Sampling, "漳龙蓝抽样〔2026〕1号", At("2026-10-08 09:50"), "陈某某", "店长", "清洗剂，批号20260901，2瓶", "随机抽取，现场封签"),
            new(SceneKind.Interview, null, At("2026-10-08 09:55"), "陈某某", "店长", "问：净化器多久清洗一次？\n答：六月以后没有清洗。", null),
        ],
    };

    public static InspectionFile Concluded() => Recorded() with
    {
        Stage = InspectionStage.Concluded,
        Outcome = new(InspectionConclusion.Correction, "油烟净化设施没有正常使用。", new(2026, 10, 8), "漳龙蓝责改〔2026〕9号", "正常使用油烟净化设施并建立清洗记录", new(2026, 10, 23)),
    };

    public static InspectionFile Transferred() => Recorded() with
    {
        Stage = InspectionStage.Concluded,
        Outcome = new(InspectionConclusion.Transfer, "所涉事项不属本机关职权", new(2026, 10, 8), To: "漳州市龙文区市场监督管理局", TransferNumber: "漳龙蓝函〔2026〕3号"),
    };

    public static InspectionFile Told() => Concluded() with { Stage = InspectionStage.Correcting, Told = new("漳龙蓝检结〔2026〕7号", new(2026, 10, 9), "陈某某") };

    public static InspectionFile Closed() => Told() with
    {
        Stage = InspectionStage.Closed,
        Recheck = new(At("2026-10-26 10:00"), true, "净化设施正常使用，有清洗记录。", Officers),
        Feedback = new(FeedbackGrade.Satisfied, "出示了证件，讲得清楚。", At("2026-10-09 20:10")),
    };
}
