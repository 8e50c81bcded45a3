using System.Globalization;
using Lianzhi.Core.Calendar;

namespace Lianzhi.Core.Organisation;

/// <summary>A domain skill of an officer (专业技能).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Level">Its level, from 1.</param>
/// <param name="Validity">When it holds, as a training certificate that runs out.</param>
public sealed record OfficerSkill(string Name, int Level, Validity Validity)
{
    /// <summary>As it is written and kept: the last day stands in it, not the day after.</summary>
    public override string ToString()
    {
        var (from, last) = (Validity.From == Validity.Always.From ? "" : Iso(Validity.From), Validity.To is { } to ? Iso(to.AddDays(-1)) : "");
        var term = (from, last) switch { ("", "") => "", (_, "") => $"（自{from}）", ("", _) => $"（至{last}）", _ => $"（{from}至{last}）" };
        return string.Create(CultureInfo.InvariantCulture, $"{Name}{Level}{term}");
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>
/// Domain skills of officers (专业技能), each at a level from 1 to <see cref="Highest"/>, with the days from and until which it holds. They say who can do a
/// piece of work, never who may: that is the certificate.
/// </summary>
public static class OfficerSkills
{
    /// <summary>Highest level.</summary>
    public const int Highest = 5;

    private const int Most = 10;
    private const int LongestName = 20;
    private const int LongestText = 300;

    /// <summary>Nothing but what a certificate asks for.</summary>
    public static IReadOnlyDictionary<string, int> None { get; } = new Dictionary<string, int>();

    /// <summary>Reads what was written, for example 食品安全2、消防3（至2027-12-31）; a skill without a level is held at level 1, one without a term always.</summary>
    /// <param name="text">The skills, parted by 、 or ， or ； or |; null for none.</param>
    public static Result<List<OfficerSkill>> Parse(string? text)
    {
        var skills = new List<OfficerSkill>();
        foreach (var part in (text ?? "").Split(['、', '，', ',', '；', ';', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (written, term) = (part, Validity.Always);
            if (part[^1] is '）' or ')')
            {
                var opens = part.LastIndexOfAny(['（', '(']);
                if (opens < 1 || Term(part[(opens + 1)..^1]) is not { } read) return Refusal.Invalid("skills", $"“{part}”：有效期请写成（2026-01-01至2027-12-31）、（自2026-01-01）或者（至2027-12-31），终止日期不早于起始日期。");
                (written, term) = (part[..opens].TrimEnd(), read);
            }
            if (written.EndsWith('级')) written = written[..^1];
            var name = written.TrimEnd([.. "0123456789"]);
            var digits = written[name.Length..];
            var skill = Make(name.TrimEnd(' ', '　', '第', ':', '：'), digits, term);
            if (!skill.IsOk) return skill.Refusals[0] with { Field = "skills", Message = $"“{part}”：{skill.Refusals[0].Message}" };
            if (skills.Exists(held => held.Name == skill.Value.Name)) return Refusal.Invalid("skills", $"技能“{skill.Value.Name}”写了两次。");
            skills.Add(skill.Value);
        }
        return Check(skills) is { } refusal ? refusal : skills;
    }

    /// <summary>One skill from its parts; no level is level 1.</summary>
    /// <returns>The skill, or a refusal for <c>skill</c> or <c>level</c>.</returns>
    public static Result<OfficerSkill> Make(string name, string? level, Validity term)
    {
        if (name.Length is 0 or > LongestName || name.Any(character => char.IsWhiteSpace(character) || char.IsAsciiDigit(character) || character is '（' or '）' or '(' or ')' or '、' or '，' or ',' or '；' or ';' or '|'))
            return Refusal.Invalid("skill", $"不是技能：请写技能名称（不超过{LongestName}字）和等级，用顿号隔开，例如：食品安全2、消防3（至2027-12-31）。");
        var held = 1;
        if (!string.IsNullOrEmpty(level) && (!int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out held) || held is < 1 or > Highest)) return Refusal.Invalid("level", $"技能等级应当是 1 至 {Highest}。");
        return new OfficerSkill(name, held, term);
    }

    /// <summary>Refuses more skills than are kept of one person.</summary>
    public static Refusal? Check(IReadOnlyList<OfficerSkill> skills) =>
        skills.Count > Most ? Refusal.Invalid("skills", $"最多登记{Most}项技能。")
        : Text(skills).Length > LongestText ? Refusal.Invalid("skills", $"技能和有效期合计不能超过{LongestText}字，请删去已失效的。") : null;

    /// <summary>As it is written and kept.</summary>
    public static string Text(IReadOnlyList<OfficerSkill> skills) => string.Join('、', skills.OrderBy(skill => skill.Name, StringComparer.Ordinal));

    private static Validity? Term(string text)
    {
        var parts = text.Split('至', StringSplitOptions.TrimEntries);
        if (parts.Length > 2) return null;
        var first = parts[0].TrimStart('自').Trim();
        DateOnly? from = null, last = null;
        if (first.Length > 0)
        {
            if (!DateText.TryParse(first, out var day)) return null;
            from = day;
        }
        if (parts.Length == 2)
        {
            if (!DateText.TryParse(parts[1], out var day)) return null;
            last = day;
        }
        return (from is null && last is null) || last < from ? null : new Validity(from ?? Validity.Always.From, last?.AddDays(1));
    }
}
