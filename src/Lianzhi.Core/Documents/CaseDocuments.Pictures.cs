using Lianzhi.Core.Cases;
using Lianzhi.Core.Evidence;
using static Lianzhi.Core.Documents.CasePhrases;

namespace Lianzhi.Core.Documents;

/// <content>Papers with pictures: the drawings that belong to a record of inspection (勘验图), the photos of a case (照片证据页).</content>
public static partial class CaseDocuments
{
    private const string HeldApart = "敏感证据，另行保管";

    /// <summary>
    /// The photos of a case two to a sheet, each with who took it, when, where and what it proves; copies of papers with the words that they agree with the original
    /// (照片证据页). Made anew whenever it is asked for; null while there is nothing to show.
    /// </summary>
    public static DocumentContent? PhotoSheet(CaseState state)
    {
        var all = state.Evidence.Where(item => item.Excluded is null && item.Collected.Sketch is null).OrderBy(item => item.Collected.Number)
            .SelectMany(item => item.Collected.Files.Index().Where(file => file.Item.IsPicture).Select(file => (Item: item, file.Index))).ToList();
        var shown = all.Where(photo => !photo.Item.Collected.Sensitive).ToList();
        var left = all.Count - shown.Count;
        return all.Count == 0 ? null : Make(state, DocumentCode.PhotoSheet, state.Number,
        [
            new Paragraph($"案由：{state.Title}", ParagraphStyle.Plain),
            .. shown.Select(photo => Photo(photo.Item.Collected, photo.Index)),
            .. left > 0 ? [new Paragraph($"另有 {left} 张敏感照片不在其中，另行保管。", ParagraphStyle.Note)] : Array.Empty<DocumentBlock>(),
        ]);
    }

    private static PictureBlock Photo(EvidenceCollected taken, int file)
    {
        var copy = taken.Kind == EvidenceKind.Documentary;
        return Picture(taken, file, PictureSpace.Half,
            [
                new("证据编号和名称", $"{taken.Number}　{taken.Title}"),
                new("证明内容", taken.Proves),
                new("时间、地点", $"{ChineseText.Time(taken.At)}　{taken.Place}"),
                new(taken.Source == EvidenceSource.OnSite && !copy ? "拍摄人" : "提供人、收集人", $"{GivenBy(taken)}{WithCertificates(taken.Officers)}"),
            ],
            copy ? Copy(taken) : [taken.Source == EvidenceSource.OnSite ? "以上照片与现场情况一致。" : $"来源：{taken.Source.Title()}。", "当事人（见证人、提供人）签名：　　　　　执法人员签名：　　　　、　　　　　　年　月　日"]);
    }

    /// <summary>Who reported is not named on a paper that others see (行政处罚法 第50条: 保密).</summary>
    private static string GivenBy(EvidenceCollected taken) =>
        taken.Source == EvidenceSource.FromReporter ? "举报人（身份保密）；" : taken.Provider is { } provider ? $"{provider}；" : "";

    /// <summary>The stamp of a copy says who compared it and when; what nobody compared does not bear it.</summary>
    private static IReadOnlyList<string> Copy(EvidenceCollected taken) => taken.Compared is { } compared
        ?
        [
            $"【经核对与原件一致】核对人：{WithCertificates(taken.Officers)}　核对日期：{ChineseText.Date(compared.On)}　原件存于：{compared.OriginalAt}",
            "提供人签名：　　　　　　核对人签名：　　　　、　　　　　　年　月　日",
        ]
        :
        [
            "本复制件没有登记与原件核对的情况。□ 经核对与原件一致　原件存于：",
            "提供人签名：　　　　　　核对人签名：　　　　、　　　　　　年　月　日",
        ];

    /// <summary>
    /// The drawings of an inspection, as annexes of its record: the place, day and time, who drew it and what that person is, who was there (最高人民法院关于行政诉讼证据若干问题的规定
    /// 第34条, by analogy). What came after the decision is no part of the record the decision rests on.
    /// </summary>
    private static IEnumerable<DocumentBlock> Sketches(CaseState state, SiteInspected record, int index)
    {
        foreach (var taken in SketchesOf(state, index).Select(item => item.Collected))
        {
            var sketch = taken.Sketch!;
            yield return new Paragraph($"附图：{taken.Title}", ParagraphStyle.Plain);
            for (var file = 0; file < taken.Files.Count; file++)
                yield return Picture(taken, file, PictureSpace.Whole,
                    [
                        new("勘验时间", $"{ChineseText.Time(record.At)} 至 {ChineseText.Time(record.Until)}"),
                        new("勘验地点", taken.Place),
                        new("绘图时间", ChineseText.Time(taken.At)),
                        new("比例", sketch.Scale),
                        new("绘图人", sketch.Drawer),
                        new("勘验人员", WithCertificates(taken.Officers)),
                        new("在场的当事人（见证人）", Or(sketch.Present, "无")),
                        new("证据编号", $"{taken.Number}"),
                    ],
                    ["绘图人签名：　　　　　勘验人员签名：　　　　、　　　　　　", "当事人（见证人）签名：　　　　　　　　　　　年　月　日"]);
        }
    }

    /// <summary>The drawings that belong to an inspection of a case.</summary>
    /// <param name="state">The case.</param>
    /// <param name="index">Which inspection, from 0.</param>
    public static IEnumerable<EvidenceItem> SketchesOf(CaseState state, int index) => state.Evidence.Where(item =>
        item is { Excluded: null, Collected: { Sketch: not null, Phase: not EvidencePhase.Execution, Act: { Kind: RecordedActKind.Inspection, Index: var of } } } && of == index);

    private static PictureBlock Picture(EvidenceCollected taken, int file, PictureSpace space, IReadOnlyList<FieldRow> rows, IReadOnlyList<string> lines) =>
        new(taken.EvidenceId, file, taken.Files[file].Sm3, taken.Files[file].MediaType, $"证据{taken.Number}：{taken.Title}{(taken.Files.Count > 1 ? $"（第{file + 1}个文件）" : "")}", rows, lines, space, taken.Sensitive ? HeldApart : null);
}
