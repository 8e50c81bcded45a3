using System.ComponentModel.DataAnnotations;
using Lianzhi.Core.Access;
using Lianzhi.Core.Records;
using Lianzhi.Web.Platform.Records;
using Microsoft.AspNetCore.Identity;

namespace Lianzhi.Web.Features.Access;

/// <summary>An account (账号): signs in; what it may do stands in its roles.</summary>
public sealed class Account : IdentityUser<string>
{
    /// <summary>Name of the person.</summary>
    [MaxLength(40), Personal] public required string DisplayName { get; set; }

    /// <summary>The officer this account belongs to, when it is one.</summary>
    [MaxLength(26)] public string? OfficerId { get; set; }

    /// <summary>Name of the unit shown in the top bar.</summary>
    [MaxLength(60)] public string? UnitName { get; set; }
}

/// <summary>A role held by an account in one place (任岗), from a day to a day.</summary>
public sealed class AccountRoleRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>The account.</summary>
    [MaxLength(64)] public required string AccountId { get; init; }

    /// <summary>The role.</summary>
    [MaxLength(40)] public required Role Role { get; init; }

    /// <summary>Township or department the role is held in.</summary>
    [MaxLength(40)] public string? Unit { get; init; }

    /// <summary>Area led, or area of the township.</summary>
    [MaxLength(10)] public string? Area { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Day after the last; null while open.</summary>
    public DateOnly? To { get; set; }

    /// <summary>Account of the justice supervisor who confirmed it; a role with case access is inactive until then.</summary>
    [MaxLength(64)] public string? ConfirmedBy { get; set; }

    /// <inheritdoc/>
    public string Stream => $"account/{AccountId}";

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <summary>The role as the access rules read it.</summary>
    public Assignment ToAssignment() => new(Role, Unit, Area);
}

/// <summary>A signed-in session (会话), named by the hash of a token only the client holds.</summary>
public sealed class SessionRow
{
    /// <summary>SM3 of the token.</summary>
    [Key, MaxLength(64)] public required string TokenHash { get; init; }

    /// <summary>The account.</summary>
    [MaxLength(64)] public required string AccountId { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last used, to the minute.</summary>
    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>When it ends at the latest.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was ended by hand; null while it lives.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}
