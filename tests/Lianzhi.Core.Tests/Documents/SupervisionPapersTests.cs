using Lianzhi.Core.Documents;
using Lianzhi.Core.Supervision;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Documents;

/// <summary>The three papers of supervision, as they go out.</summary>
public sealed class SupervisionPapersTests
{
    private static readonly SupervisionFile Issued = new()
    {
        Kind = SupervisionKind.Notice,
        Number = "漳龙司监通〔2026〕1号",
        BureauName = "区司法局",
        Body = Street,
        BodyName = "漳州市龙文区人民政府蓝田街道办事处",
        Case = new("case-1", "漳龙蓝立〔2026〕1号", "漳州禾丰土石方工程有限公司渣土未清运未遮盖案", Street),
        Matter = "决定书逾期未送达",
        Problem = "决定书作出后第12日仍未送达",
        Basis = "行政处罚法 第61条",
        Demand = "核查原因，立即送达。",
        IssuedOn = Day("2026-04-07"),
        IssuedBy = "李海成",
        DueOn = Day("2026-04-20"),
    };

    [Theory]
    [InlineData(SupervisionKind.Notice)]
    [InlineData(SupervisionKind.Opinion)]
    [InlineData(SupervisionKind.Decision)]
    public void Content_OfEachKind_IsPinned(SupervisionKind kind)
    {
        var file = kind == SupervisionKind.Decision ? Issued with { Kind = kind, Number = "漳龙司监决〔2026〕1号", Order = SupervisionOrder.Act, After = Issued.Number } : Issued with { Kind = kind, Number = kind == SupervisionKind.Notice ? Issued.Number : "漳龙司监意〔2026〕1号" };
        var content = SupervisionPapers.Content(file);
        Assert.False(content.IsDraft);
        Snapshot.Match($"{content.Kind.Name}.txt", content.Text());
        // Kept papers must be readable for ever.
        Snapshot.Match($"kept/{content.Kind.Name}.json", PaperForm.Write(content));
        Assert.Equal(content.Text(), PaperForm.Read(PaperForm.Write(content)).Text());
    }

    [Fact]
    public void Content_BeforeTheRegulation_RestsOnTheNoticeAlone()
    {
        Assert.DoesNotContain("行政执法监督条例", SupervisionPapers.Content(Issued with { IssuedOn = Day("2026-01-31") }).Text(), StringComparison.Ordinal);
        Assert.Contains("行政执法监督条例", SupervisionPapers.Content(Issued with { IssuedOn = Day("2026-02-01") }).Text(), StringComparison.Ordinal);
    }
}
