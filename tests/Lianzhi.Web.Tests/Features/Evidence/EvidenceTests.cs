using System.Net;
using System.Net.Http.Headers;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Evidence;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Evidence;
using Lianzhi.Web.Platform.Crypto;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Tests.Features.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Lianzhi.Web.Tests.Features.Evidence.EvidenceHost;

namespace Lianzhi.Web.Tests.Features.Evidence;

/// <summary>Evidence from its upload to its custody, over the API.</summary>
public sealed class EvidenceTests
{
    [Fact]
    public async Task Film_ThatTellsItsLength_EndsWhereTheFileSaysAndNotWhereSomebodyTyped()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        // ftyp, then moov with a movie header: 90 seconds in a scale of 1000.
        var film = Convert.FromHexString("000000186674797069736F6D0000020069736F6D61766331" + "000000286D6F6F76" + "000000206D766864" + "00000000" + "0000000000000000" + "000003E8" + "00015F90" + "00000000");
        var evidence = cases.Evidence(id, await cases.Officer.Upload(id, film));
        evidence["until"] = "2026-03-04T09:40:00+08:00";
        var refused = await cases.Officer.PostJson("/api/v1/evidence", evidence);
        Assert.Contains("1分30秒", (await refused.Json()).GetProperty("errors").GetProperty("until")[0].GetString(), StringComparison.Ordinal);
        evidence["until"] = null;
        var kept = (await cases.Officer.Keep(evidence)).GetProperty("id").GetString();
        var view = await (await cases.Head.GetAsync($"/api/v1/evidence/{kept}")).Json();
        Assert.Equal(DateTimeOffset.Parse("2026-03-04T09:11:30+08:00", System.Globalization.CultureInfo.InvariantCulture), view.GetProperty("until").GetDateTimeOffset());
        Assert.Equal((true, 90_000), (view.GetProperty("endRead").GetBoolean(), view.GetProperty("files")[0].GetProperty("playsMilliseconds").GetInt64()));
        Assert.Contains("按文件时长", WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/evidence/{kept}")), StringComparison.Ordinal);

        var silent = cases.Evidence(id, await cases.Officer.Upload(id, Film(5000)));
        silent["until"] = "2026-03-04T09:40:00+08:00";
        var typed = (await cases.Officer.Keep(silent)).GetProperty("id").GetString();
        Assert.Contains("人工填写", WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/evidence/{typed}")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Evidence_KeptMovedAndExcluded_StandsInTheRecord(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var id = await cases.Noticed();
        var film = Film(200_000);
        var upload = await cases.Officer.Upload(id, film);
        var kept = await cases.Officer.Keep(cases.Evidence(id, upload));
        var evidence = kept.GetProperty("id").GetString()!;
        Assert.Equal(1, kept.GetProperty("number").GetInt32());
        // Once only.
        Assert.Equal(HttpStatusCode.BadRequest, (await cases.Officer.PostJson("/api/v1/evidence", cases.Evidence(id, upload))).StatusCode);

        var view = await (await cases.Head.GetAsync($"/api/v1/evidence/{evidence}")).Json();
        Assert.Equal(Convert.ToHexStringLower(Sm3.Hash(film)), view.GetProperty("files")[0].GetProperty("sm3").GetString());
        Assert.Equal("现场.mp4", view.GetProperty("files")[0].GetProperty("name").GetString());
        var list = await (await cases.Chief.GetAsync($"/api/v1/evidence?case={id}&kind=audioVisual")).Json();
        Assert.Equal(evidence, list.GetProperty("items")[0].GetProperty("id").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Stranger.GetAsync($"/api/v1/evidence/{evidence}")).StatusCode);
        Assert.Equal(0, (await (await cases.Stranger.GetAsync("/api/v1/evidence")).Json()).GetProperty("items").GetArrayLength());

        var thing = cases.Evidence(id);
        (thing["kind"], thing["title"], thing["keptAt"]) = ("physical", "篷布", "证物室");
        var cloth = (await cases.Officer.Keep(thing)).GetProperty("id").GetString()!;
        object Move(string action, string at) => new { at, action, place = "当事人处", receiver = "吴思源", reason = "查证完毕，予以返还", witness = (string?)null, officers = cases.Pair };
        Assert.Equal(HttpStatusCode.OK, (await cases.Officer.PostJson($"/api/v1/evidence/{cloth}/custody", Move("returned", "2026-03-10T09:00:00+08:00"))).StatusCode);
        Assert.Contains("custody-ended", await (await cases.Officer.PostJson($"/api/v1/evidence/{cloth}/custody", Move("kept", "2026-03-11T09:00:00+08:00"))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await cases.Officer.PostJson($"/api/v1/evidence/{evidence}/exclusion", new { ground = "irrelevant", reason = "拍的是相邻工地", officers = cases.Pair })).StatusCode);

        // The state is the fold of its entries, the rows say the same, and the record checks out.
        await cases.Host.Within(async services =>
        {
            var entries = await services.GetRequiredService<RecordReader>().Read(CaseStream.NameOf(id), default);
            Assert.Equal(["evidence-collected", "evidence-collected", "evidence-moved", "evidence-excluded"], entries.Where(entry => entry.Type.StartsWith("evidence-", StringComparison.Ordinal)).Select(entry => entry.Type));
            Assert.True((await services.GetRequiredService<RecordReader>().Check(CaseStream.NameOf(id), default)).Holds);
            var state = CaseStream.Fold(entries)!;
            Assert.Equal([true, false], state.Evidence.Select(item => item.Excluded is not null));
            var rows = await services.GetRequiredService<AppDb>().Set<EvidenceRow>().OrderBy(row => row.Number).ToListAsync();
            Assert.Equal([(evidence, true, false), (cloth, false, true)], rows.Select(row => (row.Id, row.Excluded, row.Gone)));
            Assert.Equal(rows.Select(row => row.Title), state.Evidence.Select(item => item.Collected.Title));
            return 0;
        });
    }

    [Fact]
    public async Task Evidence_AfterTheDecision_IsFrozen()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        var upload = await cases.Officer.Upload(id, Film(1000));
        await cases.At(3, 24);
        await CaseHost.Take(cases.Head, id, CaseHost.Decision(2000000));
        upload = await cases.Officer.Upload(id, Film(1000));
        var early = await cases.Officer.PostJson("/api/v1/evidence", cases.Evidence(id, upload));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.Contains("evidence-frozen", await early.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await cases.At(3, 25);
        var late = cases.Evidence(id, await cases.Officer.Upload(id, Film(1000)));
        late["at"] = "2026-03-25T08:30:00+08:00";
        Assert.Contains("late-evidence-without-reason", await (await cases.Officer.PostJson("/api/v1/evidence", late)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        late["lateReason"] = "送达决定书的录像";
        var kept = await cases.Officer.Keep(late);
        Assert.Equal("execution", (await (await cases.Officer.GetAsync($"/api/v1/evidence/{kept.GetProperty("id").GetString()}")).Json()).GetProperty("phase").GetString());
    }

    [Fact]
    public async Task Content_ByRange_IsThatPartOfIt()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        var film = Film(100_000);
        var evidence = (await cases.Officer.Keep(cases.Evidence(id, await cases.Officer.Upload(id, film)))).GetProperty("id").GetString();
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/evidence/{evidence}/content");
        request.Headers.Range = new RangeHeaderValue(50_000, 50_099);
        var part = await cases.Head.SendAsync(request);
        Assert.Equal((HttpStatusCode.PartialContent, "bytes 50000-50099/100000", "video/mp4"), (part.StatusCode, part.Content.Headers.ContentRange!.ToString(), part.Content.Headers.ContentType!.MediaType));
        Assert.Equal(film[50_000..50_100], await part.Content.ReadAsByteArrayAsync());
        var tail = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/evidence/{evidence}/content");
        tail.Headers.Range = new RangeHeaderValue(null, 10);
        Assert.Equal(film[^10..], await (await cases.Head.SendAsync(tail)).Content.ReadAsByteArrayAsync());
        var beyond = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/evidence/{evidence}/content");
        beyond.Headers.Range = new RangeHeaderValue(200_000, null);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, (await cases.Head.SendAsync(beyond)).StatusCode);
        Assert.Equal(film, await cases.Head.GetByteArrayAsync($"/api/v1/evidence/{evidence}/content"));
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Stranger.GetAsync($"/api/v1/evidence/{evidence}/content")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Head.GetAsync($"/api/v1/evidence/{evidence}/content?file=1")).StatusCode);
    }

    [Fact]
    public async Task Photo_ShownIsClean_OriginalNeedsAReason()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        var evidence = (await cases.Officer.Keep(cases.Evidence(id, await cases.Officer.Upload(id, Photo())))).GetProperty("id").GetString();
        var shown = await cases.Head.GetByteArrayAsync($"/api/v1/evidence/{evidence}/content");
        Assert.Equal(-1, shown.AsSpan().IndexOf("SecretCamera"u8));
        Assert.NotEqual(-1, shown.AsSpan().IndexOf("JFIF"u8));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cases.Head.GetAsync($"/api/v1/evidence/{evidence}/content?original=true")).StatusCode);
        var ticket = (await (await cases.Head.PostJson($"/api/v1/evidence/{evidence}/openings", new { reason = "核对拍摄时间" })).Json()).GetProperty("ticket").GetString();
        Assert.Equal(Photo(), await cases.Head.GetByteArrayAsync($"/api/v1/evidence/{evidence}/content?original=true&ticket={ticket}"));
    }

    [Fact]
    public async Task Photos_OfACase_ArePrintedTwoToASheetWithoutTheSensitive()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        Assert.Contains("没有可以打印的照片", await Sheets(), StringComparison.Ordinal);
        for (var i = 0; i < 3; i++) await cases.Officer.Keep(cases.Evidence(id, await cases.Officer.Upload(id, Photo())));
        var copy = cases.Evidence(id, await cases.Officer.Upload(id, Photo()));
        copy["kind"] = "documentary";
        await cases.Officer.Keep(copy);
        var secret = cases.Evidence(id, await cases.Officer.Upload(id, Photo()));
        secret["sensitive"] = true;
        var hidden = (await cases.Officer.Keep(secret)).GetProperty("id").GetString()!;
        var sheets = await Sheets();
        Assert.Equal(2, sheets.Split("class=\"a4\"").Length - 1);
        Assert.Equal(4, sheets.Split("class=\"ev-print\"").Length - 1);
        Assert.Equal(1, sheets.Split("经核对与原件一致").Length - 1);
        Assert.Contains("另有 1 张敏感照片", sheets, StringComparison.Ordinal);
        Assert.Contains("2026年3月", sheets, StringComparison.Ordinal);
        Assert.DoesNotContain(hidden, sheets, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Stranger.GetAsync($"/office/cases/{id}/photos")).StatusCode);

        async Task<string> Sheets() => WebUtility.HtmlDecode(await cases.Head.GetStringAsync($"/office/cases/{id}/photos"));
    }

    [Theory]
    [MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Sensitive_IsOpenedWithAReasonThatIsRecordedFirst(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var id = await cases.Noticed();
        var body = cases.Evidence(id, await cases.Officer.Upload(id, Film(1000)));
        body["sensitive"] = true;
        var evidence = (await cases.Officer.Keep(body)).GetProperty("id").GetString();
        var address = $"/api/v1/evidence/{evidence}/content";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cases.Head.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await cases.Head.PostJson($"/api/v1/evidence/{evidence}/openings", new { reason = " " })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await cases.Chief.PostJson($"/api/v1/evidence/{evidence}/openings", new { reason = "看看" })).StatusCode);
        var ticket = (await (await cases.Head.PostJson($"/api/v1/evidence/{evidence}/openings", new { reason = "集体讨论前核实" })).Json()).GetProperty("ticket").GetString();
        // In the record before a byte of it was sent.
        Assert.Equal(1, await cases.Host.Within(services => services.GetRequiredService<AppDb>().Set<RecordFieldRow>().CountAsync(field => field.Value!.Contains("集体讨论前核实") && field.Value.Contains($"evidence/{evidence}"))));
        Assert.Equal(1000, (await cases.Head.GetByteArrayAsync($"{address}?ticket={ticket}")).Length);
        // Nobody else's ticket, not of other evidence, not after half an hour.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cases.Officer.GetAsync($"{address}?ticket={ticket}")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cases.Head.GetAsync($"{address}?ticket={ticket![..^2]}00")).StatusCode);
        await cases.At(3, 16, 20);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cases.Head.GetAsync($"{address}?ticket={ticket}")).StatusCode);
    }

    [Fact]
    public async Task Recording_Gaps_AreToldAndClosed()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        Assert.Equal("inspection", (await (await cases.Officer.GetAsync($"/api/v1/cases/{id}/recording")).Json()).GetProperty("items")[0].GetProperty("act").GetString());
        var body = cases.Evidence(id, await cases.Officer.Upload(id, Photo()));
        body["act"] = new { kind = "inspection", index = 0 };
        await cases.Officer.Keep(body);
        Assert.Equal(0, (await (await cases.Officer.GetAsync($"/api/v1/cases/{id}/recording")).Json()).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Evidence_WithNonsense_IsRefusedAndNothingKept()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        object?[] nonsense = [null, "", " ", new string('长', 30000), "\u202e", 5, -1, 1.5, true, Array.Empty<string>(), new[] { "x", "x" }, new { kind = "inspection", index = -1 }, new { kind = "none" }, "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "2026-03-04"];
        foreach (var member in cases.Evidence(id).Keys)
        {
            foreach (var value in nonsense)
            {
                var body = cases.Evidence(id);
                (body["kind"], body["keptAt"], body[member]) = ("documentary", "卷内", value);
                var answer = await cases.Officer.PostJson("/api/v1/evidence", body);
                Assert.True((int)answer.StatusCode is 201 or >= 400 and < 500, $"{member} = {value}: {(int)answer.StatusCode}");
            }
        }
        var state = await cases.Host.Within(services => services.GetRequiredService<CaseStream>().Load(id, default));
        Assert.All(state!.Evidence, item => Assert.True(item.Collected is { Kind: EvidenceKind.Documentary or EvidenceKind.Physical, Officers.Count: 2 } && item.Collected.At.Year == 2026 && item.Collected.Title.Length is > 0 and <= 200));
        Assert.Equal(CaseStage.Noticed, state.Stage);
    }
}
