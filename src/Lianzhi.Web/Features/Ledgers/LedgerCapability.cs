using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Ledgers;

/// <summary>Ledgers over all cases of a unit (台账): goods in custody, reviews and suits, payment in parts, money not paid.</summary>
public sealed class LedgerCapability : Capability
{
    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddScoped<ListLedger>();
        services.AddScoped<ViewItemRisk>();
        services.AddScoped<LedgerBook>();
        services.AddScoped<CaseProjected>(provider => provider.GetRequiredService<LedgerBook>().Write);
    }

    /// <inheritdoc/>
    public override Task Migrated(AppDb db, CancellationToken cancel) => LedgerBook.Fill(db, cancel);

    /// <inheritdoc/>
    public override void Model(ModelBuilder model) => model.Entity<LedgerRow>(row =>
    {
        row.HasKey(line => new { line.CaseId, line.Kind, line.Place });
        row.HasIndex(line => new { line.Kind, line.Unit, line.Settled, line.DueOn, line.CaseId, line.Place });
        row.HasIndex(line => new { line.Kind, line.Area, line.Settled, line.DueOn, line.CaseId, line.Place });
        row.HasIndex(line => new { line.Kind, line.Settled, line.DueOn, line.CaseId, line.Place });
    });

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api) => api.MapGet("/ledgers/{kind}", async (string kind, bool? all, string? after, string? limit, ListLedger list, CancellationToken cancel) =>
            ClueApi.TryEnum<LedgerKind>(kind, out var one) && one is { } ledger ? (await list.Run(ledger, all ?? false, after, limit, cancel)).Answer() : ProblemAnswers.Problem([Refusal.NotFound("没有这种台账。")]))
        .Uses(AccessTable.ListLedgers).Produces<PageOf<LedgerLine>>().WithSummary("台账").WithDescription("Ledger goods, remedies, debts or arrears: open lines first due first; all=true for settled ones as well. Arrears lists what is past its last day, with days, surcharge, the next step and the telephone.");
}
