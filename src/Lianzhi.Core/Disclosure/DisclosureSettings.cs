using Lianzhi.Core.Settings;

namespace Lianzhi.Core.Disclosure;

/// <summary>Practice values of publication that the law leaves open (公示设置).</summary>
public static class DisclosureSettings
{
    /// <summary>Days a decision stays public when the department has no rule of its own.</summary>
    public static readonly SettingDefinition TermDays =
        new("disclosure.term-days", "公示期限", SettingKind.Number, "日", "365", "福建省人民政府令第242号 第21条（60日至2年之间，由本区确定）", false) { ByDepartment = true };

    /// <summary>The values valid on a day, as publication reads them.</summary>
    /// <param name="settings">Settings of that day.</param>
    /// <param name="department">Short name of the department whose field the decision is in; null for none.</param>
    public static PublicationSettings Of(SettingsOnDay settings, string? department) => new(
        settings.Number(SettingCatalogue.DisclosureMinimumDays, department),
        settings.Number(SettingCatalogue.DisclosureMaximumYears, department),
        settings.Number(TermDays, department),
        settings.IsYes(SettingCatalogue.DisclosureRepresentative));
}
