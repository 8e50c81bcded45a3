using Lianzhi.Core.Evidence;
using static Lianzhi.Core.Tests.Cases.CaseScenario;
using static Lianzhi.Core.Tests.Evidence.EvidenceScenario;

namespace Lianzhi.Core.Tests.Evidence;

/// <summary>The end of a recording comes from its file; what is typed counts only where the file does not tell, and never against it.</summary>
public sealed class RecordingLengthTests
{
    private static EvidenceFile Lasting(double minutes, char digest = 'b') => File("video/mp4", digest) with { PlaysMilliseconds = (long)(minutes * 60_000) };

    private static EvidenceCollected Kept(string? until, params EvidenceFile[] files) =>
        Assert.IsType<EvidenceCollected>(Ok(Investigated().Collect(Pictured() with { Until = until is null ? null : At(until) }, files)));

    [Fact]
    public void End_OfAFilmThatTellsItsLength_IsReckonedFromIt()
    {
        Assert.Equal((At("2026-03-04 09:32").AddSeconds(30), true), (Kept(null, Lasting(22.5)).Until, Kept(null, Lasting(22.5)).EndRead));
        // Typed to the minute and near enough: the file is exact.
        Assert.Equal((At("2026-03-04 09:32").AddSeconds(30), true), (Kept("2026-03-04 09:33", Lasting(22.5)).Until, Kept("2026-03-04 09:33", Lasting(22.5)).EndRead));
    }

    [Theory]
    [InlineData("2026-03-04 09:50")]
    [InlineData("2026-03-04 09:12")]
    public void End_TypedAgainstTheFile_IsRefusedNamingBoth(string until)
    {
        var refusal = Assert.Single(Investigated().Collect(Pictured() with { Until = At(until) }, Lasting(22.5)).Refusals);
        Assert.Equal("until", refusal.Field);
        Assert.Contains("22分30秒", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void End_OfAFileThatDoesNotTell_IsWhatWasTyped()
    {
        Assert.Equal((At("2026-03-04 09:50"), false), (Kept("2026-03-04 09:50", Film).Until, Kept("2026-03-04 09:50", Film).EndRead));
        Assert.Null(Kept(null, Film).Until);
        // One that tells and one that does not: nobody can reckon.
        Assert.False(Kept("2026-03-04 09:50", Lasting(10), Sound).EndRead);
    }

    [Fact]
    public void End_OfSeveralFiles_IsTheLongestUnlessSomebodySaysThatTheyFollow()
    {
        EvidenceFile[] two = [Lasting(20), Lasting(10, 'd')];
        Assert.Equal((At("2026-03-04 09:30"), true), (Kept(null, two).Until, Kept(null, two).EndRead));
        Assert.Equal((At("2026-03-04 09:40"), false), (Kept("2026-03-04 09:40", two).Until, Kept("2026-03-04 09:40", two).EndRead));
        Assert.False(Investigated().Collect(Pictured() with { Until = At("2026-03-04 09:45") }, two).IsOk);
        Assert.False(Investigated().Collect(Pictured() with { Until = At("2026-03-04 09:25") }, two).IsOk);
    }

    [Fact]
    public void Begin_FromWhichTheFilmWouldEndInTheFuture_IsRefused()
    {
        var refusal = Assert.Single(Investigated().On("2026-03-04 18:00").Collect(Pictured() with { At = At("2026-03-04 17:50") }, Lasting(30)).Refusals);
        Assert.Equal("at", refusal.Field);
    }
}
