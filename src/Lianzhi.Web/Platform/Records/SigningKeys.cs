using Lianzhi.Core.Access;
using Lianzhi.Core.Records;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform.Crypto;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Platform.Records;

/// <summary>Payload of the entry that a signing key was made.</summary>
/// <param name="Fingerprint">Its fingerprint.</param>
/// <param name="PublicKey">The public key.</param>
/// <param name="Previous">Fingerprint of the key before it.</param>
/// <param name="Reason">Why it was made.</param>
/// <param name="ActorName">Who made it.</param>
public sealed record SigningKeyMade(string Fingerprint, string PublicKey, string? Previous, string Reason, [property: Personal] string? ActorName);

/// <summary>The keys that sign heads (签名密钥): the first at first start, the next by command. Works inside the caller's transaction.</summary>
public sealed class SigningKeys(AppDb db, KeyVault vault, Entropy entropy, TimeProvider time, RecordWriter record, CurrentActor current)
{
    /// <summary>Stream of the entries about keys.</summary>
    public const string Stream = "platform/signing-key";

    /// <summary>The key that signs now; null before the first start.</summary>
    public Task<SigningKeyRow?> Current(CancellationToken cancel) => db.Set<SigningKeyRow>().OrderByDescending(row => row.At).FirstOrDefaultAsync(cancel);

    /// <summary>All keys, in the order they were made.</summary>
    public Task<List<SigningKeyRow>> All(CancellationToken cancel) => db.Set<SigningKeyRow>().AsNoTracking().OrderBy(row => row.At).ToListAsync(cancel);

    /// <summary>Signs with a key.</summary>
    /// <exception cref="InvalidOperationException">Its private part cannot be opened here.</exception>
    public TreeHead Sign(TreeHead head, SigningKeyRow key) => head with { Signature = Convert.ToHexStringLower(Sm2.Sign(vault.Unprotect(key.Protected!), head.Message())) };

    /// <summary>Makes a key and writes its entry; the key before signs it and loses its private part.</summary>
    /// <param name="useCase">What is done.</param>
    /// <param name="reason">Why.</param>
    /// <param name="endorse">False when the private key before is lost.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<SigningKey> Make(UseCase useCase, string reason, bool endorse, CancellationToken cancel)
    {
        var before = await Current(cancel);
        var privateKey = Sm2.NewPrivateKey(entropy.Bytes);
        var publicKey = Sm2.PublicKeyOf(privateKey);
        var now = CanonicalText.Truncate(time.GetUtcNow());
        var at = before is not null && before.At >= now ? before.At.AddMicroseconds(1) : now;
        var key = new SigningKey(publicKey, SigningKey.FingerprintOf(publicKey, Sm3.Hash), at, before?.Fingerprint, null);
        if (before?.Protected is { } old)
        {
            if (endorse) key = key with { Endorsement = Convert.ToHexStringLower(Sm2.Sign(vault.Unprotect(old), key.Message())) };
            before.Protected = null;
        }
        db.Add(new SigningKeyRow { Fingerprint = key.Fingerprint, PublicKey = publicKey, Protected = vault.Protect(privateKey), At = at, Previous = key.Previous, Endorsement = key.Endorsement });
        await record.Append(Stream, useCase, "signing-key-made", 1, new SigningKeyMade(key.Fingerprint, publicKey, key.Previous, reason, current.Actor.Name), cancel);
        return key;
    }
}
