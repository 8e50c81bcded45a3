using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Records;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Documents;

/// <summary>Payload of the entry that a number was reserved.</summary>
public sealed record NumberReserved(string Number, string Unit, string Device);

/// <summary>Payload of the entry that a reserved number was voided.</summary>
public sealed record NumberVoided(string Number, string Unit, string Reason);

/// <summary>Gives numbers (文号簿) inside the transaction of the step that issues the paper: given back when it is refused.</summary>
public sealed class NumberBook(AppDb db, RecordWriter record, CurrentActor current, TimeProvider time)
{
    /// <summary>Type of the entry that a number was reserved.</summary>
    public const string ReservedType = "number-reserved";

    /// <summary>Type of the entry that a reserved number was voided.</summary>
    public const string VoidedType = "number-voided";

    /// <summary>Stream of the acts about one number.</summary>
    public static string StreamOf(string id) => $"number/{id}";

    /// <summary>The next number for a paper of a case, or of supervision: its kind tells which.</summary>
    public async Task<string> Next(NumberOwner owner, DocumentKind kind, string caseId, CancellationToken cancel) => (await Add(owner, kind, caseId, null, false, cancel)).Number;

    /// <summary>The next number for a paper of an inspection.</summary>
    public async Task<string> NextOfInspection(NumberOwner owner, DocumentKind kind, string inspectionId, CancellationToken cancel) => (await Add(owner, kind, inspectionId, null, true, cancel)).Number;

    /// <summary>Reserves the next number for a device.</summary>
    public async Task<PaperNumberRow> Reserve(NumberOwner owner, DocumentKind kind, string device, CancellationToken cancel)
    {
        var row = await Add(owner, kind, null, device, false, cancel);
        await record.Append(StreamOf(row.Id), AccessTable.ReserveNumbers, ReservedType, 1, new NumberReserved(row.Number, row.Unit, device), cancel);
        return row;
    }

    /// <summary>Puts a reserved number on the paper of a case.</summary>
    public async Task<Refusal?> Use(string number, string unit, DocumentKind kind, string caseId, CancellationToken cancel)
    {
        var clean = PaperMarks.CleanNumber(number);
        var row = await db.Set<PaperNumberRow>().SingleOrDefaultAsync(one => one.Number == clean && one.Unit == unit && one.Kind == kind.Code, cancel);
        if (NumberRegister.Use(row?.State) is { } refusal) return refusal;
        (row!.State, row.CaseId, row.Version) = (NumberState.Used, caseId, row.Version + 1);
        return null;
    }

    /// <summary>Tells the register how the paper with a number stands.</summary>
    public async Task Stand(string number, PaperStanding standing, CancellationToken cancel)
    {
        var row = db.Set<PaperNumberRow>().Local.FirstOrDefault(one => one.Number == number) ?? await db.Set<PaperNumberRow>().FirstOrDefaultAsync(one => one.Number == number, cancel);
        if (row is not null) (row.Standing, row.Version) = (standing, row.Version + 1);
    }

    private async Task<PaperNumberRow> Add(NumberOwner owner, DocumentKind kind, string? caseId, string? device, bool ofInspection, CancellationToken cancel)
    {
        var (today, genre) = (time.Today(), kind.Genre!);
        var serial = await Serial(owner.Unit, genre, today.Year, cancel);
        var row = new PaperNumberRow
        {
            Id = PaperNumberRow.IdOf(owner.Unit, genre, today.Year, serial),
            Unit = owner.Unit,
            UnitName = owner.Name,
            Genre = genre,
            Year = today.Year,
            Serial = serial,
            Number = Numbering.Format(owner.Prefix, genre, today.Year, serial),
            Kind = kind.Code,
            CaseId = caseId,
            OfInspection = ofInspection,
            TakenOn = today,
            State = device is null ? NumberState.Used : NumberState.Reserved,
            Device = device,
            ReservedBy = device is null ? null : current.Actor.Name,
        };
        db.Add(row);
        return row;
    }

    /// <summary>One statement that locks the row until the transaction ends: no number twice, and none lost when the step is refused.</summary>
    private async Task<long> Serial(string unit, string genre, int year, CancellationToken cancel) => (await db.Database.SqlQuery<long>(
        $"""
        INSERT INTO document_number (unit, genre, year, last) VALUES ({unit}, {genre}, {year}, 1)
        ON CONFLICT (unit, genre, year) DO UPDATE SET last = document_number.last + 1 RETURNING last AS "Value"
        """).ToListAsync(cancel))[0];
}

/// <summary>Whose numbers are counted (编号机关).</summary>
/// <param name="Unit">Code.</param>
/// <param name="Name">Full name.</param>
/// <param name="Prefix">发文代字.</param>
public sealed record NumberOwner(string Unit, string Name, string Prefix);
