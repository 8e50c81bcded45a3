using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Draws;

/// <summary>A draw with what was drawn.</summary>
/// <param name="Draw">The draw.</param>
/// <param name="Drawn">In the order drawn; empty before.</param>
public sealed record DrawView(DrawRow Draw, IReadOnlyList<DrawnRow> Drawn);

/// <summary>Shows draws to officers and, commitments and all, to everyone (双随机抽取).</summary>
public sealed class ReadDraws(UseCaseRunner runner, AppDb db, FileStore files)
{
    private const string Sort = "draws.new";

    /// <summary>Draws, newest first, page by page.</summary>
    public Task<Result<PageOf<DrawRow>>> List(bool atWork, string? after, string? limit, CancellationToken cancel) => runner.Read<PageOf<DrawRow>>(Right(atWork), async () =>
    {
        var asked = Cursor.Read(limit, after, Sort, "", 1);
        if (!asked.IsOk) return Result<PageOf<DrawRow>>.Refused(asked.Refusals);
        var rows = db.Set<DrawRow>().AsNoTracking();
        if (asked.Value.After is [var before]) rows = rows.Where(row => string.Compare(row.Id, before) < 0);
        return asked.Value.Page(await rows.OrderByDescending(row => row.Id).Take(asked.Value.Fetch).ToListAsync(cancel), Sort, "", row => [row.Id]);
    });

    /// <summary>One draw.</summary>
    public Task<Result<DrawView>> One(string id, bool atWork, CancellationToken cancel) => runner.Read<DrawView>(Right(atWork), async () =>
        await db.Set<DrawRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is { } draw
            ? new DrawView(draw, await db.Set<DrawnRow>().AsNoTracking().Where(row => row.DrawId == id).OrderBy(row => row.Place).ToListAsync(cancel)) : Refusal.NotFound());

    /// <summary>The input file, once drawn: with it and the seed anybody repeats the draw.</summary>
    public Task<Result<byte[]>> Input(string id, CancellationToken cancel) => runner.Read<byte[]>(AccessTable.ReadDraws, async () =>
    {
        if (await db.Set<DrawRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Seed != null, cancel) is not { } draw || await files.Read(draw.InputHash, cancel) is not { } input) return Refusal.NotFound();
        return input;
    });

    private static UseCase Right(bool atWork) => atWork ? AccessTable.ListDraws : AccessTable.ReadDraws;
}
