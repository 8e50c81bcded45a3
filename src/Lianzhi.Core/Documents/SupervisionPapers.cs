using Lianzhi.Core.Supervision;
using static Lianzhi.Core.Documents.CasePhrases;

namespace Lianzhi.Core.Documents;

/// <summary>Makes the papers of supervision (执法监督文书): what is wrong, by which article, what is asked for until when.</summary>
public static class SupervisionPapers
{
    // 国务院令第825号.
    private static readonly DateOnly RegulationInForce = new(2026, 2, 1);

    /// <summary>The kind of paper.</summary>
    public static DocumentKind KindOf(SupervisionKind kind) => DocumentKinds.Of(kind switch
    {
        SupervisionKind.Notice => DocumentCode.SupervisionNotice,
        SupervisionKind.Opinion => DocumentCode.SupervisionOpinion,
        _ => DocumentCode.SupervisionDecision,
    });

    /// <summary>The content of the paper as it is issued.</summary>
    public static DocumentContent Content(SupervisionFile file)
    {
        var kind = KindOf(file.Kind);
        return new(kind, file.BureauName, kind.Title, file.Number,
        [
            new Paragraph($"{file.BodyName}：", ParagraphStyle.Plain),
            new Paragraph($"{(file.IssuedOn >= RegulationInForce ? "根据《行政执法监督条例》和" : "根据")}《漳州市龙文区镇（街道）片区联合执法工作方案》（漳龙政〔2024〕40号）关于强化执法监督的规定，本机关就你单位{About(file)}一事进行了监督。"),
            new Paragraph($"存在的问题：{Sentence(file.Problem)}"),
            new Paragraph($"依据：{Sentence(file.Basis)}"),
            new Paragraph(file.Kind switch
            {
                SupervisionKind.Notice => $"请你单位核查有关情况并改正：{Sentence(file.Demand)}",
                SupervisionKind.Opinion => $"经监督检查，提出以下意见：{Sentence(file.Demand)}",
                _ => $"{(file.After is { } after ? $"本机关已发出{after}。" : "")}现决定{SupervisionRules.Name(file.Order!.Value)}：{Sentence(file.Demand)}",
            }, ParagraphStyle.Operative),
            new Paragraph($"请于{ChineseText.Date(file.DueOn)}（含当日）以前将办理情况书面回复本机关，并附有关材料。"),
            new Paragraph("本文书不直接改变案件的处理；需要改正、撤销或者变更的，由你单位按照法定程序办理。", ParagraphStyle.Note),
            new SealBlock(file.BureauName, ChineseText.Date(file.IssuedOn)),
        ]);
    }

    private static string About(SupervisionFile file) => file.Case is { } about ? $"办理的{about.Title}（{about.Number ?? "尚未立案"}）中{file.Matter}" : file.Matter;
}
