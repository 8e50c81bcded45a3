using System.ComponentModel.DataAnnotations;
using Lianzhi.Core.Records;

namespace Lianzhi.Web.Platform.Records;

/// <summary>
/// A row whose every change is recorded (留痕): the runner writes before and after of its changed columns as an
/// entry of <see cref="Stream"/> in the same transaction, without the use case having to think of it.
/// </summary>
public interface IRecorded
{
    /// <summary>The stream the row belongs to, for example <c>clue/01k…</c>. Several rows may share one.</summary>
    string Stream { get; }

    /// <summary>Number of the last entry that changed the row: the version people must have seen to change it.</summary>
    long Version { get; set; }
}

/// <summary>One entry of the record. Insert only; triggers refuse everything else.</summary>
public sealed class RecordEntryRow
{
    /// <summary>What it is about.</summary>
    [MaxLength(64)] public required string Stream { get; init; }

    /// <summary>Place in the stream, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>What happened.</summary>
    [MaxLength(64)] public required string Type { get; init; }

    /// <summary>Version of the payload's shape.</summary>
    public required int Schema { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who did it.</summary>
    [MaxLength(64)] public required string Actor { get; init; }

    /// <summary>Hash of <see cref="Bytes"/>, lower-case hexadecimal.</summary>
    [MaxLength(64)] public required string Hash { get; init; }

    /// <summary>Exactly what was hashed.</summary>
    public required byte[] Bytes { get; init; }
}

/// <summary>Salt and value of one field of an entry; the only change a trigger lets through is erasing both.</summary>
public sealed class RecordFieldRow
{
    /// <summary>Stream of the entry.</summary>
    [MaxLength(64)] public required string Stream { get; init; }

    /// <summary>Number of the entry.</summary>
    public required long Number { get; init; }

    /// <summary>Place among the entry's fields, from 0.</summary>
    public required int Position { get; init; }

    /// <summary>Place in the payload; empty for the body.</summary>
    [MaxLength(200)] public required string Path { get; init; }

    /// <summary>Sixteen random bytes; null when erased.</summary>
    public byte[]? Salt { get; set; }

    /// <summary>Canonical text of the value; null when erased.</summary>
    public string? Value { get; set; }
}

/// <summary>Payload of an entry about rows: what changed, from what to what, and why.</summary>
/// <param name="Title">What people call the act.</param>
/// <param name="Reason">The reason given; empty where none is asked for.</param>
/// <param name="Rows">The rows changed.</param>
/// <param name="ActorName">Name of who did it, as it was then.</param>
public sealed record RowsChanged(string Title, string? Reason, IReadOnlyList<RowChange> Rows, [property: Personal] string? ActorName);

/// <summary>One changed row.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Id">Its key.</param>
/// <param name="Columns">Its changed columns.</param>
public sealed record RowChange(string Table, string Id, IReadOnlyList<ColumnChange> Columns);

/// <summary>One changed column. Personal columns use the last two members, the others the first two.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Before">Value before; absent for a new row.</param>
/// <param name="After">Value after; absent when emptied.</param>
/// <param name="PersonalBefore">Personal value before.</param>
/// <param name="PersonalAfter">Personal value after.</param>
public sealed record ColumnChange(string Name, string? Before, string? After, [property: Personal] string? PersonalBefore, [property: Personal] string? PersonalAfter);
