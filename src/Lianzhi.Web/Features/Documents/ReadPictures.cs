using Lianzhi.Core.Access;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Crypto;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Records;

namespace Lianzhi.Web.Features.Documents;

/// <summary>The pictures of one paper, by the hash of their originals.</summary>
public sealed class FoundPictures(IReadOnlyDictionary<string, PaperPicture> found)
{
    /// <summary>Of a paper without pictures.</summary>
    public static FoundPictures None { get; } = new(new Dictionary<string, PaperPicture>());

    /// <summary>The picture of a block, or why there is none.</summary>
    public PaperPicture Of(PictureBlock block) =>
        PaperPictures.Unfit(block) is { } unfit ? new(null, null, unfit) : found.GetValueOrDefault(block.Sm3) ?? new(null, null, PaperPictures.Missing);
}

/// <summary>
/// Fetches the pictures of a paper out of the content store (读取文书图片). Who may read the paper may see them: what is sensitive the paper itself withholds. A picture
/// that is not what was registered is not shown.
/// </summary>
public sealed class ReadPictures(ContentStore store, AccessLog log, CurrentActor current)
{
    /// <summary>The pictures of a paper that leaves as a file; each is noted as read, as it is when a page shows it.</summary>
    public async Task<FoundPictures> ForFile(DocumentContent content, CancellationToken cancel)
    {
        var found = await Of(content.Blocks, cancel);
        foreach (var block in content.Blocks.OfType<PictureBlock>())
            if (found.Of(block).Bytes is not null) await log.Note(current.Actor, AccessTable.ViewEvidence, $"evidence/{block.EvidenceId}/{block.File}");
        return found;
    }

    /// <summary>The pictures among the blocks of a paper, each once, as many as go into one file.</summary>
    public async Task<FoundPictures> Of(IReadOnlyList<DocumentBlock> content, CancellationToken cancel)
    {
        var blocks = content.OfType<PictureBlock>().Where(block => PaperPictures.Unfit(block) is null).DistinctBy(block => block.Sm3).ToList();
        if (blocks.Count == 0) return FoundPictures.None;
        var found = new Dictionary<string, PaperPicture>(StringComparer.Ordinal);
        var room = PaperPictures.MostTogether;
        foreach (var block in blocks)
        {
            var picture = found[block.Sm3] = await Read(block, room, cancel);
            room -= picture.Bytes?.Length ?? 0;
        }
        return new FoundPictures(found);
    }

    private async Task<PaperPicture> Read(PictureBlock block, long room, CancellationToken cancel)
    {
        await using var original = ContentStore.IsHash(block.Sm3) ? await store.Open(block.Sm3, cancel) : null;
        if (original is null) return new(null, null, PaperPictures.Missing);
        if (original.Length > PaperPictures.MostBytes) return new(null, null, PaperPictures.TooLarge);
        if (original.Length > room) return new(null, null, PaperPictures.Full);
        var bytes = new byte[original.Length];
        await original.ReadExactlyAsync(bytes, cancel);
        return Convert.ToHexStringLower(Sm3.Hash(bytes)) == block.Sm3 ? PaperPictures.Of(block, bytes) : new(null, null, PaperPictures.Altered);
    }
}
