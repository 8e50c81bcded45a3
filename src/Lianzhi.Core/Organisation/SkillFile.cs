using System.Globalization;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Tables;

namespace Lianzhi.Core.Organisation;

/// <summary>A line of a list of skills: one skill of one person.</summary>
/// <param name="Officer">Id of the person.</param>
/// <param name="Skill">The skill.</param>
public sealed record SkillLine(string Officer, OfficerSkill Skill);

/// <summary>Reads a list of skills (技能名单): every row is checked, a fault names its row and column.</summary>
public static class SkillFile
{
    private const int FirstSerial = 20_000;
    private const int LastSerial = 80_000;

    /// <summary>Headings of the columns, and whether the file must have them.</summary>
    public static IReadOnlyList<(string Heading, bool Required)> Columns { get; } = [("姓名", true), ("单位", true), ("执法证号", false), ("技能", true), ("等级", true), ("有效期起", false), ("有效期止", false)];

    /// <summary>Reads the rows, the first of which is the header.</summary>
    /// <param name="rows">Rows with the numbers the spreadsheet counts them by.</param>
    /// <param name="day">The organisation today: who is in service.</param>
    public static TableFile<SkillLine> Read(IEnumerable<(int Number, IReadOnlyList<string> Cells)> rows, OrganisationAsOf day)
    {
        var (lines, faults, seen) = (new List<SkillLine>(), new List<RowFault>(), new HashSet<(string, string)>());
        Dictionary<string, int>? columns = null;
        foreach (var (number, cells) in rows)
        {
            if (columns is null)
            {
                columns = cells.Index().Where(cell => cell.Item.Trim().Length > 0).DistinctBy(cell => cell.Item.Trim().TrimStart('\uFEFF')).ToDictionary(cell => cell.Item.Trim().TrimStart('\uFEFF'), cell => cell.Index, StringComparer.Ordinal);
                faults.AddRange(Columns.Where(column => column.Required && !columns.ContainsKey(column.Heading)).Select(column => new RowFault(number, column.Heading, "缺少此列。")));
                if (faults.Count > 0) break;
                continue;
            }
            if (cells.All(string.IsNullOrWhiteSpace)) continue;
            var before = faults.Count;
            var officer = Officer(number, cells);
            var from = Date(number, cells, "有效期起");
            var last = Date(number, cells, "有效期止");
            if (last < from) faults.Add(new(number, "有效期止", "不能早于有效期起。"));
            if (Text(cells, "等级").Length == 0) faults.Add(new(number, "等级", "不能为空。"));
            var skill = OfficerSkills.Make(Text(cells, "技能"), Text(cells, "等级"), new Validity(from ?? Validity.Always.From, last?.AddDays(1)));
            if (!skill.IsOk) faults.Add(new(number, skill.Refusals[0].Field == "level" ? "等级" : "技能", skill.Refusals[0].Message));
            if (faults.Count > before) continue;
            if (!seen.Add((officer!, skill.Value!.Name))) faults.Add(new(number, "技能", "同一人的同一技能写了两次。"));
            else lines.Add(new(officer!, skill.Value));
        }
        return new(lines, faults);

        string Text(IReadOnlyList<string> cells, string column) => columns!.TryGetValue(column, out var index) && index < cells.Count ? cells[index].Trim() : "";

        string? Officer(int number, IReadOnlyList<string> cells)
        {
            if (day.UnitNamed(Text(cells, "单位")) is not { } unit)
            {
                faults.Add(new(number, "单位", $"没有“{Text(cells, "单位")}”这个单位。"));
                return null;
            }
            var (name, certificate) = (Text(cells, "姓名"), Text(cells, "执法证号"));
            var found = day.Officers.Where(person => person.Unit == unit && person.Name == name && (certificate.Length == 0 || day.CertificatesOf(person.Id).Any(held => held.Number == certificate))).ToList();
            if (found.Count == 1) return found[0].Id;
            faults.Add(found.Count > 1 ? new(number, "执法证号", $"{day.UnitName(unit)}有{found.Count}个“{name}”，请填写执法证号。") : new(number, "姓名", $"{day.UnitName(unit)}没有在岗人员“{name}”{(certificate.Length > 0 ? "持此证号" : "")}。"));
            return null;
        }

        DateOnly? Date(int number, IReadOnlyList<string> cells, string column)
        {
            var text = Text(cells, column);
            if (text.Length == 0) return null;
            if (DateText.TryParse(text, out var read)) return read;
            // A workbook keeps days as numbers.
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial) return new DateOnly(1899, 12, 30).AddDays(serial);
            faults.Add(new(number, column, $"“{text}”不是日期（格式 2026-03-05）。"));
            return null;
        }
    }
}
