using System.Reflection;
using System.Runtime.CompilerServices;
using Lianzhi.Core;
using Lianzhi.Web.Platform;

namespace Lianzhi.Web.Tests.Architecture;

/// <summary>The house rules that a machine can check.</summary>
public class LayoutTests
{
    private static readonly Assembly Web = typeof(Capability).Assembly;

    [Fact]
    public void Core_References_NothingButTheRuntime() =>
        Assert.Empty(typeof(Refusal).Assembly.GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not "netstandard"));

    [Fact]
    public void Capabilities_Every_StandInTheList()
    {
        var all = Web.GetTypes().Where(type => type.IsSubclassOf(typeof(Capability)) && !type.IsAbstract).Select(type => type.Name).Order();
        Assert.Equal(all, Capabilities.All.Select(capability => capability.GetType().Name).Order());
    }

    [Fact]
    public void Project_Files_NameNoRegistryAndNoInlineStyle()
    {
        var source = Path.Combine(Root(), "src");
        var inline = from file in Directory.EnumerateFiles(source, "*.razor", SearchOption.AllDirectories)
                     let text = File.ReadAllText(file)
                     where text.Contains(" style=\"", StringComparison.Ordinal) || text.Contains("<style", StringComparison.Ordinal) || text.Contains("onclick=\"", StringComparison.Ordinal)
                     select Path.GetFileName(file);
        Assert.Empty(inline);
    }

    private static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}
