using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Clues;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Clues;

/// <summary>Registers a clue by hand (登记线索): from 12345, a patrol, another organ, the media.</summary>
public sealed class RegisterClue(UseCaseRunner runner, NewClues clues, ClueDistrict district)
{
    /// <summary>Registers it; the unit of the place gets it.</summary>
    public Task<Result<ClueReceipt>> Run(ClueSource? source, Complaint complaint, string? item, IReadOnlyList<StoredFile> photos, CancellationToken cancel) =>
        runner.Write<ClueReceipt>(AccessTable.RegisterClue, null, async () =>
        {
            var trimmed = complaint.Trimmed();
            var refusals = ComplaintChecks.All(trimmed, district.Townships);
            if (source is null or ClueSource.PublicComplaint) refusals.Insert(0, Refusal.Invalid("source", "请选择线索来源；公众投诉举报由公众在门户提交。"));
            if (item is { Length: > 0 } && district.Catalogue.ItemOn(item, district.Today) is null) refusals.Add(Refusal.Invalid("item", "清单中没有这个事项编码。"));
            if (photos.Count > ComplaintChecks.MostPhotos) refusals.Add(Refusal.Invalid("photos", $"照片最多 {ComplaintChecks.MostPhotos} 张。"));
            if (refusals.Count > 0) return refusals;
            return await clues.Add(new NewClue(source!.Value, trimmed, item is { Length: > 0 } ? item : null, photos, WithCode: false), cancel);
        }, cancel);
}
