using System.Buffers.Binary;

namespace Lianzhi.Core.Evidence;

/// <summary>What a file is, by its first bytes and never by its name (文件类型识别).</summary>
public static class MediaKinds
{
    /// <summary>Bytes that are enough to tell.</summary>
    public const int Enough = 192;

    /// <summary>What is taken as evidence, in words.</summary>
    public const string Taken = "照片（JPEG、PNG、WebP、HEIC）、录音（MP3、WAV、M4A、OGG、AMR、FLAC）、录像（MP4、MOV、WebM、MKV、AVI、TS）、PDF、OFD 和 Office 文档";

    private static readonly (string Type, byte[] Mark)[] Marks =
    [
        ("image/jpeg", [0xFF, 0xD8, 0xFF]),
        ("image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ("application/pdf", [.. "%PDF-"u8]),
        ("audio/mpeg", [.. "ID3"u8]),
        ("audio/ogg", [.. "OggS"u8]),
        ("audio/flac", [.. "fLaC"u8]),
        ("audio/amr", [.. "#!AMR"u8]),
        ("application/zip", [0x50, 0x4B, 0x03, 0x04]),
    ];

    /// <summary>Types a browser can show or play; all others are only handed out as files.</summary>
    private static readonly HashSet<string> Shown = new(StringComparer.Ordinal)
    {
        "image/jpeg", "image/png", "image/webp", "audio/mpeg", "audio/ogg", "audio/flac", "audio/wav", "audio/mp4", "video/mp4", "video/webm", "video/quicktime", "application/pdf",
    };

    /// <summary>The media type; null for what is not taken as evidence.</summary>
    public static string? Find(ReadOnlySpan<byte> first)
    {
        foreach (var (type, mark) in Marks)
            if (first.StartsWith(mark)) return type;
        if (first.Length >= 12 && first.StartsWith("RIFF"u8))
            return first[8..12] switch
            {
                var form when form.SequenceEqual("WEBP"u8) => "image/webp",
                var form when form.SequenceEqual("WAVE"u8) => "audio/wav",
                var form when form.SequenceEqual("AVI "u8) => "video/x-msvideo",
                _ => null,
            };
        if (first.Length >= 12 && first[4..8].SequenceEqual("ftyp"u8)) return OfBrand(first[8..12]);
        if (first.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3])) return first.IndexOf("webm"u8) >= 0 ? "video/webm" : "video/x-matroska";
        // Audio frames without a tag: eleven bits set, then a version and a layer that exist.
        if (first.Length >= 2 && (BinaryPrimitives.ReadUInt16BigEndian(first) & 0xFFE6) is 0xFFE2 or 0xFFE4 or 0xFFE6) return "audio/mpeg";
        // Transport stream: a sync byte every 188 bytes.
        if (first.Length > 188 && first[0] == 0x47 && first[188] == 0x47 && (first[1] & 0x80) == 0) return "video/mp2t";
        return null;
    }

    /// <summary>True for what a browser shows or plays by itself.</summary>
    public static bool IsShown(string mediaType) => Shown.Contains(mediaType);

    /// <summary>Usual ending of the name of such a file.</summary>
    public static string EndingOf(string mediaType) => mediaType switch
    {
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "image/webp" => "webp",
        "image/heic" => "heic",
        "application/pdf" => "pdf",
        "application/zip" => "zip",
        "audio/mpeg" => "mp3",
        "audio/ogg" => "ogg",
        "audio/flac" => "flac",
        "audio/amr" => "amr",
        "audio/wav" => "wav",
        "audio/mp4" => "m4a",
        "video/mp4" => "mp4",
        "video/quicktime" => "mov",
        "video/webm" => "webm",
        "video/x-matroska" => "mkv",
        "video/x-msvideo" => "avi",
        "video/mp2t" => "ts",
        _ => "bin",
    };

    private static string OfBrand(ReadOnlySpan<byte> brand) => brand switch
    {
        _ when brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8) => "image/heic",
        _ when brand.SequenceEqual("M4A "u8) || brand.SequenceEqual("M4B "u8) => "audio/mp4",
        _ when brand.SequenceEqual("qt  "u8) => "video/quicktime",
        _ => "video/mp4",
    };
}
