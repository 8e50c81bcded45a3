using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Powers;

namespace Lianzhi.Core.Tests.Powers;

/// <summary>The shipped organisation and sample list of items, read once.</summary>
internal static class SampleDistrict
{
    public static readonly IReadOnlyList<string> Townships = ["350603001", "350603002", "350603003", "350603004", "350603005", "350603103"];

    public static readonly OrganisationFileContent File = OrganisationFile.Parse(System.IO.File.ReadAllText(Path("organisation.json"))).Value!;

    public static readonly OrganisationRegister Organisation = File.Register;

    public static readonly IReadOnlyList<IReadOnlyList<string>> Rows = ReadCsv("items.csv");

    public static readonly IReadOnlyList<Item> Items = ItemFile.Parse(Rows, Organisation, Validity.Always.From).Items;

    public static readonly Catalogue Catalogue = new(Items, Empowerments.Sample(Items, Organisation, File.SampleEmpowerment!));

    public static IReadOnlyList<IReadOnlyList<string>> ReadCsv(string name)
    {
        using var parser = new CsvParser(new StreamReader(Path(name)), new CsvConfiguration(CultureInfo.InvariantCulture));
        var rows = new List<IReadOnlyList<string>>();
        while (parser.Read()) rows.Add(parser.Record!);
        return rows;
    }

    private static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "data", name);
}
