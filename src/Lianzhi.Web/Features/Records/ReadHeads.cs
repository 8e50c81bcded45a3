using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Records;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Records;

/// <summary>The published heads (当日校验值): as one file to verify with, and page by page to look at.</summary>
public sealed class ReadHeads(UseCaseRunner runner, AppDb db, SigningKeys keys)
{
    /// <summary>The whole list with keys and proofs; ten years are about three megabytes.</summary>
    public Task<Result<HeadList>> All(CancellationToken cancel) => runner.Read<HeadList>(AccessTable.ReadHeads, async () =>
    {
        var heads = await Sealed().OrderBy(head => head.Day).ToListAsync(cancel);
        return new HeadList([.. (await keys.All(cancel)).Select(key => key.ToKey())], [.. heads.Select(head => head.ToHead())],
            [.. heads.Skip(1).Select(head => head.ReadConsistency())]);
    });

    /// <summary>Heads newest first.</summary>
    public Task<Result<PageOf<TreeHead>>> Page(string? after, CancellationToken cancel) => runner.Read<PageOf<TreeHead>>(AccessTable.ReadHeads, async () =>
    {
        var asked = Cursor.Read("31", after, "day", "", 1);
        if (!asked.IsOk) return Result<PageOf<TreeHead>>.Refused(asked.Refusals);
        var rows = Sealed();
        if (asked.Value.After is [var text] && DateText.TryParse(text, out var day)) rows = rows.Where(head => head.Day < day);
        var found = await rows.OrderByDescending(head => head.Day).Take(asked.Value.Fetch).ToListAsync(cancel);
        return asked.Value.Page(found.ConvertAll(row => row.ToHead()), "day", "", head => [head.Day!.Value.ToIso()]);
    });

    private IQueryable<TreeHeadRow> Sealed() => db.Set<TreeHeadRow>().AsNoTracking().Where(head => head.Day != null);
}
