using System.Diagnostics;
using System.Threading.Channels;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Platform.Records;

/// <summary>Payload of the entry that somebody read something.</summary>
/// <param name="Title">What people call the act.</param>
/// <param name="Subject">What was read, for example <c>case/01k…</c>; never a search word.</param>
/// <param name="Reason">What for, where it is asked.</param>
public sealed record ContentRead(string Title, string Subject, string? Reason);

/// <summary>
/// Records who read what (查阅留痕). Such entries need no other row, so all that wait are written by one insert:
/// 64 writers share one commit. Each run of the program writes its own stream, so that no two nodes meet.
/// </summary>
public sealed class AccessLog(IServiceScopeFactory scopes, TimeProvider time, Entropy entropy, InstallationMode mode, WriteGate gate, ILogger<AccessLog> log) : BackgroundService
{
    private const int AtOnce = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    // Who waited for one batch comes back within this: without it 64 writers shared several commits instead of one (2026-11-27).
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(1);

    private readonly Channel<Reading> queue = Channel.CreateBounded<Reading>(50_000);
    private readonly SemaphoreSlim urgent = new(0);
    private string stream = "";
    private StreamHead head = StreamHead.None;

    /// <summary>Queues an entry about a list or an overview; a kill loses at most what came in the last second.</summary>
    public ValueTask Note(Actor actor, UseCase useCase, string subject) =>
        actor.IsSignedIn ? queue.Writer.WriteAsync(new Reading(actor.Id, useCase, subject, null, time.GetUtcNow(), null)) : ValueTask.CompletedTask;

    /// <summary>Writes an entry about sensitive content and returns when it is durable; only then may the content be sent.</summary>
    public async Task Write(Actor actor, UseCase useCase, string subject, string? reason, CancellationToken cancel)
    {
        var reading = new Reading(actor.Id, useCase, subject, reason, time.GetUtcNow(), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await queue.Writer.WriteAsync(reading, cancel);
        if (urgent.CurrentCount == 0) urgent.Release();
        await reading.Written!.Task.WaitAsync(cancel);
    }

    /// <inheritdoc/>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Writer.TryComplete();
        urgent.Release();
        return base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        urgent.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    // Runs until the queue is closed and empty, so that stopping loses nothing.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (batch, together) = (new List<Reading>(), 0);
        while (batch.Count > 0 || await queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            // Readings come together into batches while few wait; a full batch is written at once, or the queue would hold up who reads.
            if (queue.Reader.Count < AtOnce && await urgent.WaitAsync(Pause, CancellationToken.None)) await Gather(together);
            while (batch.Count < AtOnce && queue.Reader.TryRead(out var reading)) batch.Add(reading);
            try
            {
                await Append(batch);
                together = batch.Count(reading => reading.Written is not null);
                foreach (var reading in batch) reading.Written?.TrySetResult();
                batch.Clear();
            }
            catch (Exception fault) when (DatabaseFault.Is(fault))
            {
                // Whether the commit arrived is not known, so the next attempt begins a stream of its own.
                stream = "";
                log.LogWarning("Readings could not be recorded: {Fault}", fault.GetType().Name);
                foreach (var reading in batch) reading.Written?.TrySetException(fault);
                batch.RemoveAll(reading => reading.Written is not null);
                if (stoppingToken.IsCancellationRequested) return;
            }
        }
    }

    /// <summary>Waits a moment for as many as waited for the batch before.</summary>
    private async Task Gather(int expected)
    {
        for (var began = Stopwatch.GetTimestamp(); queue.Reader.Count < expected && Stopwatch.GetElapsedTime(began) < Gathering;) await Task.Yield();
    }

    private async Task Append(List<Reading> batch)
    {
        if (batch.Count == 0) return;
        if (stream.Length == 0) (stream, head) = ($"access/{entropy.NewId(time.GetUtcNow())}", StreamHead.None);
        var last = head;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var made = new List<NewEntry>(batch.Count);
        foreach (var reading in batch)
        {
            made.Add(last.Next(stream, reading.UseCase, "content-read", 1, new ContentRead(reading.UseCase.Title, reading.Subject, reading.Reason), reading.Actor, reading.At, mode.IsDemo, entropy));
            last = made[^1].Head;
        }
        using (await gate.Enter(db.IsEmbedded, CancellationToken.None))
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await BulkCopy.Write(db, [.. made.Select(one => one.Entry)], CancellationToken.None);
            await BulkCopy.Write(db, [.. made.SelectMany(one => one.Fields)], CancellationToken.None);
            await BulkCopy.Write(db, [.. made.Select(one => one.Pending)], CancellationToken.None);
            await transaction.CommitAsync();
        }
        head = last;
    }

    private sealed record Reading(string Actor, UseCase UseCase, string Subject, string? Reason, DateTimeOffset At, TaskCompletionSource? Written);
}
