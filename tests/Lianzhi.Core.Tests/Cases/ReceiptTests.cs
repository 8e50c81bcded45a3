using Lianzhi.Core.Cases;
using Lianzhi.Core.Tables;
using static Lianzhi.Core.Tests.Cases.CaseScenario;
using static Lianzhi.Core.Tests.Cases.ExecutionScenario;

namespace Lianzhi.Core.Tests.Cases;

public sealed class ReceiptTests
{
    private static readonly string[] Header = ["缴款码", "金额", "到账日期", "票据号", "案号"];

    [Fact]
    public void Read_GroupedCodeSeparatedAmountAndSerialDay_IsReadAsPeopleMeanIt()
    {
        var file = Read(["3506 0026", "20,000.50", "46106", "票1", ""]);
        Assert.Empty(file.Faults);
        Assert.Equal(new ReceiptLine(2, "35060026", "", 20_000_50, Day("2026-03-25"), "票1"), file.Rows.Single());
    }

    [Theory]
    [InlineData("", "1", "2026-03-25", "票1", "缴款码")]
    [InlineData("3.5060026E+19", "1", "2026-03-25", "票1", "缴款码")]
    [InlineData("35", "0", "2026-03-25", "票1", "金额")]
    [InlineData("35", "-5", "2026-03-25", "票1", "金额")]
    [InlineData("35", "1.005", "2026-03-25", "票1", "金额")]
    [InlineData("35", "1", "2026-04-02", "票1", "到账日期")]
    [InlineData("35", "1", "三月", "票1", "到账日期")]
    [InlineData("35", "1", "2026-03-25", "", "票据号")]
    public void Read_BadCell_IsNamedByRowAndColumn(string code, string amount, string on, string receipt, string column)
    {
        var fault = Assert.Single(Read([code, amount, on, receipt, ""]).Faults);
        Assert.Equal((2, column), (fault.Row, fault.Column));
    }

    [Fact]
    public void Read_SameReceiptTwice_IsAFault() =>
        Assert.Equal((3, "票据号"), Read(["35", "1", "2026-03-25", "票1", ""], ["36", "1", "2026-03-25", "票1", ""]).Faults.Select(fault => (fault.Row, fault.Column)).Single());

    [Fact]
    public void Of_WholeFinePartOfAPlanOrAnyOtherAmount_TellsThemApart()
    {
        var whole = ReceiptMatch.Of(Coded().State, Line(20_000_00));
        Assert.Equal((ReceiptOutcome.Matched, 20_000_00L, 0L), (whole.Outcome, whole.Payment!.FineFen, whole.Payment.SurchargeFen));
        Assert.Equal((ReceiptOutcome.AmountDiffers, (RecordPayment?)null), (ReceiptMatch.Of(Coded().State, Line(10_000_00)).Outcome, ReceiptMatch.Of(Coded().State, Line(10_000_00)).Payment));
        Assert.Equal(ReceiptOutcome.Matched, ReceiptMatch.Of(Deferred().State, Line(10_000_00)).Outcome);
    }

    [Fact]
    public void Of_ReceiptInTheCase_IsNotCountedAgain()
    {
        var paid = Coded().Do(new RecordPayment(At("2026-03-26 10:00"), 20_000_00, 0, "票1")).State;
        Assert.Equal((ReceiptOutcome.AlreadyRegistered, (RecordPayment?)null), (ReceiptMatch.Of(paid, Line(20_000_00)).Outcome, ReceiptMatch.Of(paid, Line(20_000_00)).Payment));
    }

    private static ReceiptLine Line(long fen) => new(2, "35060026000000123456", "", fen, Day("2026-03-26"), "票1");

    private static TableFile<ReceiptLine> Read(params string[][] rows) => ReceiptFile.Read([(1, Header), .. rows.Select((cells, index) => (index + 2, (IReadOnlyList<string>)cells))], Day("2026-04-01"));
}
