using System.Text.Json;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Crypto;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Records;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Documents;

/// <summary>A paper that goes out.</summary>
/// <param name="FileId">The case, inspection or paper of supervision it belongs to.</param>
/// <param name="OfInspection">True when that is an inspection.</param>
/// <param name="Content">Its text.</param>
/// <param name="Key">What it is, whatever stands beside it in the file.</param>
/// <param name="Edition">Edition, from 1.</param>
/// <param name="On">Day of issue.</param>
/// <param name="Unit">Subject.</param>
/// <param name="UnitName">Full name of the subject.</param>
/// <param name="Area">Area of the place.</param>
/// <param name="Masks">Personal values in it and what strangers see instead.</param>
public sealed record OutgoingPaper(
    string FileId, bool OfInspection, DocumentContent Content, string Key, int Edition, DateOnly On, string Unit, string UnitName, string? Area, IReadOnlyList<MaskedValue> Masks);

/// <summary>
/// Keeps papers that go out (制发文书存档), in the transaction of the step that issues them: kept form, mark and check code, the entry in the record, how its number stands.
/// </summary>
public sealed class PaperShelf(AppDb db, RecordWriter record, NumberBook numbers, Entropy entropy)
{
    /// <summary>Keeps it.</summary>
    public async Task<IssuedPaperRow> Keep(OutgoingPaper paper, CancellationToken cancel)
    {
        var kept = PaperForm.Write(paper.Content);
        var kind = paper.Content.Kind;
        var row = new IssuedPaperRow
        {
            Mark = PaperMarks.Mark(kind, paper.On, entropy.Bytes(32)),
            Code = PaperMarks.Code(entropy.Bytes(32)),
            CaseId = paper.FileId,
            OfInspection = paper.OfInspection,
            Kind = kind.Code,
            Key = paper.Key,
            Edition = paper.Edition,
            Number = paper.Content.Number,
            Title = paper.Content.Title,
            Unit = paper.Unit,
            UnitName = paper.UnitName,
            Area = paper.Area,
            IssuedOn = paper.On,
            Content = kept,
            Digest = Sm3.Hex(kept),
            Masks = JsonSerializer.Serialize(paper.Masks, ApiJson.Options),
            Standing = PaperStanding.InForce,
        };
        db.Add(row);
        if (row.Number is not null) await numbers.Stand(row.Key, row.Standing, cancel);
        await record.Append(PaperBook.StreamOf(row.Mark), AccessTable.IssuePaper, PaperBook.IssuedType, 1,
            new PaperIssued(row.CaseId, kind.Name, row.Number, row.Edition, row.Unit, row.IssuedOn.ToIso(), row.Digest), cancel);
        return row;
    }

    /// <summary>Takes a paper back: what was notified does not take place.</summary>
    public async Task Withdraw(string mark, DateOnly on, CancellationToken cancel)
    {
        if (await db.Set<IssuedPaperRow>().SingleOrDefaultAsync(row => row.Mark == mark, cancel) is not { } row) return;
        (row.Standing, row.StandingOn) = (PaperStanding.Revoked, on);
        await numbers.Stand(row.Key, row.Standing, cancel);
        await record.Append(PaperBook.StreamOf(mark), AccessTable.IssuePaper, PaperBook.StandingType, 1, new PaperStandingChanged(row.Standing.Title(), on.ToIso(), null), cancel);
    }
}
