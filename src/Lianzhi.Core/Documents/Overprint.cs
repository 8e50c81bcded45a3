using Lianzhi.Core.Cases;
using Lianzhi.Core.Settings;
using static Lianzhi.Core.Documents.CasePhrases;

namespace Lianzhi.Core.Documents;

/// <summary>A blank of a preprinted form (套打栏目); millimetres from where the form's text begins.</summary>
/// <param name="Name">What is filled in.</param>
/// <param name="X">To the right.</param>
/// <param name="Y">Down to the base line of its first line.</param>
/// <param name="Width">Width.</param>
/// <param name="Lines">How many lines it has.</param>
public sealed record OverprintField(string Name, decimal X, decimal Y, decimal Width, int Lines);

/// <summary>What is printed into a blank (套打文字); millimetres on the sheet.</summary>
/// <param name="Field">The blank, at its place on the sheet.</param>
/// <param name="Lines">The text line by line, as many as the blank has at most.</param>
/// <param name="Rest">What did not fit; empty when everything did.</param>
public sealed record OverprintText(OverprintField Field, IReadOnlyList<string> Lines, string Rest);

/// <summary>
/// Prints into preprinted forms (套打): only the text, at its places, without lines and words that the form already has.
/// </summary>
public static class Overprint
{
    /// <summary>Size of the letters in millimetres: 小四, 12 points.</summary>
    public const decimal Size = 4.23m;

    /// <summary>From one line to the next in millimetres.</summary>
    public const decimal Leading = 8m;

    /// <summary>Where the form's text begins, from the left edge of the sheet.</summary>
    public static readonly SettingDefinition Left = new("overprint.left", "套打内容起点距纸张左边", SettingKind.Number, "0.1毫米", "280", "按单位印制的空白文书量取", false);

    /// <summary>Where the form's text begins, from the upper edge of the sheet.</summary>
    public static readonly SettingDefinition Top = new("overprint.top", "套打内容起点距纸张上边", SettingKind.Number, "0.1毫米", "370", "按单位印制的空白文书量取", false);

    private static readonly OverprintField[] OnSpot =
    [
        new("文号", 104, 14, 52, 1), new("当事人", 26, 26, 130, 1), new("证件号码", 40, 34, 116, 1), new("住址", 26, 42, 130, 1), new("时间和地点", 34, 50, 122, 2), new("违法事实", 0, 74, 156, 4),
        new("违反规定", 0, 114, 156, 2), new("处罚依据", 0, 138, 156, 2), new("处罚内容", 0, 162, 156, 3), new("执法人员及证号", 40, 194, 116, 2), new("日期", 104, 226, 52, 1),
    ];

    private static readonly OverprintField[] Receipt =
    [
        new("案由", 40, 18, 116, 1), new("受送达人", 40, 30, 116, 1), new("送达文书名称及文号", 40, 42, 116, 2), new("送达方式", 40, 62, 116, 1), new("送达地点", 40, 74, 116, 2), new("送达日期", 40, 94, 116, 2),
        new("收件人", 40, 114, 116, 1), new("拒收事由和日期", 40, 134, 116, 3), new("见证人或者影像", 40, 166, 116, 2), new("送达人", 40, 190, 116, 2),
    ];

    private static readonly OverprintField[] Correction =
    [
        new("文号", 104, 14, 52, 1), new("当事人", 26, 26, 130, 1), new("证件号码", 40, 34, 116, 1), new("住址", 26, 42, 130, 1), new("违法行为", 0, 66, 156, 2), new("违反规定", 0, 90, 156, 2),
        new("改正要求", 0, 114, 156, 4), new("改正期限", 60, 154, 96, 1), new("日期", 104, 190, 52, 1),
    ];

    private static readonly OverprintField[] ListHead = [new("文号", 104, 14, 52, 1), new("当事人", 26, 26, 130, 1), new("保管地点和保管人", 40, 38, 116, 1)];

    private static readonly OverprintField[] ListFoot = [new("未列入本页的物品", 40, 176, 116, 1), new("执法人员及证号", 40, 190, 116, 2), new("日期", 104, 214, 52, 1)];

    // One line of a list of goods: head of the column, from the left, width.
    private static readonly (string Name, decimal X, decimal Width)[] ListColumns = [("序号", 0, 10), ("名称", 12, 40), ("规格", 54, 34), ("数量", 90, 14), ("单位", 106, 12), ("备注", 120, 36)];

    private const decimal FirstRow = 62;

    private const decimal RowHeight = 9;

    /// <summary>Lines of a preprinted list of goods; what stands on more lines goes on a second sheet.</summary>
    public const int ListRows = 12;

    /// <summary>True for kinds of which preprinted forms are in use; of preservation and sealing it is the list of goods (清单).</summary>
    public static bool Has(DocumentCode code) =>
        code is DocumentCode.OnSpotDecision or DocumentCode.ServiceReceipt or DocumentCode.CorrectionOrder or DocumentCode.PreservationNotice or DocumentCode.SealingDecision;

    /// <summary>The text at its places.</summary>
    /// <param name="state">The case.</param>
    /// <param name="content">The paper, as it goes out.</param>
    /// <param name="settings">Where the form begins.</param>
    /// <returns>Null for kinds without a preprinted form.</returns>
    public static IReadOnlyList<OverprintText>? Of(CaseState state, DocumentContent content, SettingsOnDay settings)
    {
        if (!Has(content.Kind.Code)) return null;
        var (fields, values) = content.Kind.Code switch
        {
            DocumentCode.OnSpotDecision => (OnSpot, OnSpotValues(state, content)),
            DocumentCode.ServiceReceipt => (Receipt, ReceiptValues(content)),
            DocumentCode.CorrectionOrder => (Correction, CorrectionValues(state, content)),
            _ => ListOf(state, content),
        };
        var (left, top) = (settings.Number(Left) / 10m, settings.Number(Top) / 10m);
        return [.. fields.Select(field => Fill(field with { X = left + field.X, Y = top + field.Y }, values.GetValueOrDefault(field.Name, "")))];
    }

    /// <summary>Breaks a text into the lines of a blank; a Chinese character is as wide as high, a Latin one half of it.</summary>
    public static OverprintText Fill(OverprintField field, string text)
    {
        var (lines, rest) = (new List<string>(), text.ReplaceLineEndings(" "));
        while (rest.Length > 0 && lines.Count < field.Lines)
        {
            var (count, used) = (0, 0m);
            while (count < rest.Length)
            {
                var step = char.IsHighSurrogate(rest[count]) && count + 1 < rest.Length ? 2 : 1;
                var width = rest[count] < 0x2000 ? Size / 2 : Size;
                if (used + width > field.Width && count > 0) break;
                (count, used) = (count + step, used + width);
            }
            lines.Add(rest[..count]);
            rest = rest[count..];
        }
        return new(field, lines, rest);
    }

    private static Dictionary<string, string> OnSpotValues(CaseState state, DocumentContent content)
    {
        var decision = state.OnSpot!;
        var party = PartyRows(state.Party!);
        return new(StringComparer.Ordinal)
        {
            ["文号"] = content.Number ?? "",
            ["当事人"] = party[0].Value,
            ["证件号码"] = party[1].Value,
            ["住址"] = party[^1].Value,
            ["时间和地点"] = $"{ChineseText.Time(decision.At)}　{ChineseText.Place(state.Place!.TownshipName, state.Place.Address)}",
            ["违法事实"] = Sentence(decision.Facts),
            ["违反规定"] = Sentence(decision.Breach),
            ["处罚依据"] = Sentence(decision.PenaltyBasis),
            ["处罚内容"] = $"{Penalties(decision.Penalties)}。责令改正：{Sentence(decision.Correction)}",
            ["执法人员及证号"] = WithCertificates(decision.Officers),
            ["日期"] = ChineseText.Date(decision.On),
        };
    }

    private static Dictionary<string, string> CorrectionValues(CaseState state, DocumentContent content)
    {
        var party = PartyRows(state.Party!);
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["文号"] = content.Number ?? "",
            ["当事人"] = party[0].Value,
            ["证件号码"] = party[1].Value,
            ["住址"] = party[^1].Value,
            ["违法行为"] = Sentence(state.Item!.Conduct),
            ["日期"] = content.Blocks.OfType<SealBlock>().FirstOrDefault()?.Date ?? "",
        };
        // The number may be that of the provincial platform: the order is known by what it requires.
        if (state.Course.Orders.LastOrDefault(order => content.Blocks.Contains(new Paragraph(Sentence(order.Requirement), ParagraphStyle.Operative))) is not { } found) return values;
        (values["违反规定"], values["改正要求"], values["改正期限"]) = (Sentence(found.Breach), Sentence(found.Requirement), ChineseText.Date(found.DueOn));
        return values;
    }

    private static (OverprintField[] Fields, Dictionary<string, string> Values) ListOf(CaseState state, DocumentContent content)
    {
        var rows = content.Blocks.OfType<GridTable>().SelectMany(table => table.Rows).ToList();
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["文号"] = content.Number ?? "",
            ["当事人"] = PartyRows(state.Party!)[0].Value,
            ["保管地点和保管人"] = KeptAt(state, content),
            ["未列入本页的物品"] = rows.Count > ListRows ? $"第{ListRows + 1}项至第{rows.Count}项见续页" : "",
            ["执法人员及证号"] = string.Join('、', content.Blocks.OfType<SignatureBlock>().SelectMany(block => block.Lines).Where(line => line.Label == "执法人员").Select(line => $"{line.Name}（{line.Detail?.Split('，')[0]}）")),
            ["日期"] = content.Blocks.OfType<SealBlock>().FirstOrDefault()?.Date ?? "",
        };
        var cells = new List<OverprintField>();
        foreach (var (index, row) in rows.Take(ListRows).Index())
            foreach (var (column, (name, x, width)) in ListColumns.Index())
                if (row[column].Length > 0)
                {
                    cells.Add(new($"第{index + 1}项{name}", x, FirstRow + (RowHeight * index), width, 1));
                    values[cells[^1].Name] = row[column];
                }
        return ([.. ListHead, .. cells, .. ListFoot.Where(field => values[field.Name].Length > 0)], values);
    }

    /// <summary>Where the goods are and who keeps them, of the measure whose list this is.</summary>
    private static string KeptAt(CaseState state, DocumentContent content)
    {
        bool Lists(IReadOnlyList<Cases.Measures.CaseGoods> goods) => content.Blocks.OfType<GridTable>().Any(table => table.Rows.Select(row => string.Join('|', row)).SequenceEqual(MeasurePhrases.List(goods).Rows.Select(row => string.Join('|', row))));
        return content.Kind.Code == DocumentCode.SealingDecision
            ? state.Measures.Sealings.LastOrDefault(one => Lists(one.Made.Goods)) is { } sealing ? $"{sealing.Made.Place}，{sealing.Made.Keeper}" : ""
            : state.Measures.Preservations.LastOrDefault(one => Lists(one.Made.Goods)) is { } preserved ? $"{preserved.Made.Place}，{preserved.Made.Keeper}" : "";
    }

    private static Dictionary<string, string> ReceiptValues(DocumentContent content)
    {
        var values = content.Blocks.OfType<FieldTable>().SelectMany(table => table.Rows).ToDictionary(row => row.Label, row => row.Value, StringComparer.Ordinal);
        values["送达人"] = string.Join("、", content.Blocks.OfType<SignatureBlock>().SelectMany(block => block.Lines).Select(line => line.Name));
        return values;
    }
}
