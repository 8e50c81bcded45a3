using System.Globalization;
using CsCheck;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Tests.Cases;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Documents;

/// <summary>Papers that have gone out: what is kept of them, how they stand, what strangers see of them.</summary>
public sealed class PaperTests
{
    public static TheoryData<string> Outside => [.. DocumentKinds.OfCases.Where(kind => kind.Outside).Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Outside))]
    public void Of_EveryOutsideKind_IsIssuedAndReadsBackTheSame(string name)
    {
        var code = DocumentKinds.Find(name)!.Code;
        var issued = IssuedPapers.Of(CaseDocumentsTests.StateWith(code), platformNumbers: false).First(paper => paper.Paper.Kind.Code == code);
        var kept = PaperForm.Write(issued.Content);
        Assert.Equal(issued.Content.Text(), PaperForm.Read(kept).Text());
        Assert.Equal(kept, PaperForm.Write(PaperForm.Read(kept)));
        Assert.Equal(issued.Content.Kind, PaperForm.Read(kept).Kind);
    }

    [Fact]
    public void Of_InsidePapersAndDrafts_AreNotIssued()
    {
        Assert.Empty(IssuedPapers.Of(Filed().State, platformNumbers: false));
        Assert.DoesNotContain(IssuedPapers.Of(Noticed().State, platformNumbers: false), paper => paper.Paper.Kind.Code is DocumentCode.PenaltyDecision or DocumentCode.FilingApproval);
    }

    [Fact]
    public void Of_EveryKey_IsThereOnceAndStaysWhateverFollows()
    {
        var keys = new HashSet<(DocumentCode, string)>();
        foreach (var state in new[] { Investigated().State, Noticed().State, Decided().State, Closed().State })
        {
            var now = IssuedPapers.Of(state, platformNumbers: false).Select(paper => (paper.Paper.Kind.Code, paper.Key)).ToList();
            Assert.Equal(now.Count, now.Distinct().Count());
            Assert.Empty(keys.Except(now));
            keys.UnionWith(now);
        }
    }

    [Fact]
    public void Of_NumbersFromTheProvincialPlatform_WaitForThem()
    {
        var state = Decided().State;
        Assert.Contains(IssuedPapers.Of(state, platformNumbers: false), paper => paper.Paper.Kind.Code == DocumentCode.PenaltyDecision);
        Assert.DoesNotContain(IssuedPapers.Of(state, platformNumbers: true), paper => paper.Paper.Kind.Code == DocumentCode.PenaltyDecision);
    }

    [Fact]
    public void Standing_OfADecision_FollowsWhatBecameOfIt()
    {
        PaperStanding Of(CaseState state) => IssuedPapers.Standing(state, DocumentCode.PenaltyDecision, state.Decision!.Number, current: true).Standing;
        Assert.Equal(PaperStanding.InForce, Of(Decided().State));
        Assert.Equal(PaperStanding.Corrected, Of(CaseDocumentsTests.StateWith(DocumentCode.DecisionCorrection)));
        Assert.Equal(PaperStanding.Changed, Of(CaseDocumentsTests.StateWith(DocumentCode.DecisionAmendment)));
        Assert.Equal(PaperStanding.Revoked, Of(ExecutionScenario.Annulled().State));
        Assert.Equal(PaperStanding.Superseded, IssuedPapers.Standing(Noticed().State, DocumentCode.PriorNotice, "旧号", current: false).Standing);
        var lifted = MeasureProperties.Everything().State;
        Assert.Contains(lifted.Measures.Sealings, sealing => IssuedPapers.Standing(lifted, DocumentCode.SealingDecision, sealing.Made.Number, current: true).Standing == PaperStanding.Lifted);
    }

    [Theory]
    [MemberData(nameof(Outside))]
    public void Mask_OfEveryOutsideKind_LeavesNoPersonalValue(string name)
    {
        var state = CaseDocumentsTests.StateWith(DocumentKinds.Find(name)!.Code);
        foreach (var paper in IssuedPapers.Of(state, platformNumbers: false))
        {
            var text = paper.Content.Text();
            var values = PaperMasking.Values(state, text);
            var masked = PaperMasking.Mask(text, values);
            Assert.All(values.Where(value => !value.Shown.Contains(value.Value, StringComparison.Ordinal)), value => Assert.DoesNotContain(value.Value, masked, StringComparison.Ordinal));
            Assert.DoesNotContain("吴思源", masked, StringComparison.Ordinal);
            Assert.Contains(paper.Content.UnitHead, masked, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Mask_OfACitizensDecision_HidesNameNumberAndHome()
    {
        var state = Begin().On("2026-03-02 18:00").Do(Commands.OnSpot() with { Party = Citizen with { Name = "陈大明" } }).State;
        var text = CaseDocuments.Content(state, DocumentCode.OnSpotDecision)!.Text();
        var masked = PaperMasking.Mask(text, PaperMasking.Values(state, text));
        Assert.Contains("陈某某", masked, StringComparison.Ordinal);
        foreach (var hidden in new[] { "陈大明", Citizen.Identifier!, Citizen.Address! }) Assert.DoesNotContain(hidden, masked, StringComparison.Ordinal);
    }

    [Fact]
    public void Replace_InAKeptPaper_ChangesTheTextAndNothingElse()
    {
        var content = CaseDocuments.Content(Decided().State, DocumentCode.PenaltyDecision)!;
        var kept = PaperForm.Replace(PaperForm.Write(content), [new("吴思源", "〔已依法删除〕"), new("body", "?"), new("paragraph", "?")]);
        Assert.Equal(content.Text().Replace("吴思源", "〔已依法删除〕", StringComparison.Ordinal), PaperForm.Read(kept).Text());
    }

    [Fact]
    public void Marks_AnyBytesAndTyping_ReadBackAsStored() =>
        Gen.Byte.Array[PaperMarks.RandomBytes * 2].Select(Gen.Int[0, 3]).Sample(made =>
        {
            var (bytes, way) = made;
            var mark = PaperMarks.Mark(DocumentKinds.Of(DocumentCode.PenaltyDecision), Day("2026-10-08"), bytes.AsSpan(0, PaperMarks.RandomBytes));
            var code = PaperMarks.Code(bytes.AsSpan(PaperMarks.RandomBytes));
            Assert.StartsWith("E1-20261008-", mark, StringComparison.Ordinal);
            Assert.Equal(PaperMarks.CodeLength, code.Length);
            var typed = way switch { 0 => mark.ToLower(CultureInfo.InvariantCulture), 1 => $" {mark.Replace('-', '－')}", 2 => string.Join(' ', mark.ToCharArray()), _ => mark };
            Assert.Equal(mark, PaperMarks.CleanNumber(typed));
            Assert.Equal(code, PaperMarks.CleanCode(way < 2 ? PaperMarks.Grouped(code).ToLower(CultureInfo.InvariantCulture) : code));
        });

    [Fact]
    public void CleanNumber_OtherBrackets_AreForgiven() => Assert.Equal("漳龙蓝罚〔2026〕26号", PaperMarks.CleanNumber(" 漳龙蓝罚[２０２６] 26号"));
}
