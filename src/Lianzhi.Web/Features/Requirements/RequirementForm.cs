using Lianzhi.Core;
using Lianzhi.Core.Inspections;

namespace Lianzhi.Web.Features.Requirements;

/// <summary>What the form 填报检查要求 sends.</summary>
public sealed class RequirementForm
{
    /// <summary>Version seen.</summary>
    public long Version { get; set; }

    /// <summary>Name.</summary>
    public string? Name { get; set; }

    /// <summary>Department.</summary>
    public string? Department { get; set; }

    /// <summary>Who inspects: <c>township</c> or <c>department</c>.</summary>
    public string? By { get; set; }

    /// <summary>Lines of business.</summary>
    public string? Sectors { get; set; }

    /// <summary>Inspections a year at high risk.</summary>
    public int High { get; set; }

    /// <summary>At medium risk.</summary>
    public int Medium { get; set; }

    /// <summary>At low risk.</summary>
    public int Low { get; set; }

    /// <summary>Minutes on the spot.</summary>
    public int Minutes { get; set; } = 45;

    /// <summary>Least weeks between two.</summary>
    public int GapWeeks { get; set; } = 8;

    /// <summary>Skill.</summary>
    public string? Skill { get; set; }

    /// <summary>Level.</summary>
    public int SkillLevel { get; set; }

    /// <summary>Parts of the year.</summary>
    public string? Windows { get; set; }

    /// <summary>The document.</summary>
    public string? Source { get; set; }

    /// <summary>The checklist.</summary>
    public string? Checks { get; set; }

    /// <summary>First day.</summary>
    public DateOnly? From { get; set; }

    /// <summary>As the use case takes it; refused when the windows cannot be read.</summary>
    public Result<InspectionRequirement> Read()
    {
        var windows = Parts(Windows).Select(SeasonWindow.Parse).ToList();
        if (windows.Contains(null)) return Refusal.Invalid("windows", "时段应当写成 04-01至10-15 的样式，多个用顿号隔开。");
        if (From is not { } from) return Refusal.Invalid("from", "请填写生效日期。");
        var checks = CheckItem.Lines(Checks).Select(CheckItem.Parse).ToList();
        if (checks.Contains(null)) return Refusal.Invalid("checks", "检查表每行写一项：检查内容；依据；事项编码（没有的不写）。");
        return new InspectionRequirement("", Name ?? "", Department ?? "", By == "township", Parts(Sectors), High, Medium, Low, Minutes, GapWeeks, Skill?.Trim() ?? "", SkillLevel, [.. windows.OfType<SeasonWindow>()], Source ?? "", new Validity(from))
        {
            Checks = [.. checks.OfType<CheckItem>()],
        };
    }

    /// <summary>The form of what stands.</summary>
    public static RequirementForm Of(RequirementRow row, DateOnly from) => new()
    {
        Version = row.Version,
        Name = row.Name,
        Department = row.Department,
        By = row.ByTownship ? "township" : "department",
        Sectors = row.Sectors.Replace("|", "、", StringComparison.Ordinal),
        High = row.High,
        Medium = row.Medium,
        Low = row.Low,
        Minutes = row.Minutes,
        GapWeeks = row.GapWeeks,
        Skill = row.Skill,
        SkillLevel = row.SkillLevel,
        Windows = row.Windows.Replace("|", "、", StringComparison.Ordinal),
        Source = row.Source,
        Checks = row.Checks,
        From = from,
    };

    private static string[] Parts(string? text) => (text ?? "").Split(['、', '|', ',', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
