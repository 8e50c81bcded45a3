using Lianzhi.Core.Cases;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>Lawful commands of a construction-waste case (CG-030); tests change what they are about.</summary>
internal static class Commands
{
    public static ServiceInput Handed() => new(ServiceMethod.Direct, "漳州禾丰土石方工程有限公司办公室", "吴思源", "法定代表人", null, null);

    public static ProposeFiling Propose() => new(
        At("2026-03-02 08:30"), "case-1", "群众举报", "clue-1", Company, "CG-030", Street, "湘桥路北段工地",
        "湘桥路北段工地渣土未及时清运，也未密闭遮盖。", Day("2026-02-27"), Day("2026-02-28"), false, CaseScenario.Officers);

    public static RecordInspection Inspect() => new(
        At("2026-03-04 09:00"), At("2026-03-04 10:20"), "湘桥路北段工地", "吴思源（法定代表人）", true,
        "工地东侧堆放渣土约42立方米，未遮盖，现场扬尘明显。", "愿意马上清运。", null, CaseScenario.Officers);

    public static RecordInterview Interview() => new(
        At("2026-03-04 14:00"), At("2026-03-04 15:10"), "蓝田街道综合执法大队询问室", "吴思源", null, "当事人的法定代表人", true,
        [new("渣土堆放了多久？", "大约三天。"), new("为什么没有遮盖？", "防尘网用完了，没有及时补。")], null, CaseScenario.Officers);

    public static OrderCorrection Order() => new(
        At("2026-03-04 16:00"), "《中华人民共和国大气污染防治法》第六十九条第三款", "立即清运或者遮盖工地渣土。", Day("2026-03-09"), Handed(), CaseScenario.Officers);

    public static CheckCorrection Check() => new(At("2026-03-10 10:00"), true, "渣土已全部清运。", CaseScenario.Officers);

    public static ConcludeInvestigation Conclude(long fineFen = 20_000_00) => new(
        At("2026-03-12 10:00"), "2026年2月25日至27日，当事人在湘桥路北段工地堆放渣土约42立方米，未及时清运，未采用密闭式防尘网遮盖。",
        [new("勘验笔录、现场笔录", "现场检查笔录1份", "渣土未遮盖"), new("当事人的陈述", "询问笔录1份", "堆放三天"), new("视听资料", "照片11张", "现场情况")],
        "《中华人民共和国大气污染防治法》第六十九条第三款", "《中华人民共和国大气污染防治法》第一百一十五条第一款第二项",
        "当事人初次违法，已及时清运，参照裁量基准从轻档。", 0, fineFen == 0 ? [] : [new(PenaltyKind.Fine, fineFen)], false, false, false, CaseScenario.Officers);

    public static ServePriorNotice Notify(long fineFen = 20_000_00) => new(
        At("2026-03-16 10:00"), "当事人在湘桥路北段工地堆放渣土未遮盖。", "初次违法，已及时清运，从轻处罚。",
        [new(PenaltyKind.Fine, fineFen)], null, false, Handed(), CaseScenario.Officers);

    public static MakeDecision Decide(long fineFen = 20_000_00) => new(
        DecisionKind.Penalty, [new(PenaltyKind.Fine, fineFen)], null, "已于2026年3月10日复查，渣土已清运，今后应当及时清运、遮盖。", "");

    public static ServeDecision Serve() => new(At("2026-03-25 10:00"), Handed(), true, CaseScenario.Officers);

    public static PenaliseOnSpot OnSpot() => new(
        At("2026-03-02 15:30"), "case-2", "巡查发现", null, Citizen, "SZ-001", Street, "湘桥路人行道",
        "当事人在湘桥路人行道堆放建材约3平方米，占用城市道路，有照片2张。", "《城市道路管理条例》第二十七条第一项", "《城市道路管理条例》第四十二条",
        [new(PenaltyKind.Fine, 200_00)], true, "无异议。", "当场清理占道建材。", "陈某", null, CaseScenario.Officers, CertificatesShown: true);

    public static ServeHearingNotice NotifyHearing() => new(
        At("2026-03-19 10:00"), At("2026-03-30 09:00"), "蓝田街道办事处会议室", null, "host", "recorder", Handed(), CaseScenario.Officers);

    public static HoldHearing HoldHearing() => new(
        At("2026-03-30 09:00"), At("2026-03-30 11:00"), "吴思源（法定代表人）", [new("郑律师", "授权委托书1份，代为陈述、申辩和质证")], CaseScenario.Officers,
        "工地堆放渣土约42立方米未遮盖，有现场检查笔录、询问笔录和照片，建议罚款十万元。", "对事实没有异议，认为罚款过重，已经及时清运。", "双方坚持各自意见。", null);

    public static ReportHearing ReportHearing() => new(At("2026-03-31 10:00"), "听证依法公开举行，双方充分发表意见。", HearingOpinion.Uphold, "事实清楚，证据充分，裁量适当。");

    public static DiscussCollectively Discuss(long fineFen = CaseScenario.Large) => new(
        At("2026-04-03 09:00"), At("2026-04-03 10:00"), "第一会议室", "o1", "recorder",
        [new("head", "同意拟处罚意见。", true), new("deputy", "同意。", true), new("deputy-without", "建议再轻一些。", false)],
        DecisionKind.Penalty, [new(PenaltyKind.Fine, fineFen)], "同意给予行政处罚");

    public static HoldConsultation Consult() => new(
        At("2026-03-06 09:00"), At("2026-03-06 10:30"), "片区中心驻点会议室", "chief", "recorder",
        [new("o1", "渣土来源有两处工地，需要分清责任。"), new("justice", "建议先固定运输记录，再认定责任主体。")], [new("林工", "区生态环境监测站", "可以比对两处工地的土样。")],
        ["责任主体如何认定", "是否应当委托检测"], "先调取运输记录，再委托比对土样；按查明的责任主体处理。");
}
