using Lianzhi.Core.Tables;

namespace Lianzhi.Core.Calendar;

/// <summary>The file of holidays (节假日文件): columns <c>date,name,is_off_day</c>.</summary>
public static class HolidayFile
{
    private static readonly string[] Header = ["date", "name", "is_off_day"];

    /// <summary>Reads the lines of a file; a date given twice is a fault of its second row.</summary>
    public static TableFile<Holiday> Read(IReadOnlyList<string> lines)
    {
        var seen = new HashSet<DateOnly>();
        return TableRow.Read<Holiday>(lines, Header, row =>
        {
            var date = row.Date("date");
            var name = row.Required("name");
            var off = row.Flag("is_off_day");
            if (date is null || off is null || name.Length == 0) return null;
            if (!seen.Add(date.Value))
            {
                row.Fault("date", $"{date.Value.ToIso()} 重复。");
                return null;
            }
            return new(date.Value, name, off.Value);
        });
    }
}
