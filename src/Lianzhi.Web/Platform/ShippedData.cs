namespace Lianzhi.Web.Platform;

/// <summary>Reference data that comes with the product (随产品数据), in the folder <c>data</c> beside the program.</summary>
public static class ShippedData
{
    /// <summary>Path of a shipped file.</summary>
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "data", name);

    /// <summary>All lines of a shipped file.</summary>
    public static string[] Lines(string name) => File.ReadAllLines(PathOf(name));
}
