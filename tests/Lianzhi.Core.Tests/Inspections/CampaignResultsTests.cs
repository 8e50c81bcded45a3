using Lianzhi.Core.Inspections;

namespace Lianzhi.Core.Tests.Inspections;

/// <summary>What a campaign met and what is left.</summary>
public sealed class CampaignResultsTests
{
    [Fact]
    public void Figures_BeforeAndAfter_CountProblemsAndWhatWasSettled()
    {
        var figures = CampaignFigures.Of(
        [
            new("xf", 0, InspectionConclusion.NothingFound, null, false),
            new("xf", 2, InspectionConclusion.CorrectedAtOnce, null, false),
            new("xf", 1, InspectionConclusion.Correction, true, false),
            new("xf", 3, InspectionConclusion.Correction, false, true),
            new("xf", 1, InspectionConclusion.Correction, null, false),
            new("xf", 1, InspectionConclusion.Transfer, null, false),
            new("xf", 1, null, null, false),
        ]);
        Assert.Equal(new CampaignFigures(7, 6, 9, 1, 3, 1, 1, 1), figures);
        Assert.Equal((2, 2, 85, 57), (figures.Settled, figures.Left, figures.ShareBefore, figures.ShareAfter));
        Assert.Equal((0, 0, 0), (CampaignFigures.Of([]).ShareBefore, CampaignFigures.Of([]).ShareAfter, CampaignFigures.Of([]).Left));
    }

    [Fact]
    public void Spans_BeforeAndAfter_AreOfTheSameLength()
    {
        var (from, to) = (new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 30));
        Assert.Equal(0, CampaignSpans.Of(from, to, new(2026, 9, 20)).DaysAfter);
        Assert.Equal(0, CampaignSpans.Of(from, to, new(2026, 10, 1)).DaysAfter);
        Assert.Equal(new CampaignSpans(new(2026, 8, 25), new(2026, 8, 31), new(2026, 10, 1), new(2026, 10, 7)), CampaignSpans.Of(from, to, new(2026, 10, 8)));
        var whole = CampaignSpans.Of(from, to, new(2026, 12, 31));
        Assert.Equal((30, new DateOnly(2026, 8, 2), new DateOnly(2026, 10, 30)), (whole.DaysAfter, whole.BeforeFrom, whole.AfterTo));
    }
}
