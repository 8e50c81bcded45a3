using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Cases;

/// <summary>An announced hearing in the public list.</summary>
/// <param name="Title">The party, a person masked, and the conduct.</param>
/// <param name="Organ">Full name of the organ.</param>
/// <param name="On">Day of the hearing.</param>
/// <param name="Time">Day and hour in words.</param>
/// <param name="Place">Where.</param>
/// <param name="Standing">Whether it is held as announced.</param>
public sealed record PublicHearingLine(string Title, string Organ, DateOnly On, string Time, string Place, HearingStanding Standing);

/// <summary>What the public reads of hearings to come (听证公告).</summary>
public sealed class ReadPublicHearings(UseCaseRunner runner, AppDb db, TimeProvider time)
{
    /// <summary>Lists public hearings from today on, the next first; one that was put off or will not be held stands there until its day, and says so.</summary>
    /// <param name="after">Cursor.</param>
    /// <param name="limit">Rows a page.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Result<PageOf<PublicHearingLine>>> List(string? after, string? limit, CancellationToken cancel) => runner.Read<PageOf<PublicHearingLine>>(AccessTable.ReadPublicHearings, async () =>
    {
        var asked = Cursor.Read(limit, after, "hearings.public", "", 3);
        if (!asked.IsOk) return Result<PageOf<PublicHearingLine>>.Refused(asked.Refusals);
        var today = time.Today();
        var rows = db.Set<PublicHearingRow>().AsNoTracking().Where(row => row.HearingOn >= today && row.Standing != HearingStanding.Held);
        if (asked.Value.After is [var day, var id, var number] && DateText.TryParse(day, out var on) && int.TryParse(number, out var round))
            rows = rows.Where(row => row.HearingOn >= on && (row.HearingOn > on || string.Compare(row.CaseId, id) > 0 || (row.CaseId == id && row.Round > round)));
        var found = await rows.OrderBy(row => row.HearingOn).ThenBy(row => row.CaseId).ThenBy(row => row.Round).Take(asked.Value.Fetch).ToListAsync(cancel);
        var page = asked.Value.Page(found, "hearings.public", "", row => [row.HearingOn.ToIso(), row.CaseId, $"{row.Round}"]);
        return new PageOf<PublicHearingLine>([.. page.Items.Select(row => new PublicHearingLine(row.Title, row.UnitName, row.HearingOn, row.Time, row.Place, row.Standing))], page.Next);
    });
}
