using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Inspections;
using Lianzhi.Planner.Plans;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Inspections;
using Lianzhi.Web.Platform.Crypto;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Draws;

/// <summary>A draw with what was drawn.</summary>
/// <param name="Draw">The draw.</param>
/// <param name="Drawn">In the order drawn; empty before.</param>
/// <param name="Followed">What became of each drawn target, by the id of its row.</param>
public sealed record DrawView(DrawRow Draw, IReadOnlyList<DrawnRow> Drawn, IReadOnlyDictionary<string, DrawFollowed> Followed)
{
    /// <summary>Why nothing could be drawn by the published seed; null otherwise.</summary>
    public string? Failure { get; init; }

    /// <summary>The recusals that were respected, in words and without names; empty before the draw.</summary>
    public IReadOnlyList<string> Recusals { get; init; } = [];

    /// <summary>What became of a drawn target.</summary>
    public DrawOutcome OutcomeOf(DrawnRow row) => Followed.TryGetValue(row.Id, out var followed) ? followed.Outcome : DrawOutcome.Of(null);
}

/// <summary>The inspection of a drawn target.</summary>
/// <param name="Inspection">Its id.</param>
/// <param name="Stage">How far it has come; for officers.</param>
/// <param name="Outcome">What everybody may know.</param>
public sealed record DrawFollowed(string Inspection, InspectionStage Stage, DrawOutcome Outcome);

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
            ? await Published(new DrawView(draw, await db.Set<DrawnRow>().AsNoTracking().Where(row => row.DrawId == id).OrderBy(row => row.Place).ToListAsync(cancel), await Followed(id, cancel)), cancel) : Refusal.NotFound());

    /// <summary>With what the input says once it is published: whom recusals kept out and, where nothing was drawn, why.</summary>
    private async Task<DrawView> Published(DrawView view, CancellationToken cancel)
    {
        if (view.Draw.Seed is not { } seed || await files.Read(view.Draw.InputHash, cancel) is not { } file || DrawFile.Read(file) is not { IsOk: true, Value: { } input }) return view;
        var failure = view.Drawn.Count > 0 ? null : Draw.Run(input, Convert.FromHexString(seed), Sm3.Hash) is { IsOk: false } failed ? failed.Refusals[0].Message : null;
        return view with
        {
            Failure = failure,
            Recusals = [.. input.Conflicts.GroupBy(conflict => (conflict.Source, conflict.Ground, conflict.DecidedBy, Whole: conflict.Target is null)).Select(group =>
                $"{(group.Key.Whole ? "不参加抽取" : "对某一对象回避")} {group.Count()} 人次：{(group.Key.Source == DrawConflictSource.Board ? "此前在调度中申报" : "设定抽取时申报")}{(group.Key.Ground is { } ground ? $"，{Draw.NameOf(ground)}" : "")}{(group.Key.DecidedBy is { } by ? $"，由{by}决定" : "")}")],
        };
    }

    /// <summary>The input file, once drawn: with it and the seed anybody repeats the draw.</summary>
    public Task<Result<byte[]>> Input(string id, CancellationToken cancel) => runner.Read<byte[]>(AccessTable.ReadDraws, async () =>
    {
        if (await db.Set<DrawRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Seed != null, cancel) is not { } draw || await files.Read(draw.InputHash, cancel) is not { } input) return Refusal.NotFound();
        return input;
    });

    /// <summary>The last inspection of each drawn target that was neither refused nor given up.</summary>
    private async Task<IReadOnlyDictionary<string, DrawFollowed>> Followed(string id, CancellationToken cancel)
    {
        var rows = await db.Set<InspectionRow>().AsNoTracking().Where(row => row.DrawId == id && row.Stage != InspectionStage.Refused && row.Stage != InspectionStage.Cancelled).OrderBy(row => row.Id)
            .Select(row => new { row.Id, row.DrawnId, row.Stage, row.StartedAt, row.RecordedAt, row.ToldOn, row.Conclusion, row.Corrected }).ToListAsync(cancel);
        var ids = rows.ConvertAll(row => row.Id);
        var changes = (ids.Count == 0 ? [] : await db.Set<InspectionCrewChangeRow>().AsNoTracking().Where(change => ids.Contains(change.InspectionId)).OrderBy(change => change.Id).ToListAsync(cancel)).ToLookup(change => change.InspectionId, StringComparer.Ordinal);
        return rows.GroupBy(row => row.DrawnId!, StringComparer.Ordinal).Select(group => group.Last()).ToDictionary(row => row.DrawnId!, row => new DrawFollowed(row.Id, row.Stage,
            DrawOutcome.Of(new(row.StartedAt is { } at ? CaseDays.Of(at) : null, row.RecordedAt is not null, row.ToldOn is not null, row.Conclusion, row.Corrected, [.. changes[row.Id].Select(change => change.ToChange())]))), StringComparer.Ordinal);
    }

    private static UseCase Right(bool atWork) => atWork ? AccessTable.ListDraws : AccessTable.ReadDraws;
}
