using System.Reflection;

namespace Lianzhi.Web.Features.Organisation;

/// <summary>Reference files of the folder <c>data</c>, carried inside the program so that they cannot be missing.</summary>
internal static class ShippedFiles
{
    /// <summary>Opens a file by its name.</summary>
    /// <exception cref="InvalidOperationException">The program carries no such file.</exception>
    public static Stream Open(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The program carries no file '{name}'.");

    /// <summary>Reads a text file by its name.</summary>
    public static string Text(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }
}
