namespace Lianzhi.Core.Access;

/// <summary>One role held in one place (任岗).</summary>
/// <param name="Role">The role.</param>
/// <param name="Unit">Code of the township (nine digits) or department the role is held in; null for area and system roles.</param>
/// <param name="Area">Id of the area, for example <c>A1</c>: the area led, or the area the township belongs to; null otherwise.</param>
public sealed record Assignment(Role Role, string? Unit, string? Area);

/// <summary>Who acts (操作人): a signed-in person, the public, or the platform itself.</summary>
/// <param name="Id">Account id; <c>public</c> and <c>system</c> for the two that have no account.</param>
/// <param name="Name">Name as shown in records.</param>
/// <param name="OfficerId">The officer this account belongs to, when it is one.</param>
/// <param name="Assignments">Confirmed roles valid today.</param>
public sealed record Actor(string Id, string Name, string? OfficerId, IReadOnlyList<Assignment> Assignments)
{
    /// <summary>Anyone on the portal who is not signed in.</summary>
    public static readonly Actor Public = new("public", "社会公众", null, []);

    /// <summary>The platform acting by itself (scheduled work, loading of reference data).</summary>
    public static readonly Actor System = new("system", "系统", null, []);

    /// <summary>The platform at the command of an operating-system account (命令行).</summary>
    /// <param name="account">Name of that account.</param>
    public static Actor CommandLine(string account) => System with { Name = $"命令行 {account}" };

    /// <summary>True when the platform itself acts, by schedule or at a command.</summary>
    public bool IsPlatform => Id == System.Id;

    /// <summary>True for a person with an account.</summary>
    public bool IsSignedIn => this != Public && Id is not ("public" or "system");

    /// <summary>True when the person holds the role anywhere.</summary>
    public bool Holds(Role role) => Assignments.Any(assignment => assignment.Role == role);

    /// <summary>True when the person holds the role in this unit.</summary>
    public bool Holds(Role role, string unit) => Assignments.Any(assignment => assignment.Role == role && assignment.Unit == unit);
}
