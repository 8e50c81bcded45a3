using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Disclosure;
using Lianzhi.Web.Platform.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Lianzhi.Web.Features.Demo.Sample;

/// <summary>
/// Copies some of the tables of the sample on a connection of its own, all in one transaction (样例写入). On PostgreSQL two
/// stand side by side, so that copying and making indexes keep both cores at work; they are committed one right after
/// the other when all is there, so a load that breaks before leaves nothing.
/// </summary>
internal sealed class SampleCopy : IAsyncDisposable
{
    private static readonly Type[] Record = [typeof(RecordEntryRow), typeof(RecordFieldRow), typeof(DisclosureRow), typeof(DisclosureSearchRow)];
    private static readonly Type[] Cases = [typeof(CaseRow), typeof(CaseSearchRow), typeof(CaseOfficerRow), typeof(CaseLookRow)];

    private readonly AsyncServiceScope scope;
    private readonly AppDb db;
    private readonly IReadOnlyList<Type> rows;
    private IDbContextTransaction? transaction;
    private IReadOnlyList<string> indexes = [];

    private SampleCopy(IServiceProvider services, IReadOnlyList<Type> rows)
    {
        scope = services.CreateAsyncScope();
        db = scope.ServiceProvider.GetRequiredService<AppDb>();
        this.rows = rows;
    }

    /// <summary>How many indexes and foreign keys have to be made again.</summary>
    public int Indexes => indexes.Count;

    /// <summary>Two side by side; one for an embedded database, which has one writer.</summary>
    public static IReadOnlyList<SampleCopy> Of(IServiceProvider services, bool embedded) =>
        embedded ? [new(services, [.. Record, .. Cases])] : [new(services, Record), new(services, Cases)];

    /// <summary>Begins its transaction, with its indexes out of the way where the database can do that.</summary>
    public async Task Begin(CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!db.IsEmbedded) indexes = await SecondaryIndexes.Drop(db, [.. rows.Select(row => db.Model.FindEntityType(row)!.GetTableName()!)], cancel);
    }

    /// <summary>Copies its rows of a batch.</summary>
    public async Task Write(SampleBatch batch, CancellationToken cancel)
    {
        foreach (var row in rows) await batch.Write(db, row, cancel);
    }

    /// <summary>Makes the indexes again.</summary>
    public Task MakeIndexes(CancellationToken cancel) => SecondaryIndexes.Make(db, indexes, cancel);

    /// <summary>Lets all of it stand.</summary>
    public Task Commit(CancellationToken cancel) => transaction!.CommitAsync(cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (transaction is not null) await transaction.DisposeAsync();
        await scope.DisposeAsync();
    }
}
