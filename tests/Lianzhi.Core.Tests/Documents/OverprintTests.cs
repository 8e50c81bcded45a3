using CsCheck;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Settings;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Documents;

/// <summary>Text for preprinted forms.</summary>
public sealed class OverprintTests
{
    private static readonly SettingsOnDay Settings = SettingsBook.Defaults.AsOf(Day("2026-10-08"));

    [Theory]
    [InlineData(DocumentCode.OnSpotDecision)]
    [InlineData(DocumentCode.ServiceReceipt)]
    [InlineData(DocumentCode.CorrectionOrder)]
    [InlineData(DocumentCode.PreservationNotice)]
    [InlineData(DocumentCode.SealingDecision)]
    public void Of_AFinishedPaper_FillsEveryBlankOnTheSheet(DocumentCode code)
    {
        var state = CaseDocumentsTests.StateWith(code);
        var texts = Overprint.Of(state, CaseDocuments.Content(state, code)!, Settings)!;
        Assert.All(texts, text =>
        {
            Assert.NotEmpty(text.Lines);
            Assert.Equal("", text.Rest);
            Assert.True(text.Field.X >= 0 && text.Field.X + text.Field.Width <= 210 && text.Field.Y + (Overprint.Leading * (text.Field.Lines - 1)) <= 297, text.Field.Name);
        });
        // No blank lies on another.
        Assert.All(texts.SelectMany((one, index) => texts.Skip(index + 1).Select(other => (First: one.Field, Second: other.Field))), pair => Assert.True(
            pair.First.Y + (Overprint.Leading * (pair.First.Lines - 1)) < pair.Second.Y || pair.First.X + pair.First.Width < pair.Second.X, $"{pair.First.Name} lies on {pair.Second.Name}."));
    }

    [Fact]
    public void Of_OtherSettings_MovesEverythingAlike()
    {
        var state = CaseDocumentsTests.StateWith(DocumentCode.ServiceReceipt);
        var content = CaseDocuments.Content(state, DocumentCode.ServiceReceipt)!;
        var moved = Overprint.Of(state, content, new SettingsBook([new Setting("overprint.left", null, "300", Day("2020-01-01"), null, "量取", true)]).AsOf(Day("2026-10-08")))!;
        Assert.All(Overprint.Of(state, content, Settings)!.Zip(moved), pair => Assert.Equal((pair.First.Field.X + 2, pair.First.Field.Y), (pair.Second.Field.X, pair.Second.Field.Y)));
    }

    [Fact]
    public void Of_KindsWithoutAForm_IsNothing()
    {
        var state = Decided().State;
        Assert.Null(Overprint.Of(state, CaseDocuments.Content(state, DocumentCode.PenaltyDecision)!, Settings));
        Assert.Equal(5, DocumentKinds.All.Count(kind => Overprint.Has(kind.Code)));
    }

    [Fact]
    public void Of_AListLongerThanTheForm_SaysWhatGoesOnTheNextSheet()
    {
        var state = CaseDocumentsTests.StateWith(DocumentCode.SealingDecision);
        var content = CaseDocuments.Content(state, DocumentCode.SealingDecision)!;
        GridTable Long(GridTable table) => table with { Rows = [.. Enumerable.Range(1, 14).Select(row => (IReadOnlyList<string>)[$"{row}", "渣土车", "自卸式", "1", "辆", ""])] };
        var texts = Overprint.Of(state, content with { Blocks = [.. content.Blocks.Select(block => block is GridTable table ? Long(table) : block)] }, Settings)!;
        Assert.Equal("第13项至第14项见续页", Assert.Single(texts, text => text.Field.Name == "未列入本页的物品").Lines[0]);
        Assert.DoesNotContain(texts, text => text.Field.Name.StartsWith("第13项", StringComparison.Ordinal));
        Assert.All(texts.Where(text => text.Field.Name.EndsWith("名称", StringComparison.Ordinal)), text => Assert.Equal("渣土车", text.Lines[0]));
    }

    [Fact]
    public void Fill_AnyText_LosesNothingAndKeepsWithinTheBlank() =>
        Gen.Select(Gen.OneOf(Gen.Char['a', 'z'], Gen.Char['一', '鿿']).Array[0, 120], Gen.Int[10, 160], Gen.Int[1, 5]).Sample((signs, width, lines) =>
        {
            var text = new string(signs);
            var filled = Overprint.Fill(new("栏", 0, 0, width, lines), text);
            Assert.Equal(text, string.Concat(filled.Lines) + filled.Rest);
            Assert.True(filled.Lines.Count <= lines);
            Assert.All(filled.Lines, line => Assert.True(line.Sum(sign => sign < 0x2000 ? Overprint.Size / 2 : Overprint.Size) <= width));
        });
}
