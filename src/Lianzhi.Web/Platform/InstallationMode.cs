using System.ComponentModel.DataAnnotations;

namespace Lianzhi.Web.Platform;

/// <summary>How this installation runs (运行方式).</summary>
/// <param name="dataFolder">Folder of the embedded database and of files.</param>
public sealed class InstallationMode(string dataFolder)
{
    /// <summary>Name of the row that says what the database holds.</summary>
    public const string ContentName = "content";

    /// <summary>Folder of the embedded database and of files.</summary>
    public string DataFolder { get; } = dataFolder;

    /// <summary>True when the database holds the made-up demonstration district: loopback only, marked on every page.</summary>
    public bool IsDemo { get; set; }
}

/// <summary>One fact about the installation itself, for example that its content is a demonstration.</summary>
public sealed class InstallationRow
{
    /// <summary>Name of the fact.</summary>
    [Key, MaxLength(40)] public required string Name { get; init; }

    /// <summary>Its value.</summary>
    [MaxLength(200)] public required string Value { get; set; }
}
