using System.ComponentModel.DataAnnotations;

namespace Lianzhi.Web.Features.Evidence;

/// <summary>How an upload stands (上传状态).</summary>
public enum UploadState
{
    /// <summary>上传中.</summary>
    Open,

    /// <summary>已校验: whole, hashed, of a known type, waiting to become evidence.</summary>
    Done,

    /// <summary>已入证据.</summary>
    Used,

    /// <summary>已拒收: not what was announced, or of a type not taken.</summary>
    Refused,

    /// <summary>已终止: by its owner, or because it rested too long.</summary>
    Ended,
}

/// <summary>A file on its way (断点续传): belongs to one account and one case. How far it is says the length of its part, not this row.</summary>
public sealed class UploadRow
{
    /// <summary>Its id; the last part of its address.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>Account that brings it.</summary>
    [MaxLength(64)] public required string Account { get; init; }

    /// <summary>The case it is for.</summary>
    [MaxLength(26)] public required string CaseId { get; init; }

    /// <summary>Name of the file; emptied when it became evidence.</summary>
    [MaxLength(200)] public required string FileName { get; set; }

    /// <summary>Bytes announced.</summary>
    public required long Length { get; init; }

    /// <summary>SM3 announced; null for none.</summary>
    [MaxLength(64)] public string? ExpectedSm3 { get; init; }

    /// <summary>SHA-256 announced; null for none.</summary>
    [MaxLength(64)] public string? ExpectedSha256 { get; init; }

    /// <summary>Idempotency key it was begun with; null for none.</summary>
    [MaxLength(128)] public string? BegunWith { get; init; }

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>When it may be thrown away.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    /// <summary>How it stands.</summary>
    [MaxLength(20)] public required UploadState State { get; set; }

    /// <summary>Why it was refused; null otherwise.</summary>
    [MaxLength(200)] public string? Why { get; set; }

    /// <summary>SM3 found.</summary>
    [MaxLength(64)] public string? Sm3 { get; set; }

    /// <summary>SHA-256 found.</summary>
    [MaxLength(64)] public string? Sha256 { get; set; }

    /// <summary>What it is.</summary>
    [MaxLength(40)] public string? MediaType { get; set; }

    /// <summary>Stream of the record that tells of it.</summary>
    internal static string StreamOf(string id) => $"upload/{id}";
}
