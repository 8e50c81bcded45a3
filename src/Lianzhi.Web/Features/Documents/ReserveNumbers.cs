using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Json;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Documents;

/// <summary>Numbers for a device.</summary>
public sealed record ReserveRequest(string? Unit, string? Device, int Count)
{
    /// <summary>Takes the members of the body.</summary>
    internal static ReserveRequest Read(JsonMembers body) => new(body.NullableText("unit", 40), body.NullableText("device", 100), body.Whole("count", 0, 1000));
}

/// <summary>A number given up.</summary>
public sealed record VoidRequest(long Version, string? Reason)
{
    /// <summary>Takes the members of the body.</summary>
    internal static VoidRequest Read(JsonMembers body) => new(body.Version("version"), body.NullableText("reason", 300));
}

/// <summary>Reserves numbers of on-the-spot decisions for a device that works without connection (预留文号).</summary>
public sealed class ReserveNumbers(UseCaseRunner runner, NumberBook book, CaseDesk desk)
{
    /// <summary>Reserves them.</summary>
    /// <returns>The numbers.</returns>
    public Task<Result<IReadOnlyList<string>>> Run(string? unit, string? device, int count, CancellationToken cancel) => runner.Write<IReadOnlyList<string>>(AccessTable.ReserveNumbers, device, async () =>
    {
        if (NumberRegister.Reserve(device, count) is { Count: > 0 } wrong) return Result<IReadOnlyList<string>>.Refused(wrong);
        if (desk.OwnerOf(unit ?? "") is not { } owner) return Refusal.Invalid("unit", "没有这个单位。");
        if (runner.Check(AccessTable.ReserveNumbers, new Placement(owner.Unit, null, [])) is { } refusal) return refusal;
        var numbers = new List<string>();
        for (var i = 0; i < count; i++) numbers.Add((await book.Reserve(owner, DocumentKinds.Of(DocumentCode.OnSpotDecision), device!.Trim(), cancel)).Number);
        return numbers;
    }, cancel);
}

/// <summary>Voids a reserved number that was not used, with the reason (作废预留文号).</summary>
public sealed class VoidNumber(UseCaseRunner runner, AppDb db, RecordWriter record, TimeProvider time)
{
    /// <summary>Voids it.</summary>
    /// <returns>The number.</returns>
    public Task<Result<string>> Run(string id, long version, string? reason, CancellationToken cancel) => runner.Write<string>(AccessTable.VoidNumber, reason, async () =>
    {
        var row = await db.Set<PaperNumberRow>().SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (row is null || runner.Check(AccessTable.ListNumbers, row.Placement) is not null) return Refusal.NotFound();
        if (runner.Check(AccessTable.VoidNumber, row.Placement) is { } forbidden) return forbidden;
        if (NumberRegister.Void(row.State, reason) is { } refusal) return refusal;
        if (row.Version != version) return Refusal.Stale(row.Version);
        (row.State, row.Reason, row.VoidedOn, row.Version) = (NumberState.Voided, reason!.Trim(), time.Today(), row.Version + 1);
        await record.Append(NumberBook.StreamOf(row.Id), AccessTable.VoidNumber, NumberBook.VoidedType, 1, new NumberVoided(row.Number, row.Unit, row.Reason), cancel);
        return row.Number;
    }, cancel);
}
