using Lianzhi.Core.Settings;

namespace Lianzhi.Core.Dispatch;

/// <summary>Hours and travel times of a day of dispatch (调度时间设置); no article fixes them, so they are settings.</summary>
/// <param name="Morning">Working hours before noon.</param>
/// <param name="Afternoon">Working hours after noon.</param>
/// <param name="WithinTownship">Minutes from one place to another of the same township.</param>
/// <param name="BetweenTownships">Minutes to another township.</param>
/// <param name="Speed">Kilometres an hour where both places are located.</param>
/// <param name="MostInCrew">Most officers in a crew.</param>
/// <param name="CameraNeeded">Whether each crew needs a body camera.</param>
public sealed record DayTerms(MinuteSpan Morning, MinuteSpan Afternoon, int WithinTownship, int BetweenTownships, int Speed, int MostInCrew, bool CameraNeeded)
{
    /// <summary>Minutes of a visit to the same neighbourhood.</summary>
    private const int SameBlock = 5;

    /// <summary>Streets are longer than the straight line.</summary>
    private const double Detour = 1.4;

    private const double KilometresPerDegree = 111.2;

    /// <summary>The terms that hold on a day.</summary>
    public static DayTerms Of(SettingsOnDay settings) => new(
        MinuteSpan.Parse(settings.Text(DispatchSettings.Morning)) ?? MinuteSpan.Parse(DispatchSettings.Morning.Default)!.Value,
        MinuteSpan.Parse(settings.Text(DispatchSettings.Afternoon)) ?? MinuteSpan.Parse(DispatchSettings.Afternoon.Default)!.Value,
        settings.Number(DispatchSettings.WithinTownship), settings.Number(DispatchSettings.BetweenTownships), Math.Max(1, settings.Number(DispatchSettings.Speed)),
        Math.Max(2, settings.Number(DispatchSettings.MostInCrew)), settings.IsYes(DispatchSettings.CameraNeeded));

    /// <summary>Minutes from one place to another.</summary>
    public int Travel(DayPlace from, DayPlace to)
    {
        if (from is { Longitude: { } fromEast, Latitude: { } fromNorth } && to is { Longitude: { } toEast, Latitude: { } toNorth })
        {
            var (north, east) = ((toNorth - fromNorth) / 1e6 * KilometresPerDegree, (toEast - fromEast) / 1e6 * KilometresPerDegree * Math.Cos(fromNorth / 1e6 * Math.PI / 180));
            return (int)Math.Ceiling((Math.Sqrt((north * north) + (east * east)) * Detour * 60 / Speed) + SameBlock);
        }
        return from.Township != to.Township ? BetweenTownships : from.Block.Length > 0 && from.Block == to.Block ? Math.Min(SameBlock, WithinTownship) : WithinTownship;
    }
}

/// <summary>Practice values of dispatch (调度设置).</summary>
public static class DispatchSettings
{
    private const string Practice = "本区执法惯例";

    /// <summary>Working hours before noon.</summary>
    public static readonly SettingDefinition Morning = new("dispatch.morning", "调度上午时段", SettingKind.Text, "", "08:30-12:00", Practice, false);

    /// <summary>Working hours after noon.</summary>
    public static readonly SettingDefinition Afternoon = new("dispatch.afternoon", "调度下午时段", SettingKind.Text, "", "14:30-17:30", Practice, false);

    /// <summary>Minutes within a township.</summary>
    public static readonly SettingDefinition WithinTownship = new("dispatch.minutes-within-township", "同一镇街内路途时间", SettingKind.Number, "分钟", "10", Practice, false);

    /// <summary>Minutes between townships.</summary>
    public static readonly SettingDefinition BetweenTownships = new("dispatch.minutes-between-townships", "镇街之间路途时间", SettingKind.Number, "分钟", "20", Practice, false);

    /// <summary>Speed where places are located.</summary>
    public static readonly SettingDefinition Speed = new("dispatch.kilometres-per-hour", "行车平均速度", SettingKind.Number, "公里每小时", "25", Practice, false);

    /// <summary>Most officers in a crew.</summary>
    public static readonly SettingDefinition MostInCrew = new("dispatch.most-in-crew", "每组最多人数", SettingKind.Number, "人", "6", Practice, false);

    /// <summary>Minutes of a check of a clue.</summary>
    public static readonly SettingDefinition ClueMinutes = new("dispatch.clue-minutes", "线索核查用时", SettingKind.Number, "分钟", "40", Practice, false);

    /// <summary>Minutes of a service.</summary>
    public static readonly SettingDefinition ServiceMinutes = new("dispatch.service-minutes", "送达用时", SettingKind.Number, "分钟", "20", Practice, false);

    /// <summary>The word of numbers of orders.</summary>
    public static readonly SettingDefinition OrderWord = new("dispatch.order-word", "调度令发文代字", SettingKind.Text, "", "漳龙片调", Practice, false);

    /// <summary>Whether each crew takes a body camera.</summary>
    public static readonly SettingDefinition CameraNeeded = new("dispatch.camera-needed", "每组配执法记录仪", SettingKind.Choice, "", SettingCatalogue.Yes, "国办发〔2018〕118号 第三部分（全过程记录）", false)
    {
        Choices = new Dictionary<string, string> { [SettingCatalogue.Yes] = "是", [SettingCatalogue.No] = "否" },
    };

    /// <summary>Days for which the place of a call for help is kept; no article fixes them.</summary>
    public static readonly SettingDefinition HelpPlaceDays = new("dispatch.help-place-days", "求助位置保存天数", SettingKind.Number, "日", "30", Practice, false);

    /// <summary>All of them, in the order people see them.</summary>
    public static readonly IReadOnlyList<SettingDefinition> All = [Morning, Afternoon, WithinTownship, BetweenTownships, Speed, MostInCrew, ClueMinutes, ServiceMinutes, OrderWord, CameraNeeded, HelpPlaceDays];
}
