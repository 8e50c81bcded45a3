using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Disclosure;
using Lianzhi.Core.Records;

namespace Lianzhi.Core.Documents;

/// <summary>A personal value in a paper (遮盖内容).</summary>
/// <param name="Value">As it stands in the paper.</param>
/// <param name="Shown">What is shown in its place.</param>
public sealed record MaskedValue(string Value, string Shown);

/// <summary>Masks papers for who does not hold them (文书遮盖): whatever the record marks as personal, and what looks like it.</summary>
public static class PaperMasking
{
    private const int LongestName = 6;
    private static readonly string[] NameMembers =
    [
        nameof(CaseParty.Name), nameof(CaseParty.Representative), "Receiver", "Witness", "Witnesses", "Person", "Present", "SignedBy", "RequestedBy", "Guardian",
    ];

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Members = new();

    /// <summary>The personal values of a case that stand in a text, longest first. What is registered of an organisation is public and stays.</summary>
    public static IReadOnlyList<MaskedValue> Values(CaseState state, string text)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(state, found, []);
        if (state.Party is { Kind: PartyKind.Organisation } party)
            foreach (var registered in new[] { party.Name, party.Identifier, party.Address })
                if (registered is not null) found.Remove(registered.TrimEnd('。'));
        return [.. found.Where(pair => text.Contains(pair.Key, StringComparison.Ordinal)).Select(pair => new MaskedValue(pair.Key, pair.Value))
            .OrderByDescending(value => value.Value.Length).ThenBy(value => value.Value, StringComparer.Ordinal)];
    }

    /// <summary>The text with these values masked, and numbers of persons, telephones, accounts and vehicles besides.</summary>
    public static string Mask(string text, IReadOnlyList<MaskedValue> values) => Redaction.Text(Apply(text, values), []).Text;

    /// <summary>The text with these values replaced, in the order given.</summary>
    public static string Apply(string text, IReadOnlyList<MaskedValue> values) =>
        values.Aggregate(text, (masked, value) => masked.Replace(value.Value, value.Shown, StringComparison.Ordinal));

    private static void Collect(object value, Dictionary<string, string> found, HashSet<object> seen)
    {
        if (value is IEnumerable list and not string)
        {
            foreach (var item in list) if (item is not null and not string) Collect(item, found, seen);
            return;
        }
        var type = value.GetType();
        if (type.IsEnum || type.Namespace?.StartsWith("Lianzhi.", StringComparison.Ordinal) != true || !seen.Add(value)) return;
        foreach (var member in Members.GetOrAdd(type, static of => [.. of.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0 && property.CanWrite)]))
        {
            if (member.GetValue(value) is not { } inner) continue;
            if (inner is not string text) Collect(inner, found, seen);
            else if (member.IsDefined(typeof(PersonalAttribute))) Add(member.Name, text, found);
        }
    }

    private static void Add(string member, string value, Dictionary<string, string> found)
    {
        var text = value.Trim().TrimEnd('。');
        if (text.Length < 2 || text == Payload.Redacted) return;
        found[text] = text.Length <= LongestName && NameMembers.Contains(member) ? Redaction.Name(text) : Redaction.Bar;
        if (member == nameof(CaseParty.BornOn) && DateOnly.TryParseExact(text, "yyyy-MM-dd", out var born)) found[ChineseText.Date(born)] = Redaction.Bar;
    }
}
