namespace Lianzhi.Core.Access;

/// <summary>How far a role reaches within a use case (数据范围).</summary>
public enum Reach
{
    /// <summary>Only objects the person is assigned to (officer on the case, reviewer of it).</summary>
    Assigned,

    /// <summary>Objects of the person's own township or department.</summary>
    Unit,

    /// <summary>Objects of every township of the person's area.</summary>
    Area,

    /// <summary>All objects of the district.</summary>
    District,
}

/// <summary>A role may do a use case within a reach.</summary>
public sealed record Grant(Role Role, Reach Reach);

/// <summary>Who besides named roles may do a use case.</summary>
public enum Audience
{
    /// <summary>Only the roles granted.</summary>
    Granted,

    /// <summary>Everyone who is signed in.</summary>
    SignedIn,

    /// <summary>Everyone, without signing in.</summary>
    Everyone,
}

/// <summary>
/// One thing a person can do (用例): the unit of permission, transaction and record. Pages, routes and
/// form handlers name exactly one use case and take their permission from it.
/// </summary>
/// <param name="Name">Stable dotted name, for example <c>clues.accept</c>; also the name of the form that does it.</param>
/// <param name="Title">What officers call it.</param>
/// <param name="Audience">Who may besides the grants.</param>
/// <param name="Grants">Roles and their reach.</param>
public sealed record UseCase(string Name, string Title, Audience Audience, IReadOnlyList<Grant> Grants);

/// <summary>
/// Where an object stands (归属), so that reach can be judged.
/// </summary>
/// <param name="Unit">Code of the township or department the object belongs to; null for an object of the whole district.</param>
/// <param name="Area">Area of that township; null when there is none.</param>
/// <param name="Assigned">Officer or account ids of the people assigned to it.</param>
public sealed record Placement(string? Unit, string? Area, IReadOnlyList<string> Assigned)
{
    /// <summary>An object of the whole district.</summary>
    public static readonly Placement District = new(null, null, []);

    /// <summary>An object of one unit.</summary>
    public static Placement Of(string unit, string? area = null, params string[] assigned) => new(unit, area, assigned);
}
