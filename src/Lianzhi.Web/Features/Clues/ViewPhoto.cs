using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Clues;

/// <summary>A photo ready to be sent.</summary>
/// <param name="Content">Its content.</param>
/// <param name="MediaType">What it is.</param>
public sealed record OpenPhoto(Stream Content, string MediaType);

/// <summary>Opens a photo of a clue (查看线索照片).</summary>
public sealed class ViewPhoto(UseCaseRunner runner, AppDb db, FileStore files)
{
    /// <summary>Opens it.</summary>
    public Task<Result<OpenPhoto>> Run(string id, int position, CancellationToken cancel) => runner.Read<OpenPhoto>(AccessTable.ViewClue, async () =>
    {
        var row = await db.Set<ClueRow>().AsNoTracking().SingleOrDefaultAsync(clue => clue.Id == id, cancel);
        if (row is null || runner.Check(AccessTable.ViewClue, ClueDistrict.PlacementOf(row)) is not null) return Refusal.NotFound();
        var photo = await db.Set<CluePhotoRow>().AsNoTracking().SingleOrDefaultAsync(part => part.ClueId == id && part.Position == position, cancel);
        return photo is not null && await files.Open(photo.Hash, cancel) is { } content ? new OpenPhoto(content, photo.MediaType) : Refusal.NotFound();
    });
}
