using Lianzhi.Web.Platform;

namespace Lianzhi.Web.Features.Rules;

/// <summary>The rules for other systems (规则接口): the same functions the platform decides by, without sign-in and without side effect.</summary>
public sealed class RulesCapability : Capability
{
    /// <inheritdoc/>
    public override void Services(IServiceCollection services) => services.AddScoped<AskRules>();

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api) => RulesApi.Map(api);
}
