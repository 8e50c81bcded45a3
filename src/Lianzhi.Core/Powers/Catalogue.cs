using System.Collections.Frozen;

namespace Lianzhi.Core.Powers;

/// <summary>All versions of all items and empowerments (事项清单): immutable, asked by day.</summary>
public sealed class Catalogue
{
    private readonly FrozenDictionary<string, Item[]> items;
    private readonly FrozenDictionary<(string Item, string Township), Empowerment[]> empowerments;

    /// <summary>A catalogue without items.</summary>
    public static readonly Catalogue Empty = new([], []);

    /// <summary>Takes the facts; terms of one item, and of one item in one township, do not overlap.</summary>
    public Catalogue(IReadOnlyList<Item> items, IReadOnlyList<Empowerment> empowerments)
    {
        (Items, Empowerments) = (items, empowerments);
        this.items = items.GroupBy(item => item.Code, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.OrderBy(item => item.Validity.From).ToArray(), StringComparer.Ordinal);
        this.empowerments = empowerments.GroupBy(empowerment => (empowerment.Item, empowerment.Township))
            .ToFrozenDictionary(group => group.Key, group => group.OrderBy(empowerment => empowerment.Validity.From).ToArray());
    }

    /// <summary>Items, all versions.</summary>
    public IReadOnlyList<Item> Items { get; }

    /// <summary>Empowerments, all terms.</summary>
    public IReadOnlyList<Empowerment> Empowerments { get; }

    /// <summary>True when the code names an item on any day; compared exactly.</summary>
    public bool Knows(string code) => items.ContainsKey(code);

    /// <summary>The version in force on the day, or null.</summary>
    public Item? ItemOn(string code, DateOnly day) =>
        items.TryGetValue(code, out var versions) ? Array.Find(versions, version => version.Validity.Contains(day)) : null;

    /// <summary>Every version of an item, oldest first; empty when the code is not known.</summary>
    public IReadOnlyList<Item> VersionsOf(string code) => items.TryGetValue(code, out var versions) ? versions : [];

    /// <summary>The empowerment of a township in force on the day, accepted or not; null when there is none.</summary>
    public Empowerment? EmpowermentOn(string item, string township, DateOnly day) =>
        Find(item, township, empowerment => empowerment.Validity.Contains(day));

    /// <summary>The first empowerment of a township that begins after the day; null when there is none.</summary>
    public Empowerment? EmpowermentAfter(string item, string township, DateOnly day) =>
        Find(item, township, empowerment => empowerment.Validity.From > day);

    /// <summary>The items in force on one day, in order of their codes (某日事项清单).</summary>
    public IReadOnlyList<Item> AsOf(DateOnly day) =>
        [.. Items.Where(item => item.Validity.Contains(day)).OrderBy(item => item.Code, StringComparer.Ordinal)];

    private Empowerment? Find(string item, string township, Predicate<Empowerment> match) =>
        empowerments.TryGetValue((item, township), out var terms) ? Array.Find(terms, match) : null;
}
