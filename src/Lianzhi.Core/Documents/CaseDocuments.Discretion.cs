using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Discretion;
using static Lianzhi.Core.Documents.CasePhrases;

namespace Lianzhi.Core.Documents;

/// <content>The worksheet of discretion as a paper (裁量工作单).</content>
public static partial class CaseDocuments
{
    private static DocumentContent DiscretionSheet(CaseState state, DiscretionAssessed sheet) => Make(state, DocumentCode.DiscretionSheet, null,
        [
            new FieldTable(
            [
                new("案由", $"涉嫌{state.Item!.Conduct}"),
                .. PartyRows(state.Party!),
                new("适用事项", sheet.Item),
                .. Reckoning(sheet),
                new("不同于档次或者类案的理由", Or(sheet.DepartureReason, "无")),
                new("同日其他处罚的说明", Or(sheet.OtherActReason, "无")),
            ]),
            .. sheet.Similar.Count > 0 ? new DocumentBlock[] { new GridTable(["本机关类案", "决定日期", "罚款"], [.. sheet.Similar.Select(one => (IReadOnlyList<string>)[one.Number, ChineseText.Date(one.DecidedOn), ChineseText.Amount(one.FineFen)])]) } : [],
            .. sheet.Earlier.Count > 0 ? new DocumentBlock[] { new GridTable(["当事人以往案件", "机关", "事项", "行为日期"], [.. sheet.Earlier.Select(one => (IReadOnlyList<string>)[one.Number, one.Organ, one.Item, ChineseText.Date(one.ActOn)])]) } : [],
            new SignatureBlock([.. Signatures("承办人", sheet.Officers, ChineseText.Date(sheet.On))]),
        ]);

    /// <summary>How the worksheet came to its amount, line by line.</summary>
    private static IEnumerable<FieldRow> Reckoning(DiscretionAssessed sheet) =>
    [
        new("裁量情节", sheet.Reasons.Count > 0 ? string.Join("；", sheet.Reasons.Select(reason => $"{reason.Text.TrimEnd('。')}（{reason.Basis}）")) : "没有法定从轻、减轻、从重情节"),
        new("初次违法", sheet.First ? "是，没有同类违法记录" : "否"),
        new("计算过程", sheet.Steps.Count > 0 ? string.Concat(sheet.Steps) : "—"),
        new("法定幅度", sheet.Grade == DiscretionGrade.None ? "—" : $"{ChineseText.Amount(sheet.LowFen)}至{ChineseText.Amount(sheet.HighFen)}"),
        new("裁量等次", Grades.Title(sheet.Grade)),
        new("裁量基准", sheet.Grade == DiscretionGrade.None ? "—" : $"{Or(sheet.Benchmark, "该事项没有导入裁量基准，按幅度一般划分")}：{ChineseText.Amount(sheet.BandLowFen)}至{ChineseText.Amount(sheet.BandHighFen)}"),
        new("建议", sheet.Grade == DiscretionGrade.None ? "不予行政处罚" : $"罚款{ChineseText.WordsAndFigures(sheet.FineFen)}"),
    ];
}
