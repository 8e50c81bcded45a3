using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Lianzhi.Core;
using MiniExcelLibs;

namespace Lianzhi.Web.Features.Powers;

/// <summary>Reads CSV and XLSX as rows of texts (表格读取).</summary>
internal static class ItemTables
{
    /// <summary>Most bytes of a file.</summary>
    public const long LargestFile = 5 * 1024 * 1024;

    private const int MostRows = 20_000;

    /// <summary>Reads every row, header first; the kind of file is known by its first bytes.</summary>
    public static async Task<Result<IReadOnlyList<IReadOnlyList<string>>>> Read(Stream content, string field, CancellationToken cancel)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await content.ReadAsync(buffer, cancel)) > 0)
        {
            if (copy.Length + read > LargestFile) return Refusal.Invalid(field, "文件不能超过 5 MB。");
            copy.Write(buffer, 0, read);
        }
        copy.Position = 0;
        try
        {
            List<IReadOnlyList<string>> rows = copy.GetBuffer().AsSpan(0, (int)Math.Min(2, copy.Length)).SequenceEqual("PK"u8) ? Workbook(copy) : Text(copy);
            if (rows.Count > MostRows) return Refusal.Invalid(field, $"文件不能超过 {MostRows} 行。");
            return rows;
        }
        catch (Exception fault) when (fault is CsvHelperException or InvalidDataException or System.Text.DecoderFallbackException or System.Xml.XmlException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            return Refusal.Invalid(field, "文件打不开：请使用 UTF-8 编码的 CSV，或者 XLSX 工作簿。");
        }
    }

    private static List<IReadOnlyList<string>> Text(Stream content)
    {
        using var reader = new StreamReader(content, new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, IgnoreBlankLines = false });
        var rows = new List<IReadOnlyList<string>>();
        while (rows.Count <= MostRows && parser.Read()) rows.Add(parser.Record ?? []);
        return rows;
    }

    private static List<IReadOnlyList<string>> Workbook(Stream content) =>
    [
        .. content.Query(useHeaderRow: false, excelType: ExcelType.XLSX).Take(MostRows + 1).Cast<IDictionary<string, object?>>()
            .Select(row => (IReadOnlyList<string>)[.. row.Values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")]),
    ];
}
