using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lianzhi.Web.Platform.Records;

/// <summary>
/// Encrypts private signing keys (密钥保护) with something that is not in the database: the passphrase in
/// <c>Record:KeyPassphrase</c>, or a key file in the data folder that is made when there is none. A copy of the
/// database alone cannot sign. See docs/decisions.
/// </summary>
public sealed class KeyVault(InstallationMode mode, IConfiguration configuration)
{
    /// <summary>Name of the key file in the data folder.</summary>
    public const string FileName = "record-key";

    private readonly int iterations = configuration.GetValue("Passwords:IterationCount", 600_000);
    private readonly string? passphrase = configuration["Record:KeyPassphrase"];

    /// <summary>The key file; used when no passphrase is set.</summary>
    public string FilePath => Path.Combine(mode.DataFolder, FileName);

    /// <summary>Encrypts a private key: kind or iterations, salt, nonce, and AES-256-GCM text with tag, joined by dots.</summary>
    public string Protect(byte[] privateKey)
    {
        var (salt, nonce) = (RandomNumberGenerator.GetBytes(16), RandomNumberGenerator.GetBytes(12));
        var sealedKey = new byte[privateKey.Length + 16];
        var rounds = passphrase is null ? 0 : iterations;
        using var cipher = new AesGcm(Secret(salt, rounds, make: true), 16);
        cipher.Encrypt(nonce, privateKey, sealedKey.AsSpan(0, privateKey.Length), sealedKey.AsSpan(privateKey.Length));
        return string.Join('.', rounds.ToString(CultureInfo.InvariantCulture), Convert.ToHexStringLower(salt), Convert.ToHexStringLower(nonce), Convert.ToHexStringLower(sealedKey));
    }

    /// <summary>Decrypts a private key.</summary>
    /// <exception cref="InvalidOperationException">Passphrase or key file are missing or are not those it was encrypted with.</exception>
    public byte[] Unprotect(string text)
    {
        var parts = text.Split('.');
        var sealedKey = Convert.FromHexString(parts[3]);
        var privateKey = new byte[sealedKey.Length - 16];
        try
        {
            using var cipher = new AesGcm(Secret(Convert.FromHexString(parts[1]), int.Parse(parts[0], CultureInfo.InvariantCulture), make: false), 16);
            cipher.Decrypt(Convert.FromHexString(parts[2]), sealedKey.AsSpan(0, privateKey.Length), sealedKey.AsSpan(privateKey.Length), privateKey);
            return privateKey;
        }
        catch (AuthenticationTagMismatchException fault)
        {
            throw new InvalidOperationException("The signing key of the record cannot be opened: passphrase or key file is not the one it was made with.", fault);
        }
    }

    private byte[] Secret(byte[] salt, int rounds, bool make)
    {
        if (rounds > 0)
            return Rfc2898DeriveBytes.Pbkdf2(passphrase ?? throw new InvalidOperationException("The signing key of the record was made with a passphrase: set Record__KeyPassphrase."),
                salt, rounds, HashAlgorithmName.SHA256, 32);
        if (make && !File.Exists(FilePath))
        {
            // With PostgreSQL nothing else has made the data folder when a command runs before the first start.
            Directory.CreateDirectory(mode.DataFolder);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new FileStream(FilePath, options);
            file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))));
        }
        if (!File.Exists(FilePath)) throw new InvalidOperationException($"The signing key of the record was made with the key file {FileName} in the data folder, which is missing.");
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, Convert.FromHexString(File.ReadAllText(FilePath).Trim()), 32, salt);
    }
}
