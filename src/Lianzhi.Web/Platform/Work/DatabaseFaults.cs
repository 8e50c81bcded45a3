using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lianzhi.Web.Platform.Work;

/// <summary>Tells database errors apart by code and constraint name; their texts may carry personal values and are never logged.</summary>
public static class DatabaseFaults
{
    /// <summary>True when another writer appended the entry, or changed the row, that this one had seen as the last.</summary>
    public static bool IsTakenVersion(DbUpdateException fault) => fault is DbUpdateConcurrencyException || fault.InnerException switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "pk_record_entry" } => true,
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => true,
        SqliteException { SqliteExtendedErrorCode: 1555 or 2067 } sqlite => sqlite.Message.Contains("record_entry.stream", StringComparison.Ordinal),
        // Somebody else was first to book.
        PostgresException { SqlState: PostgresErrorCodes.ExclusionViolation } => true,
        SqliteException { SqliteExtendedErrorCode: 1811 } sqlite => sqlite.Message.Contains("record_entry", StringComparison.Ordinal) || sqlite.Message.Contains("booking overlaps", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>True when a row with the same key exists already.</summary>
    public static bool IsTakenKey(DbUpdateException fault) => fault.InnerException
        is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation }
        or SqliteException { SqliteExtendedErrorCode: 1555 or 2067 };
}
