using System.ComponentModel.DataAnnotations;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Evidence;
using Lianzhi.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Evidence;

/// <summary>A piece of evidence as lists show it (证据); made from the events of its case alone.</summary>
public sealed class EvidenceRow
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>The case.</summary>
    [MaxLength(26)] public required string CaseId { get; init; }

    /// <summary>立案号; null before filing.</summary>
    [MaxLength(60)] public string? CaseNumber { get; set; }

    /// <summary>Party and conduct.</summary>
    [MaxLength(400)] public required string CaseTitle { get; set; }

    /// <summary>Subject.</summary>
    [MaxLength(40)] public required string Unit { get; set; }

    /// <summary>Area of the place.</summary>
    [MaxLength(10)] public string? Area { get; set; }

    /// <summary>Its number in the case.</summary>
    public required int Number { get; init; }

    /// <summary>Kind.</summary>
    [MaxLength(20)] public required EvidenceKind Kind { get; init; }

    /// <summary>What it is.</summary>
    [MaxLength(200)] public required string Title { get; init; }

    /// <summary>Where it comes from.</summary>
    [MaxLength(20)] public required EvidenceSource Source { get; init; }

    /// <summary>Before filing, investigation, execution.</summary>
    [MaxLength(20)] public required EvidencePhase Phase { get; init; }

    /// <summary>When it was collected.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Opened only with a reason.</summary>
    public required bool Sensitive { get; init; }

    /// <summary>How many files it has.</summary>
    public required int Files { get; init; }

    /// <summary>It no longer counts.</summary>
    public required bool Excluded { get; set; }

    /// <summary>It was returned or disposed of.</summary>
    public required bool Gone { get; set; }

    /// <summary>The row of an item.</summary>
    internal static EvidenceRow Of(CaseState state, EvidenceItem item) => new()
    {
        Id = item.Id,
        CaseId = state.Id,
        CaseNumber = state.Number,
        CaseTitle = state.Title,
        Unit = state.Subject!.Code,
        Area = state.Place!.Area,
        Number = item.Collected.Number,
        Kind = item.Collected.Kind,
        Title = item.Collected.Title,
        Source = item.Collected.Source,
        Phase = item.Collected.Phase,
        At = item.Collected.At,
        Sensitive = item.Collected.Sensitive,
        Files = item.Collected.Files.Count,
        Excluded = item.Excluded is not null,
        Gone = item.IsGone,
    };
}

/// <summary>A file of a piece of evidence, so that the store knows what is in use.</summary>
public sealed class EvidenceFileRow
{
    /// <summary>The evidence.</summary>
    [MaxLength(26)] public required string EvidenceId { get; init; }

    /// <summary>Its place, from 0.</summary>
    public required int Position { get; init; }

    /// <summary>SM3 of its bytes.</summary>
    [MaxLength(64)] public required string Hash { get; init; }
}

/// <summary>Writes the rows of evidence in the transaction of its event (证据列表投影).</summary>
public sealed class EvidenceRows(AppDb db)
{
    /// <summary>Writes what is new or changed.</summary>
    public async Task Write(CaseState state, CancellationToken cancel)
    {
        if (state.Evidence.Count == 0) return;
        var kept = await db.Set<EvidenceRow>().Where(row => row.CaseId == state.Id).ToDictionaryAsync(row => row.Id, cancel);
        foreach (var local in db.Set<EvidenceRow>().Local.Where(row => row.CaseId == state.Id)) kept[local.Id] = local;
        foreach (var item in state.Evidence)
        {
            var made = EvidenceRow.Of(state, item);
            if (kept.TryGetValue(item.Id, out var row))
            {
                db.Entry(row).CurrentValues.SetValues(made);
                continue;
            }
            db.Add(made);
            db.AddRange(item.Collected.Files.Select((file, position) => new EvidenceFileRow { EvidenceId = item.Id, Position = position, Hash = file.Sm3 }));
        }
    }
}
