namespace Lianzhi.Core.Settings;

/// <summary>
/// A practice value that the law leaves open (设置), with where it comes from and when it holds.
/// </summary>
/// <param name="Key">Its name in <see cref="SettingCatalogue"/>.</param>
/// <param name="Scope">Short name of the department it holds for (城管, 自然资源 …); null for all.</param>
/// <param name="Value">The value as text: a whole number, a word of the definition's choices, or free text.</param>
/// <param name="From">First day it holds.</param>
/// <param name="To">First day it no longer holds; null while it is open.</param>
/// <param name="Source">The document it rests on.</param>
/// <param name="Verified">False while the source still has to be confirmed (待核).</param>
public sealed record Setting(string Key, string? Scope, string Value, DateOnly From, DateOnly? To, string Source, bool Verified)
{
    /// <summary>True on a day inside [From, To).</summary>
    public bool HoldsOn(DateOnly date) => date >= From && (To is null || date < To);
}

/// <summary>What kind of value a setting takes (取值类型).</summary>
public enum SettingKind
{
    /// <summary>A whole number, 0 or more.</summary>
    Number,

    /// <summary>One of the definition's words.</summary>
    Choice,

    /// <summary>Text for people.</summary>
    Text,
}

/// <summary>What a setting means (设置项), with the value that holds where nobody has set another.</summary>
/// <param name="Key">Stable kebab-case name with dots.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Kind">Kind of value.</param>
/// <param name="Unit">Unit of a number, for example 工作日; empty otherwise.</param>
/// <param name="Default">Value without a row.</param>
/// <param name="Source">Where the default comes from.</param>
/// <param name="Verified">Whether that source was confirmed.</param>
public sealed record SettingDefinition(string Key, string Title, SettingKind Kind, string Unit, string Default, string Source, bool Verified)
{
    /// <summary>The words a choice may take, each with its meaning.</summary>
    public IReadOnlyDictionary<string, string> Choices { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether departments may have values of their own.</summary>
    public bool ByDepartment { get; init; }

    /// <summary>Why a value cannot be taken; null when it can.</summary>
    public string? Fault(string value) => Kind switch
    {
        SettingKind.Number when !IsNumber(value) => "应为不带符号的整数。",
        SettingKind.Choice when !Choices.ContainsKey(value) => $"应为下列之一：{string.Join("、", Choices.Keys)}。",
        SettingKind.Text when string.IsNullOrWhiteSpace(value) || value.Length > 200 => "应为1至200字的文字。",
        _ => null,
    };

    private static bool IsNumber(string value) => value.Length is > 0 and <= 12 && value.All(char.IsAsciiDigit);
}

/// <summary>The value of a setting on a day, and what it rests on (适用的设置).</summary>
/// <param name="Definition">What it means.</param>
/// <param name="Value">The value.</param>
/// <param name="Scope">The department it was set for; null when it is the general value.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Verified">Whether that was confirmed.</param>
public sealed record AppliedSetting(SettingDefinition Definition, string Value, string? Scope, string Source, bool Verified)
{
    /// <summary>The value as a whole number.</summary>
    public int Number => int.Parse(Value, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The value as a whole number of any size.</summary>
    public long LongNumber => long.Parse(Value, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The setting as the basis of a sentence: 设置“…”（来源）.</summary>
    public Basis Basis => $"设置“{Definition.Title}”（{Source}{(Verified ? "" : "，待核")}）";
}

/// <summary>All settings with their whole history (设置簿); never changes once made.</summary>
public sealed class SettingsBook
{
    private readonly Dictionary<(string Key, string? Scope), Setting[]> settings;

    /// <summary>Makes the book; where two rows hold on one day the one that began last wins.</summary>
    public SettingsBook(IEnumerable<Setting> settings) =>
        this.settings = settings.GroupBy(setting => (setting.Key, setting.Scope))
            .ToDictionary(group => group.Key, group => group.OrderByDescending(setting => setting.From).ToArray());

    /// <summary>A book without rows: every definition has its default.</summary>
    public static SettingsBook Defaults { get; } = new([]);

    /// <summary>The settings in force on a day.</summary>
    public SettingsOnDay AsOf(DateOnly date) => new(this, date);

    internal AppliedSetting Find(SettingDefinition definition, DateOnly date, string? scope)
    {
        if (scope is not null && Row(definition.Key, scope, date) is { } own) return new(definition, own.Value, scope, own.Source, own.Verified);
        return Row(definition.Key, null, date) is { } row
            ? new(definition, row.Value, null, row.Source, row.Verified)
            : new(definition, definition.Default, null, definition.Source, definition.Verified);
    }

    private Setting? Row(string key, string? scope, DateOnly date) =>
        settings.TryGetValue((key, scope), out var rows) ? rows.FirstOrDefault(row => row.HoldsOn(date)) : null;
}

/// <summary>The settings in force on one day, by name (当日设置).</summary>
public sealed class SettingsOnDay(SettingsBook book, DateOnly date)
{
    /// <summary>The day.</summary>
    public DateOnly Date { get; } = date;

    /// <summary>The value of any setting; a department's own goes before the general one.</summary>
    public AppliedSetting Find(SettingDefinition setting, string? department = null) => book.Find(setting, Date, setting.ByDepartment ? department : null);

    /// <summary>The value of a number.</summary>
    public int Number(SettingDefinition setting, string? department = null) => Find(setting, department).Number;

    /// <summary>The value as text.</summary>
    public string Text(SettingDefinition setting, string? department = null) => Find(setting, department).Value;

    /// <summary>True when a yes-or-no choice is yes.</summary>
    public bool IsYes(SettingDefinition setting, string? department = null) => Text(setting, department) == SettingCatalogue.Yes;

    /// <summary>Filing takes so many working days (立案期限).</summary>
    public int FilingDays => Number(SettingCatalogue.FilingDays);

    /// <summary>The least time for statement and defence, in working days (陈述申辩期).</summary>
    public int DefenceDays => Number(SettingCatalogue.DefenceDays);

    /// <summary>A decision is published within so many working days (公示期限).</summary>
    public int PublicationDays => Number(SettingCatalogue.PublicationDays);

    /// <summary>A clue is accepted or refused within so many working days (线索受理期限).</summary>
    public int ClueAcceptanceDays => Number(SettingCatalogue.ClueAcceptanceDays);

    /// <summary>The court a suit goes to (起诉法院).</summary>
    public string Court => Text(SettingCatalogue.RemedyCourt);

    /// <summary>The organ that reviews (复议机关).</summary>
    public string ReviewOrgan => Text(SettingCatalogue.ReviewOrgan);
}
