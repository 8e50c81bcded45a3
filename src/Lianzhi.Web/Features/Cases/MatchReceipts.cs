using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Tables;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Tables;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Cases;

/// <summary>What became of a row of the list, or would.</summary>
/// <param name="Row">Row of the file.</param>
/// <param name="Key">缴款码, or the number the row names the case by.</param>
/// <param name="AmountFen">What came in.</param>
/// <param name="Receipt">票据号.</param>
/// <param name="Outcome">Result.</param>
/// <param name="CaseId">The case; null for none in reach.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Message">Why it was not registered; empty when it was.</param>
public sealed record ReceiptResult(int Row, string Key, long AmountFen, string Receipt, ReceiptOutcome Outcome, string? CaseId, string? Title, string Message);

/// <summary>Result of a list (对账结果); with faults nothing was done.</summary>
/// <param name="Rows">Each row of the file.</param>
/// <param name="Faults">Every fault, by row and column.</param>
public sealed record ReceiptMatching(IReadOnlyList<ReceiptResult> Rows, IReadOnlyList<RowFault> Faults);

/// <summary>
/// Holds a list of payments of bank or finance against the cases (到账对账) and registers what fits through the payment step,
/// each row in a transaction of its own. A list sent twice registers nothing twice: the 票据号 of a row is in its case by then.
/// </summary>
public sealed class MatchReceipts(UseCaseRunner runner, IServiceScopeFactory scopes, CurrentActor current, TimeProvider time)
{
    private const long LargestFile = 2L << 20;
    private const int MostRows = 500;

    /// <summary>Registers what fits, or only says what would be registered.</summary>
    /// <param name="content">The file; seekable.</param>
    /// <param name="dryRun">True to change nothing.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Result<ReceiptMatching>> Run(Stream content, bool dryRun, CancellationToken cancel) => runner.Read<ReceiptMatching>(AccessTable.MatchReceipts, async () =>
    {
        if (content.Length > LargestFile) return Refusal.Invalid("file", "文件不能超过 2 MB。");
        content.Position = 0;
        TableFile<ReceiptLine> file;
        try
        {
            file = ReceiptFile.Read(TableStream.Rows(content).Take(MostRows + 2), time.Today());
        }
        catch (Exception fault) when (TableStream.IsUnreadable(fault))
        {
            return Refusal.Invalid("file", "文件打不开：请使用 UTF-8 编码的 CSV，或者 XLSX 工作簿。");
        }
        if (file.Faults.Count > 0) return new ReceiptMatching([], file.Faults);
        if (file.Rows.Count == 0) return Refusal.Invalid("file", "文件没有到账记录。");
        if (file.Rows.Count > MostRows) return Refusal.Invalid("file", $"一次最多对账 {MostRows} 行，请分批导入。");
        var rows = new List<ReceiptResult>();
        foreach (var line in file.Rows) rows.Add(await One(line, dryRun, cancel));
        return new ReceiptMatching(rows, []);
    });

    private async Task<ReceiptResult> One(ReceiptLine line, bool dryRun, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CurrentActor>().Become(current.Actor, current.UnitName, current.SessionId);
        var (state, why) = await Find(services, line, cancel);
        if (state is null) return Told(line, null, ReceiptOutcome.Unknown, why);
        var (outcome, payment, message) = ReceiptMatch.Of(state, line);
        if (payment is null || dryRun) return Told(line, state, outcome, message);
        // The version that was looked at: what another did meanwhile is looked at anew.
        var taken = await services.GetRequiredService<TakeCaseStep>().Run(state.Id, state.Version, payment, cancel);
        return taken.IsOk ? Told(line, state, outcome, "") : Told(line, state, ReceiptOutcome.Refused, string.Join("；", taken.Refusals.Select(refusal => refusal.Message)));
    }

    private static async Task<(CaseState? State, string Why)> Find(IServiceProvider services, ReceiptLine line, CancellationToken cancel)
    {
        var cases = services.GetRequiredService<AppDb>().Set<CaseRow>().AsNoTracking();
        var ids = line.Code.Length > 0 ? await cases.Where(row => row.PaymentCode == line.Code).OrderBy(row => row.Id).Select(row => row.Id).Take(2).ToListAsync(cancel) : [];
        if (ids.Count == 0 && line.CaseNumber.Length > 0)
            ids = await cases.Where(row => row.Number == line.CaseNumber || row.DecisionNumber == line.CaseNumber).OrderBy(row => row.Id).Select(row => row.Id).Take(2).ToListAsync(cancel);
        if (ids.Count > 1) return (null, "登记在不止一件案件上，请核对。");
        // A case out of reach answers as one that is not there.
        return ids is [var id] && await services.GetRequiredService<ViewCase>().ForDocuments(id, cancel) is { IsOk: true } found ? (found.Value, "") : (null, "没有查到登记此缴款码（案号）的案件。");
    }

    private static ReceiptResult Told(ReceiptLine line, CaseState? state, ReceiptOutcome outcome, string message) =>
        new(line.Row, line.Code.Length > 0 ? line.Code : line.CaseNumber, line.AmountFen, line.Receipt, outcome, state?.Id, state is null ? null : $"{state.Number ?? state.OnSpot?.Number}　{state.Title}", message);
}
