namespace Lianzhi.Core.Records;

/// <summary>What a verifier trusts besides the file (核验依据).</summary>
/// <param name="Key">Fingerprint of the signer, known from elsewhere; null to take the signer from the file.</param>
/// <param name="Heads">The published list of heads; null without it.</param>
public sealed record Trust(string? Key = null, HeadList? Heads = null);

/// <summary>What the check of a record file found (离线核验结果).</summary>
/// <param name="Entries">How many entries hold.</param>
/// <param name="Erased">How many values were erased by law.</param>
/// <param name="Stream">What the record is about; null before the first entry was read.</param>
/// <param name="Head">The head; null when it was not reached.</param>
/// <param name="BrokenEntry">Number of the first entry that does not hold; null when all do.</param>
/// <param name="BrokenPart">The part that does not hold: <c>entry</c>, <c>head</c>, <c>proof</c>, <c>key</c>, or <c>file</c> for what belongs to none; null when all hold.</param>
/// <param name="Why">What is wrong; null when all holds.</param>
/// <param name="PublishedOn">Day of the published head it was compared with; null without a list.</param>
public sealed record RecordCheck(
    long Entries, long Erased, string? Stream, TreeHead? Head, long? BrokenEntry, string? BrokenPart, string? Why, DateOnly? PublishedOn)
{
    /// <summary>True when everything holds.</summary>
    public bool Holds => BrokenPart is null;

    /// <summary>Checks a file from its bytes alone.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="hash">SM3.</param>
    /// <param name="signature">SM2.</param>
    /// <param name="trust">What is trusted besides the file.</param>
    /// <returns>The first thing that does not hold; null when the bytes are no record file at all.</returns>
    public static RecordCheck? Of(ReadOnlySpan<byte> bytes, HashFunction hash, SignatureCheck signature, Trust trust)
    {
        var reader = new CanonicalReader(bytes);
        if (!reader.Take(RecordFile.Beginning)) return null;
        var check = new Progress(hash);
        try
        {
            var whole = check.ReadEntries(ref reader);
            check.Part = "head";
            reader.Expect(",\"head\":"u8);
            var head = check.Head = TreeHead.Read(ref reader);
            check.Part = "proof";
            reader.Expect(",\"proof\":"u8);
            var proof = Proof.Read(ref reader);
            check.Part = "key";
            reader.Expect(",\"key\":{\"publicKey\":"u8);
            var publicKey = reader.Hex(130);
            reader.Expect(",\"fingerprint\":"u8);
            var fingerprint = reader.Hex(64);
            reader.Expect("}"u8);
            check.Part = "file";
            reader.Expect("}"u8);
            if (!reader.AtEnd) return check.Broken("file", "文件末尾有多余的内容");
            return check.OfEntries(proof)
                ?? check.OfKey(publicKey, fingerprint, signature, trust)
                ?? check.OfProof(proof)
                ?? (whole ? null : check.Broken("file", "导出平台自查未通过"))
                ?? check.OfPublication(proof, signature, trust)
                ?? check.Held();
        }
        catch (CanonicalFault fault)
        {
            return check.OfEntries(null) ?? check.Broken(check.Part, fault.Message);
        }
    }

    private sealed class Progress(HashFunction hash)
    {
        private readonly Chain chain = new(hash);
        private long read, erased;
        private string? stream;
        private DateOnly? published;

        public string Part { get; set; } = "file";

        public TreeHead? Head { get; set; }

        public bool ReadEntries(ref CanonicalReader reader)
        {
            var whole = reader.Take("\"isWhole\":true"u8);
            if (!whole) reader.Expect("\"isWhole\":false"u8);
            reader.Expect(",\"items\":["u8);
            Part = "entry";
            do
            {
                var item = EntryItem.Read(ref reader);
                chain.Take(item.Entry, item.Stored);
                read++;
                stream ??= item.Entry.Stream;
                erased += item.Stored.Fields.Count(field => field.Value is null);
            }
            while (reader.Take(","u8));
            reader.Expect("]"u8);
            return whole;
        }

        public RecordCheck? OfEntries(Proof? proof)
        {
            if (chain.Found.Holds) return null;
            if (proof?.Includes(chain.Last, Head!, hash) == true) chain.LastIsConfirmed();
            return Broken("entry", chain.Found.Why!) with { BrokenEntry = chain.Found.BrokenAt };
        }

        public RecordCheck? OfKey(string publicKey, string fingerprint, SignatureCheck signature, Trust trust)
        {
            if (SigningKey.FingerprintOf(publicKey, hash) != fingerprint) return Broken("key", "指纹与公钥不符");
            if (Head!.Key != fingerprint) return Broken("head", "校验值不是由文件中的公钥签名的");
            if (!Head.IsSignedBy(publicKey, signature)) return Broken("head", "签名不成立");
            if (trust.Key is { } known && known != fingerprint && trust.Heads?.HandsOver(known, fingerprint, hash, signature) != true)
                return Broken("key", $"签名公钥的指纹是 {fingerprint}，不是所给的 {known}");
            return null;
        }

        public RecordCheck? OfProof(Proof proof) =>
            !proof.Includes(chain.Last, Head!, hash) ? Broken("proof", $"第 {read} 条（最后一条）不能由证明推得所签的校验值")
            : !proof.ContinuesAnchor(Head!, hash) ? Broken("proof", "校验值不是由所列的当日校验值延续而来")
            : null;

        public RecordCheck? OfPublication(Proof proof, SignatureCheck signature, Trust trust)
        {
            if (trust.Heads is not { } heads) return null;
            if (heads.FirstBroken(hash, signature) is { } broken) return Broken("head", $"清单中 {broken.Day:yyyy-MM-dd} 的当日校验值不成立");
            if (heads.Items.Contains(Head!))
            {
                published = Head!.Day;
                return null;
            }
            if (Head!.Day is not null || proof.Anchor is not { } anchor) return Broken("head", "公布的清单中没有这个校验值");
            if (heads.Items.LastOrDefault(head => head.Size == anchor.Size && head.Root == anchor.Root) is not { } last) return Broken("head", "公布的清单中没有所延续的当日校验值");
            published = last.Day;
            return null;
        }

        public RecordCheck Held() => new(read, erased, stream, Head, null, null, null, published);

        public RecordCheck Broken(string part, string why) =>
            new(chain.Found.Entries, erased, stream, Head, part == "entry" ? read + 1 : null, part, why, null);
    }
}
