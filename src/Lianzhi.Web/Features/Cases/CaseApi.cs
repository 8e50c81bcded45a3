using System.Text.Json.Nodes;
using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Platform.Json;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Problems;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Cases;

/// <summary>Cases for programs.</summary>
internal static class CaseApi
{
    /// <summary>A transcript of the longest text the rules take, and what stands around it.</summary>
    private const int LargestStep = 256 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/cases", List).Uses(AccessTable.ListCases).Produces<PageOf<CaseLine>>()
            .WithSummary("案件列表").WithDescription("Filters: stage, unit, officer, q; sort: new or due; limit, after.");
        api.MapPost("/cases", Propose).Uses(AccessTable.ProposeCase).Accepts<ProposeFiling>("application/json").Produces<CaseReceipt>(201)
            .WithSummary("提请立案").WithDescription("Proposes a case for filing.");
        api.MapPost("/cases/on-the-spot", OnTheSpot).Uses(AccessTable.PenaliseOnSpot).Accepts<PenaliseOnSpot>("application/json").Produces<CaseReceipt>(201)
            .WithSummary("当场处罚").WithDescription("Tells, decides and serves an on-the-spot penalty.");
        api.MapGet("/public/hearings", async (string? after, string? limit, ReadPublicHearings read, CancellationToken cancel) => (await read.List(after, limit, cancel)).Answer())
            .Uses(AccessTable.ReadPublicHearings).Produces<PageOf<PublicHearingLine>>().WithSummary("听证公告").WithDescription("Public hearings from today on, the next first; standing says whether one was put off. limit, after.");
        api.MapGet("/cases/{id}", async (string id, ViewCase view, CancellationToken cancel) => (await view.State(id, cancel)).Answer(state => Results.Bytes(Answers.GetValue(state, Written), "application/json; charset=utf-8")))
            .Uses(AccessTable.ViewCase).Produces<CaseAnswerView>().WithSummary("查看案件").WithDescription("Header and state of a case.");
        api.MapGet("/cases/{id}/next-steps", async (string id, ViewCase view, CancellationToken cancel) => (await view.Run(id, cancel)).Answer(found => Json(new { items = found.Steps.Select(StepView.Of) })))
            .Uses(AccessTable.ViewCase).WithSummary("依法的下一步").WithDescription("Each step with whether it may be taken and, when not, why.");
        api.MapGet("/cases/{id}/clocks", async (string id, ViewCase view, CancellationToken cancel) => (await view.Run(id, cancel)).Answer(found => Json(new { items = found.Clocks.Select(CaseClockView.Of) })))
            .Uses(AccessTable.ViewCase).WithSummary("案件时限").WithDescription("The clocks of a case today.");
        api.MapGet("/cases/{id}/what-if", WouldBe).Uses(AccessTable.ViewCase).Produces<WhatIfView>()
            .WithSummary("假如送达").WithDescription("Clocks that would start or move if the paper that waits were served on the day `on`. Writes nothing.");
        api.MapGet("/cases/platform-gaps", async (HttpContext http, ListPlatformGaps list) => (await list.Run(http.Request.Query["after"], http.Request.Query["limit"], http.RequestAborted)).Answer())
            .Uses(AccessTable.ReconcilePlatform).Produces<PageOf<PlatformGap>>().WithSummary("闽执法对账").WithDescription("Cases of which something does not stand on the provincial platform yet, oldest first.");
        CaseLetterApi.Map(api);
        api.MapPost("/cases/bulk/assign", async (HttpContext http, BulkCases bulk) => (await ClueApi.Read<BulkAssignment>(http)) is { IsOk: true } body
                ? (await bulk.Assign(body.Value.Cases ?? [], body.Value.Officers ?? [], body.Value.Reason ?? "", http.RequestAborted)).Answer(Rows) : ProblemAnswers.Problem([Refusal.Invalid("", "请填写 cases、officers 和 reason。")]))
            .Uses(AccessTable.BulkCases).WithMetadata(new CommitsOneByOneAttribute()).Accepts<BulkAssignment>("application/json").WithSummary("批量指派办案人员").WithDescription("Each case in a transaction of its own; one result a case.");
        api.MapPost("/cases/bulk/remind", async (HttpContext http, BulkCases bulk) => (await ClueApi.Read<BulkReminder>(http)) is { IsOk: true } body
                ? (await bulk.Remind(body.Value.Cases ?? [], body.Value.Note ?? "", http.RequestAborted)).Answer(Rows) : ProblemAnswers.Problem([Refusal.Invalid("", "请填写 cases 和 note。")]))
            .Uses(AccessTable.BulkCases).WithMetadata(new CommitsOneByOneAttribute()).Accepts<BulkReminder>("application/json").WithSummary("批量提醒").WithDescription("Reminds the officers of each case, once a day; one result a case.");
        api.MapPost("/cases/receipts", async (HttpContext http, MatchReceipts match, bool? dryRun) =>
            {
                using var content = new MemoryStream();
                await http.Request.Body.CopyToAsync(content, http.RequestAborted);
                return (await match.Run(content, dryRun == true, http.RequestAborted)).Answer(done => done.Faults.Count > 0
                    ? ProblemAnswers.Problem([.. done.Faults.Select(fault => Refusal.Invalid($"row{fault.Row}", $"第{fault.Row}行“{fault.Column}”：{fault.Message}"))])
                    : Json(new { items = done.Rows }));
            })
            .Uses(AccessTable.MatchReceipts).WithMetadata(new CommitsOneByOneAttribute()).Accepts<string>("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            .WithSummary("到账对账").WithDescription("The body is a list of payments. With dryRun=true nothing is registered. Each row in a transaction of its own, one result a row: matched, amountDiffers, unknown, alreadyRegistered, refused. A file with errors registers nothing and answers 400 with errors by row.");
        api.MapGet("/cases/{id}/record", async (string id, ExportCaseRecord export, CancellationToken cancel) =>
            (await export.Run(id, cancel)).Answer(file => Results.File(file.ToBytes(), "application/json", $"全过程记录-{id}.json")))
            .Uses(AccessTable.ExportCaseRecord).WithSummary("全过程记录").WithDescription("The whole record as one canonical file for lianzhi verify, described in docs/record-format.md. The export is itself recorded.");
        api.MapPost("/cases/{id}/erasures", Erase).Uses(AccessTable.EraseCaseFields).Accepts<EraseFields>("application/json").Produces<CaseReceipt>()
            .WithSummary("删除记录中的个人信息").WithDescription("Erases personal values from the record on a legal ground; the record still verifies.");
        api.MapPost("/cases/{id}/steps", Step).Uses(AccessTable.TakeCaseStep).Accepts<JsonObject>("application/json").Produces<CaseReceipt>()
            .WithSummary("办理案件步骤").WithDescription($"Takes one step: {string.Join(", ", CaseFlow.Lines.Where(line => !line.From.Contains(CaseStage.None)).Select(line => line.Name))}. May carry version.");
        api.MapGet("/cases/{id}/documents", async (string id, ViewCase view, CancellationToken cancel) =>
            (await view.ForDocuments(id, cancel)).Answer(state => Json(new { items = CaseDocuments.Of(state).Select(paper => DocumentView.Of(state, paper)) })))
            .Uses(AccessTable.ReadCaseDocument).WithSummary("案件文书").WithDescription("Papers of a case.");
    }

    private static async Task<IResult> List(HttpContext http, ListCases list)
    {
        var query = http.Request.Query;
        if (!ClueApi.TryEnum<CaseStage>(query["stage"], out var stage)) return ProblemAnswers.Problem([Refusal.Invalid("stage", "没有这个环节。")]);
        return (await list.Run(new CaseFilter(stage, query["unit"], query["officer"], query["q"], query["sort"], query["after"], query["limit"]), http.RequestAborted)).Answer();
    }

    private static async Task<IResult> Propose(HttpContext http, ProposeCase propose)
    {
        var command = (await http.Request.ReadRecord<JsonObject>(LargestStep)).Then(body => CommandReader.Read(CaseStep.ProposeFiling, body));
        return command.IsOk ? (await propose.Run((ProposeFiling)command.Value, http.RequestAborted)).Answer(Created) : ProblemAnswers.Problem(command.Refusals);
    }

    private static async Task<IResult> OnTheSpot(HttpContext http, PenaliseAtOnce penalise)
    {
        var command = (await http.Request.ReadRecord<JsonObject>(LargestStep)).Then(body => CommandReader.Read(CaseStep.PenaliseOnSpot, body));
        return command.IsOk ? (await penalise.Run((PenaliseOnSpot)command.Value, http.RequestAborted)).Answer(Created) : ProblemAnswers.Problem(command.Refusals);
    }

    private static async Task<IResult> Step(string id, HttpContext http, TakeCaseStep take)
    {
        var read = (await http.Request.ReadRecord<JsonObject>(LargestStep)).Then(CommandReader.Read);
        if (!read.IsOk) return ProblemAnswers.Problem(read.Refusals);
        var (command, version) = read.Value;
        if (version is null && http.Request.Headers.IfMatch.FirstOrDefault() is { } seen)
        {
            if (!long.TryParse(seen.Trim('"'), out var number)) return ProblemAnswers.Problem([Refusal.Invalid("If-Match", "版本应为整数。")]);
            version = number;
        }
        return (await take.Run(id, version, command, http.RequestAborted)).Answer();
    }

    private static async Task<IResult> WouldBe(string id, string? on, AskWhatIf ask, CancellationToken cancel) =>
        Core.Calendar.DateText.TryParse(on ?? "", out var day)
            ? (await ask.Run(id, day, cancel)).Answer(answer => Json(new WhatIfView(answer.Paper, answer.On, [.. answer.Clocks.Select(CaseClockView.Of)])))
            : ProblemAnswers.Problem([Refusal.Invalid("on", "日期格式应为 2026-03-05。")]);

    private static IResult Rows(IReadOnlyList<BulkRow> rows) => Json(new
    {
        items = rows.Select(row => new { row.CaseId, done = row.Refusals.Count == 0, refusals = row.Refusals.Select(RefusalView.Of) }),
    });

    private static async Task<IResult> Erase(string id, HttpContext http, EraseCaseFields erase)
    {
        var body = await http.Request.ReadRecord<EraseFields>();
        return body.IsOk ? (await erase.Run(id, body.Value, http.RequestAborted)).Answer() : ProblemAnswers.Problem(body.Refusals);
    }

    private static IResult Created(CaseReceipt receipt) => Results.Json(receipt, ApiJson.Options, statusCode: StatusCodes.Status201Created);

    /// <summary>
    /// The answer of a case that has not changed is written once: it says the same to everybody who may read it. The cases remembered bound how many are kept.
    /// </summary>
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<CaseState, byte[]> Answers = [];

    private static byte[] Written(CaseState state) => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(CaseAnswerView.Of(state), ApiJson.Options);

    private static IResult Json<T>(T value) => Results.Json(value, ApiJson.Options);
}
