using System.Globalization;
using System.IO.Compression;
using System.Xml;
using CsvHelper;
using CsvHelper.Configuration;

namespace Lianzhi.Web.Platform.Tables;

/// <summary>
/// Reads CSV and XLSX row by row (表格流式读取): a file of a hundred thousand rows is never held as a whole. The kind of file is
/// known by its first bytes. What a workbook unpacks to is limited, whatever it says of itself.
/// </summary>
internal static class TableStream
{
    /// <summary>Most bytes of a file.</summary>
    public const long LargestFile = 32L << 20;

    private const long LargestSheet = 192L << 20;
    private const long LargestTexts = 48L << 20;
    private const int LongestCell = 32_767;
    private const int MostColumns = 200;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, IgnoreComments = true, IgnoreProcessingInstructions = true, IgnoreWhitespace = false };

    /// <summary>The faults that mean the file is none that can be read.</summary>
    public static bool IsUnreadable(Exception fault) => fault is CsvHelperException or InvalidDataException or System.Text.DecoderFallbackException or XmlException or FormatException or OverflowException;

    /// <summary>The rows, each with its number as the spreadsheet counts it. The list handed out is used again for the next row.</summary>
    public static IEnumerable<(int Number, IReadOnlyList<string> Cells)> Rows(Stream content)
    {
        Span<byte> start = stackalloc byte[2];
        var read = content.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        content.Position = 0;
        return read == 2 && start.SequenceEqual("PK"u8) ? Workbook(content) : Text(content);
    }

    private static IEnumerable<(int, IReadOnlyList<string>)> Text(Stream content)
    {
        using var reader = new StreamReader(content, new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, IgnoreBlankLines = false, MaxFieldSize = LongestCell });
        while (parser.Read()) yield return (parser.Row, parser.Record ?? []);
    }

    private static IEnumerable<(int, IReadOnlyList<string>)> Workbook(Stream content)
    {
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        var texts = SharedTexts(archive);
        using var sheet = Open(archive, FirstSheet(archive), LargestSheet);
        var cells = new List<string>();
        var number = 0;
        while (sheet.Read())
        {
            if (sheet.NodeType != XmlNodeType.Element || sheet.LocalName != "row") continue;
            number = sheet.GetAttribute("r") is { } given ? int.Parse(given, NumberStyles.None, CultureInfo.InvariantCulture) : number + 1;
            cells.Clear();
            if (!sheet.IsEmptyElement) ReadCells(sheet, texts, cells);
            yield return (number, cells);
        }
    }

    private static void ReadCells(XmlReader sheet, List<string> texts, List<string> cells)
    {
        var depth = sheet.Depth;
        while (sheet.Read() && sheet.Depth > depth)
        {
            if (sheet.NodeType != XmlNodeType.Element || sheet.LocalName != "c") continue;
            var place = sheet.GetAttribute("r") is { } reference ? Column(reference) : cells.Count;
            if (place < cells.Count || place >= MostColumns) throw new InvalidDataException("A cell stands where none can be.");
            while (cells.Count < place) cells.Add("");
            var kind = sheet.GetAttribute("t");
            cells.Add(sheet.IsEmptyElement ? "" : Value(sheet, kind, texts));
        }
    }

    private static string Value(XmlReader sheet, string? kind, List<string> texts)
    {
        var depth = sheet.Depth;
        var value = "";
        while (sheet.Read() && sheet.Depth > depth)
        {
            if (sheet.NodeType != XmlNodeType.Element || sheet.LocalName is not ("v" or "t") || sheet.IsEmptyElement) continue;
            sheet.Read();
            if (sheet.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA) value += sheet.Value;
            if (value.Length > LongestCell) throw new InvalidDataException("A cell is too long.");
        }
        if (kind != "s") return value;
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < texts.Count ? texts[index] : throw new InvalidDataException("A shared text is missing.");
    }

    private static List<string> SharedTexts(ZipArchive archive)
    {
        var texts = new List<string>();
        if (archive.GetEntry("xl/sharedStrings.xml") is null) return texts;
        using var reader = Open(archive, "xl/sharedStrings.xml", LargestTexts);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "si") continue;
            var (depth, text, phonetic) = (reader.Depth, "", false);
            if (!reader.IsEmptyElement)
                while (reader.Read() && reader.Depth > depth)
                {
                    if (reader.LocalName == "rPh") phonetic = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
                    if (!phonetic && reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA) text += reader.Value;
                }
            texts.Add(text);
        }
        return texts;
    }

    private static string FirstSheet(ZipArchive archive)
    {
        string? relation = null;
        using (var book = Open(archive, "xl/workbook.xml", LargestTexts))
            while (relation is null && book.Read())
                if (book.NodeType == XmlNodeType.Element && book.LocalName == "sheet") relation = book.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
        using var relations = Open(archive, "xl/_rels/workbook.xml.rels", LargestTexts);
        while (relations.Read())
            if (relations.NodeType == XmlNodeType.Element && relations.LocalName == "Relationship" && relations.GetAttribute("Id") == relation && relations.GetAttribute("Target") is { } target)
                return target.StartsWith('/') ? target[1..] : $"xl/{target}";
        throw new InvalidDataException("The workbook has no sheet.");
    }

    private static XmlReader Open(ZipArchive archive, string name, long largest) =>
        XmlReader.Create(new Limited((archive.GetEntry(name) ?? throw new InvalidDataException($"{name} is missing.")).Open(), largest), Settings);

    private static int Column(string reference)
    {
        var column = 0;
        foreach (var letter in reference)
        {
            if (!char.IsAsciiLetterUpper(letter)) break;
            column = (column * 26) + letter - 'A' + 1;
            if (column > MostColumns) break;
        }
        return column - 1;
    }

    /// <summary>Stops a file that unpacks without end.</summary>
    private sealed class Limited(Stream inner, long left) : Stream
    {
        private long left = left;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            left -= read;
            return left >= 0 ? read : throw new InvalidDataException("The workbook unpacks to more than is taken.");
        }

        public override void Flush() => inner.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
