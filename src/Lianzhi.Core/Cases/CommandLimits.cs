using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace Lianzhi.Core.Cases;

/// <summary>
/// How much a command may say (办案输入的限度), whatever it is about: no rule is asked about texts that fill a book, lists without end or days no calendar reaches.
/// </summary>
public static class CommandLimits
{
    /// <summary>Longest text, in UTF-16 units: a transcript of some twenty pages.</summary>
    public const int LongestText = 20_000;

    /// <summary>Most entries of a list.</summary>
    public const int MostEntries = 500;

    /// <summary>Largest amount in fen, ten trillion yuan: whatever a list of them adds up to is still a number.</summary>
    public const long LargestFen = 1_000_000_000_000_000;

    /// <summary>Years of acts and plans; the rules reckon on from them, to 2199 at most.</summary>
    private static readonly (int First, int Last) Years = (1900, 2150);

    private static readonly ConcurrentDictionary<Type, (string Name, PropertyInfo Property)[]> Members = new();

    /// <summary>Every member beyond the limits, named by its path as the API calls it.</summary>
    public static IReadOnlyList<Refusal> Check(CaseCommand command) => [.. Of(command, "")];

    private static IEnumerable<Refusal> Of(object part, string prefix)
    {
        foreach (var (name, property) in Members.GetOrAdd(part.GetType(), MembersOf))
            foreach (var refusal in Beyond(property.GetValue(part), prefix + name))
                yield return refusal;
    }

    private static IEnumerable<Refusal> Beyond(object? value, string path) => value switch
    {
        string text when text.Length > LongestText => [Refusal.Invalid(path, $"不超过{LongestText}个字。")],
        string text when !PlainText.IsFit(text) => [Refusal.Invalid(path, "含有不能识别的字符（控制符），请删掉后再试。")],
        string or null => [],
        long amount when amount is > LargestFen or < -LargestFen => [Refusal.Invalid(path, "金额不对。")],
        DateOnly day => IsKnown(day.Year) ? [] : [Refusal.Invalid(path, "日期不对。")],
        DateTimeOffset at => IsKnown(at.Year) ? [] : [Refusal.Invalid(path, "时间不对。")],
        ICollection list when list.Count > MostEntries => [Refusal.Invalid(path, $"不超过{MostEntries}项。")],
        IEnumerable list => list.Cast<object?>().SelectMany((entry, index) => Beyond(entry, $"{path}[{index}]")),
        _ when IsPart(value.GetType()) => Of(value, path + "."),
        _ => [],
    };

    private static bool IsKnown(int year) => year >= Years.First && year <= Years.Last;

    private static bool IsPart(Type type) => type.IsClass && type.Namespace?.StartsWith(typeof(CaseCommand).Namespace!, StringComparison.Ordinal) == true;

    private static (string, PropertyInfo)[] MembersOf(Type type) =>
        [.. type.GetProperties().Where(property => property.GetIndexParameters().Length == 0 && property.CanWrite).Select(property => (JsonNamingPolicy.CamelCase.ConvertName(property.Name), property))];
}
