using System.Text.Json.Nodes;
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
        Add(rules, "competence", "谁来执法", "The one lawful subject for an item, a township and a filing day.",
            """{ "item": "CG-014", "township": "350603003", "filedOn": "2026-03-02", "crossesTownships": false, "majorOrComplex": false }""",
            CompetenceRequest.Read, (ask, request) => ask.Competence(request));
        Add(rules, "period", "期间计算", "When a period ends, with pauses and roll-over.",
            """{ "start": "2026-09-28", "count": 5, "unit": "workingDay", "pauses": [], "rollOver": true }""",
            PeriodRequest.Read, (ask, request) => ask.Period(request));
        Add(rules, "clocks", "案件时限", "All clocks of a case on a day.",
            """{ "asOf": "2026-05-01", "procedure": "ordinary", "events": [{ "type": "filed", "on": "2026-01-05" }] }""",
            ClocksRequest.Read, (ask, request) => ask.Clocks(request));
        Add(rules, "procedure", "程序判断", "Which safeguards a penalty needs.",
            """{ "party": { "kind": "citizen", "birthDate": "1985-06-15" }, "actOn": "2026-03-01", "penalties": [{ "kind": "fine", "amountYuan": 200 }], "department": "城管", "majorPublicInterest": false, "complexFacts": false, "heard": false, "multipleLegalRelations": false }""",
            ProcedureRequest.Read, (ask, request) => ask.Procedure(request));
        Add(rules, "surcharge", "加处罚款", "How far a late fine has grown.",
            """{ "fineYuan": 5000, "due": "2024-07-10", "asOf": "2024-08-20", "pauses": [] }""",
            SurchargeRequest.Read, (ask, request) => ask.Surcharge(request));
        Add(rules, "limitation", "追究时效", "Whether an act can still be penalised.",
            """{ "actEndedOn": "2024-03-05", "discoveredOn": "2026-03-05", "harmToLifeHealthOrFinance": false }""",
            LimitationRequest.Read, (ask, request) => ask.Limitation(request));
        Add(rules, "identifier", "证照号码校验", "Whether a credit code or resident ID can be right.",
            """{ "kind": "creditCode", "value": "91350603MA2XK7T89E" }""",
            IdentifierRequest.Read, (ask, request) => ask.Identifier(request));
    }

    private static void Add<TRequest, TAnswer>(
        RouteGroupBuilder rules, string name, string title, string description, string example, Func<JsonMembers, TRequest> read, Func<AskRules, TRequest, Task<Result<TAnswer>>> rule)
        where TRequest : notnull =>
        rules.MapPost(name, (HttpRequest request, AskRules ask) => request.Answer(read, async value => (await rule(ask, value)).Answer()))
            .Accepts<TRequest>("application/json").Produces<TAnswer>()
            .ProducesProblem(400).ProducesProblem(413).ProducesProblem(415).ProducesProblem(429)
            .WithName($"rules-{name}").WithSummary(title).WithDescription(description)
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                if (operation.RequestBody?.Content?.TryGetValue("application/json", out var content) == true) content.Example = JsonNode.Parse(example);
                return Task.CompletedTask;
            });
}
