using System.Net;
using Amazon.Runtime;

namespace Lianzhi.Web.Platform.Files;

/// <summary>Tells storage that is full from storage that is not there (存储故障).</summary>
public static class StorageFaults
{
    private const int NoSpace = 28;
    private const int OverQuota = 122;
    private const int DiskFull = unchecked((int)0x80070070);

    /// <summary>507 when there is no room, 503 when the store does not answer, null for anything else.</summary>
    public static int? StatusOf(Exception? fault) => fault switch
    {
        IOException { HResult: NoSpace or OverQuota or DiskFull } => StatusCodes.Status507InsufficientStorage,
        AmazonServiceException { StatusCode: HttpStatusCode.InsufficientStorage } => StatusCodes.Status507InsufficientStorage,
        AmazonServiceException { ErrorCode: "QuotaExceeded" or "XMinioStorageFull" } => StatusCodes.Status507InsufficientStorage,
        AmazonServiceException or AmazonClientException or HttpRequestException => StatusCodes.Status503ServiceUnavailable,
        _ => null,
    };
}
