namespace Lianzhi.Core.Tests;

/// <summary>What a text may hold, and how it is cut.</summary>
public sealed class PlainTextTests
{
    [Theory]
    [InlineData("渣土", 2, "渣土")]
    [InlineData("渣土未清", 3, "渣土…")]
    [InlineData("渣😀未清", 3, "渣…")]
    [InlineData("渣😀未清", 4, "渣😀…")]
    public void Cut_LongText_EndsWithAMarkAndPartsNoPair(string text, int most, string expected) => Assert.Equal(expected, PlainText.Cut(text, most));

    [Theory]
    [InlineData("正常文字", true)]
    [InlineData("表情😀可以，换行\n和制表\t也可以", true)]
    [InlineData("空\0字符", false)]
    [InlineData("响铃\a", false)]
    [InlineData("\ufffe", false)]
    public void IsFit_Text_IsTold(string text, bool fit) => Assert.Equal(fit, PlainText.IsFit(text));

    [Fact]
    public void IsFit_HalfASurrogatePair_IsNot() => Assert.False(PlainText.IsFit($"半个{(char)0xD83D}字"));
}
