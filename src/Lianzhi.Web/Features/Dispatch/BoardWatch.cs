using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>
/// Tells how far a board has come (调度台动态): at most one question a second for each board and node, however many look at it. Boards are read, not announced, so
/// that what another node wrote shows as well.
/// </summary>
public sealed class BoardWatch(IServiceScopeFactory scopes, TimeProvider time) : IDisposable
{
    private const int MostKnown = 500;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, (long Revision, long Asked)> known = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Revision of a board, at most a second old; 0 while there is none.</summary>
    public async Task<long> Revision(string board, CancellationToken cancel)
    {
        if (Fresh(board) is { } fresh) return fresh;
        await turn.WaitAsync(cancel);
        try
        {
            if (Fresh(board) is { } meanwhile) return meanwhile;
            await using var scope = scopes.CreateAsyncScope();
            var found = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<DispatchBoardRow>().Where(row => row.Id == board).Select(row => row.Revision).SingleOrDefaultAsync(cancel);
            // Boards of days gone by are forgotten, and ids that somebody made up.
            if (known.Count >= MostKnown) known.Clear();
            known[board] = (found, time.GetTimestamp());
            return found;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private long? Fresh(string board) => known.TryGetValue(board, out var last) && time.GetElapsedTime(last.Asked) < Beat ? last.Revision : null;
}

/// <summary>The stream of server-sent events that a board listens to; the page works without it.</summary>
internal static class BoardLive
{
    /// <summary>Then the browser asks again, and whoever signed out meanwhile is turned away.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/office/dispatch/live", async (HttpContext http, BoardWatch watch, CurrentActor current, AppDb db, IHostApplicationLifetime lifetime, string? board) =>
        {
            // Whoever is sent out by the board may follow it as well.
            var sent = current.Actor.OfficerId is { } own && await db.Set<OfficerBookingRow>().AnyAsync(row => row.OfficerId == own && row.BoardId == board, http.RequestAborted) ? new[] { own } : [];
            if (AccessRules.Check(current.Actor, AccessTable.ViewBoard, new Placement(null, board?.Split('-')[0], sent)) is not null) return Results.StatusCode(StatusCodes.Status403Forbidden);
            http.Response.Headers["X-Accel-Buffering"] = "no";
            return TypedResults.ServerSentEvents(Follow(watch, board ?? "", http.RequestAborted, lifetime.ApplicationStopping));
        }).Uses(AccessTable.ViewBoard).ExcludeFromDescription();

    private static async IAsyncEnumerable<SseItem<string>> Follow(BoardWatch watch, string board, CancellationToken gone, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(gone, stopping, cancel);
        limit.CancelAfter(Longest);
        var last = -1L;
        while (await Next(watch, board, limit.Token) is { } revision)
        {
            if (revision == last) continue;
            last = revision;
            yield return new SseItem<string>(revision.ToString(System.Globalization.CultureInfo.InvariantCulture), "board");
        }
    }

    /// <summary>The revision a second later; null when the stream ends.</summary>
    private static async Task<long?> Next(BoardWatch watch, string board, CancellationToken cancel)
    {
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(1), cancel);
            return await watch.Revision(board, cancel);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
