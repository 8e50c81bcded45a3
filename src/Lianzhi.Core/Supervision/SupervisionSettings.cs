using Lianzhi.Core.Settings;

namespace Lianzhi.Core.Supervision;

/// <summary>Practice values of supervision that the law leaves open (执法监督设置).</summary>
public static class SupervisionSettings
{
    private const string Practice = "本区执法惯例";

    /// <summary>Whether a decision comes only after a notice or an opinion on the same matter.</summary>
    public static readonly SettingDefinition DecisionFollows = new("supervision.decision-follows", "监督决定书应当在监督通知书或者意见书之后制发", SettingKind.Choice, "", SettingCatalogue.Yes, Practice, false)
    {
        Choices = new Dictionary<string, string> { [SettingCatalogue.Yes] = "是", [SettingCatalogue.No] = "否" },
    };

    /// <summary>Working days for an answer that the form begins with.</summary>
    public static readonly SettingDefinition AnswerDays = new("supervision.answer-days", "监督文书的回复期限（制发时预填）", SettingKind.Number, "工作日", "10", Practice, false);

    /// <summary>All of them, in the order people see them.</summary>
    public static readonly IReadOnlyList<SettingDefinition> All = [DecisionFollows, AnswerDays];
}
