using Lianzhi.Web.Platform.Idempotency;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Platform;

/// <summary>Mapping of the rows the platform itself keeps.</summary>
internal static class PlatformModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<RecordEntryRow>(row =>
        {
            row.HasKey(entry => new { entry.Stream, entry.Number }).HasName("pk_record_entry");
            row.HasIndex(entry => new { entry.RecordedAt, entry.Stream, entry.Number });
        });
        model.Entity<RecordFieldRow>(row =>
        {
            row.HasKey(field => new { field.Stream, field.Number, field.Position });
            row.HasOne<RecordEntryRow>().WithMany().HasForeignKey(field => new { field.Stream, field.Number }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<RecordPendingRow>(row =>
        {
            row.HasKey(entry => new { entry.Stream, entry.Number });
            row.HasIndex(entry => new { entry.RecordedAt, entry.Stream, entry.Number });
        });
        model.Entity<RecordPositionRow>().HasIndex(row => new { row.Stream, row.Number }).IsUnique();
        model.Entity<RecordNodeRow>().HasKey(row => new { row.Level, row.Place });
        model.Entity<TreeHeadRow>(row =>
        {
            row.HasIndex(head => head.Day).IsUnique();
            row.HasIndex(head => head.Size);
        });
        model.Entity<SigningKeyRow>().HasIndex(row => row.At).IsUnique();
        model.Entity<ReferenceVersionRow>();
        model.Entity<InstallationRow>();
        model.Entity<IdempotencyRow>(row =>
        {
            row.HasKey(key => new { key.Scope, key.Route, key.Key });
            row.HasIndex(key => key.CreatedAt);
        });
        model.Entity<DataProtectionKeyRow>();
    }
}
