using System.Text;
using Lianzhi.Core.Records;
using Lianzhi.Web.Platform.Crypto;

namespace Lianzhi.Web.Tests.Platform;

public class SmTwoTests
{
    // The vectors of docs/record-format.md; the signature was made by the second verifier's arithmetic and also verifies with openssl pkeyutl.
    private const string PrivateKey = "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8";
    private const string PublicKey = "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13";

    private const string Signature = "b0f7487a44955681d446ef639c87743023fdb2623bd7b4ae701a498c640bb562e84cf5d5f97afe876106e4a301477430c4016edc0a0ef69e2650088a2d3aaf4f";

    [Fact]
    public void Verify_VectorOfTheFormat_Holds() => Assert.True(Sm2.Verify(Convert.FromHexString(PublicKey), Encoding.UTF8.GetBytes("当日校验值"), Convert.FromHexString(Signature)));

    [Fact]
    public void Hashes_VectorsOfTheFormat_Agree()
    {
        Assert.Equal("e6a4f9765fca89e8b7d64019b900d57cd86b4677fa5dc70284c90de05fa77f9c", SigningKey.FingerprintOf(PublicKey, Sm3.Hash));
        Assert.Equal("7b6aa45bde59bd753cdb41c0d847b9ee37a3bbe9d2a304f5e362e1f50edd6ac6", Entry.Commit([.. Enumerable.Range(0, 16).Select(i => (byte)i)], "party.name", "陈某", Sm3.Hash));
        var leaf = Entry.HashOf("{}"u8, Sm3.Hash);
        Assert.Equal("23da278e5e90b4c28caaa53ffbd3f9f573811b63d5916c121ea0aecfcd086b17", leaf);
        Assert.Equal("1e553ec5de2de9f73492360280379100f547e4c0d7a17c8a7b13cfb800d6630c", Convert.ToHexStringLower(MerkleTree.Join(Convert.FromHexString(leaf), Convert.FromHexString(leaf), Sm3.Hash)));
    }

    [Fact]
    public void PublicKeyOf_KeyOfTheStandard_Agrees() => Assert.Equal(PublicKey, Sm2.PublicKeyOf(Convert.FromHexString(PrivateKey)));

    [Fact]
    public void Sign_AnyMessage_VerifiesAndNothingElseDoes()
    {
        var message = Encoding.UTF8.GetBytes("当日校验值");
        var signature = Sm2.Sign(Convert.FromHexString(PrivateKey), message);
        var key = Convert.FromHexString(PublicKey);
        Assert.Equal(64, signature.Length);
        Assert.True(Sm2.Verify(key, message, signature));
        Assert.False(Sm2.Verify(key, [.. message, 0], signature));
        for (var i = 0; i < signature.Length; i++)
        {
            var changed = (byte[])signature.Clone();
            changed[i] ^= 1;
            Assert.False(Sm2.Verify(key, message, changed));
        }
        for (var i = 0; i < key.Length; i++)
        {
            var changed = (byte[])key.Clone();
            changed[i] ^= 1;
            Assert.False(Sm2.Verify(changed, message, signature));
        }
        Assert.False(Sm2.Verify(key, message, new byte[64]));
        Assert.False(Sm2.Verify(key, message, []));
    }
}
