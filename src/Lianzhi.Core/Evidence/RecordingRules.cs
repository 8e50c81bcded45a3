using Lianzhi.Core.Settings;

namespace Lianzhi.Core.Evidence;

/// <summary>How an act is to be recorded (音像记录要求).</summary>
public enum RecordingNeed
{
    /// <summary>不作要求: the written record is enough.</summary>
    None,

    /// <summary>照片、录音、录像之一.</summary>
    Any,

    /// <summary>照片或者录像.</summary>
    Picture,

    /// <summary>录音或者录像.</summary>
    Sound,

    /// <summary>全程录像.</summary>
    WholeVideo,
}

/// <summary>Which act is recorded how, on a day (音像记录清单).</summary>
/// <param name="Needs">By kind of act.</param>
/// <param name="SlackMinutes">Minutes before and after an act in which a recording still belongs to it.</param>
/// <param name="ToleranceMinutes">Minutes without film that a whole recording may lack, to change batteries or cards.</param>
public sealed record RecordingPolicy(IReadOnlyDictionary<RecordedActKind, RecordingNeed> Needs, int SlackMinutes, int ToleranceMinutes)
{
    /// <summary>The policy of the settings in force on a day.</summary>
    public static RecordingPolicy Of(SettingsOnDay settings) => new(
        RecordingSettings.Needs.ToDictionary(need => need.Key, need => RecordingSettings.NeedOf(settings.Text(need.Value))),
        settings.Number(RecordingSettings.Slack), settings.Number(RecordingSettings.Tolerance));
}

/// <summary>Practice values for recording by sound and picture (音像记录设置): the district's own list, as 国办发〔2018〕118号 asks.</summary>
public static class RecordingSettings
{
    private const string Source = "国办发〔2018〕118号 第三部分（全过程记录）";

    private static readonly Dictionary<string, string> Choices = new()
    {
        ["none"] = "文字记录即可",
        ["any"] = "照片、录音或者录像",
        ["picture"] = "照片或者录像",
        ["sound"] = "录音或者录像",
        ["whole-video"] = "全程录像",
    };

    /// <summary>Minutes before and after an act in which a recording still belongs to it.</summary>
    public static readonly SettingDefinition Slack = new("recording.slack-minutes", "音像记录与执法行为的时间间隔", SettingKind.Number, "分钟", "30", Source, false);

    /// <summary>Minutes without film that a whole recording may lack.</summary>
    public static readonly SettingDefinition Tolerance = new("recording.tolerance-minutes", "全程录像允许的中断", SettingKind.Number, "分钟", "2", Source, false);

    /// <summary>The setting of each kind of act.</summary>
    public static readonly IReadOnlyDictionary<RecordedActKind, SettingDefinition> Needs = new Dictionary<RecordedActKind, SettingDefinition>
    {
        [RecordedActKind.Inspection] = Need("inspection", "现场检查", "any"),
        [RecordedActKind.Interview] = Need("interview", "询问", "none"),
        [RecordedActKind.Sampling] = Need("sampling", "抽样取证", "any"),
        [RecordedActKind.Preservation] = Need("preservation", "先行登记保存", "picture"),
        [RecordedActKind.Sealing] = Need("sealing", "查封、扣押", "whole-video"),
        [RecordedActKind.Hearing] = Need("hearing", "举行听证", "sound"),
        [RecordedActKind.OnSpotPenalty] = Need("on-spot-penalty", "当场处罚", "any"),
        [RecordedActKind.LeftService] = Need("left-service", "留置送达", "picture"),
        [RecordedActKind.Announcement] = Need("announcement", "公告送达", "picture"),
        [RecordedActKind.Clearing] = Need("clearing", "立即清除", "picture"),
        [RecordedActKind.Substitute] = Need("substitute", "代履行", "whole-video"),
        [RecordedActKind.Demolition] = Need("demolition", "强制拆除", "whole-video"),
        [RecordedActKind.Enforcement] = Need("enforcement", "强制执行", "whole-video"),
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SettingDefinition> All => [.. Needs.Values, Slack, Tolerance];

    /// <summary>The need a setting's value stands for.</summary>
    public static RecordingNeed NeedOf(string value) => value switch
    {
        "any" => RecordingNeed.Any,
        "picture" => RecordingNeed.Picture,
        "sound" => RecordingNeed.Sound,
        "whole-video" => RecordingNeed.WholeVideo,
        _ => RecordingNeed.None,
    };

    /// <summary>What people call a need.</summary>
    public static string Title(this RecordingNeed need) => need switch
    {
        RecordingNeed.Any => Choices["any"],
        RecordingNeed.Picture => Choices["picture"],
        RecordingNeed.Sound => Choices["sound"],
        RecordingNeed.WholeVideo => Choices["whole-video"],
        _ => Choices["none"],
    };

    private static SettingDefinition Need(string key, string act, string value) =>
        new($"recording.{key}", $"{act}的音像记录", SettingKind.Choice, "", value, Source, false) { Choices = Choices };
}
