using CsCheck;

namespace Lianzhi.Core.Tests;

public class BigramsTests
{
    [Fact]
    public void Of_TextWithWhiteSpace_GivesDistinctPairsWithoutIt() =>
        Assert.Equal(["00610062", "00620061"], Bigrams.Of("abab ab\n"));

    [Fact]
    public void Of_DigitsInARow_GivesEachFourOfThemAsAToken() =>
        Assert.Equal(["1104", "1048"], Bigrams.Of("号11048号104").Where(token => token.Length == 4));

    [Theory]
    [InlineData("  渣土  CG-030\t", new[] { "渣土", "cg-030" })]
    [InlineData(" \n", new string[0])]
    [InlineData(null, new string[0])]
    public void Words_OfASearch_AreNormalisedAndParted(string? search, string[] words) => Assert.Equal(words, Bigrams.Words(search));

    [Theory]
    [InlineData("〔2026〕11048号", new[] { "1104", "1048" })]
    [InlineData("abc", new[] { "00610062", "00620063" })]
    [InlineData("abcd", new[] { "00610062", "00630064" })]
    [InlineData("2026", new[] { "00320030", "00320036" })]
    [InlineData("车", new string[0])]
    public void Naming_OfAWord_TakesDigitsThatAreNoYearOrPairsSideBySide(string word, string[] tokens) =>
        Assert.Equal(tokens, Bigrams.Naming(word));

    [Fact]
    public void Naming_OfAnyWord_IsPartOfItsTokensAndNoneOnlyWhenItHasNone() =>
        Gen.String.Select(Bigrams.Normalise).Where(word => !word.Any(char.IsWhiteSpace)).Sample(word =>
        {
            var (named, all) = (Bigrams.Naming(word), Bigrams.Of(word));
            Assert.Subset(all.ToHashSet(), named.ToHashSet());
            Assert.Equal(all.Count == 0, named.Count == 0);
        });

    [Fact]
    public void Of_WordInsideText_IsASubsetOfThePairsOfTheText() =>
        Gen.String.Select(Gen.Int[0, 100], Gen.Int[0, 100]).Sample((text, from, length) =>
        {
            var normal = Bigrams.Normalise(text);
            var start = normal.Length == 0 ? 0 : from % normal.Length;
            Assert.Subset(Bigrams.Of(normal).ToHashSet(), Bigrams.Of(normal.Substring(start, Math.Min(length, normal.Length - start))).ToHashSet());
        });
}
