using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Documents.Archive;
using Lianzhi.Core.Evidence;
using Lianzhi.Core.Tests.Cases;
using Lianzhi.Core.Tests.Evidence;
using static Lianzhi.Core.Tests.Cases.CaseScenario;
using static Lianzhi.Core.Tests.Evidence.EvidenceScenario;

namespace Lianzhi.Core.Tests.Documents;

/// <summary>Papers with pictures: the drawing of a scene beside the record of its inspection, the photos of a case two to a sheet.</summary>
public sealed class PicturePapersTests
{
    private static CaseScenario Site => Investigated().On("2026-03-05 18:00");

    [Fact]
    public void InspectionRecord_WithADrawing_ShowsItAsItsAnnex()
    {
        var content = Record(Site.With((Sketched(), [Drawing]), (Pictured(), [Photo])));
        Snapshot.Match("inspection-record-with-sketch.txt", content.Text());
        var picture = Assert.Single(content.Blocks.OfType<PictureBlock>());
        Assert.Equal((Drawing.Sm3, PictureSpace.Whole, null), (picture.Sm3, picture.Space, picture.Withheld));
    }

    [Fact]
    public void InspectionRecord_OfAnotherInspection_DoesNotShowTheDrawing()
    {
        var state = Site.With((Sketched(), [Drawing]));
        var two = state with { Inspections = [.. state.Inspections, state.Inspections[0]] };
        Assert.DoesNotContain(CaseDocuments.Content(two, DocumentCode.InspectionRecord, 1)!.Blocks, block => block is PictureBlock);
    }

    [Fact]
    public void InspectionRecord_AfterTheDrawingWasExcluded_IsAsBefore()
    {
        var state = Site.With((Sketched(), [Drawing]));
        state = CaseState.Apply(state, Ok(EvidenceRules.Exclude(state, "e1", new(ExclusionGround.Mistake, "画错了位置", CaseScenario.Officers), Site.Context())));
        Assert.Equal(PaperForm.Write(Record(Site.State)), PaperForm.Write(Record(state)));
    }

    [Fact]
    public void InspectionRecord_WithASensitiveDrawing_NamesTheGap()
    {
        var content = Record(Site.With((Sketched() with { Sensitive = true }, [Drawing])));
        Assert.Contains("（图片未附：敏感证据，另行保管）", content.Text(), StringComparison.Ordinal);
        Assert.False(content.IsDraft);
    }

    [Fact]
    public void PhotoSheet_OfPhotosAndCopies_IsPinned()
    {
        var sheet = CaseDocuments.PhotoSheet(Everything())!;
        Snapshot.Match("photo-sheet.txt", sheet.Text());
        Snapshot.Match("kept/photo-sheet.json", PaperForm.Write(sheet));
        Assert.Equal(PaperForm.Write(sheet), PaperForm.Write(PaperForm.Read(PaperForm.Write(sheet))));
        Assert.Equal(2, PageEstimate.Of(sheet with { Blocks = [.. sheet.Blocks.Where(block => block is PictureBlock).Take(3)] }));
    }

    [Fact]
    public void PhotoSheet_OfAReport_DoesNotNameWhoReported()
    {
        var sheet = CaseDocuments.PhotoSheet(Site.With((Pictured() with { Source = EvidenceSource.FromReporter, Provider = "林某某", Act = null }, [Photo])))!;
        Assert.DoesNotContain("林某某", sheet.Text(), StringComparison.Ordinal);
        Assert.Contains("举报人（身份保密）", sheet.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void PhotoSheet_OfACopyNobodyCompared_DoesNotBearTheStamp()
    {
        var sheet = CaseDocuments.PhotoSheet(Site.With((Copied() with { Compared = null }, [Photo])))!;
        Assert.DoesNotContain("【经核对与原件一致】", sheet.Text(), StringComparison.Ordinal);
        Assert.Contains("没有登记与原件核对", sheet.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void PhotoSheet_OfACaseWithoutPhotos_IsNone() => Assert.Null(CaseDocuments.PhotoSheet(Site.With((Sketched(), [Drawing]), (Pictured() with { Title = "执法记录仪录像" }, [Film]))));

    [Fact]
    public void PaperForm_ReplacingErasedWords_LeavesTheHashOfAPictureAlone()
    {
        var kept = PaperForm.Write(CaseDocuments.PhotoSheet(Everything())!);
        var erased = PaperForm.Replace(kept, [new(new string('a', 64), "（已删除）"), new("吴思源", "（已删除）"), new("image", "（已删除）"), new("e1", "（已删除）")]);
        var (before, after) = (PaperForm.Read(kept).Blocks.OfType<PictureBlock>().ToList(), PaperForm.Read(erased).Blocks.OfType<PictureBlock>().ToList());
        Assert.Equal(before.Select(block => (block.EvidenceId, block.Sm3, block.MediaType, block.Space)), after.Select(block => (block.EvidenceId, block.Sm3, block.MediaType, block.Space)));
        Assert.DoesNotContain("吴思源", erased, StringComparison.Ordinal);
    }

    [Fact]
    public void Picture_OfALawfulOriginal_IsCleanedAndMeasured()
    {
        var picture = PaperPictures.Of(Block("image/jpeg"), Pictures.Jpeg(4000, 3000, 6));
        Assert.Equal((new PictureSize(4000, 3000, 6), null), (picture.Size, picture.Gap));
        Assert.Equal(PhotoMetadata.Clean(Pictures.Jpeg(4000, 3000, 6), "image/jpeg"), picture.Bytes);
    }

    [Fact]
    public void Picture_ThatCannotBeShown_NamesWhy()
    {
        var png = Pictures.Png(4, 3);
        Assert.Equal("另行保管", PaperPictures.Of(Block("image/png") with { Withheld = "另行保管" }, png).Gap);
        Assert.Contains("只能印 PNG、JPEG", PaperPictures.Of(Block("image/webp"), png).Gap, StringComparison.Ordinal);
        Assert.Equal(PaperPictures.TooLarge, PaperPictures.Of(Block("image/png"), Pictures.Png(20_000, 20_000)).Gap);
        Assert.Equal(PaperPictures.TooLarge, PaperPictures.Of(Block("image/png"), new byte[PaperPictures.MostBytes + 1]).Gap);
        Assert.Contains("结构不完整", PaperPictures.Of(Block("image/png"), png.AsSpan(0, 30)).Gap, StringComparison.Ordinal);
        Assert.Contains("结构不完整", PaperPictures.Of(Block("image/png"), []).Gap, StringComparison.Ordinal);
    }

    private static CaseState Everything() => Site.With(
        (Pictured(), [Photo]), (Copied(), [File("image/png", '1'), File("image/jpeg", '2')]), (Copied() with { Title = "营业执照复印件", Compared = null }, [File("image/jpeg", '3')]),
        (Pictured() with { Title = "当事人提供的照片", Source = EvidenceSource.FromParty, Provider = "吴思源" }, [File("image/webp", '4')]), (Pictured() with { Sensitive = true }, [File("image/jpeg", '5')]), (Sketched(), [Drawing]));

    private static DocumentContent Record(CaseState state) => CaseDocuments.Content(state, DocumentCode.InspectionRecord)!;

    private static PictureBlock Block(string type) => new("e1", 0, Drawing.Sm3, type, "证据1", [], []);
}
