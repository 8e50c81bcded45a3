namespace Lianzhi.Web.Platform.Files;

/// <summary>Where files are kept (存储设置), from <c>Storage__*</c>.</summary>
/// <param name="Kind"><c>files</c> (default) or <c>s3</c>.</param>
/// <param name="Uploads">Folder of uploads that are under way; on several nodes on storage they share.</param>
/// <param name="Folder">Folder of whole content, for <c>files</c>.</param>
/// <param name="Endpoint">Address of the object store.</param>
/// <param name="Bucket">Its bucket.</param>
/// <param name="AccessKey">Who asks.</param>
/// <param name="SecretKey">And proves it.</param>
/// <param name="Region">Region that requests are signed for.</param>
/// <param name="LargestUpload">Largest file in bytes.</param>
/// <param name="MostUploads">Uploads one account may have under way.</param>
/// <param name="UploadLife">How long an upload may rest.</param>
public sealed record StorageOptions(
    string Kind, string Uploads, string Folder, string Endpoint, string Bucket, string AccessKey, string SecretKey, string Region,
    long LargestUpload, int MostUploads, TimeSpan UploadLife)
{
    /// <summary>Kept in the data folder.</summary>
    public const string Files = "files";

    /// <summary>Kept in an S3-compatible store.</summary>
    public const string ObjectStore = "s3";

    /// <summary>Reads them.</summary>
    /// <exception cref="InvalidOperationException">A value is missing or not known.</exception>
    public static StorageOptions Read(IConfiguration configuration, string dataFolder)
    {
        var kind = configuration["Storage:Kind"] is { Length: > 0 } given ? given : Files;
        if (kind is not (Files or ObjectStore)) throw new InvalidOperationException($"Storage__Kind is '{kind}'; it can be '{Files}' or '{ObjectStore}'.");
        string Needed(string name) => configuration[$"Storage:{name}"] is { Length: > 0 } value ? value
            : kind == ObjectStore ? throw new InvalidOperationException($"Storage__Kind=s3 needs Storage__{name}.") : "";
        return new(
            kind, Path.GetFullPath(configuration["Storage:Uploads"] ?? Path.Combine(dataFolder, "uploads")), Path.GetFullPath(configuration["Storage:Folder"] ?? Path.Combine(dataFolder, "files")),
            Needed("Endpoint"), Needed("Bucket"), Needed("AccessKey"), Needed("SecretKey"), configuration["Storage:Region"] ?? "us-east-1",
            configuration.GetValue("Storage:LargestUpload", 8L << 30), configuration.GetValue("Storage:MostUploads", 20), TimeSpan.FromHours(configuration.GetValue("Storage:UploadHours", 48)));
    }

    /// <summary>The store they name.</summary>
    public ContentStore Open(TimeProvider time) => Kind == ObjectStore ? new ObjectContentStore(this) : new FolderContentStore(Folder, time);
}
