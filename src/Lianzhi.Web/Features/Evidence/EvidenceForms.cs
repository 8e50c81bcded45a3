using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lianzhi.Core;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Evidence;
using Lianzhi.Web.Components;
using Lianzhi.Web.Components.Forms;
using Lianzhi.Web.Features.Cases;

namespace Lianzhi.Web.Features.Evidence;

/// <summary>The fields of the forms of evidence (证据填写项), named as the members the API takes.</summary>
public static class EvidenceForms
{
    /// <summary>Fields of a piece of evidence; what only some need stands last.</summary>
    public static IReadOnlyList<StepField> Keep(CaseState state, StepField officers, DateTimeOffset now)
    {
        IReadOnlyList<StepField> fields =
        [
            new("kind", "证据种类", StepFieldKind.OneOf) { Choices = Names<EvidenceKind>(kind => kind.Title()), Value = "audioVisual" },
            new("title", "证据名称") { Hint = "例如：渣土堆放现场照片" },
            new("proves", "证明内容", StepFieldKind.Text) { Hint = "一句话说明它证明什么事实" },
            new("act", "所属执法行为", StepFieldKind.OneOf)
            {
                Choices = [.. RecordedActs.Of(state).Select(act => new Choice($"{Camel(act.Kind)}:{act.Index}", $"{act.On.InWords()}{act.Title}"))], Optional = true,
                Hint = "选了执法行为的，计入该行为的音像记录",
            },
            new("at", "收集或者开始录制的时间", StepFieldKind.Moment) { Value = LocalMoment.Text(now) },
            new("until", "录制结束时间", StepFieldKind.Moment) { Optional = true, Hint = "MP4、MOV、WAV、WebM 按文件时长自动计算，不用填写；读不出时长的录音、录像才填写" },
            new("place", "收集地点") { Value = state.Place is { } place ? ChineseText.Place(place.TownshipName, place.Address) : null },
            new("source", "证据来源", StepFieldKind.OneOf) { Choices = Names<EvidenceSource>(source => source.Title()), Value = "onSite" },
            new("provider", "提供证据的人或者单位") { Optional = true, Hint = "当事人、证人、其他机关提供或者委托检测、鉴定的填写" },
            new("keptAt", "原件、原物的保管地点") { Optional = true, Hint = "有实物的填写" },
            new("compared", "复制件核对", StepFieldKind.Group)
            {
                Optional = true,
                Columns = [new("on", "复制件与原件核对的日期", StepFieldKind.Date) { Hint = "书证为复印件、照片的填写；执法人员核对一致后登记，照片证据页据此印“经核对与原件一致”" }, new("originalAt", "原件存于") { Hint = "例如：当事人处" }],
            },
            new("sensitive", "敏感", StepFieldKind.Flag) { Choices = [new("true", "含敏感个人信息或者秘密，打开须说明事由")], Optional = true },
            new("deviceReview", "监控设备的法制和技术审核情况") { Optional = true, Hint = "来源为电子技术监控设备的填写" },
            .. EvidenceRules.IsFrozen(state) ? [new StepField("lateReason", "决定作出后登记的理由", StepFieldKind.Text) { Optional = state.OnSpot is not null, Hint = "只能登记送达、履行、复查、执行和物品处置产生的证据" }] : Array.Empty<StepField>(),
            officers,
        ];
        return RecordedActs.Of(state).Count > 0 ? fields : [.. fields.Where(field => field.Name != "act")];
    }

    /// <summary>Fields of a drawing of the scene, as far as the record of that inspection knows them.</summary>
    public static IReadOnlyList<StepField> Sketch(SiteInspected record, StepField officers) =>
    [
        new("title", "图名") { Value = $"{record.On.InWords()}勘验图" },
        new("proves", "证明内容", StepFieldKind.Text) { Value = "现场各处的位置、方位和尺寸" },
        new("at", "绘图时间", StepFieldKind.Moment) { Value = LocalMoment.Text(record.Until), Hint = "勘验当日当场绘制" },
        new("place", "勘验地点") { Value = record.Place },
        new("sketch", "勘验图", StepFieldKind.Group)
        {
            Columns =
            [
                new("scale", "比例") { Value = "示意图，不按比例", Hint = "按比例绘制的写明比例，例如：1∶100" },
                new("drawer", "绘图人姓名和身份") { Value = $"{record.Officers[0].Name}（执法人员）" },
                new("present", "在场的当事人或者见证人") { Value = record.Present, Optional = true },
            ],
        },
        officers,
    ];

    /// <summary>What was typed beside a drawing, as the command of the use case.</summary>
    public static Result<CollectEvidence> ReadSketch(IReadOnlyList<StepField> fields, int inspection, IFormCollection form) => StepReader.Read(fields, form).Then(body =>
    {
        (body["kind"], body["source"], body["sensitive"]) = (Camel(EvidenceKind.InspectionRecord), Camel(EvidenceSource.OnSite), false);
        body["act"] = new JsonObject { ["kind"] = Camel(RecordedActKind.Inspection), ["index"] = inspection };
        return CommandReader.Read<CollectEvidence>(CommandReader.WithBlanks(typeof(CollectEvidence), body));
    });

    /// <summary>Fields of a step of custody.</summary>
    public static IReadOnlyList<StepField> Move(StepField officers, DateTimeOffset now) =>
    [
        new("action", "流转", StepFieldKind.OneOf) { Choices = Names<CustodyAction>(action => action.Title()) },
        new("at", "时间", StepFieldKind.Moment) { Value = LocalMoment.Text(now) },
        new("place", "去向或者保管地点"), new("receiver", "保管人、接收人"), new("reason", "事由", StepFieldKind.Text), new("witness", "见证人") { Optional = true, Hint = "处置时填写" },
        officers,
    ];

    /// <summary>Fields of an exclusion.</summary>
    public static IReadOnlyList<StepField> Exclude(StepField officers) =>
    [
        new("ground", "排除理由", StepFieldKind.OneOf) { Choices = Names<ExclusionGround>(ground => ground.Title()) },
        new("reason", "具体情况", StepFieldKind.Text), officers,
    ];

    /// <summary>What was typed, as the command of the use case.</summary>
    public static Result<T> Read<T>(IReadOnlyList<StepField> fields, IFormCollection form) where T : class => StepReader.Read(fields, form).Then(body =>
    {
        if (body["act"] is JsonValue chosen && chosen.GetValue<string>().Split(':') is [var kind, var index])
            body["act"] = new JsonObject { ["kind"] = kind, ["index"] = int.Parse(index, CultureInfo.InvariantCulture) };
        return CommandReader.Read<T>(body);
    });

    private static Choice[] Names<T>(Func<T, string> title) where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => new Choice(Camel(value), title(value)))];

    private static string Camel<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

/// <summary>What a form of evidence sends besides its fields.</summary>
public sealed class EvidenceForm
{
    /// <summary>Version of the case the person saw.</summary>
    public long? Version { get; set; }

    /// <summary>Why sensitive evidence is opened.</summary>
    public string? Reason { get; set; }
}
