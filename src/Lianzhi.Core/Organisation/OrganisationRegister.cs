using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Lianzhi.Core.Organisation;

/// <summary>
/// Everything known of the organisation with its dates (组织基础库): immutable, asked by day.
/// </summary>
public sealed class OrganisationRegister
{
    private readonly FrozenDictionary<string, Township[]> townships;
    private readonly FrozenDictionary<string, AreaMembership[]> memberships;
    private readonly FrozenDictionary<(string Lead, OrganLevel Level), Department[]> leads;

    // Nearly everybody asks for today or for one of the last weeks; a register never changes, so what was made once stands.
    private const int DaysKept = 200;
    private readonly ConcurrentDictionary<DateOnly, OrganisationAsOf> asked = new();

    /// <summary>An empty register, as before anything was loaded.</summary>
    public static readonly OrganisationRegister Empty = new([], [], [], []);

    /// <summary>Takes the facts; they are not checked again here (<see cref="IntervalRules"/> does that before they are kept).</summary>
    public OrganisationRegister(
        IReadOnlyList<Area> areas, IReadOnlyList<AreaMembership> memberships,
        IReadOnlyList<Township> townships, IReadOnlyList<Department> departments,
        IReadOnlyList<Officer>? officers = null, IReadOnlyList<Certificate>? certificates = null,
        IReadOnlyList<Secondment>? secondments = null, IReadOnlyList<Post>? posts = null)
    {
        (Areas, Memberships, Townships, Departments) = (areas, memberships, townships, departments);
        (Officers, Certificates) = (officers ?? [], certificates ?? []);
        (Secondments, Posts) = (secondments ?? [], posts ?? []);
        this.townships = townships.GroupBy(township => township.Code, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        this.memberships = memberships.GroupBy(membership => membership.Township, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.OrderBy(membership => membership.Validity.From).ToArray(), StringComparer.Ordinal);
        leads = departments.SelectMany(department => department.LeadNames.Select(lead => (Key: (lead, department.Level), department)))
            .GroupBy(pair => pair.Key).ToFrozenDictionary(group => group.Key, group => group.Select(pair => pair.department).ToArray());
    }

    /// <summary>Areas, all versions.</summary>
    public IReadOnlyList<Area> Areas { get; }

    /// <summary>Memberships of townships in areas, all terms.</summary>
    public IReadOnlyList<AreaMembership> Memberships { get; }

    /// <summary>Townships, all versions.</summary>
    public IReadOnlyList<Township> Townships { get; }

    /// <summary>Departments and other organs, all versions.</summary>
    public IReadOnlyList<Department> Departments { get; }

    /// <summary>People, all terms.</summary>
    public IReadOnlyList<Officer> Officers { get; }

    /// <summary>Certificates.</summary>
    public IReadOnlyList<Certificate> Certificates { get; }

    /// <summary>Secondments.</summary>
    public IReadOnlyList<Secondment> Secondments { get; }

    /// <summary>Posts held.</summary>
    public IReadOnlyList<Post> Posts { get; }

    /// <summary>True when the code names a township of this district on any day.</summary>
    public bool KnowsTownship(string code) => townships.ContainsKey(code);

    /// <summary>The township as it is on the day; null when there is none.</summary>
    public Township? TownshipOn(string code, DateOnly day) =>
        townships.TryGetValue(code, out var versions) ? Array.Find(versions, version => version.Validity.Contains(day)) : null;

    /// <summary>The membership that holds on the day; null when the township then belongs to no area.</summary>
    public AreaMembership? MembershipOn(string township, DateOnly day) =>
        memberships.TryGetValue(township, out var terms) ? Array.Find(terms, term => term.Validity.Contains(day)) : null;

    /// <summary>The first membership that begins after the day; null when there is none.</summary>
    public AreaMembership? MembershipAfter(string township, DateOnly day) =>
        memberships.TryGetValue(township, out var terms) ? Array.Find(terms, term => term.Validity.From > day) : null;

    /// <summary>The organ that an item means by the name of its competent department, at one level on the day.</summary>
    public Department? OrganOn(string leadName, OrganLevel level, DateOnly day) =>
        leads.TryGetValue((leadName, level), out var versions) ? Array.Find(versions, version => version.Validity.Contains(day)) : null;

    /// <summary>The register as it stands on one day.</summary>
    public OrganisationAsOf AsOf(DateOnly day)
    {
        if (asked.TryGetValue(day, out var known)) return known;
        if (asked.Count >= DaysKept) asked.Clear();
        return asked.GetOrAdd(day, static (day, register) => new(register, day), this);
    }
}
