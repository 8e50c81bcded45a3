using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Seals;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Documents;

/// <summary>The slip that goes to the keeper of the seal: pinned, a draft until the seal is set or the request returned.</summary>
public sealed class SealPapersTests
{
    private static readonly SealRequest Asked = new(SealStage.Requested, "asker", "o1", 3, true, null, null);

    private static readonly SealSlip Waiting = new("漳龙蓝印〔2026〕1号", "漳州市龙文区人民政府蓝田街道办事处", "责令改正通知书", "漳龙蓝责改〔2026〕1号", "C1-20260304-4K7PQW", 1, new DateOnly(2026, 3, 4),
        new string('a', 64), Asked, null, "林晓岚", At("2026-03-04 16:20"));

    private static readonly SealRequest Approved = Asked with { Stage = SealStage.Approved, Approval = new(new CaseSigner("head", "周海波", "主任", null), new DateOnly(2026, 3, 4)), ReadyAt = At("2026-03-04 16:30") };

    private static readonly SealSlip Sealed = Waiting with
    {
        Request = Approved with { Stage = SealStage.Sealed },
        Purpose = "送达当事人、存卷",
        Used = ("黄印安", new SealUse(At("2026-03-04 16:40"), 2, true, 1, "盖歪，当场销毁", "林晓岚")),
    };

    [Fact]
    public void Slip_Sealed_IsPinnedAndReadsBack()
    {
        var content = SealPapers.Slip(Sealed);
        Assert.False(content.IsDraft, content.Text());
        Snapshot.Match("seal-slip.txt", content.Text());
        var kept = PaperForm.Write(content);
        Assert.Equal(content.Text(), PaperForm.Read(kept).Text());
        Snapshot.Match("kept/seal-slip.json", kept);
    }

    [Fact]
    public void Slip_EveryStage_SaysWhatIsMissing()
    {
        Assert.Contains("【待本机关负责人批准用印】", SealPapers.Slip(Waiting).Text(), StringComparison.Ordinal);
        var approved = SealPapers.Slip(Waiting with { Request = Approved }).Text();
        Assert.Contains("批准：同意用印", approved, StringComparison.Ordinal);
        Assert.Contains("【待用印】", approved, StringComparison.Ordinal);
        Assert.Contains("文书已由周海波（主任）于2026年3月4日签批，据此用印", SealPapers.Slip(Waiting with { Request = Approved, SignedBefore = true }).Text(), StringComparison.Ordinal);
        var returned = SealPapers.Slip(Waiting with { Request = Asked with { Stage = SealStage.Returned }, Returned = ("周海波", At("2026-03-04 17:00"), "份数有误") });
        Assert.False(returned.IsDraft, returned.Text());
        Assert.Contains("周海波于2026年3月4日 17时00分退回：份数有误。", returned.Text(), StringComparison.Ordinal);
    }
}
