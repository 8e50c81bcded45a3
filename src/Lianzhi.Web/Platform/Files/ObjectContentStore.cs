using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Lianzhi.Web.Platform.Files;

/// <summary>Content in an S3-compatible store (对象存储): one bucket, the hash as the name. Large content goes in parts and appears only when whole.</summary>
/// <param name="options">Where the store is.</param>
public sealed class ObjectContentStore(StorageOptions options) : ContentStore, IDisposable
{
    private const string Prefix = "sm3/";
    private const long PartBytes = 16 * 1024 * 1024;

    private readonly AmazonS3Client client = new(
        new BasicAWSCredentials(options.AccessKey, options.SecretKey),
        new AmazonS3Config
        {
            ServiceURL = options.Endpoint,
            AuthenticationRegion = options.Region,
            ForcePathStyle = true,
            // Stores other than Amazon's do not know the newer checksums; the hash of the content is checked by ourselves.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            Timeout = TimeSpan.FromMinutes(30),
            MaxErrorRetry = 3,
        });

    /// <inheritdoc/>
    public override async Task Take(string part, string hash, CancellationToken cancel)
    {
        // Plain bodies: not every store reads the signed chunks the client would send otherwise.
        var length = new FileInfo(part).Length;
        if (length <= PartBytes) await client.PutObjectAsync(new PutObjectRequest { BucketName = options.Bucket, Key = Prefix + hash, FilePath = part, UseChunkEncoding = false }, cancel);
        else await TakeInParts(part, Prefix + hash, length, cancel);
        File.Delete(part);
    }

    private async Task TakeInParts(string part, string key, long length, CancellationToken cancel)
    {
        var upload = (await client.InitiateMultipartUploadAsync(options.Bucket, key, cancel)).UploadId;
        try
        {
            // A store takes 10 000 parts at the most.
            var size = Math.Max(PartBytes, (length / 9_000) + 1);
            var done = new List<PartETag>();
            for (long from = 0; from < length; from += size)
            {
                var sent = await client.UploadPartAsync(new UploadPartRequest
                {
                    BucketName = options.Bucket,
                    Key = key,
                    UploadId = upload,
                    PartNumber = done.Count + 1,
                    FilePath = part,
                    FilePosition = from,
                    PartSize = Math.Min(size, length - from),
                    UseChunkEncoding = false,
                }, cancel);
                done.Add(new PartETag(done.Count + 1, sent.ETag));
            }
            await client.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest { BucketName = options.Bucket, Key = key, UploadId = upload, PartETags = done }, cancel);
        }
        catch
        {
            await client.AbortMultipartUploadAsync(options.Bucket, key, upload, CancellationToken.None);
            throw;
        }
    }

    /// <inheritdoc/>
    public override async Task<Stream?> Open(string hash, CancellationToken cancel)
    {
        if (!IsHash(hash)) return null;
        try
        {
            var found = await client.GetObjectMetadataAsync(options.Bucket, Prefix + hash, cancel);
            return new ObjectStream(found.ContentLength, async (offset, stop) => (await client.GetObjectAsync(
                new GetObjectRequest { BucketName = options.Bucket, Key = Prefix + hash, ByteRange = new ByteRange(offset, found.ContentLength - 1) }, stop)).ResponseStream);
        }
        catch (AmazonS3Exception fault) when (fault.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<KeptContent> List([EnumeratorCancellation] CancellationToken cancel)
    {
        var request = new ListObjectsV2Request { BucketName = options.Bucket, Prefix = Prefix };
        do
        {
            var page = await client.ListObjectsV2Async(request, cancel);
            foreach (var item in page.S3Objects ?? [])
                if (IsHash(item.Key[Prefix.Length..])) yield return new KeptContent(item.Key[Prefix.Length..], item.LastModified?.ToUniversalTime() ?? DateTimeOffset.MaxValue);
            request.ContinuationToken = page.IsTruncated == true ? page.NextContinuationToken : null;
        }
        while (request.ContinuationToken is not null);
    }

    /// <inheritdoc/>
    public override Task Remove(string hash, CancellationToken cancel) => IsHash(hash) ? client.DeleteObjectAsync(options.Bucket, Prefix + hash, cancel) : Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();
}

/// <summary>An object read from where it is asked for: a request is sent at the first read after a seek, so that playback fetches only what it plays.</summary>
/// <param name="length">Bytes of the object.</param>
/// <param name="open">Opens it from an offset.</param>
public sealed class ObjectStream(long length, Func<long, CancellationToken, Task<Stream>> open) : Stream
{
    private Stream? inner;
    private long position;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override long Position
    {
        get => position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            if (value == position) return;
            inner?.Dispose();
            (inner, position) = (null, value);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position >= length || buffer.Length == 0) return 0;
        inner ??= await open(position, cancellationToken);
        var read = await inner.ReadAsync(buffer, cancellationToken);
        if (read == 0) throw new IOException("The object ended before its length.");
        position += read;
        return read;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => position + offset,
        _ => length + offset,
    };

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) inner?.Dispose();
        base.Dispose(disposing);
    }
}
