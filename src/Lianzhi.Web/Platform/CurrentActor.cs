using Lianzhi.Core.Access;

namespace Lianzhi.Web.Platform;

/// <summary>Who acts in this request; set once by authentication, by the loader, or by a command.</summary>
public sealed class CurrentActor
{
    /// <summary>The person, the public, or the platform itself.</summary>
    public Actor Actor { get; private set; } = Actor.Public;

    /// <summary>Name for the top bar.</summary>
    public string DisplayName => Actor.Name;

    /// <summary>Name of the unit or area the person works in; null for the public.</summary>
    public string? UnitName { get; private set; }

    /// <summary>Id of the session that authenticated the request; null without one.</summary>
    public string? SessionId { get; private set; }

    /// <summary>Sets who acts.</summary>
    public void Become(Actor actor, string? unitName = null, string? sessionId = null) => (Actor, UnitName, SessionId) = (actor, unitName, sessionId);

    /// <summary>May the person do this use case on some object? Decides what menus and buttons show; the use case itself decides again.</summary>
    public bool May(UseCase useCase) => AccessRules.Check(Actor, useCase) is null;

    /// <summary>May the person do this use case on the object that stands here?</summary>
    public bool May(UseCase useCase, Placement placement) => AccessRules.Check(Actor, useCase, placement) is null;
}
