using Lianzhi.Core.Documents;

namespace Lianzhi.Web.Features.Documents;

/// <summary>The lines beside the code of an issued paper (文书核验栏), the same on the page and in the file.</summary>
public static class PaperFoot
{
    /// <summary>The lines.</summary>
    public static IReadOnlyList<string> Lines(PaperSeal seal) =>
    [
        $"扫码或者在执法公示网站“文书核验”栏目核验本文书{(seal.Edition > 1 ? $"（第{seal.Edition}版）" : "")}",
        $"核验编号 {seal.Mark}",
        $"校验码 {PaperMarks.Grouped(seal.Code)}（凭校验码可以查看全文，请妥善保管）",
    ];
}
