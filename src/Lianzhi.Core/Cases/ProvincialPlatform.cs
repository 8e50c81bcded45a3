using Lianzhi.Core.Documents;
using Lianzhi.Core.Settings;

namespace Lianzhi.Core.Cases;

/// <summary>Where a paper stands on the provincial platform (闽执法文书状态).</summary>
/// <param name="Document">The paper.</param>
/// <param name="OwnNumber">Its number here; null for none.</param>
/// <param name="Entry">What was registered of it; null while it is 待补录.</param>
/// <param name="DueOn">Last day to enter it afterwards; null once it is there.</param>
public sealed record PlatformState(CaseDocument Document, string? OwnNumber, PlatformPaper? Entry, DateOnly? DueOn)
{
    /// <summary>平台制发, 已补录 or 待补录.</summary>
    public string Title => Entry?.Way switch { PlatformWay.Issued => "平台制发", PlatformWay.Entered => "已补录", _ => "待补录" };
}

/// <summary>
/// The case on the provincial platform (闽执法): cases run there by 福建省人民政府令第242号; what was made here while it could
/// not be used is entered within five working days (第17条).
/// </summary>
public static class ProvincialPlatform
{
    /// <summary>The oldest thing that is missing there: the case number from filing on, or a paper; null when all is there or the duty is switched off.</summary>
    public static (DateOnly On, string What)? OldestMissing(CaseState state, SettingsBook settings)
    {
        if ((state.Filing?.On ?? state.OnSpot?.On) is not { } opened || settings.AsOf(opened).Text(PlatformSettings.Duty) != SettingCatalogue.Yes) return null;
        var missing = Missing(state).Select(paper => (paper.On!.Value, paper.Kind.Title));
        if (state.Execution.PlatformNumber is null) missing = missing.Prepend((opened, "闽执法案号"));
        return missing.Select(one => ((DateOnly, string)?)one).MinBy(one => one!.Value.Item1);
    }

    /// <summary>Papers that were made and do not stand there yet.</summary>
    public static IEnumerable<CaseDocument> Missing(CaseState state) =>
        CaseDocuments.Of(state).Where(paper => paper.Made && Find(state, paper) is null);

    /// <summary>Every paper that was made, with where it stands.</summary>
    /// <param name="state">The case.</param>
    /// <param name="dueAfter">Last day for a paper made on a day.</param>
    public static IReadOnlyList<PlatformState> Papers(CaseState state, Func<DateOnly, DateOnly> dueAfter) =>
        [.. CaseDocuments.Of(state).Where(paper => paper.Made).Select(paper => new PlatformState(paper,
            CaseDocuments.Content(state, paper.Kind.Code, paper.Index)?.Number, Find(state, paper), Find(state, paper) is null ? dueAfter(paper.On!.Value) : null))];

    private static PlatformPaper? Find(CaseState state, CaseDocument paper) =>
        state.Execution.PlatformPapers.FirstOrDefault(entry => entry.Kind == paper.Kind.Name && entry.Index == paper.Index);
}

/// <summary>Settings of the exchange with the provincial platform (闽执法设置).</summary>
public static class PlatformSettings
{
    /// <summary>Whether cases of this district run on the platform, so that what is missing there is counted.</summary>
    public static readonly SettingDefinition Duty =
        new("platform.duty", "案件在闽执法平台办理并补录", SettingKind.Choice, "", SettingCatalogue.Yes, "福建省人民政府令第242号 第17条", false)
        { Choices = new Dictionary<string, string> { [SettingCatalogue.Yes] = "是", [SettingCatalogue.No] = "否" } };

    /// <summary>Whether number and seal of papers come from the platform.</summary>
    public static readonly SettingDefinition NumbersAndSeal =
        new("platform.numbers-and-seal", "公文号和印章以闽执法平台制发为准", SettingKind.Choice, "", SettingCatalogue.No, "福建省人民政府令第242号", false)
        { Choices = new Dictionary<string, string> { [SettingCatalogue.Yes] = "是", [SettingCatalogue.No] = "否" } };
}
