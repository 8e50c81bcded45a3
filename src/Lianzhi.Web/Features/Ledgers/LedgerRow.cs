using System.ComponentModel.DataAnnotations;
using Lianzhi.Core;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Measures;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Platform.Records;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Ledgers;

/// <summary>A line of a ledger (台账行), made from the events of its case alone.</summary>
public sealed class LedgerRow
{
    private const int LongestWhat = 400;

    /// <summary>The case.</summary>
    [MaxLength(26)] public required string CaseId { get; init; }

    /// <summary>Which ledger.</summary>
    [MaxLength(20)] public required LedgerKind Kind { get; init; }

    /// <summary>Its place among the lines of the case.</summary>
    public required int Place { get; init; }

    /// <summary>立案号 or number of the decision on the spot.</summary>
    [MaxLength(60)] public required string Number { get; set; }

    /// <summary>Party and conduct.</summary>
    [MaxLength(400)] public required string Title { get; set; }

    /// <summary>Subject.</summary>
    [MaxLength(40)] public required string Unit { get; set; }

    /// <summary>Area of the place; null for none.</summary>
    [MaxLength(10)] public string? Area { get; set; }

    /// <summary>What it is.</summary>
    [MaxLength(LongestWhat)] public required string What { get; set; }

    /// <summary>How it stands.</summary>
    [MaxLength(200)] public required string Standing { get; set; }

    /// <summary>Since when.</summary>
    public required DateOnly Since { get; set; }

    /// <summary>By when something has to be done; the far end of time for nothing.</summary>
    public required DateOnly DueOn { get; set; }

    /// <summary>Nothing is to be done any more; what is open stands first in lists.</summary>
    public required bool Settled { get; set; }

    /// <summary>A decision that review or court took down or changed.</summary>
    public bool Fell { get; set; }

    /// <summary>The rows of a case.</summary>
    public static IEnumerable<LedgerRow> Of(CaseState state) => CaseLedgers.Of(state).Select(entry => new LedgerRow
    {
        CaseId = state.Id,
        Kind = entry.Kind,
        Place = entry.Place,
        Number = state.Number ?? state.OnSpot?.Number ?? "待立案",
        Title = state.Title,
        Unit = state.Subject!.Code,
        Area = state.Place!.Area,
        What = PlainText.Cut(entry.What, LongestWhat),
        Standing = entry.Standing,
        Since = entry.Since,
        DueOn = entry.DueOn ?? CaseRow.NoDue,
        Settled = !entry.Open,
        Fell = entry.Fell,
    });
}

/// <summary>Keeps the ledgers beside the cases (台账簿), in the transaction of the event. A line once made stays: what ended is told by how it stands.</summary>
public sealed class LedgerBook(AppDb db)
{
    private const int Part = 200;
    private static readonly Type[] Begins = [typeof(EvidencePreserved), typeof(GoodsSealed), typeof(ReviewApplied), typeof(SuitFiled), typeof(DeferralDecided)];

    /// <summary>Writes the lines of a case, new or changed; a case has one for its fine, most have no other.</summary>
    public async Task Write(CaseState state, CancellationToken cancel)
    {
        foreach (var made in LedgerRow.Of(state))
        {
            if (await db.Set<LedgerRow>().FindAsync([made.CaseId, made.Kind, made.Place], cancel) is { } row) db.Entry(row).CurrentValues.SetValues(made);
            else db.Add(made);
        }
    }

    /// <summary>Writes the lines of cases that were there before there were ledgers, or before there was this one; nothing once there is one.</summary>
    internal static async Task Fill(AppDb db, CancellationToken cancel)
    {
        if (!await db.Set<LedgerRow>().AnyAsync(row => row.Kind == LedgerKind.Arrears, cancel))
        {
            // Only what is still asked for: what was paid before there was this ledger needs no reminder.
            var unpaid = await db.Set<CaseRow>().Where(row => row.Stage == CaseStage.Served && row.FineFen > 0).Select(row => row.Id).ToListAsync(cancel);
            await Fill(db, unpaid.ConvertAll(CaseStream.NameOf), kind => kind == LedgerKind.Arrears, cancel);
        }
        if (await db.Set<LedgerRow>().AnyAsync(row => row.Kind != LedgerKind.Arrears, cancel)) return;
        var types = Begins.Select(one => CaseEventTypes.All.First(type => type.Clr == one).Type).ToList();
        var begun = await db.Set<RecordEntryRow>().Where(entry => types.Contains(entry.Type)).Select(entry => entry.Stream).Distinct().ToListAsync(cancel);
        await Fill(db, begun, kind => kind != LedgerKind.Arrears, cancel);
    }

    private static async Task Fill(AppDb db, IReadOnlyList<string> streams, Func<LedgerKind, bool> which, CancellationToken cancel)
    {
        var reader = new RecordReader(db);
        foreach (var some in streams.Chunk(Part))
        {
            foreach (var entries in await reader.Read(some, cancel))
                if (CaseStream.Fold([.. entries]) is { Subject: not null } state) db.AddRange(LedgerRow.Of(state).Where(row => which(row.Kind)));
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }
}
