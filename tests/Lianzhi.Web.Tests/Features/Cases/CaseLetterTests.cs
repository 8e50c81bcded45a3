using System.Net;
using System.Text.Json;
using Lianzhi.Core.Access;

namespace Lianzhi.Web.Tests.Features.Cases;

/// <summary>A case or a question handed to another unit of the district: that unit finds it, takes it over or gives it back.</summary>
public sealed class CaseLetterTests
{
    private const string Gives = "违法行为发生地在贵街道辖区，现将案件移送。";

    public static TheoryData<Database> Databases => TestHost.Databases;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Handover_Accepted_BecomesAClueOfTheReceiverAndEndsTheCase(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var (id, receiver) = await Sent(cases, "handover");
        var line = Assert.Single(await Lines(receiver, ""));
        Assert.Equal(("2026-03-20", false, JsonValueKind.Null), (line.GetProperty("dueOn").GetString(), line.GetProperty("isOverdue").GetBoolean(), line.GetProperty("outcome").ValueKind));
        Assert.Contains("蓝田", line.GetProperty("from").GetString(), StringComparison.Ordinal);
        var letter = await (await receiver.GetAsync($"/api/v1/case-letters/{id}/0")).Json();
        Assert.Equal((Gives, "案卷1册"), (letter.GetProperty("reason").GetString(), letter.GetProperty("materials")[0].GetString()));
        Assert.Contains($"/office/case-letters/{id}/0", await receiver.GetStringAsync("/office"), StringComparison.Ordinal);

        var answer = await receiver.PostJson($"/api/v1/case-letters/{id}/0/answer", new { accepted = true });
        var clue = (await answer.Json()).GetProperty("clueId").GetString();
        var handed = await (await receiver.GetAsync($"/api/v1/clues/{clue}")).Json();
        Assert.Equal("referral", handed.GetProperty("source").GetString());
        Assert.Contains(Gives, handed.ToString(), StringComparison.Ordinal);
        Assert.Empty(await Lines(receiver, ""));
        Assert.Equal("accepted", Assert.Single(await Lines(receiver, "?state=done")).GetProperty("outcome").GetString());
        // Both units find the way of the matter: the sender by the number, the receiver by a link.
        var number = handed.GetProperty("number").GetString()!;
        Assert.Contains(number, await cases.Officer.GetStringAsync($"/office/cases/{id}?tab=links"), StringComparison.Ordinal);
        Assert.Contains($"/office/clues/{clue}", await receiver.GetStringAsync($"/office/case-letters/{id}/0"), StringComparison.Ordinal);
        await CaseHost.Take(cases.Head, id, new { step = "hand-over-case", outcome = "已由接收单位受理。" });
        Assert.Equal("closed", (await (await cases.Officer.GetAsync($"/api/v1/cases/{id}")).Json()).GetProperty("stage").GetString());
    }

    [Fact]
    public async Task Handover_GivenBack_NeedsAReasonThatTheSenderReads()
    {
        await using var cases = await CaseHost.Start();
        var (id, receiver) = await Sent(cases, "handover");
        var address = $"/api/v1/case-letters/{id}/0/answer";
        foreach (var (body, field) in new (object, string)[] { (new { accepted = false }, "text"), (new { accepted = false, text = "不收" }, "text"), (new { text = "没有说是否接收的答复" }, "accepted"), (new { accepted = true, reference = new string('字', 61) }, "reference") })
        {
            var refused = await receiver.PostJson(address, body);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.True((await refused.Json()).GetProperty("errors").TryGetProperty(field, out _), field);
        }
        Assert.Single(await Lines(receiver, ""));
        var answer = await receiver.PostJson(address, new { accepted = false, text = "案发地在湘桥路北段，属于贵街道辖区。", reference = "漳龙步函〔2026〕3号" });
        Assert.Equal(JsonValueKind.Null, (await answer.Json()).GetProperty("clueId").ValueKind);
        var record = (await (await cases.Officer.GetAsync($"/api/v1/cases/{id}/record")).Json()).ToString();
        Assert.Contains("属于贵街道辖区", record, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await receiver.PostJson(address, new { accepted = true })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cases.Head.PostJson($"/api/v1/cases/{id}/steps", new { step = "hand-over-case", outcome = "移送" })).StatusCode);
    }

    [Fact]
    public async Task Letter_ReadByOthers_IsNotFound()
    {
        await using var cases = await CaseHost.Start();
        var (id, receiver) = await Sent(cases, "assistance");
        foreach (var person in new[] { cases.Head, cases.Officer })
        {
            Assert.Empty(await Lines(person, ""));
            Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync($"/api/v1/case-letters/{id}/0")).StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Head.PostJson($"/api/v1/case-letters/{id}/0/answer", new { accepted = true })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await cases.Stranger.PostJson($"/api/v1/case-letters/{id}/0/answer", new { accepted = true })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await receiver.GetAsync($"/api/v1/case-letters/{id}/1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await receiver.GetAsync($"/api/v1/cases/{id}")).StatusCode);
        // Help makes no clue.
        Assert.Equal(JsonValueKind.Null, (await (await receiver.PostJson($"/api/v1/case-letters/{id}/0/answer", new { accepted = true })).Json()).GetProperty("clueId").ValueKind);
    }

    [Fact]
    public async Task Letter_ToTheOwnUnit_IsRefused()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        var own = (await (await cases.Officer.GetAsync($"/api/v1/cases/{id}")).Json()).GetProperty("subject").GetProperty("name").GetString()!;
        var refused = await cases.Officer.PostJson($"/api/v1/cases/{id}/steps", Letter(cases, "handover", own));
        Assert.True((await refused.Json()).GetProperty("errors").TryGetProperty("to", out _));
    }

    [Fact]
    public async Task Pages_ShowTheLetterAndTakeTheAnswer()
    {
        await using var cases = await CaseHost.Start();
        var (id, receiver) = await Sent(cases, "handover");
        Assert.Contains($"/office/case-letters/{id}/0", await receiver.GetStringAsync("/office/case-letters"), StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await receiver.GetStringAsync($"/office/case-letters/{id}/0"));
        Assert.Contains(Gives, page, StringComparison.Ordinal);
        Assert.Contains("2026年3月20日", page, StringComparison.Ordinal);
        var (refused, _) = await receiver.Send($"/office/case-letters/{id}/0", "cases.answer-letter", new() { ["accepted"] = "no" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var (taken, _) = await receiver.Send($"/office/case-letters/{id}/0", "cases.answer-letter", new() { ["accepted"] = "yes" });
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Contains("/office/clues/", taken.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("已接收", WebUtility.HtmlDecode(await receiver.GetStringAsync($"/office/case-letters/{id}/0")), StringComparison.Ordinal);
        Assert.Contains("已接收", WebUtility.HtmlDecode(await receiver.GetStringAsync("/office/case-letters?state=done")), StringComparison.Ordinal);
        // Whoever may read but not answer is told so.
        Assert.Contains("没有待回复的函件", WebUtility.HtmlDecode(await cases.Stranger.GetStringAsync("/office/case-letters")), StringComparison.Ordinal);
    }

    private static object Letter(CaseHost cases, string kind, string to) => new
    {
        step = "send-letter",
        at = "2026-03-16T11:00:00+08:00",
        kind,
        to,
        subject = "渣土未遮盖案移送",
        reason = Gives,
        materials = new[] { "案卷1册" },
        replyDueOn = "2026-03-20",
        officers = cases.Pair,
    };

    /// <summary>A case of 蓝田街道 with a letter to the other street, and that street's brigade leader.</summary>
    private static async Task<(string Id, HttpClient Receiver)> Sent(CaseHost cases, string kind)
    {
        var (receiver, _) = await cases.Join("步街大队长", CaseHost.OtherStreet, Role.BrigadeLeader);
        var id = await cases.Noticed();
        var name = (await (await cases.Officer.GetAsync("/api/v1/townships")).Json()).GetProperty("items").EnumerateArray()
            .First(street => street.GetProperty("code").GetString() == CaseHost.OtherStreet).GetProperty("name").GetString()!;
        await CaseHost.Take(cases.Officer, id, Letter(cases, kind, name));
        return (id, receiver);
    }

    private static async Task<List<JsonElement>> Lines(HttpClient person, string query) =>
        [.. (await (await person.GetAsync($"/api/v1/case-letters{query}")).Json()).GetProperty("items").EnumerateArray()];
}
