using System.Buffers.Binary;
using System.IO.Compression;
using Lianzhi.Core.Evidence;
using Lianzhi.Web.Features.Evidence;
using Lianzhi.Web.Platform;

namespace Lianzhi.Web.Features.Demo;

/// <summary>Photos, sound and film of the demonstration (演示证据): small real files, drawn here or shipped, brought through the same uploads as everybody's.</summary>
internal static class DemoEvidence
{
    private const int Width = 240;
    private const int Height = 160;

    /// <summary>Officers bring a file and register it.</summary>
    public static async Task Bring(DemoScript script, string caseId, string officer, string[] officers, string title, string place, string proves, DateTimeOffset at, DateTimeOffset? until, EvidenceAct? act, string name, byte[] file)
    {
        var upload = await script.As(officer, async services =>
        {
            using var content = new MemoryStream(file);
            return await services.GetRequiredService<EvidenceUploads>().Bring(caseId, name, content, file.Length, default);
        });
        await script.As(officer, services => services.GetRequiredService<KeepEvidence>().Run(caseId, null, new CollectEvidence(
            at, until, EvidenceKind.AudioVisual, title, EvidenceSource.OnSite, null, place, act, proves, false, null, null, null, officers), [upload.Id], default));
    }

    /// <summary>A film of a few seconds that says of itself that it is as long as the act it stands for (演示录像).</summary>
    public static byte[] Film(TimeSpan length)
    {
        var film = File.ReadAllBytes(ShippedData.PathOf("demo/film.webm"));
        BinaryPrimitives.WriteSingleBigEndian(film.AsSpan(film.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x44, 0x89, 0x84]) + 3), (float)length.TotalMilliseconds);
        return film;
    }

    /// <summary>A drawn scene, another for each seed: sky, ground and a heap.</summary>
    public static byte[] Photo(int seed)
    {
        var pixels = new byte[Height * ((Width * 3) + 1)];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var heap = y > 60 + (seed % 25) + (Math.Abs(x - 70 - (seed * 7 % 100)) * 2 / 3) && y < 130;
                var (red, green, blue) = heap ? (120 - (y / 4), 84 - (y / 5), 48) : y > 100 ? (166, 158, 140 - (y / 4)) : (170 + (y / 3), 200 + (y / 4), 236);
                var at = (y * ((Width * 3) + 1)) + 1 + (x * 3);
                (pixels[at], pixels[at + 1], pixels[at + 2]) = ((byte)red, (byte)green, (byte)blue);
            }
        }
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), Height);
        (head[8], head[9]) = (8, 2);
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write(pixels);
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR"u8, head), .. Chunk("IDAT"u8, packed.ToArray()), .. Chunk("IEND"u8, [])];
    }

    /// <summary>Half a second of a tone.</summary>
    public static byte[] Sound(int seed)
    {
        const int Samples = 4000;
        var wave = new byte[44 + Samples];
        "RIFF"u8.CopyTo(wave);
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(4), 36 + Samples);
        "WAVEfmt "u8.CopyTo(wave.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(16), 16);
        (wave[20], wave[22], wave[32], wave[34]) = (1, 1, 1, 8);
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(24), 8000);
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(28), 8000);
        "data"u8.CopyTo(wave.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(40), Samples);
        for (var i = 0; i < Samples; i++) wave[44 + i] = (byte)(128 + (50 * Math.Sin(2 * Math.PI * (300 + seed) * i / 8000)));
        return wave;
    }

    private static byte[] Chunk(ReadOnlySpan<byte> name, byte[] data)
    {
        var (length, check) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(check, Check([.. name, .. data]));
        return [.. length, .. name, .. data, .. check];
    }

    /// <summary>The check sum of a PNG chunk.</summary>
    private static uint Check(byte[] bytes)
    {
        var sum = 0xFFFFFFFFu;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320u;
        }
        return ~sum;
    }
}
