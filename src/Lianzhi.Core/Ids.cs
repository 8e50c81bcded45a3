namespace Lianzhi.Core;

/// <summary>
/// Makes ids (标识): 26 lower-case characters whose binary order is the order of time, so that keyset
/// paging and indexes work the same on every database. Made by the application before anything is written.
/// </summary>
public static class Ids
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>Makes an id from an instant (48 bits of milliseconds) and ten random bytes.</summary>
    /// <param name="now">The instant; at or after 1970.</param>
    /// <param name="random">Exactly ten random bytes.</param>
    /// <exception cref="ArgumentException">Not ten bytes were given.</exception>
    public static string Make(DateTimeOffset now, ReadOnlySpan<byte> random)
    {
        if (random.Length != 10) throw new ArgumentException("An id takes ten random bytes.", nameof(random));
        Span<byte> bytes = stackalloc byte[16];
        var milliseconds = now.ToUnixTimeMilliseconds();
        for (var i = 5; i >= 0; i--, milliseconds >>= 8) bytes[i] = (byte)milliseconds;
        random.CopyTo(bytes[6..]);
        Span<char> text = stackalloc char[26];
        var value = new UInt128(
            System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes),
            System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
        for (var i = 25; i >= 0; i--, value >>= 5) text[i] = Alphabet[(int)(value & 31)];
        return new string(text);
    }
}
