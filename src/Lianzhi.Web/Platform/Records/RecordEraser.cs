using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Platform.Records;

/// <summary>A field of an entry.</summary>
/// <param name="Number">Number of the entry in its stream.</param>
/// <param name="Path">Place of the value in the payload.</param>
public sealed record FieldPlace(long Number, string Path);

/// <summary>Payload of the entry that values were erased.</summary>
/// <param name="Ground">The legal ground and the request, in words; no personal value.</param>
/// <param name="Fields">Which values.</param>
public sealed record FieldsErased(string Ground, IReadOnlyList<FieldPlace> Fields);

/// <summary>
/// Erases personal values from the record (依法删除, 个人信息保护法 第47条) inside the running transaction: the entry that says
/// so first, then salt and value of each field it names. Triggers let nothing else through.
/// </summary>
public sealed class RecordEraser(AppDb db, RecordWriter writer)
{
    /// <summary>Type of the entry.</summary>
    public const string Type = "fields-erased";

    /// <summary>Erases values; each must be there, personal, and not erased before.</summary>
    /// <returns>Number of the entry.</returns>
    public async Task<Result<long>> Erase(string stream, UseCase useCase, string ground, IReadOnlyList<FieldPlace> places, CancellationToken cancel)
    {
        var numbers = places.Select(place => place.Number).Distinct().ToList();
        var rows = await db.Set<RecordFieldRow>().Where(row => row.Stream == stream && numbers.Contains(row.Number) && row.Path != "").ToListAsync(cancel);
        var wanted = places.Distinct().OrderBy(place => place.Number).ThenBy(place => place.Path, StringComparer.Ordinal).ToList();
        var found = rows.Where(row => wanted.Contains(new FieldPlace(row.Number, row.Path))).ToList();
        if (wanted.Count == 0) return Refusal.Invalid("fields", "请选择要删除的内容。");
        if (found.Count != wanted.Count) return Refusal.Invalid("fields", "所选内容不是本记录中的个人信息。");
        if (found.Any(row => row.Value is null)) return Refusal.Invalid("fields", "所选内容已经删除。");
        var number = await writer.Append(stream, useCase, Type, 1, new FieldsErased(ground, wanted), cancel);
        await db.SaveChangesAsync(cancel);
        foreach (var row in found) (row.Salt, row.Value) = (null, null);
        await db.SaveChangesAsync(cancel);
        return number;
    }
}
