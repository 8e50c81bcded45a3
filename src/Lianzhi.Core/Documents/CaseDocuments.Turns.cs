using Lianzhi.Core.Cases;
using static Lianzhi.Core.Documents.CasePhrases;

namespace Lianzhi.Core.Documents;

/// <content>Agreement on the execution, its stop, its going on and its end (执行协议、停止和中止执行、恢复执行、终结执行).</content>
public static partial class CaseDocuments
{
    private static readonly DocumentCode[] TurnPapers =
        [DocumentCode.ExecutionAgreement, DocumentCode.ExecutionSuspension, DocumentCode.ExecutionResumption, DocumentCode.ExecutionEnding];

    /// <summary>What a kind of these papers tells, oldest first; none takes the place of another.</summary>
    internal static List<CaseEvent> Turns(CaseState state, DocumentCode code) => [.. state.Course.Turns.Where(turn => code switch
    {
        DocumentCode.ExecutionAgreement => turn is AgreementMade,
        DocumentCode.ExecutionSuspension => turn is ExecutionSuspended,
        DocumentCode.ExecutionResumption => turn is ExecutionResumed or AgreementEnded,
        _ => turn is ExecutionEnded,
    })];

    private static DocumentContent TurnPaper(CaseState state, DocumentCode code, CaseEvent turn) => turn switch
    {
        AgreementMade agreement => ExecutionAgreement(state, agreement),
        ExecutionSuspended stopped => Make(state, code, null,
        [
            .. PartyLines(state.Party!),
            new Paragraph($"本机关作出的{DecisionBy(state, turn)}在执行中，{StoppedBecause(stopped)}：{Sentence(stopped.Reason)}依据{StopBasis(stopped.Ground)}，{(stopped.Ground == SuspensionGround.Hindered ? "中止" : "停止")}执行："),
            new Paragraph($"自{ChineseText.Date(turn.On)}起{(stopped.Ground == SuspensionGround.Hindered ? "中止" : "停止")}执行{DecisionBy(state, turn)}。", ParagraphStyle.Operative),
            new Paragraph(stopped.Ground == SuspensionGround.Hindered
                ? "中止执行的情形消失后，本机关将恢复执行；对没有明显社会危害，当事人确无能力履行，中止执行满三年未恢复执行的，不再执行。" : "停止执行的事由消失后，本机关将依法恢复执行。"),
            .. Head(stopped.Signer, turn),
            new SealBlock(state.Subject!.Name, ChineseText.Date(turn.On)),
        ]),
        ExecutionResumed resumed => Make(state, code, null,
        [
            .. PartyLines(state.Party!),
            new Paragraph($"本机关{Stop(state, turn)}{DecisionBy(state, turn)}的执行，现因{Bare(resumed.Reason)}，{(Stopped(state, turn)?.Ground is SuspensionGround.Hindered or null ? "依据《中华人民共和国行政强制法》第三十九条，" : "")}本机关通知你（单位）："),
            new Paragraph($"自{ChineseText.Date(turn.On)}起恢复执行。", ParagraphStyle.Operative),
            .. Head(resumed.Signer, turn),
            new SealBlock(state.Subject!.Name, ChineseText.Date(turn.On)),
        ]),
        AgreementEnded ended => Make(state, code, null,
        [
            .. PartyLines(state.Party!),
            new Paragraph($"{(state.Course.Turns.TakeWhile(one => !ReferenceEquals(one, turn)).OfType<AgreementMade>().LastOrDefault() is { } made ? $"你（单位）与本机关于{ChineseText.Date(made.On)}就{DecisionBy(state, turn)}达成执行协议。" : "")}你（单位）不履行执行协议：{Sentence(ended.Reason)}依据《中华人民共和国行政强制法》第四十二条第二款，本机关决定："),
            new Paragraph($"自{ChineseText.Date(turn.On)}起终止执行协议，恢复强制执行。", ParagraphStyle.Operative),
            new SignatureBlock([new("负责人", ended.Signer.Name, SignerDetail(ended.Signer, turn.On))]),
            new SealBlock(state.Subject!.Name, ChineseText.Date(turn.On)),
        ]),
        ExecutionEnded ended => Make(state, code, null,
        [
            .. PartyLines(state.Party!),
            new Paragraph($"本机关作出的{DecisionBy(state, turn)}在执行中，{ExecutionGates.Title(ended.Ground)}：{Sentence(ended.Reason)}"),
            new Paragraph($"依据《中华人民共和国行政强制法》{(ended.Ground == EndGround.StoppedThreeYears ? "第三十九条第二款、" : "")}第四十条，本机关决定："),
            new Paragraph($"自{ChineseText.Date(turn.On)}起终结执行{DecisionBy(state, turn)}。", ParagraphStyle.Operative),
            new SignatureBlock([new("负责人", ended.Signer.Name, SignerDetail(ended.Signer, turn.On))]),
            new SealBlock(state.Subject!.Name, ChineseText.Date(turn.On)),
        ]),
        _ => throw new NotSupportedException($"{turn.GetType().Name} has no paper of the execution."),
    };

    private static IEnumerable<DocumentBlock> Head(CaseSigner? signer, CaseEvent turn) =>
        signer is null ? [] : [new SignatureBlock([new("负责人", signer.Name, SignerDetail(signer, turn.On))])];

    private static DocumentContent ExecutionAgreement(CaseState state, AgreementMade agreement)
    {
        var open = agreement.Plan.Sum(part => part.AmountFen);
        return Make(state, DocumentCode.ExecutionAgreement, null,
        [
            new FieldTable([new("行政机关", state.Subject!.Name), .. PartyRows(state.Party!), new("执行的行政决定", DecisionBy(state, agreement)), new("未缴罚没款", open == 0 ? "无" : ChineseText.WordsAndFigures(open))]),
            new Paragraph("依据《中华人民共和国行政强制法》第四十二条，在不损害公共利益和他人合法权益的情况下，行政机关与当事人就上述决定的执行达成如下协议："),
            .. open > 0 ? new DocumentBlock[] { new Paragraph("一、当事人按下列期次缴纳罚没款："), PlanTable(agreement.Plan) } : [new Paragraph("一、没有未缴的罚没款。")],
            new Paragraph($"二、其他义务的分阶段履行：{Sentence(Or(agreement.Stages, "无"))}", ParagraphStyle.Operative),
            new Paragraph($"三、当事人采取的补救措施：{Sentence(Or(agreement.Remedy, "无"))}{(agreement.WaivedFen > 0 ? $"行政机关减免加处的罚款{ChineseText.WordsAndFigures(agreement.WaivedFen)}。" : "不减免加处的罚款。")}", ParagraphStyle.Operative),
            new Paragraph($"四、执行协议应当履行，履行期间不实施强制执行。当事人不履行执行协议的，行政机关恢复强制执行{(agreement.WaivedFen > 0 ? "，减免的加处罚款恢复计算" : "")}。"),
            new Paragraph("本协议一式二份，当事人和行政机关各执一份。"),
            new SignatureBlock([new("当事人", agreement.SignedBy, ChineseText.Date(agreement.On)), new("行政机关负责人", agreement.Signer.Name, SignerDetail(agreement.Signer, agreement.On))]),
            new SealBlock(state.Subject.Name, ChineseText.Date(agreement.On)),
        ]);
    }

    /// <summary>The decision that was executed when it happened; another may have taken its place since.</summary>
    private static string DecisionBy(CaseState state, CaseEvent turn)
    {
        var decision = state.Course.Revoked.Append(state.Decision).OfType<DecisionMade>().LastOrDefault(made => made.At <= turn.At);
        return decision is not null ? $"行政处罚决定书（{decision.Number}）" : $"当场处罚决定书（{state.OnSpot?.Number}）";
    }

    private static ExecutionSuspended? Stopped(CaseState state, CaseEvent resumed) => state.Course.Turns.TakeWhile(one => !ReferenceEquals(one, resumed)).OfType<ExecutionSuspended>().LastOrDefault();

    private static string Stop(CaseState state, CaseEvent resumed) =>
        Stopped(state, resumed) is { } stop ? $"于{ChineseText.Date(stop.On)}{(stop.Ground == SuspensionGround.Hindered ? "中止" : "停止")}" : "中止";

    private static string StoppedBecause(ExecutionSuspended stopped) => (stopped.Ground switch
    {
        SuspensionGround.ReviewOrgan => "行政复议机关决定停止执行",
        SuspensionGround.Court => "人民法院裁定停止执行",
        SuspensionGround.Organ => "本机关认为需要停止执行",
        _ => "出现应当中止执行的情形",
    }) + (stopped.DocumentNumber is { Length: > 0 } number ? $"（{number}）" : "");

    private static string StopBasis(SuspensionGround ground) => ground switch
    {
        SuspensionGround.ReviewOrgan => "《中华人民共和国行政处罚法》第七十三条第一款、《中华人民共和国行政复议法》第四十二条",
        SuspensionGround.Court => "《中华人民共和国行政处罚法》第七十三条第一款、《中华人民共和国行政诉讼法》第五十六条",
        SuspensionGround.Organ => "《中华人民共和国行政处罚法》第七十三条第一款",
        _ => "《中华人民共和国行政强制法》第三十九条",
    };
}
