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
    /// <summary>The pictures of a paper that leaves as a file, each once, as many as go into one; each is noted as read, as it is when a page shows it.</summary>
    public async Task<FoundPictures> ForFile(DocumentContent content, CancellationToken cancel)
    {
        var found = new Dictionary<string, PaperPicture>(StringComparer.Ordinal);
        var room = PaperPictures.MostTogether;
        foreach (var block in Asked(content.Blocks))
        {
            var picture = found[block.Sm3] = await Read(block, room, cancel);
            if (picture.Bytes is not { Length: var length }) continue;
            room -= length;
            await log.Note(current.Actor, AccessTable.ViewEvidence, $"evidence/{block.EvidenceId}/{block.File}");
        }
        return new FoundPictures(found);
    }

    /// <summary>Which pictures a page can show; the browser fetches them itself.</summary>
    public async Task<FoundPictures> ForPage(IReadOnlyList<DocumentBlock> blocks, CancellationToken cancel)
    {
        var found = new Dictionary<string, PaperPicture>(StringComparer.Ordinal);
        foreach (var block in Asked(blocks))
        {
            await using var original = await Open(block, cancel);
            found[block.Sm3] = new(null, null, original is null ? PaperPictures.Missing : null);
        }
        return new FoundPictures(found);
    }

    private static IEnumerable<PictureBlock> Asked(IReadOnlyList<DocumentBlock> blocks) => blocks.OfType<PictureBlock>().Where(block => PaperPictures.Unfit(block) is null).DistinctBy(block => block.Sm3);

    private async Task<Stream?> Open(PictureBlock block, CancellationToken cancel) => ContentStore.IsHash(block.Sm3) ? await store.Open(block.Sm3, cancel) : null;

    private async Task<PaperPicture> Read(PictureBlock block, long room, CancellationToken cancel)
    {
        await using var original = await Open(block, cancel);
        if (original is null) return new(null, null, PaperPictures.Missing);
        if (original.Length > PaperPictures.MostBytes) return new(null, null, PaperPictures.TooLarge);
        if (original.Length > room) return new(null, null, PaperPictures.Full);
        var bytes = new byte[original.Length];
        await original.ReadExactlyAsync(bytes, cancel);
        return Convert.ToHexStringLower(Sm3.Hash(bytes)) == block.Sm3 ? PaperPictures.Of(block, bytes) : new(null, null, PaperPictures.Altered);
    }
}
