using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Features.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Cases;

/// <summary>What opens a case or a clue, with one thing wrong in it at a time: a clear 4xx that names it, and nothing saved.</summary>
public sealed class OpeningFuzzTests
{
    private const string Nobody = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

    public static TheoryData<string> Openings => ["cases", "cases/on-the-spot", "clues", "public/complaints"];

    /// <summary>Members that may be left out, each for its own reason; everything else is asked for.</summary>
    private static readonly string[] MayBeMissing = ["party.identifier", "party.representative", "party.address", "party.phone", "party.bornOn", "party.tradeName", "party.creditCode", "clueId", "photos", "confidential", "named", "occurred", "item", "refusalNote", "penalties[0].amountFen", "penalties[0].detail", "reservedNumber"];

    [Theory]
    [MemberData(nameof(Openings))]
    public async Task Opening_TheBodyItself_IsTaken(string opening)
    {
        await using var cases = await CaseHost.Start();
        var answer = await FuzzedBody.Send(cases.Officer, Address(opening), Good(cases, opening));
        Assert.True(answer.Status == HttpStatusCode.Created, answer.Text);
    }

    [Theory]
    [MemberData(nameof(Openings))]
    public async Task Opening_AnotherKindOfValue_IsNamedAndNothingIsSaved(string opening)
    {
        await using var cases = await CaseHost.Start();
        var good = Good(cases, opening);
        await Refuses(cases, opening, from place in FuzzedBody.Places(good)
                                      from value in FuzzedBody.OtherKinds(place.Value)
                                      select (place.Path, FuzzedBody.With(good, place.Path, value)), named: true);
    }

    [Theory]
    [MemberData(nameof(Openings))]
    public async Task Opening_AMemberMissingOrNullOrUnknown_IsNamedAndNothingIsSaved(string opening)
    {
        await using var cases = await CaseHost.Start();
        var good = Good(cases, opening);
        var asked = FuzzedBody.Places(good).Select(place => place.Path).Where(path => !MayBeBlank(opening, path)).ToList();
        await Refuses(cases, opening,
        [
            .. asked.Where(path => !path.EndsWith(']')).Select(path => (path, FuzzedBody.Without(good, path))),
            .. asked.Select(path => (path, FuzzedBody.With(good, path, null))),
            .. asked.Where(path => At(good, path) is JsonValue value && value.TryGetValue<string>(out _)).Select(path => (path, FuzzedBody.With(good, path, " \u3000"))),
            ("unknownMember", FuzzedBody.With(good, "unknownMember", 1)),
            ("constructor", FuzzedBody.With(good, "constructor", new JsonObject())),
        ], named: true);
    }

    [Theory]
    [MemberData(nameof(Openings))]
    public async Task Opening_TextsBeyondMeasure_AreNamedAndNothingIsSaved(string opening)
    {
        await using var cases = await CaseHost.Start();
        var good = Good(cases, opening);
        var texts = FuzzedBody.Places(good).Where(place => place.Value is JsonValue value && value.TryGetValue<string>(out _)).Select(place => place.Path).ToList();
        await Refuses(cases, opening, texts.Select(path => (path, FuzzedBody.With(good, path, new string('字', opening.StartsWith("cases", StringComparison.Ordinal) ? 20_001 : 4_001)))), named: true);
    }

    [Theory]
    [MemberData(nameof(Openings))]
    public async Task Opening_NoJsonObject_IsRefusedAndNothingIsSaved(string opening)
    {
        await using var cases = await CaseHost.Start();
        var before = await Saved(cases);
        var wrong = new List<string>();
        foreach (var (name, content) in FuzzedBody.NoBodies(Good(cases, opening)))
            if (await FuzzedBody.Send(cases.Officer, Address(opening), content) is { Status: not (HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnsupportedMediaType) } answer)
                wrong.Add($"{name}: {answer.Status}");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(before, await Saved(cases));
    }

    /// <summary>Who reports, and which street it is, need not be known of a clue.</summary>
    private static bool MayBeBlank(string opening, string path) => MayBeMissing.Contains(path) || (!opening.StartsWith("cases", StringComparison.Ordinal) && path is "township" or "reporterName" or "reporterPhone" or "name" or "phone");

    /// <summary>Days and instants that cannot be, ids of others, amounts nobody can owe.</summary>
    public static TheoryData<string, string, object?> Impossible => new()
    {
        { "cases", "at", "2026-03-03T09:00:00+08:00" }, { "cases", "at", "2126-03-02T09:00:00+08:00" }, { "cases", "at", "0001-01-01T00:00:00+00:00" }, { "cases", "at", "9999-12-31T23:59:59-12:00" },
        { "cases", "actOn", "2026-03-03" }, { "cases", "actOn", "0001-01-01" }, { "cases", "actOn", "9999-12-31" }, { "cases", "actOn", "1999-03-01" },
        { "cases", "discoveredOn", "2026-03-03" }, { "cases", "discoveredOn", "9999-12-31" },
        { "cases", "itemCode", "XX-999" }, { "cases", "itemCode", "cg-030" }, { "cases", "township", "350603999" }, { "cases", "township", "350000" }, { "cases", "clueId", Nobody }, { "cases", "clueId", "../x" },
        { "cases", "officers[1]", Nobody }, { "cases", "officers[1]", "林晓岚" }, { "cases", "party.kind", "alien" }, { "cases", "party.bornOn", "1990-13-01" }, { "cases", "party.bornOn", "2026-02-28" },
        { "cases", "party.name", "LONG" }, { "cases", "party.tradeName", "LONG" }, { "cases", "party.identifier", "LONG" }, { "cases", "party.address", "LONG" }, { "cases", "party.representative", "LONG" }, { "cases", "party.phone", "LONG" },
        { "cases/on-the-spot", "at", "2026-03-03T09:00:00+08:00" }, { "cases/on-the-spot", "at", "0001-01-01T00:00:00+00:00" }, { "cases/on-the-spot", "at", "9999-12-31T23:59:59-12:00" },
        { "cases/on-the-spot", "itemCode", "XX-999" }, { "cases/on-the-spot", "township", "350603999" }, { "cases/on-the-spot", "clueId", Nobody }, { "cases/on-the-spot", "officers[0]", Nobody },
        { "cases/on-the-spot", "penalties[0].amountFen", -1L }, { "cases/on-the-spot", "penalties[0].amountFen", 0L }, { "cases/on-the-spot", "penalties[0].amountFen", long.MaxValue }, { "cases/on-the-spot", "penalties[0].amountFen", long.MinValue },
        { "cases/on-the-spot", "penalties[0].amountFen", null }, { "cases/on-the-spot", "penalties[0].kind", "beheading" }, { "cases/on-the-spot", "oralNotice", false }, { "cases/on-the-spot", "party.bornOn", "2020-01-01" },
        { "cases/on-the-spot", "party.name", "LONG" }, { "cases/on-the-spot", "reservedNumber", "漳龙蓝当罚〔2026〕9号" }, { "cases/on-the-spot", "reservedNumber", "LONG" },
        { "clues", "source", "publicComplaint" }, { "clues", "source", "rumour" }, { "clues", "township", "350603999" }, { "clues", "item", "XX-999" }, { "clues", "category", "nothing" }, { "clues", "photos", "TOKEN" },
        { "clues", "reporterPhone", "LONG" }, { "clues", "reporterName", "LONG" }, { "clues", "address", "LONG" }, { "clues", "occurred", "LONG" },
        { "public/complaints", "township", "350603999" }, { "public/complaints", "category", "nothing" }, { "public/complaints", "photos", "TOKEN" }, { "public/complaints", "truthful", false }, { "public/complaints", "name", "LONG" }, { "public/complaints", "phone", "LONG" },
    };

    [Fact]
    public async Task Opening_WhatCannotBe_IsRefusedAndNothingIsSaved()
    {
        await using var cases = await CaseHost.Start();
        foreach (var opening in Openings.Select(row => row.Data))
        {
            var good = Good(cases, opening);
            await Refuses(cases, opening, Impossible.Select(row => row.Data).Where(row => row.Item1 == opening).Select(row => (row.Item2, FuzzedBody.With(good, row.Item2, Value(row.Item3)))), named: false);
        }
    }

    [Fact]
    public async Task Opening_TwoThingsTooMany_AreRefusedAndNothingIsSaved()
    {
        await using var cases = await CaseHost.Start();
        var (proposal, spot) = (Good(cases, "cases"), Good(cases, "cases/on-the-spot"));
        await Refuses(cases, "cases",
        [
            ("officers", FuzzedBody.With(proposal, "officers", new JsonArray())), ("officers", FuzzedBody.With(proposal, "officers", new JsonArray(cases.FirstOfficer, cases.FirstOfficer))),
            ("officers", FuzzedBody.With(proposal, "officers", Many(501, index => $"o{index}"))), ("officers", FuzzedBody.With(proposal, "officers", Many(400, index => $"o{index}"))),
        ], named: false);
        var fine = spot["penalties"]![0]!;
        await Refuses(cases, "cases/on-the-spot",
        [
            ("penalties", FuzzedBody.With(spot, "penalties", new JsonArray())), ("penalties", FuzzedBody.With(spot, "penalties", new JsonArray(fine.DeepClone(), fine.DeepClone()))),
            ("penalties", FuzzedBody.With(spot, "penalties", new JsonArray([.. Enumerable.Repeat(0, 501).Select(_ => fine.DeepClone())]))),
            ("penalties", FuzzedBody.With(spot, "penalties", new JsonArray([.. Enumerable.Repeat(0, 3).Select(_ => new JsonObject { ["kind"] = "fine", ["amountFen"] = long.MaxValue })]))),
        ], named: false);
        await Refuses(cases, "clues", [("photos", FuzzedBody.With(Good(cases, "clues"), "photos", Many(7, index => $"t{index}")))], named: true);
        await Refuses(cases, "public/complaints", [("photos", FuzzedBody.With(Good(cases, "public/complaints"), "photos", Many(7, index => $"t{index}")))], named: true);
    }

    /// <summary>Texts of every allowed length, also in the members that lists and indexes are made of, are kept or refused by both databases alike.</summary>
    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Opening_LongTextsWithinTheLimit_AreTakenOrNamed(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        var wrong = new List<string>();
        foreach (var opening in Openings.Select(row => row.Data))
        {
            var good = Good(cases, opening);
            foreach (var (path, value) in FuzzedBody.Places(good))
                foreach (var length in new[] { 201, 401, 1_001, 20_000 })
                    if (value is JsonValue text && text.TryGetValue<string>(out _) && await FuzzedBody.Send(cases.Officer, Address(opening), FuzzedBody.With(good, path, new string('字', length))) is var answer
                        && (int)answer.Status is not (201 or 400 or 404 or 413 or 422))
                        wrong.Add($"{opening} {path} {length}: {answer.Status}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    public static TheoryData<Database> Databases => TestHost.Databases;

    private static async Task Refuses(CaseHost cases, string opening, IEnumerable<(string Path, JsonObject Body)> bodies, bool named)
    {
        var before = await Saved(cases);
        var (wrong, tried) = (new List<string>(), 0);
        foreach (var (path, body) in bodies)
        {
            tried++;
            var (status, names, text) = await FuzzedBody.Send(cases.Officer, Address(opening), body);
            if ((int)status is < 400 or > 499) wrong.Add($"{opening} {path}: {status} for {Cut(At(body, path))}");
            else if (status == HttpStatusCode.BadRequest || named)
            {
                if (!names.Any(name => name == path || name.StartsWith(path + '.', StringComparison.Ordinal) || name.StartsWith(path + '[', StringComparison.Ordinal) || path.StartsWith(name + '[', StringComparison.Ordinal)))
                    wrong.Add($"{opening} {path}: {status} names {string.Join(',', names)} for {Cut(At(body, path))}");
            }
            else if (text.Length == 0) wrong.Add($"{opening} {path}: {status} says nothing");
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {tried}\n{string.Join('\n', wrong.Take(40))}");
        Assert.True(tried > 0);
        Assert.Equal(before, await Saved(cases));
    }

    private static string Cut(JsonNode? value) => value?.ToJsonString() is { } text ? text[..Math.Min(60, text.Length)] : "null";

    private static JsonNode? At(JsonObject body, string path) => FuzzedBody.Places(body).FirstOrDefault(place => place.Path == path).Value;

    private static JsonNode? Value(object? value) => value switch
    {
        "LONG" => new string('长', 20_001),
        "TOKEN" => new JsonArray("../../etc/passwd"),
        _ => JsonSerializer.SerializeToNode(value),
    };

    private static JsonArray Many(int count, Func<int, string> make) => new([.. Enumerable.Range(0, count).Select(index => (JsonNode)make(index))]);

    private static string Address(string opening) => $"/api/v1/{opening}";

    /// <summary>Cases, clues, numbers and entries that there are.</summary>
    private static Task<(int, int, int, long)> Saved(CaseHost cases) => cases.Host.Within(async services =>
    {
        var db = services.GetRequiredService<AppDb>();
        return (await db.Set<CaseRow>().CountAsync(), await db.Set<ClueRow>().CountAsync(), await db.Set<PaperNumberRow>().CountAsync(), await db.Set<DocumentNumberRow>().SumAsync(row => (long)row.Last));
    });

    private static JsonObject Good(CaseHost cases, string opening) => JsonSerializer.SerializeToNode(opening switch
    {
        "cases" => cases.Proposal(),
        "cases/on-the-spot" => new
        {
            at = "2026-03-02T08:30:00+08:00",
            source = "巡查发现",
            party = new { kind = "citizen", name = "陈大明", bornOn = "1990-01-01" },
            itemCode = "SZ-001",
            township = CaseHost.Street,
            address = "湘桥路人行道",
            facts = "占用人行道堆放建材。",
            breach = "《城市道路管理条例》第二十七条",
            penaltyBasis = "《城市道路管理条例》第四十二条",
            penalties = new[] { new { kind = "fine", amountFen = 200_00 } },
            certificatesShown = true,
            oralNotice = true,
            partyOpinion = "无异议。",
            correction = "当场清理。",
            receiver = "陈大明",
            officers = cases.Pair,
        },
        "clues" => new { source = "patrol", category = "waste", item = "CG-030", description = "工地渣土未遮盖，起风时扬尘很大。", township = CaseHost.Street, address = "湘桥路北段工地", occurred = "3月1日上午", reporterName = "王某", reporterPhone = "13800000000", confidential = true, photos = Array.Empty<string>() },
        _ => new { category = "waste", description = "工地渣土未遮盖，起风时扬尘很大。", township = CaseHost.Street, address = "湘桥路北段工地", occurred = "3月1日上午", named = true, name = "王某", phone = "13800000000", confidential = true, photos = Array.Empty<string>(), truthful = true },
    }, JsonSerializerOptions.Web)!.AsObject();
}
