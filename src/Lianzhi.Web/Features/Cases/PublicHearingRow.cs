using System.ComponentModel.DataAnnotations;
using Lianzhi.Core;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Data;

namespace Lianzhi.Web.Features.Cases;

/// <summary>A hearing announced to the public (听证公告) for the list on the portal; made from the events of its case alone.</summary>
public sealed class PublicHearingRow
{
    /// <summary>The case.</summary>
    [MaxLength(26)] public required string CaseId { get; init; }

    /// <summary>Index of the notice.</summary>
    public required int Round { get; init; }

    /// <summary>Full name of the organ.</summary>
    [MaxLength(100)] public required string UnitName { get; set; }

    /// <summary>The party, a person masked, and the conduct.</summary>
    [MaxLength(400)] public required string Title { get; set; }

    /// <summary>Day of the hearing.</summary>
    public required DateOnly HearingOn { get; set; }

    /// <summary>Day and hour as the announcement writes them.</summary>
    [MaxLength(40)] public required string Time { get; set; }

    /// <summary>Where.</summary>
    [MaxLength(300)] public required string Place { get; set; }

    /// <summary>What became of it.</summary>
    [MaxLength(20)] public required HearingStanding Standing { get; set; }

    /// <summary>The rows of a case.</summary>
    public static IEnumerable<PublicHearingRow> Of(CaseState state) => PublicHearing.Of(state).Select(hearing => new PublicHearingRow
    {
        CaseId = state.Id,
        Round = hearing.Round,
        UnitName = state.Subject!.Name,
        Title = PlainText.Cut($"{state.Party!.MaskedName}{state.Item!.Conduct}一案", 400),
        HearingOn = CaseDays.Of(hearing.Notice.HearingAt),
        Time = ChineseText.Time(hearing.Notice.HearingAt),
        Place = PlainText.Cut(hearing.Notice.Place, 300),
        Standing = hearing.Standing,
    });
}

/// <summary>Keeps the rows of announced hearings beside their case (听证公告行).</summary>
public sealed class PublicHearingRows(AppDb db)
{
    /// <summary>Writes the rows of a case, new or changed.</summary>
    public async Task Write(CaseState state, CancellationToken cancel)
    {
        foreach (var made in PublicHearingRow.Of(state))
        {
            if (await db.Set<PublicHearingRow>().FindAsync([made.CaseId, made.Round], cancel) is { } row) db.Entry(row).CurrentValues.SetValues(made);
            else db.Add(made);
        }
    }
}
