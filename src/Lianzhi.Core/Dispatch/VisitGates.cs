namespace Lianzhi.Core.Dispatch;

/// <summary>Whether a planned visit may be begun (计划检查出发条件): each signing subject has a notice for the enterprise (未经批准、未出示检查通知不得检查).</summary>
public static class VisitGates
{
    private static readonly Basis Approval = "国办发〔2024〕54号：未经批准、未出示检查通知不得检查";

    /// <summary>Refuses a visit of which subjects have no notice; null when all have.</summary>
    /// <param name="title">The visit.</param>
    /// <param name="without">Names of the subjects without a notice.</param>
    public static Refusal? Noticed(string title, IReadOnlyList<string> without) => without.Count == 0 ? null
        : new("not-noticed", $"“{title}”：{string.Join('、', without)}还没有检查通知书，不得检查。请先提请检查、经本机关负责人批准并制发检查通知书（依规定不预先告知的，可以到场出示）；来不及的，请片长把该任务退回待排。", Approval);
}
