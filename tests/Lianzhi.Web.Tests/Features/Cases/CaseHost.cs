using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Features.Access;
using Lianzhi.Web.Features.Organisation;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Cases;

/// <summary>The application with people of 蓝田街道: two certified officers, a head, a 片长, and an officer of another street.</summary>
internal sealed class CaseHost : IAsyncDisposable
{
    public const string Street = "350603003";
    public const string OtherStreet = "350603001";

    private readonly List<(HttpClient Client, string Account)> people = [];

    private CaseHost(TestHost host) => Host = host;

    public TestHost Host { get; }

    public string FirstOfficer { get; private set; } = "";

    public string SecondOfficer { get; private set; } = "";

    public HttpClient Officer { get; private set; } = null!;

    public HttpClient Head { get; private set; } = null!;

    public HttpClient Chief { get; private set; } = null!;

    public HttpClient Stranger { get; private set; } = null!;

    public static async Task<CaseHost> Start(Database database = Database.Sqlite, Dictionary<string, string?>? settings = null)
    {
        var cases = new CaseHost(await TestHost.Start(database, settings: settings));
        cases.Host.Time.Set(2026, 3, 2);
        cases.FirstOfficer = await cases.Person("林晓岚", Street, certified: true);
        cases.SecondOfficer = await cases.Person("郑启明", Street, certified: true);
        var head = await cases.Person("周海波", Street, certified: false);
        var chief = await cases.Person("沈志远", Street, certified: false);
        var stranger = await cases.Person("李外街", OtherStreet, certified: true);
        await cases.Post(PostKind.Head, Street, head);
        await cases.Post(PostKind.AreaChief, "A1", chief);
        cases.Officer = await cases.SignIn("林晓岚", cases.FirstOfficer, new Assignment(Role.Officer, Street, "A1"));
        cases.Head = await cases.SignIn("周海波", head, new Assignment(Role.Head, Street, "A1"));
        cases.Chief = await cases.SignIn("沈志远", chief, new Assignment(Role.AreaChief, null, "A1"));
        cases.Stranger = await cases.SignIn("李外街", stranger, new Assignment(Role.Officer, OtherStreet, "A1"));
        return cases;
    }

    /// <summary>Moves the clock; everybody signs in again, because sessions end when nothing happens for half an hour.</summary>
    public async Task At(int month, int day, int hour = 9)
    {
        Host.Time.Set(new DateTimeOffset(2026, month, day, hour, 0, 0, TimeSpan.FromHours(8)));
        foreach (var (client, account) in people)
        {
            var token = await Host.Within(services => services.GetRequiredService<Sessions>().Begin(account, CancellationToken.None));
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        }
    }

    private async Task<HttpClient> SignIn(string name, string officer, Assignment role)
    {
        var (client, account) = await Host.SignedInAs(name, officer, role);
        people.Add((client, account));
        return client;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    public object[] Pair => [FirstOfficer, SecondOfficer];

    public static object Company => new { kind = "organisation", name = "漳州禾丰土石方工程有限公司", identifier = "91350603MA000001XL", representative = "吴思源", address = "漳州市龙文区湘桥路演示号" };

    public static object Handed => new { method = "direct", place = "当事人办公室", receiver = "吴思源", relation = "法定代表人" };

    /// <summary>Proposes a case; answers its id.</summary>
    public async Task<string> Propose(string? clueId = null)
    {
        var answer = await Officer.PostJson("/api/v1/cases", Proposal(clueId));
        var body = await answer.Json();
        Assert.True((int)answer.StatusCode == 201, body.ToString());
        return body.GetProperty("id").GetString()!;
    }

    public object Proposal(string? clueId = null, object[]? officers = null) => new
    {
        at = "2026-03-02T08:30:00+08:00",
        source = "群众举报",
        clueId,
        party = Company,
        itemCode = "CG-030",
        township = Street,
        address = "湘桥路北段工地",
        facts = "渣土未及时清运，也未密闭遮盖。",
        actOn = "2026-02-27",
        discoveredOn = "2026-02-28",
        harmToLifeHealthOrFinance = false,
        officers = officers ?? Pair,
    };

    /// <summary>Takes a step that must succeed.</summary>
    public static async Task<long> Take(HttpClient person, string id, object step)
    {
        var answer = await person.PostJson($"/api/v1/cases/{id}/steps", step);
        var body = await answer.Json();
        Assert.True(answer.IsSuccessStatusCode, $"{step}: {body}");
        return body.GetProperty("version").GetInt64();
    }

    /// <summary>A case whose prior notice was served on 16 March.</summary>
    public async Task<string> Noticed()
    {
        var id = await Propose();
        await At(3, 3);
        await Take(Head, id, new { step = "approve-filing", opinion = "同意立案。" });
        await At(3, 16, 18);
        await Take(Officer, id, new { step = "record-inspection", at = "2026-03-04T09:00:00+08:00", until = "2026-03-04T10:00:00+08:00", place = "工地", present = "吴思源", certificatesShown = true, findings = "渣土约42立方米未遮盖。", partyOpinion = "马上清运。", officers = Pair });
        await Take(Officer, id, new { step = "order-correction", at = "2026-03-04T16:00:00+08:00", breach = "《中华人民共和国大气污染防治法》第六十九条第三款", requirement = "立即清运。", dueOn = "2026-03-09", service = Handed, officers = Pair });
        await Take(Officer, id, new { step = "check-correction", at = "2026-03-10T10:00:00+08:00", corrected = true, findings = "已清运。", officers = Pair });
        await Take(Officer, id, new
        {
            step = "conclude-investigation",
            at = "2026-03-12T10:00:00+08:00",
            facts = "当事人堆放渣土未遮盖。",
            evidence = new[] { new { kind = "勘验笔录、现场笔录", title = "现场检查笔录1份", proves = "未遮盖" } },
            breach = "《中华人民共和国大气污染防治法》第六十九条第三款",
            penaltyBasis = "《中华人民共和国大气污染防治法》第一百一十五条第一款第二项",
            discretion = "从轻。",
            illegalGainFen = 0,
            proposal = new[] { new { kind = "fine", amountFen = 2000000 } },
            majorPublicInterest = false,
            complexFacts = false,
            multipleLegalRelations = false,
            officers = Pair,
        });
        await Take(Officer, id, new { step = "serve-prior-notice", at = "2026-03-16T10:00:00+08:00", facts = "堆放渣土未遮盖。", reasons = "从轻。", penalties = new[] { new { kind = "fine", amountFen = 2000000 } }, tellHearingRight = false, service = Handed, officers = Pair });
        return id;
    }

    /// <summary>Signs in a further person of the street or, for the justice bureau, of <c>sf</c>, with a post where one is given.</summary>
    public async Task<(HttpClient Client, string Officer)> Join(string name, string unit, Role role, PostKind? post = null, string? qualification = null)
    {
        var officer = await Person(name, unit, certified: false);
        if (post is { } kind)
            await Host.Within(async services => Ok(await services.GetRequiredService<FillPost>().Run(
                new NewPost(kind, unit, officer, null, "任职文件〔2024〕2号", new DateOnly(2024, 6, 25), qualification), "按任职文件登记", CancellationToken.None)));
        return (await SignIn(name, officer, new Assignment(role, unit, "A1")), officer);
    }

    public static object Decision(long fen) => new { step = "make-decision", kind = "penalty", penalties = new[] { new { kind = "fine", amountFen = fen } }, correction = "已清运，今后及时遮盖。", defenceAnswer = "" };

    /// <summary>One more certified officer of the street.</summary>
    public Task<string> Certified(string name) => Person(name, Street, certified: true);

    private Task<string> Person(string name, string unit, bool certified) => Host.Within(async services =>
    {
        var id = Ok(await services.GetRequiredService<AddOfficer>().Run(new NewOfficer(name, unit, null, new DateOnly(2024, 6, 25)), "到岗报到登记", CancellationToken.None));
        if (certified) Ok(await services.GetRequiredService<AddCertificate>().Run(id, new NewCertificate($"示{id[^6..]}", "区司法局", new DateOnly(2024, 6, 25), new DateOnly(2029, 6, 25)), CancellationToken.None));
        return id;
    });

    private Task<string> Post(PostKind kind, string place, string officer) => Host.Within(async services =>
        Ok(await services.GetRequiredService<FillPost>().Run(new NewPost(kind, place, officer, null, "任职文件〔2024〕1号", new DateOnly(2024, 6, 25)), "按任职文件登记", CancellationToken.None)));

    private static T Ok<T>(Result<T> result) => result.IsOk ? result.Value : throw new InvalidOperationException(string.Join(' ', result.Refusals));
}
