using Lianzhi.Core;
using Lianzhi.Core.Records;
using Lianzhi.Web.Platform.Crypto;

namespace Lianzhi.Web.Platform.Records;

/// <summary>Makes the file of a stream that anyone can check without the platform (导出全过程记录).</summary>
public sealed class RecordExport(RecordReader reader, RecordTree tree, SigningKeys keys)
{
    /// <summary>How often an entry that is not settled yet is asked for, 100 ms apart.</summary>
    private const int Attempts = 20;

    /// <summary>The file; refused while an entry cannot be proven yet, or when stored bytes are no entry at all.</summary>
    /// <param name="stream">The stream; it has entries.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<Result<RecordFile>> Of(string stream, CancellationToken cancel)
    {
        var entries = await reader.Read(stream, cancel);
        if (entries.FirstOrDefault(entry => EntryItem.Write(entry.Stored) is null) is { } foreign)
            return new Refusal("record-broken", $"记录完整性校验未通过：第 {foreign.Number} 条不是规范序列化的内容，请报告区司法局。", "本平台全过程记录规则");
        if (await Position(stream, entries[^1].Number, cancel) is not { } position)
            return new Refusal("record-not-settled", "最后一条记录还在归集，请稍后再导出。", "本平台全过程记录规则");
        var head = await tree.HeadOver(position.Position, cancel) ?? await tree.MakeHead(cancel);
        var key = (await keys.All(cancel)).Single(row => row.Fingerprint == head.Key);
        var check = Chain.Check(entries.Select(entry => entry.Stored), Sm3.Hash);
        var proof = new Proof(position.Position, await tree.Inclusion(position.Position, head.Size, cancel), await tree.AnchorOf(head, cancel), head.ReadConsistency());
        return new RecordFile(check.Holds && check.Last == Convert.ToHexStringLower(position.Hash), [.. entries.Select(entry => entry.Stored)], head.ToHead(), proof, key.PublicKey, key.Fingerprint);
    }

    private async Task<RecordPositionRow?> Position(string stream, long number, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await tree.PositionOf(stream, number, cancel) is { } position) return position;
            if (attempt > 0) await Task.Delay(100, cancel);
            await tree.Sequence(null, cancel);
        }
        return null;
    }
}
