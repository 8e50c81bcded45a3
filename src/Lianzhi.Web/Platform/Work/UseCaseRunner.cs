using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Hosting;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Reference;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Platform.Work;

/// <summary>
/// Runs use cases (用例): permission, one transaction, one record entry for each stream touched, commit.
/// A use case called by another joins its transaction; only the outermost commits, and nothing is kept when
/// any of them refuses.
/// </summary>
public sealed class UseCaseRunner(AppDb db, CurrentActor current, RecordWriter record, WriteGate gate, ReferenceData reference, RecentCounts counts, PublicPages pages, UseCaseTrace trace)
{
    private int depth;
    private int reading;
    private bool failed;

    /// <summary>Runs a use case that changes nothing.</summary>
    public async Task<Result<T>> Read<T>(UseCase useCase, Func<Task<Result<T>>> body)
    {
        trace.Reached(useCase, depth == 0 && reading == 0);
        if (AccessRules.Check(current.Actor, useCase) is { } refusal) return refusal;
        reading++;
        try
        {
            return await body();
        }
        finally
        {
            reading--;
        }
    }

    /// <summary>Runs a use case that changes something.</summary>
    /// <param name="useCase">What is done.</param>
    /// <param name="reason">Why, in the person's words; kept in the record. Null where the law asks for none.</param>
    /// <param name="body">Loads, decides by a rule of Core, changes rows or appends events.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>The body's answer, or the refusal of permission, or 409 when somebody else was first.</returns>
    public async Task<Result<T>> Write<T>(UseCase useCase, string? reason, Func<Task<Result<T>>> body, CancellationToken cancel)
    {
        trace.Reached(useCase, depth == 0);
        if (AccessRules.Check(current.Actor, useCase) is { } refusal) return refusal;
        return await InTransaction(async () =>
        {
            var result = await body();
            if (!result.IsOk) return (false, result);
            await record.AppendRowChanges(useCase, reason, cancel);
            await db.SaveChangesAsync(cancel);
            return (true, result);
        }, cancel);
    }

    /// <summary>Refuses when the person may not do the use case on the object that stands here.</summary>
    public Refusal? Check(UseCase useCase, Placement placement) => AccessRules.Check(current.Actor, useCase, placement);

    /// <summary>
    /// Opens the outermost transaction around several use cases, for example one idempotent request. Joins when
    /// one is open already.
    /// </summary>
    /// <param name="body">Answers whether to keep what was done, and its result.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<Result<T>> InTransaction<T>(Func<Task<(bool Keep, Result<T> Result)>> body, CancellationToken cancel)
    {
        if (depth > 0)
        {
            depth++;
            try
            {
                var (keep, inner) = await body();
                failed |= !keep;
                return inner;
            }
            finally
            {
                depth--;
            }
        }
        using var turn = await gate.Enter(db.IsEmbedded, cancel);
        // What fails is rolled back as a whole, so nobody needs the savepoint before each save; and rows written after one would
        // carry another transaction id than the one the erasure trigger compares with.
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        (depth, failed) = (1, false);
        try
        {
            var (keep, result) = await body();
            if (!keep || failed)
            {
                await transaction.RollbackAsync(CancellationToken.None);
                db.ChangeTracker.Clear();
                return result;
            }
            await transaction.CommitAsync(cancel);
            counts.Forget(current.Actor.Id);
            await reference.ReloadChanged(cancel);
            // Last: a page that was made from the data before belongs to the number before.
            pages.Forget();
            return result;
        }
        catch (DbUpdateException fault) when (DatabaseFaults.IsTakenVersion(fault))
        {
            await transaction.RollbackAsync(CancellationToken.None);
            db.ChangeTracker.Clear();
            return Refusal.Stale(0);
        }
        finally
        {
            depth = 0;
            record.Reset();
        }
    }
}
