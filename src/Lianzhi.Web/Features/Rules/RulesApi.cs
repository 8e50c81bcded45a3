using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Web.Platform.Json;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Rules;

/// <summary>The routes of the rules.</summary>
internal static class RulesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var rules = api.MapGroup("/rules").WithTags("Rules").Uses(AccessTable.AskRules).RequireRateLimiting("rules");
        Add(rules, "competence", "谁来执法", "The one lawful subject for an item, a township and a filing day.", CompetenceRequest.Read, (ask, request) => ask.Competence(request));
        Add(rules, "period", "期间计算", "When a period ends, with pauses and roll-over.", PeriodRequest.Read, (ask, request) => ask.Period(request));
        Add(rules, "clocks", "案件时限", "All clocks of a case on a day.", ClocksRequest.Read, (ask, request) => ask.Clocks(request));
        Add(rules, "procedure", "程序判断", "Which safeguards a penalty needs.", ProcedureRequest.Read, (ask, request) => ask.Procedure(request));
        Add(rules, "surcharge", "加处罚款", "How far a late fine has grown.", SurchargeRequest.Read, (ask, request) => ask.Surcharge(request));
        Add(rules, "limitation", "追究时效", "Whether an act can still be penalised.", LimitationRequest.Read, (ask, request) => ask.Limitation(request));
        Add(rules, "identifier", "证照号码校验", "Whether a credit code or resident ID can be right.", IdentifierRequest.Read, (ask, request) => ask.Identifier(request));
    }

    private static void Add<TRequest, TAnswer>(
        RouteGroupBuilder rules, string name, string title, string description, Func<JsonMembers, TRequest> read, Func<AskRules, TRequest, Task<Result<TAnswer>>> rule)
        where TRequest : notnull =>
        rules.MapPost(name, (HttpRequest request, AskRules ask) => request.Answer(read, async value => (await rule(ask, value)).Answer()))
            .Accepts<TRequest>("application/json").Produces<TAnswer>()
            .ProducesProblem(400).ProducesProblem(413).ProducesProblem(415).ProducesProblem(429)
            .WithName($"rules-{name}").WithSummary(title).WithDescription(description);
}
