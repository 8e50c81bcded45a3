using CsCheck;

namespace Lianzhi.Core.Tests;

public class BigramsTests
{
    [Fact]
    public void Of_TextWithWhiteSpace_GivesDistinctPairsWithoutIt() =>
        Assert.Equal(["00610062", "00620061"], Bigrams.Of("abab ab\n"));

    [Theory]
    [InlineData("  渣土  CG-030\t", new[] { "渣土", "cg-030" })]
    [InlineData(" \n", new string[0])]
    [InlineData(null, new string[0])]
    public void Words_OfASearch_AreNormalisedAndParted(string? search, string[] words) => Assert.Equal(words, Bigrams.Words(search));

    [Fact]
    public void Of_WordInsideText_IsASubsetOfThePairsOfTheText() =>
        Gen.String.Select(Gen.Int[0, 100], Gen.Int[0, 100]).Sample((text, from, length) =>
        {
            var normal = Bigrams.Normalise(text);
            var start = normal.Length == 0 ? 0 : from % normal.Length;
            Assert.Subset(Bigrams.Of(normal).ToHashSet(), Bigrams.Of(normal.Substring(start, Math.Min(length, normal.Length - start))).ToHashSet());
        });
}
