using System.Globalization;
using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Clues;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Documents;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Clues;

/// <summary>Reads the papers of a clue (线索文书): the register sheet and the sheets of its transfers, from its record.</summary>
public sealed class ReadCluePaper(UseCaseRunner runner, AppDb db, RecordReader record, AccessLog log, CurrentActor current)
{
    private static readonly string ArrangeType = RecordWriter.TypeOf(AccessTable.ArrangeClue);
    private static readonly string TransferType = RecordWriter.TypeOf(AccessTable.TransferClue);

    /// <summary>The papers there are.</summary>
    public Task<Result<IReadOnlyList<CaseDocument>>> List(string id, CancellationToken cancel) => runner.Read<IReadOnlyList<CaseDocument>>(AccessTable.ViewClue, async () =>
    {
        if (await Load(id, cancel) is not { } file) return Refusal.NotFound();
        return (List<CaseDocument>)[.. CluePapers.Of(file)];
    });

    /// <summary>The content of one.</summary>
    public Task<Result<ReadablePaper>> Run(string id, string kind, int index, CancellationToken cancel) => runner.Read<ReadablePaper>(AccessTable.ViewClue, async () =>
    {
        if (await Load(id, cancel) is not { } file) return Refusal.NotFound();
        await log.Note(current.Actor, AccessTable.ViewClue, $"clue/{id}");
        return DocumentKinds.Find(kind) is { } found && CluePapers.Content(file, found.Code, index) is { } content ? new ReadablePaper(content, null) : Refusal.NotFound("本线索没有这份文书。");
    });

    private async Task<ClueFile?> Load(string id, CancellationToken cancel)
    {
        var row = await db.Set<ClueRow>().AsNoTracking().SingleOrDefaultAsync(clue => clue.Id == id, cancel);
        if (row is null || runner.Check(AccessTable.ViewClue, ClueDistrict.PlacementOf(row)) is not null) return null;
        var changes = (await record.Read(row.Stream, cancel)).Where(entry => entry.Type.StartsWith("clues-", StringComparison.Ordinal))
            .Select(entry => (entry.Type, entry.RecordedAt, Payload: entry.PayloadAs<RowsChanged>())).ToList();
        var (decisions, moves) = (new List<ClueDecision>(), new List<ClueMove>());
        var body = "";
        foreach (var (type, at, payload) in changes)
        {
            var columns = payload.Rows.Where(changed => changed.Id == id).SelectMany(changed => changed.Columns).ToDictionary(column => column.Name, StringComparer.Ordinal);
            var from = body;
            body = columns.GetValueOrDefault("body_name")?.After ?? body;
            if (type == TransferType || type == ArrangeType)
                moves.Add(new(at, from, body, payload.Reason ?? "", Due(columns.GetValueOrDefault("due_on")?.After), type == ArrangeType, payload.ActorName));
            if (columns.GetValueOrDefault("state")?.After is { } state && Enum.TryParse<ClueState>(state, out var became) && columns["state"].Before is not null)
                decisions.Add(new(became, at, payload.ActorName, payload.Reason));
        }
        var first = changes.Count > 0 ? changes[0].Payload : null;
        var began = first?.Rows.SelectMany(changed => changed.Columns).FirstOrDefault(column => column.Name == "body_name")?.After;
        return new ClueFile(
            row.Number, row.ToClue(), row.ReceivedAt, first?.ActorName, began ?? row.BodyName, ViewClue.Masked(row), row.Confidential, row.Description, row.Address, row.Occurred, ComplaintCategory.Find(row.Category)?.Title ?? row.Category,
            await db.Set<CluePhotoRow>().CountAsync(photo => photo.ClueId == id, cancel), decisions, moves);
    }

    private static DateOnly? Due(string? day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) && due != DateText.Last ? due : null;
}
