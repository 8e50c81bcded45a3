using CsCheck;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Evidence;
using Lianzhi.Core.Tests.Cases;
using static Lianzhi.Core.Tests.Cases.CaseScenario;
using static Lianzhi.Core.Tests.Evidence.EvidenceScenario;

namespace Lianzhi.Core.Tests.Evidence;

public sealed class RecordingTimelineTests
{
    private static readonly EvidenceAct Sealing = new(RecordedActKind.Sealing, 0);

    [Fact]
    public void Gaps_OfAnInspectionWithoutPictures_AreClosedByOne()
    {
        Assert.Equal("2026年3月4日现场检查没有附卷的音像记录，应当有照片、录音或者录像。", Assert.Single(Gaps(Investigated().State)).Text);
        Assert.Empty(Gaps(Investigated().With((Pictured(), [Photo]))));
    }

    [Fact]
    public void Gaps_WithEvidenceOfNoAct_GoByItsTime()
    {
        Assert.Empty(Gaps(Investigated().With((Pictured() with { Act = null, At = At("2026-03-04 08:31") }, [Photo]))));
        Assert.Single(Gaps(Investigated().With((Pictured() with { Act = null, At = At("2026-03-03 12:00") }, [Photo]))));
    }

    [Fact]
    public void Gaps_OfExcludedEvidence_AreOpen()
    {
        var scenario = Investigated();
        var state = scenario.With((Pictured(), [Photo]));
        state = CaseState.Apply(state, Ok(EvidenceRules.Exclude(state, "e1", new(ExclusionGround.Unlawful, "未经告知", Officers), scenario.Context())));
        Assert.Single(Gaps(state));
    }

    [Fact]
    public void Gaps_OfASeizure_AreOnlyClosedByAWholeFilm()
    {
        var seized = Measure.Seized();
        Assert.Contains("2026年3月5日扣押没有附卷的音像记录，应当有全程录像。", Texts(seized.State));
        Assert.Contains("2026年3月5日扣押没有附卷的音像记录，应当有全程录像。", Texts(seized.With((Pictured() with { At = At("2026-03-05 11:10"), Act = Sealing }, [Photo]))));
        var begin = Pictured() with { At = At("2026-03-05 10:58"), Until = At("2026-03-05 11:15"), Act = Sealing };
        Assert.Contains("2026年3月5日扣押应当全程录像，11:15至11:40没有录像。", Texts(seized.With((begin, [Film]))));
        var middle = begin with { At = At("2026-03-05 11:20"), Until = At("2026-03-05 11:30") };
        Assert.Equal(["2026年3月5日扣押应当全程录像，11:15至11:20没有录像。", "2026年3月5日扣押应当全程录像，11:30至11:40没有录像。"],
            Texts(seized.With((begin, [Film]), (middle, [File("video/mp4", 'd')]))).Where(text => text.Contains("全程", StringComparison.Ordinal)));
        var end = begin with { At = At("2026-03-05 11:17"), Until = At("2026-03-05 11:45") };
        Assert.DoesNotContain(Texts(seized.With((begin, [Film]), (end, [File("video/mp4", 'd')]))), text => text.Contains("扣押", StringComparison.Ordinal));
    }

    /// <summary>Against the plain way: look at every minute.</summary>
    [Fact]
    public void Gaps_OfAnyFilms_AreTheMinutesNoFilmCovers() => Gen.Select(Gen.Int[-20, 60], Gen.Int[0, 40]).List[0, 6].Sample(films =>
    {
        var seized = Measure.Seized();
        var begin = seized.State.Measures.Sealings[0].Made.At;
        var policy = World().Facts((_, _, _) => []).Recording(Day("2026-03-05")) with { ToleranceMinutes = 0 };
        var state = seized.With([.. films.Select((film, index) =>
            (Pictured() with { At = begin.AddMinutes(film.Item1), Until = begin.AddMinutes(film.Item1 + film.Item2), Act = Sealing }, new[] { File("video/mp4", (char)('a' + index)) }))]);
        var gaps = RecordingTimeline.GapsOf(state, _ => policy).Where(gap => gap.Act.Kind == RecordedActKind.Sealing).ToList();
        for (var minute = 0; minute < 40; minute++)
        {
            var at = begin.AddMinutes(minute).AddSeconds(30);
            var covered = films.Any(film => begin.AddMinutes(film.Item1) <= at && begin.AddMinutes(film.Item1 + film.Item2) >= at);
            if (covered == gaps.Any(gap => gap.From <= at && gap.Until >= at)) return false;
        }
        return true;
    });

    [Fact]
    public void Timeline_OfACase_HoldsActsRecordingsAndPapersInOrder()
    {
        var marks = RecordingTimeline.Of(Investigated().With((Pictured(), [Photo, Film])), World().Facts((_, _, _) => []).Recording).Marks;
        Assert.Equal(marks.OrderBy(mark => mark.From).Select(mark => mark.From), marks.Select(mark => mark.From));
        Assert.Equal(Enum.GetValues<TimelineLane>().Except([TimelineLane.Sound]), marks.Select(mark => mark.Lane).Distinct().Order());
    }

    [Fact]
    public void Needs_OfEveryAct_HaveASetting() => Assert.Equal(Enum.GetValues<RecordedActKind>(), RecordingSettings.Needs.Keys.Order());

    private static IReadOnlyList<RecordingGap> Gaps(CaseState state) => RecordingTimeline.GapsOf(state, World().Facts((_, _, _) => []).Recording);

    private static List<string> Texts(CaseState state) => [.. Gaps(state).Select(gap => gap.Text)];
}
