using System.Text;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;

namespace Lianzhi.Web.Platform.Crypto;

/// <summary>SM2 signatures (GB/T 32918.2) on the curve sm2p256v1, with the user id that GM/T 0009 gives when none is agreed, as raw r‖s.</summary>
public static class Sm2
{
    /// <summary>The user id both sides put in.</summary>
    public const string UserId = "1234567812345678";

    private static readonly ECDomainParameters Curve = ECDomainParameters.FromX9ECParameters(GMNamedCurves.GetByName("sm2p256v1"));

    /// <summary>A new private key of 32 bytes, between 1 and n − 2.</summary>
    /// <param name="random">Gives random bytes.</param>
    public static byte[] NewPrivateKey(Func<int, byte[]> random)
    {
        while (true)
        {
            var bytes = random(32);
            var number = new BigInteger(1, bytes);
            if (number.SignValue > 0 && number.CompareTo(Curve.N.Subtract(BigInteger.One)) < 0) return bytes;
        }
    }

    /// <summary>The public key of a private key: 65 bytes, 04, x, y; hexadecimal.</summary>
    public static string PublicKeyOf(byte[] privateKey) =>
        Convert.ToHexStringLower(Curve.G.Multiply(new BigInteger(1, privateKey)).Normalize().GetEncoded(compressed: false));

    /// <summary>Signs; 64 bytes, r then s.</summary>
    public static byte[] Sign(byte[] privateKey, ReadOnlySpan<byte> message)
    {
        var signer = new SM2Signer(PlainDsaEncoding.Instance, new SM3Digest());
        signer.Init(true, new ParametersWithID(new ECPrivateKeyParameters(new BigInteger(1, privateKey), Curve), Encoding.ASCII.GetBytes(UserId)));
        signer.BlockUpdate(message);
        return signer.GenerateSignature();
    }

    /// <summary>True when the signature is by the owner of the public key; false for whatever is no key or no signature.</summary>
    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (publicKey.Length != 65 || publicKey[0] != 4 || signature.Length != 64) return false;
        try
        {
            var point = Curve.Curve.DecodePoint(publicKey.ToArray());
            var signer = new SM2Signer(PlainDsaEncoding.Instance, new SM3Digest());
            signer.Init(false, new ParametersWithID(new ECPublicKeyParameters(point, Curve), Encoding.ASCII.GetBytes(UserId)));
            signer.BlockUpdate(message);
            return signer.VerifySignature(signature.ToArray());
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
