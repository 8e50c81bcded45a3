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
    private static readonly string[] NameMembers =
    [
        nameof(CaseParty.Name), nameof(CaseParty.Representative), "Receiver", "Witness", "Witnesses", "Person", "Present", "SignedBy", "RequestedBy", "Guardian",
        "Speaker", "Interpreter", "Keeper", "Provider",
    ];

    private static readonly string[] ContactMembers =
    [
        nameof(CaseParty.Identifier), nameof(PartyInterviewed.PersonIdentifier), nameof(CaseParty.BornOn), nameof(CaseParty.Address), nameof(CaseParty.Phone),
        nameof(AddressConfirmed.ElectronicAddress), nameof(CaseService.Place),
    ];

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Members = new();

    // What can hold a personal value is asked of a type once: asking for the attribute each time took a sixth of the time in which sample cases are made (2026-11-28).
    private static PropertyInfo[] MembersOf(Type type) => Members.GetOrAdd(type, static of =>
    [
        .. of.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0 && property.CanWrite
            && (property.PropertyType == typeof(string) ? property.IsDefined(typeof(PersonalAttribute)) : Leads(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType))),
    ]);

    /// <summary>Whether a value of a type may hold texts: days, numbers, choices and lists of plain texts do not.</summary>
    private static bool Leads(Type type) => !type.IsEnum && !type.IsPrimitive && (IsOwn(type) || !type.IsValueType) && !type.IsAssignableTo(typeof(IEnumerable<string>));

    private static bool IsOwn(Type type) => type.Namespace?.StartsWith("Lianzhi.", StringComparison.Ordinal) == true;

    /// <summary>The personal values of a case that stand in a text, longest first. What is registered of an organisation is public and stays.</summary>
    public static IReadOnlyList<MaskedValue> Values(CaseState state, string text)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (member, value) in Personal(state))
        {
            if (NameMembers.Contains(member)) foreach (var name in PersonNames.In(value)) found[name] = Redaction.Name(name);
            if (PersonNames.IsRole(value) || (member == nameof(CaseService.Place) && !NamesAHome(value))) continue;
            found.TryAdd(value, Redaction.Bar);
            if (Born(member, value) is { } born) found[born] = Redaction.Bar;
        }
        foreach (var registered in Registered(state.Party)) found.Remove(registered);
        return [.. found.Where(pair => text.Contains(pair.Key, StringComparison.Ordinal)).Select(pair => new MaskedValue(pair.Key, pair.Value))
            .OrderByDescending(value => value.Value.Length).ThenBy(value => value.Value, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Natural persons who take part in a case (party, representatives, agents, witnesses, who was asked, who received, who stands by), and their numbers, days of birth, addresses and telephones.
    /// Where the act was done is no home in this case, it is the fact itself.
    /// </summary>
    public static (IReadOnlyList<string> Persons, IReadOnlyList<string> Contacts) Known(CaseState state)
    {
        var personal = Personal(state);
        return (Persons(state, personal), Contacts(state, personal));
    }

    private static IReadOnlyList<string> Persons(CaseState state, IEnumerable<(string Member, string Value)> personal) =>
        [.. personal.Where(one => NameMembers.Contains(one.Member)).SelectMany(one => PersonNames.In(one.Value)).Except(Registered(state.Party)).Distinct(StringComparer.Ordinal)];

    private static IReadOnlyList<string> Contacts(CaseState state, IEnumerable<(string Member, string Value)> personal) =>
    [
        .. personal.Where(one => ContactMembers.Contains(one.Member) && (one.Member != nameof(CaseService.Place) || NamesAHome(one.Value)))
            .SelectMany(one => Born(one.Member, one.Value) is { } born ? new[] { one.Value, born } : [one.Value])
            .Except(Registered(state.Party)).Where(value => state.Place?.Address.Contains(value, StringComparison.Ordinal) != true).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The text with these values masked, and numbers of persons, telephones, accounts and vehicles besides.</summary>
    public static string Mask(string text, IReadOnlyList<MaskedValue> values) => Redaction.Text(Apply(text, values), []).Text;

    /// <summary>The text with these values replaced, in the order given.</summary>
    public static string Apply(string text, IReadOnlyList<MaskedValue> values) =>
        values.Aggregate(text, (masked, value) => masked.Replace(value.Value, value.Shown, StringComparison.Ordinal));

    /// <summary>Every value marked personal, without what was erased and what is too short to be told from other words.</summary>
    private static List<(string Member, string Value)> Personal(CaseState state)
    {
        var found = new List<(string Member, string Value)>();
        Collect(state, found, new HashSet<object>(ReferenceEqualityComparer.Instance));
        return found;
    }

    private static void Collect(object value, List<(string Member, string Value)> found, HashSet<object> seen)
    {
        if (value is IEnumerable list and not string)
        {
            foreach (var item in list) if (item is not null and not string) Collect(item, found, seen);
            return;
        }
        var type = value.GetType();
        if (type.IsEnum || !IsOwn(type) || !seen.Add(value)) return;
        foreach (var member in MembersOf(type))
        {
            if (member.GetValue(value) is not { } inner) continue;
            if (inner is not string text) Collect(inner, found, seen);
            else if (text.Trim().TrimEnd('。') is { Length: > 1 } said && said != Payload.Redacted) found.Add((member.Name, said));
        }
    }

    /// <summary>What is registered of an organisation or a business is public (政府信息公开条例 第15条 protects only what is not).</summary>
    private static IEnumerable<string> Registered(CaseParty? party) => (party?.Kind switch
    {
        PartyKind.Organisation => new[] { party.Name, party.Identifier, party.Address },
        PartyKind.IndividualBusiness => [party.TradeName, party.CreditCode, party.Address],
        _ => [],
    }).OfType<string>().Select(value => value.Trim().TrimEnd('。'));

    /// <summary>A day of birth as papers write it; null for anything else.</summary>
    private static string? Born(string member, string value) =>
        member == nameof(CaseParty.BornOn) && DateOnly.TryParseExact(value, "yyyy-MM-dd", out var born) ? ChineseText.Date(born) : null;

    /// <summary>Papers are also handed over 现场 or 本机关: only a place with a number leads to somebody's door.</summary>
    private static bool NamesAHome(string place) => place.Length > 4 && place.Any(char.IsDigit);
}
