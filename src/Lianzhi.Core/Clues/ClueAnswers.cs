using System.Globalization;

namespace Lianzhi.Core.Clues;

/// <summary>Where a person seeks review and suit (救济机关); dated settings of the district.</summary>
/// <param name="ReviewOrgan">复议机关.</param>
/// <param name="Court">有管辖权的人民法院.</param>
public sealed record Remedies(string ReviewOrgan, string Court);

/// <summary>What the person who reported is told (告知和答复).</summary>
public static class ClueAnswers
{
    /// <summary>
    /// Notice that a clue is not accepted. Not acting is disputed by review first, then by suit (行政复议法
    /// 第23条第一款第三项), so the text never offers a suit at once.
    /// </summary>
    public static string Rejected(Clue clue, Remedies remedies) =>
        $"您反映的事项经核对，{ClueWords.Of(clue.Ground ?? RejectGround.NoFacts)}：{Sentence(clue.Reason)}{clue.Body.Name}决定不予受理。" +
        $"如果认为本单位未履行法定职责，可以自知道之日起六十日内向{remedies.ReviewOrgan}申请行政复议；" +
        $"对行政复议决定不服的，可以自收到复议决定书之日起十五日内向{remedies.Court}提起行政诉讼。";

    /// <summary>Notice that a clue went to another body.</summary>
    public static string Transferred(string from, string to, string? reason) =>
        $"您反映的事项已由{from}移送{to}办理：{Sentence(reason)}不需要您重新反映。";

    /// <summary>Notice that a clue was accepted.</summary>
    public static string Accepted(string body, DateOnly dueOn) =>
        $"{body}已受理您反映的事项，将于{Day(dueOn)}前办理并告知结果。";

    /// <summary>A first draft of an interim answer (阶段性答复): it promises no result, and says by when the law wants one.</summary>
    public static string DraftMeanwhile(Clue clue) => clue.State == ClueState.Filed
        ? $"您反映的事项，{clue.Body.Name}已立案调查。依照《中华人民共和国行政处罚法》第六十条，应当自立案之日起九十日内作出决定，法律、法规、规章另有规定的除外；结果将另行告知。"
        : $"您反映的事项，{clue.Body.Name}已受理，正在核查；核查结果将另行告知。";

    /// <summary>A first draft of the final answer from the result of the handling; an officer completes it.</summary>
    public static string Draft(Clue clue) => clue.State switch
    {
        ClueState.Rejected => clue.Answer ?? "",
        ClueState.Transferred => Transferred("本单位", clue.Body.Name, clue.Reason),
        _ => $"您反映的事项，{clue.Body.Name}已办理完毕：{Sentence(clue.Outcome)}感谢您的监督。",
    };

    private static string Sentence(string? text)
    {
        var trimmed = (text ?? "").Trim().TrimEnd('。', '；', '，');
        return trimmed.Length == 0 ? "" : $"{trimmed}。";
    }

    private static string Day(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日");
}
