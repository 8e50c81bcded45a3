using Lianzhi.Core.Duty;

namespace Lianzhi.Core.Tests.Duty;

public sealed class DutyTableTests
{
    [Fact]
    public void Read_TableWithHead_GivesRowsWithTheirDefaults()
    {
        var rows = DutyTable.Read("姓名\t事由\t第一日\t最后一日\t时段\t备注\r\n蓝一\t休假\t2026-10-08\t2026/10/9\r\n\n示1\t培训\t2026年10月12日\t\t下午\t区委党校\n步一\t执法以外的工作\t2026.10.13\t\t9:00-11:30\t创城值守").Value!;
        Assert.Equal(
        [
            new DutyTableRow(2, "蓝一", DutyKind.Leave, new(2026, 10, 8), new(2026, 10, 9), DutyPart.WholeDay, null, null),
            new DutyTableRow(4, "示1", DutyKind.Training, new(2026, 10, 12), new(2026, 10, 12), DutyPart.Afternoon, null, "区委党校"),
            new DutyTableRow(5, "步一", DutyKind.OtherWork, new(2026, 10, 13), new(2026, 10, 13), DutyPart.Hours, "9:00-11:30", "创城值守"),
        ], rows);
    }

    [Fact]
    public void Read_BadCells_AreNamedByRowAndColumn()
    {
        var messages = DutyTable.Read("蓝一\t出差\t2026-13-01\n\t休假\t2026-10-08\t明天\n步一\t休假\t2026-10-08\t\t傍晚\n步二\t休假\t9999-12-31").Refusals.Select(refusal => refusal.Message).ToList();
        foreach (var expected in new[] { "第1行“事由”", "第1行“第一日”", "第2行“姓名或者证号”", "第2行“最后一日”", "第3行“时段”", "第4行“第一日”" }) Assert.Contains(messages, message => message.StartsWith(expected, StringComparison.Ordinal));
        Assert.Equal(6, messages.Count);
    }

    [Fact]
    public void Read_NothingOrTooMuch_IsRefused()
    {
        foreach (var text in new[] { null, "", " \n\t\n", "姓名\t事由" }) Assert.Equal("rows", Assert.Single(DutyTable.Read(text).Refusals).Field);
        Assert.Contains("500", DutyTable.Read(string.Concat(Enumerable.Repeat("蓝一\t休假\t2026-10-08\n", 501))).Refusals[^1].Message, StringComparison.Ordinal);
    }
}
