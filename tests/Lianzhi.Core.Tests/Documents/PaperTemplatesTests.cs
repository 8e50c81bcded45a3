using Lianzhi.Core.Documents;

namespace Lianzhi.Core.Tests.Documents;

public class PaperTemplatesTests
{
    private static readonly DocumentKind Decision = DocumentKinds.All.First(kind => kind.Name == "penalty-decision");
    private static readonly DocumentKind Inside = DocumentKinds.All.First(kind => kind is { Outside: false, Genre: null });

    [Fact]
    public void Of_InsidePaperWithoutNumber_NeedsNeitherNumberNorFoot()
    {
        Assert.Equal(["机关", "标题", "正文"], PaperTemplates.Of(Inside).Select(tag => tag.Name));
        Assert.Equal(["机关", "标题", "文号", "正文", "核验栏"], PaperTemplates.Of(Decision).Select(tag => tag.Name));
        Assert.Equal(PaperTemplates.Of(Decision), PaperTemplates.Of(null));
    }

    [Fact]
    public void Check_EveryTagOnceInItsPlace_IsTaken()
    {
        Assert.Empty(PaperTemplates.Check(Decision, Whole));
        // Head and title may stand in a header.
        Assert.Empty(PaperTemplates.Check(Decision, [new("机关", InBody: false, Alone: false), .. Whole.Skip(1)]));
    }

    [Theory]
    [InlineData("正文", "缺少 {{正文}}")]
    [InlineData("核验栏", "缺少 {{核验栏}}")]
    [InlineData("文号", "缺少 {{文号}}")]
    public void Check_TagMissing_IsNamed(string name, string says) =>
        Assert.Contains(says, Assert.Single(PaperTemplates.Check(Decision, [.. Whole.Where(tag => tag.Name != name)])).Message, StringComparison.Ordinal);

    [Fact]
    public void Check_BodyBesideOtherWordsOrInATable_IsRefused()
    {
        foreach (var wrong in new FoundTag[] { new("正文", InBody: true, Alone: false), new("正文", InBody: false, Alone: true) })
            Assert.Contains("独占一段", Assert.Single(PaperTemplates.Check(Decision, [.. Whole.Where(tag => tag.Name != "正文"), wrong])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_UnknownAndDoubled_AreBothNamed()
    {
        var faults = PaperTemplates.Check(Decision, [.. Whole, new("当事人", true, false), new("标题", true, true)]);
        Assert.Equal(2, faults.Count);
        Assert.Contains("{{当事人}}", faults[0].Message, StringComparison.Ordinal);
        Assert.Contains("{{标题}} 出现了 2 次", faults[1].Message, StringComparison.Ordinal);
        Assert.All(faults, fault => Assert.Equal("file", fault.Field));
    }

    private static FoundTag[] Whole => [.. PaperTemplates.Of(Decision).Select(tag => new FoundTag(tag.Name, InBody: true, Alone: true))];
}
