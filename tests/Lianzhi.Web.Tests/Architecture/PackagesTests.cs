using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Lianzhi.Web.Tests.Architecture;

/// <summary>
/// Packages known to be harmful, or refused by decision, stand in no lock file. The list is our own, because the
/// advisory services cannot be asked on a closed network (decision 7).
/// </summary>
public class PackagesTests
{
    private sealed record Package(string Registry, string Name, string Version, string File);

    [Fact]
    public void LockFiles_DeniedPackages_AreAbsent()
    {
        var denied = File.ReadAllLines(Path.Combine(Root(), "tests/Lianzhi.Web.Tests/Architecture/denied-packages.csv")).Skip(1).Select(line => line.Split(',', 4)).ToList();
        var packages = NuGet().Concat(Npm()).ToList();
        Assert.Contains(packages, package => package is { Registry: "nuget", Name: "Npgsql" });
        Assert.Contains(packages, package => package is { Registry: "npm", Name: "esbuild" });
        Assert.Empty(from package in packages
                     from rule in denied
                     where rule[0] == package.Registry && rule[1].Equals(package.Name, StringComparison.OrdinalIgnoreCase) && Denies(rule[2], package.Version)
                     select $"{package.File}: {package.Name} {package.Version} ({rule[3]})");
    }

    [Theory]
    [InlineData("*", "1.0.0", true)]
    [InlineData("<3.0.3", "3.0.2", true)]
    [InlineData("<3.0.3", "3.0.3", false)]
    [InlineData("<3.0.3", "3.0.3-beta", true)]
    [InlineData("<2.0.10", "2.0.9", true)]
    [InlineData("=1.2.9 =2.3.9", "2.3.9", true)]
    [InlineData("=1.2.9 =2.3.9", "1.2.8", false)]
    public void Rule_Version_IsDeniedOrNot(string rule, string version, bool denied) => Assert.Equal(denied, Denies(rule, version));

    private static bool Denies(string rule, string version) => rule.Split(' ').Any(part => part[0] switch
    {
        '*' => true,
        '=' => part[1..] == version,
        _ => Number(version) < Number(part[1..]) || (Number(version) == Number(part[1..]) && version.Contains('-', StringComparison.Ordinal)),
    });

    private static Version Number(string version) => Version.Parse(version.Split('-', '+')[0]);

    private static IEnumerable<Package> NuGet() =>
        from file in Directory.EnumerateFiles(Root(), "packages.lock.json", SearchOption.AllDirectories)
        where !file.Contains("artifacts", StringComparison.Ordinal) && !file.Contains("node_modules", StringComparison.Ordinal)
        from framework in Read(file).GetProperty("dependencies").EnumerateObject()
        from package in framework.Value.EnumerateObject()
        where package.Value.TryGetProperty("resolved", out _)
        select new Package("nuget", package.Name, package.Value.GetProperty("resolved").GetString()!, Path.GetRelativePath(Root(), file));

    private static IEnumerable<Package> Npm()
    {
        const string Folder = "node_modules/";
        var file = Path.Combine(Root(), "src/Lianzhi.Web/Assets/package-lock.json");
        return from package in Read(file).GetProperty("packages").EnumerateObject()
               where package.Name.Contains(Folder, StringComparison.Ordinal)
               select new Package("npm", package.Name[(package.Name.LastIndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..], package.Value.GetProperty("version").GetString()!, Path.GetRelativePath(Root(), file));
    }

    private static JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllBytes(file)).RootElement;

    private static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}
