using System.Globalization;

namespace Lianzhi.Core.Documents;

/// <summary>Numbers of papers (文号): 发文代字, 文种, year in six-corner brackets, serial (GB/T 9704).</summary>
public static class Numbering
{
    /// <summary>漳龙蓝罚〔2026〕26号.</summary>
    /// <param name="prefix">发文代字 of the subject, a setting.</param>
    /// <param name="genre">文种.</param>
    /// <param name="year">Year of issue.</param>
    /// <param name="serial">From 1 each year, for each subject and genre.</param>
    public static string Format(string prefix, string genre, int year, long serial) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{genre}〔{year}〕{serial}号");
}
