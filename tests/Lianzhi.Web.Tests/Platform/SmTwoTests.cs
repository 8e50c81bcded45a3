using System.Text;
using Lianzhi.Web.Platform.Crypto;

namespace Lianzhi.Web.Tests.Platform;

public class SmTwoTests
{
    // The vector of docs/record-format.md; the signature was made once with this key and also verifies with openssl pkeyutl.
    private const string PrivateKey = "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8";
    private const string PublicKey = "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13";

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
