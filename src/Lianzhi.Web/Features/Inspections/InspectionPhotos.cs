using System.ComponentModel.DataAnnotations;
using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Inspections;

/// <summary>A photo of what was found at a line of the checklist (检查照片).</summary>
public sealed class InspectionPhotoRow : IRecorded
{
    /// <summary>The inspection.</summary>
    [MaxLength(26)] public required string InspectionId { get; init; }

    /// <summary>The line, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>Which photo of the line, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>SM3 of its content.</summary>
    [MaxLength(64)] public required string Hash { get; init; }

    /// <summary>What it is.</summary>
    [MaxLength(40)] public required string MediaType { get; init; }

    /// <summary>Bytes.</summary>
    public required long Length { get; init; }

    /// <summary>Who took it in.</summary>
    [MaxLength(100)] public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"inspection/{InspectionId}";
}

/// <summary>Attaches photos to a line of the checklist (附检查照片), while the inspection goes on and before the record is signed.</summary>
public sealed class AddInspectionPhotos(AppDb db, InspectionDesk desk, TimeProvider time)
{
    /// <summary>Most photos of one line.</summary>
    public const int Most = 6;

    /// <summary>Attaches them; a photo that is there already is not attached twice.</summary>
    public Task<Result<string>> Run(string id, int position, IReadOnlyList<StoredFile> photos, CancellationToken cancel) =>
        desk.Take(AccessTable.CheckInspection, InspectionStep.Check, id, null, null, async (folder, file) =>
        {
            if (desk.Inspector(file) is { } stranger) return [stranger];
            if (folder.Items.All(item => item.Position != position)) return [Refusal.Invalid("position", $"检查表没有第{position}项。")];
            if (photos.Count == 0) return [Refusal.Invalid("files", "请选择照片。")];
            var held = await db.Set<InspectionPhotoRow>().AsNoTracking().Where(photo => photo.InspectionId == id && photo.Position == position).ToListAsync(cancel);
            var fresh = photos.DistinctBy(photo => photo.Hash).Where(photo => held.All(one => one.Hash != photo.Hash)).ToList();
            if (held.Count + fresh.Count > Most) return [Refusal.Invalid("files", $"每项最多{Most}张照片，已有{held.Count}张。")];
            foreach (var (index, photo) in fresh.Index())
                db.Add(new InspectionPhotoRow { InspectionId = id, Position = position, Number = held.Count + index + 1, Hash = photo.Hash, MediaType = photo.MediaType, Length = photo.Length, By = desk.Actor.Name, At = time.GetUtcNow() });
            return [];
        }, cancel);
}

/// <summary>A photo ready to be sent.</summary>
/// <param name="Content">Its content.</param>
/// <param name="MediaType">What it is.</param>
public sealed record InspectionPhoto(Stream Content, string MediaType);

/// <summary>Shows the photos of a line (查看检查照片).</summary>
public sealed class ViewInspectionPhotos(UseCaseRunner runner, AppDb db, InspectionDesk desk, FileStore files)
{
    /// <summary>The photos of a line, in order.</summary>
    public Task<Result<IReadOnlyList<InspectionPhotoRow>>> List(string id, int position, CancellationToken cancel) => runner.Read<IReadOnlyList<InspectionPhotoRow>>(AccessTable.ViewInspection, async () =>
        await Reaches(id, cancel) ? await db.Set<InspectionPhotoRow>().AsNoTracking().Where(photo => photo.InspectionId == id && photo.Position == position).OrderBy(photo => photo.Number).ToListAsync(cancel) : Refusal.NotFound());

    /// <summary>Opens one.</summary>
    public Task<Result<InspectionPhoto>> Open(string id, int position, int number, CancellationToken cancel) => runner.Read<InspectionPhoto>(AccessTable.ViewInspection, async () =>
    {
        if (!await Reaches(id, cancel)) return Refusal.NotFound();
        var photo = await db.Set<InspectionPhotoRow>().AsNoTracking().SingleOrDefaultAsync(one => one.InspectionId == id && one.Position == position && one.Number == number, cancel);
        return photo is not null && await files.Open(photo.Hash, cancel) is { } content ? new InspectionPhoto(content, photo.MediaType) : Refusal.NotFound();
    });

    private async Task<bool> Reaches(string id, CancellationToken cancel) => await desk.Load(id, cancel) is { } folder && runner.Check(AccessTable.ViewInspection, folder.Placement) is null;
}
