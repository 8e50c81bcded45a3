using System.Text;
using Lianzhi.Web.Platform.Crypto;

namespace Lianzhi.Web.Tests.Platform;

/// <summary>Vectors of GB/T 32905 annex A.</summary>
public class SmThreeTests
{
    [Theory]
    [InlineData("abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")]
    [InlineData("abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd", "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732")]
    public void Hash_StandardVector_Agrees(string text, string expected)
    {
        Assert.Equal(expected, Convert.ToHexStringLower(Sm3.Hash(Encoding.UTF8.GetBytes(text))));
        Assert.Equal(expected, Sm3.Hex(text));
    }

    [Fact]
    public async Task Hash_Stream_EqualsHashOfItsBytes()
    {
        var bytes = new byte[200_001];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)(i * 31);
        Assert.Equal(Convert.ToHexStringLower(Sm3.Hash(bytes)), await Sm3.Hex(new MemoryStream(bytes), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Hash_NativeAndManaged_AgreeOnEveryLength()
    {
        var bytes = new byte[1000];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)(i * 7);
        for (var length = 0; length <= bytes.Length; length++) Assert.Equal(Sm3.HashManaged(bytes.AsSpan(0, length)), Sm3.Hash(bytes.AsSpan(0, length)));
        // Where libcrypto 3 is installed it must be the one that was compared.
        if (System.Runtime.InteropServices.NativeLibrary.TryLoad("libcrypto.so.3", out _)) Assert.True(Sm3.IsNative);
    }

    [Fact]
    public void Hash_ManyThreads_AgreeWithOne()
    {
        var bytes = Encoding.UTF8.GetBytes("全过程记录");
        var expected = Sm3.HashManaged(bytes);
        Parallel.For(0, 2000, _ => Assert.Equal(expected, Sm3.Hash(bytes)));
    }
}
