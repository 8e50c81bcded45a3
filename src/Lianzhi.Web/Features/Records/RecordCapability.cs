using Lianzhi.Core.Access;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Records;

/// <summary>What the public needs to check the record: sealed heads and keys (当日校验值、签名密钥).</summary>
public sealed class RecordCapability : Capability
{
    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddScoped<ReadHeads>();
        services.AddScoped<RotateKey>();
    }

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api) =>
        api.MapGet("/public/heads", async (ReadHeads read, CancellationToken cancel) =>
            (await read.All(cancel)).Answer(heads => Results.File(heads.ToBytes(), "application/json", "当日校验值.json")))
            .Uses(AccessTable.ReadHeads).WithSummary("当日校验值").WithDescription("All sealed tree heads with keys and proofs, oldest first: the file for lianzhi verify --heads. Described in docs/record-format.md.");
}
