using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Cases;

/// <summary>What is to be erased from the record of a case.</summary>
/// <param name="Version">Version that was looked at; null when it does not matter.</param>
/// <param name="Ground">Legal ground and request, in words; stays in the record and holds no personal value.</param>
/// <param name="Fields">The values.</param>
public sealed record EraseFields(long? Version, string Ground, IReadOnlyList<FieldPlace> Fields);

/// <summary>Erases personal values from the record of a case and makes its rows again (删除记录中的个人信息, 个人信息保护法 第47条).</summary>
public sealed class EraseCaseFields(UseCaseRunner runner, CaseStream stream, RecordEraser eraser)
{
    /// <summary>Most values at once.</summary>
    public const int AtOnce = 500;

    /// <summary>Erases them.</summary>
    public Task<Result<CaseReceipt>> Run(string id, EraseFields erase, CancellationToken cancel) => runner.Write<CaseReceipt>(AccessTable.EraseCaseFields, erase.Ground, async () =>
    {
        if (await stream.Load(id, cancel) is not { } state) return Refusal.NotFound();
        if (runner.Check(AccessTable.EraseCaseFields, CaseRow.PlacementOf(state)) is { } refusal) return refusal;
        if (erase.Version is { } seen && seen != state.Version) return Refusal.Stale(state.Version);
        if (erase.Ground.Trim().Length is < 4 or > 500) return Refusal.Invalid("ground", "请写明删除的法律依据和申请，4至500字，不写个人信息。");
        if (erase.Fields.Count > AtOnce) return Refusal.Invalid("fields", $"一次最多删除 {AtOnce} 项。");
        var erased = await eraser.Erase(CaseStream.NameOf(id), AccessTable.EraseCaseFields, erase.Ground.Trim(), erase.Fields, cancel);
        if (!erased.IsOk) return Result<CaseReceipt>.Refused(erased.Refusals);
        return CaseReceipt.Of(await stream.Rebuild(id, cancel));
    }, cancel);
}
