using System.Buffers;
using System.Collections.Concurrent;
using Lianzhi.Core.Evidence;
using Lianzhi.Web.Platform.Crypto;
using Lianzhi.Web.Platform.Files;

namespace Lianzhi.Web.Features.Evidence;

/// <summary>How a piece was taken.</summary>
public enum AppendOutcome
{
    /// <summary>Written, whole or up to where the connection broke.</summary>
    Written,

    /// <summary>The piece begins elsewhere than the part ends.</summary>
    WrongOffset,

    /// <summary>More than was announced; nothing of it was kept.</summary>
    TooLong,

    /// <summary>The checksum of the piece differs; nothing of it was kept.</summary>
    WrongChecksum,
}

/// <summary>A checksum that comes with a piece.</summary>
/// <param name="Algorithm">One of <see cref="UploadParts.Algorithms"/>.</param>
/// <param name="Digest">Its bytes.</param>
public sealed record PieceChecksum(string Algorithm, byte[] Digest);

/// <summary>What a whole part turned out to be.</summary>
/// <param name="Sm3">SM3.</param>
/// <param name="Sha256">SHA-256.</param>
/// <param name="MediaType">What it is; null for what is not taken.</param>
public sealed record FoundFile(string Sm3, string Sha256, string? MediaType);

/// <summary>
/// Parts of uploads on disk (上传分片). What is acknowledged is the length of the file, so a restart forgets nothing. Hashes run
/// along while pieces come in one after another on one node; after a restart or on another node the part is read again at its end.
/// Two buffers of a megabyte for each upload that is writing: one is hashed while the other fills.
/// </summary>
public sealed class UploadParts(StorageOptions options) : IDisposable
{
    private const int Piece = 1024 * 1024;
    private const int MostRunning = 1000;

    private readonly ConcurrentDictionary<string, ContentDigests> running = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> held = new(StringComparer.Ordinal);

    /// <summary>Checksums a piece may come with.</summary>
    public static readonly IReadOnlyList<string> Algorithms = ["sha1", "sha256", "sm3"];

    /// <summary>Path of a part.</summary>
    public string PathOf(string id) => Path.Combine(options.Uploads, $"{id}.part");

    /// <summary>How far an upload is.</summary>
    public long LengthOf(string id) => new FileInfo(PathOf(id)) is { Exists: true } file ? ((file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo) ?? file).Length : 0;

    /// <summary>Takes hold of a part; null while somebody else writes it, here or on another node.</summary>
    public IDisposable? Hold(string id)
    {
        if (!held.TryAdd(id, true)) return null;
        try
        {
            Directory.CreateDirectory(options.Uploads);
            return new Held(this, id, new FileStream(PathOf(id) + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 0, FileOptions.DeleteOnClose));
        }
        catch (IOException fault) when (StorageFaults.StatusOf(fault) is null)
        {
            held.TryRemove(id, out _);
            return null;
        }
        catch
        {
            held.TryRemove(id, out _);
            throw;
        }
    }

    /// <summary>Appends a piece; the part must be held.</summary>
    /// <param name="id">The upload.</param>
    /// <param name="offset">Where the piece begins.</param>
    /// <param name="total">Bytes announced for the whole.</param>
    /// <param name="body">The piece; may break off.</param>
    /// <param name="checksum">Its checksum; null for none.</param>
    /// <param name="cancel">The sender is gone.</param>
    /// <returns>The outcome, the length now, and whether the piece came to its end.</returns>
    public async Task<(AppendOutcome Outcome, long Length, bool Whole)> Append(string id, long offset, long total, Stream body, PieceChecksum? checksum, CancellationToken cancel)
    {
        if (LengthOf(id) != offset) return (AppendOutcome.WrongOffset, LengthOf(id), true);
        if (!running.TryRemove(id, out var digests) || digests.Length != offset)
        {
            digests?.Dispose();
            digests = offset == 0 ? new ContentDigests() : null;
        }
        using var check = checksum is null ? null : new PieceDigest(checksum.Algorithm);
        try
        {
            await using var file = new FileStream(PathOf(id), FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, 0, FileOptions.Asynchronous);
            file.Position = offset;
            var (length, whole) = await Copy(body, file, offset, total, digests, check, cancel);
            var outcome = length > total ? AppendOutcome.TooLong : checksum is not null && !(whole && check!.End().AsSpan().SequenceEqual(checksum.Digest)) ? AppendOutcome.WrongChecksum : AppendOutcome.Written;
            if (outcome != AppendOutcome.Written)
            {
                file.SetLength(offset);
                return (outcome, offset, whole);
            }
            if (digests is not null && running.Count < MostRunning)
            {
                running[id] = digests;
                digests = null;
            }
            return (outcome, length, whole);
        }
        finally
        {
            digests?.Dispose();
        }
    }

    /// <summary>Finds out what a whole part is; the part must be held.</summary>
    public async Task<FoundFile> Find(string id, long length, CancellationToken cancel)
    {
        await using var file = new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        var first = new byte[Math.Min(MediaKinds.Enough, length)];
        await file.ReadExactlyAsync(first, cancel);
        file.Position = 0;
        string sm3, sha256;
        if (running.TryRemove(id, out var digests) && digests.Length == length) (sm3, sha256) = digests.End();
        else (sm3, sha256) = await ContentDigests.Of(file, cancel);
        digests?.Dispose();
        return new FoundFile(sm3, sha256, MediaKinds.Find(first));
    }

    /// <summary>Throws a part away.</summary>
    public void Drop(string id)
    {
        if (running.TryRemove(id, out var digests)) digests.Dispose();
        File.Delete(PathOf(id));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var id in running.Keys)
            if (running.TryRemove(id, out var digests)) digests.Dispose();
    }

    /// <summary>Copies to the end, to where the sender broke off, or past the total; hashing overlaps reading and writing.</summary>
    private static async Task<(long Length, bool Whole)> Copy(Stream body, FileStream file, long offset, long total, ContentDigests? digests, PieceDigest? check, CancellationToken cancel)
    {
        var buffers = new[] { ArrayPool<byte>.Shared.Rent(Piece), ArrayPool<byte>.Shared.Rent(Piece) };
        var hashing = Task.CompletedTask;
        try
        {
            var length = offset;
            for (var turn = 0; ; turn ^= 1)
            {
                var (read, ended) = await Fill(body, buffers[turn].AsMemory(0, Piece), cancel);
                await hashing;
                if (read > 0)
                {
                    length += read;
                    if (length > total) return (length, true);
                    var piece = buffers[turn].AsMemory(0, read);
                    hashing = Task.Run(() =>
                    {
                        digests?.Add(piece.Span);
                        check?.Add(piece.Span);
                    }, CancellationToken.None);
                    // What arrived is kept even when its sender is gone.
                    await file.WriteAsync(piece, CancellationToken.None);
                }
                if (ended is not { } whole) continue;
                await hashing;
                return (length, whole);
            }
        }
        finally
        {
            await hashing;
            foreach (var buffer in buffers) ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Fills a buffer; says true when the body came to its end, false when it broke off, null when there is more.</summary>
    private static async Task<(int Read, bool? Ended)> Fill(Stream body, Memory<byte> buffer, CancellationToken cancel)
    {
        var filled = 0;
        try
        {
            while (filled < buffer.Length)
            {
                var read = await body.ReadAsync(buffer[filled..], cancel);
                if (read == 0) return (filled, true);
                filled += read;
            }
            return (filled, null);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            return (filled, false);
        }
    }

    private sealed class Held(UploadParts parts, string id, FileStream file) : IDisposable
    {
        public void Dispose()
        {
            file.Dispose();
            parts.held.TryRemove(id, out _);
        }
    }

    private sealed class PieceDigest(string algorithm) : IDisposable
    {
        private readonly Sm3Stream? sm3 = algorithm == "sm3" ? new Sm3Stream() : null;
        private readonly System.Security.Cryptography.IncrementalHash? other = algorithm == "sm3" ? null : System.Security.Cryptography.IncrementalHash.CreateHash(
            algorithm == "sha256" ? System.Security.Cryptography.HashAlgorithmName.SHA256 : System.Security.Cryptography.HashAlgorithmName.SHA1);

        public void Add(ReadOnlySpan<byte> piece)
        {
            sm3?.Add(piece);
            other?.AppendData(piece);
        }

        public byte[] End() => sm3 is not null ? Convert.FromHexString(sm3.End()) : other!.GetHashAndReset();

        public void Dispose()
        {
            sm3?.Dispose();
            other?.Dispose();
        }
    }
}
