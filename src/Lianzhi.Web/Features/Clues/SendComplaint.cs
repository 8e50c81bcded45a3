using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Clues;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Clues;

/// <summary>Sends a complaint from the public (投诉举报).</summary>
public sealed class SendComplaint(UseCaseRunner runner, NewClues clues, ClueDistrict district)
{
    /// <summary>Sends it, and gives number and query code.</summary>
    /// <param name="complaint">What is reported.</param>
    /// <param name="photos">Photos stored before; at most six.</param>
    /// <param name="truthful">True when the person confirmed that it is what they know.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Result<ClueReceipt>> Run(Complaint complaint, IReadOnlyList<StoredFile> photos, bool truthful, CancellationToken cancel) =>
        runner.Write<ClueReceipt>(AccessTable.SendComplaint, null, async () =>
        {
            var trimmed = complaint.Trimmed();
            var refusals = ComplaintChecks.All(trimmed, district.Townships);
            if (photos.Count > ComplaintChecks.MostPhotos) refusals.Add(Refusal.Invalid("photos", $"照片最多 {ComplaintChecks.MostPhotos} 张。"));
            if (!truthful) refusals.Add(Refusal.Invalid("truthful", "请确认以上是您知道的真实情况。"));
            if (refusals.Count > 0) return refusals;
            return await clues.Add(new NewClue(ClueSource.PublicComplaint, trimmed, null, photos, WithCode: true), cancel);
        }, cancel);
}
