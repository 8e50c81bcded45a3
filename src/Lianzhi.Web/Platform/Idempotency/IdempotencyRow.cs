using System.ComponentModel.DataAnnotations;

namespace Lianzhi.Web.Platform.Idempotency;

/// <summary>One answered write (幂等键): the same key and body get the same answer again, byte for byte, for 30 days.</summary>
public sealed class IdempotencyRow
{
    /// <summary>Account that wrote; <c>public</c> for the portal.</summary>
    [MaxLength(64)] public required string Scope { get; init; }

    /// <summary>Method and path.</summary>
    [MaxLength(300)] public required string Route { get; init; }

    /// <summary>The key the client made.</summary>
    [MaxLength(128)] public required string Key { get; init; }

    /// <summary>SM3 of the body.</summary>
    [MaxLength(64)] public required string BodyHash { get; init; }

    /// <summary>HTTP status of the answer.</summary>
    public int Status { get; set; }

    /// <summary>Where the answer leads; null when it leads nowhere.</summary>
    [MaxLength(500)] public string? Location { get; set; }

    /// <summary>Media type of the answer.</summary>
    [MaxLength(100)] public string? ContentType { get; set; }

    /// <summary>The answer, encrypted with the platform's data-protection keys.</summary>
    public byte[] Answer { get; set; } = [];

    /// <summary>When it was answered.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
