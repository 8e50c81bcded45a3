namespace Lianzhi.Core.Access;

/// <summary>What of a list a person may see: everything, or the union of units, areas and own assignments.</summary>
/// <param name="Everything">True when no filter applies.</param>
/// <param name="Units">Units whose objects are visible.</param>
/// <param name="Areas">Areas whose objects are visible.</param>
/// <param name="AssignedTo">Officer or account ids whose assigned objects are visible; empty when assignment gives no access.</param>
public sealed record VisibleScope(bool Everything, IReadOnlyList<string> Units, IReadOnlyList<string> Areas, IReadOnlyList<string> AssignedTo);

/// <summary>
/// Decides who may do what (权限判断) from the access table. Pure: the same actor, use case and placement
/// always give the same answer.
/// </summary>
public static class AccessRules
{
    /// <summary>May this person do the use case at all, on some object?</summary>
    /// <returns>Null when yes; otherwise the refusal (401 when nobody is signed in, 403 otherwise).</returns>
    public static Refusal? Check(Actor actor, UseCase useCase)
    {
        if (actor.Id == Actor.System.Id || useCase.Audience == Audience.Everyone) return null;
        if (!actor.IsSignedIn) return Refusal.Unauthenticated();
        if (useCase.Audience == Audience.SignedIn) return null;
        return useCase.Grants.Any(grant => actor.Holds(grant.Role))
            ? null
            : Refusal.Forbidden($"您的岗位没有“{useCase.Title}”的权限。");
    }

    /// <summary>May this person do the use case on the object that stands here?</summary>
    /// <returns>Null when yes; otherwise the refusal.</returns>
    public static Refusal? Check(Actor actor, UseCase useCase, Placement placement)
    {
        if (Check(actor, useCase) is { } refusal) return refusal;
        if (actor.Id == Actor.System.Id || useCase.Audience != Audience.Granted) return null;
        return useCase.Grants.Any(grant => Reaches(actor, grant, placement))
            ? null
            : Refusal.Forbidden($"“{useCase.Title}”只能办理本人岗位范围内的事项，本事项不在范围内。");
    }

    /// <summary>What of a list this person may see under a use case.</summary>
    public static VisibleScope ScopeOf(Actor actor, UseCase useCase)
    {
        if (actor.Id == Actor.System.Id || useCase.Audience != Audience.Granted) return new(true, [], [], []);
        var held = (from grant in useCase.Grants
                    from assignment in actor.Assignments
                    where assignment.Role == grant.Role
                    select (grant.Reach, assignment)).ToList();
        var ids = held.Any(pair => pair.Reach == Reach.Assigned)
            ? new[] { actor.Id, actor.OfficerId }.OfType<string>().ToArray()
            : [];
        return new(
            held.Any(pair => pair.Reach == Reach.District),
            [.. held.Where(pair => pair.Reach == Reach.Unit).Select(pair => pair.assignment.Unit).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            [.. held.Where(pair => pair.Reach == Reach.Area).Select(pair => pair.assignment.Area).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            ids);
    }

    private static bool Reaches(Actor actor, Grant grant, Placement placement) =>
        actor.Assignments.Any(assignment => assignment.Role == grant.Role && grant.Reach switch
        {
            Reach.District => true,
            Reach.Area => placement.Area is not null && assignment.Area == placement.Area,
            Reach.Unit => placement.Unit is not null && assignment.Unit == placement.Unit,
            _ => placement.Assigned.Contains(actor.Id) || (actor.OfficerId is not null && placement.Assigned.Contains(actor.OfficerId)),
        });
}
