using System.Globalization;

namespace Lianzhi.Core.Organisation;

/// <summary>
/// Domain skills of officers (专业技能), each at a level from 1 to <see cref="Highest"/>. They say who can do a piece of work, never who may: that is the certificate.
/// </summary>
public static class OfficerSkills
{
    /// <summary>Highest level.</summary>
    public const int Highest = 5;

    private const int Most = 10;
    private const int LongestName = 20;

    /// <summary>Nothing but what a certificate asks for.</summary>
    public static IReadOnlyDictionary<string, int> None { get; } = new Dictionary<string, int>();

    /// <summary>Reads what was written, for example 食品安全2、消防3; a skill without a level is held at level 1.</summary>
    /// <param name="text">The skills, parted by 、 or ， or ； or |; null for none.</param>
    public static Result<Dictionary<string, int>> Parse(string? text)
    {
        var skills = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in (text ?? "").Split(['、', '，', ',', '；', ';', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var written = part.EndsWith('级') ? part[..^1] : part;
            var name = written.TrimEnd([.. "0123456789"]);
            var (digits, level) = (written[name.Length..], 1);
            name = name.TrimEnd(' ', '　', '第', ':', '：');
            if (name.Length is 0 or > LongestName || name.Any(character => char.IsWhiteSpace(character) || char.IsAsciiDigit(character))) return Refusal.Invalid("skills", $"“{part}”不是技能：请写技能名称（不超过{LongestName}字）和等级，用顿号隔开，例如：食品安全2、消防3。");
            if (digits.Length > 0 && (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out level) || level is < 1 or > Highest))
                return Refusal.Invalid("skills", $"“{part}”：技能等级应当是 1 至 {Highest}。");
            if (!skills.TryAdd(name, level)) return Refusal.Invalid("skills", $"技能“{name}”写了两次。");
        }
        return skills.Count > Most ? Refusal.Invalid("skills", $"最多登记{Most}项技能。") : skills;
    }

    /// <summary>As it is written and kept.</summary>
    public static string Text(IReadOnlyDictionary<string, int> skills) => string.Join('、', skills.OrderBy(skill => skill.Key, StringComparer.Ordinal).Select(skill => string.Create(CultureInfo.InvariantCulture, $"{skill.Key}{skill.Value}")));
}
