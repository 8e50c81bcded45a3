using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Records;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Records;

/// <summary>Makes the key that signs from now on (更换签名密钥); the first one at first start.</summary>
public sealed class RotateKey(UseCaseRunner runner, SigningKeys keys)
{
    /// <summary>Makes it.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="endorse">False when the private key before is lost and cannot sign the new one.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Result<SigningKey>> Run(string reason, bool endorse, CancellationToken cancel) =>
        runner.Write<SigningKey>(AccessTable.RotateKey, reason, async () => await keys.Make(AccessTable.RotateKey, reason, endorse, cancel), cancel);
}
