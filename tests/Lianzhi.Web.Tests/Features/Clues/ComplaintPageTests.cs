using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Lianzhi.Core.Access;

namespace Lianzhi.Web.Tests.Features.Clues;

/// <summary>The complaint as a person without scripts fills it in, page by page.</summary>
public class ComplaintPageTests
{
    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    [Fact]
    public async Task Wizard_AllPages_EndWithNumberAndCodeThatShowTheProgress()
    {
        await using var host = await TestHost.Start();
        var person = new Person(host.Client());
        await person.Open("/complaint");
        await person.Press("next", ("category", "construction-noise"), ("description", "夜里十一点还在打桩，影响睡眠"));
        await person.Press("next", ("occurred", "昨天晚上"));
        await person.Press("next", ("address", "梧桥路与湘桥路路口"), ("township", "350603003"));
        await person.Upload("next", ("site.jpg", Photo));
        await person.Press("next", ("named", "no"));
        Assert.Contains("提交前，请核对一遍", person.Text, StringComparison.Ordinal);
        Assert.Contains("1 张", person.Text, StringComparison.Ordinal);
        Assert.Contains("蓝田街道办事处", person.Text, StringComparison.Ordinal);
        await person.Press("send", ("truthful", "yes"));
        Assert.Equal(HttpStatusCode.Redirect, person.Status);
        await person.Open(person.Location!);
        var receipt = person.Page.QuerySelectorAll(".cp-done dd").Select(cell => cell.TextContent).ToArray();
        Assert.Equal("投20261008-0001", receipt[0]);
        await person.Open("/progress");
        await person.Press(null, ("Input.number", receipt[0]), ("Input.code", receipt[1]));
        Assert.Contains("已收到，等待查看", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_WrongCode_KeepsTheFormAndSaysWhy()
    {
        await using var host = await TestHost.Start();
        var person = new Person(host.Client());
        await person.Open("/progress");
        await person.Press(null, ("Input.number", "投20261008-0001"), ("Input.code", "AAAAAAAA"));
        Assert.Equal(HttpStatusCode.BadRequest, person.Status);
        Assert.Contains("受理编号或者查询码不正确", person.Text, StringComparison.Ordinal);
        Assert.Equal("投20261008-0001", person.Field("Input.number"));
    }

    [Fact]
    public async Task Wizard_SentTwice_IsOneComplaint()
    {
        await using var host = await TestHost.Start();
        var person = new Person(host.Client());
        await person.ToCheck();
        var before = person.Html;
        await person.Press("send", ("truthful", "yes"));
        var first = person.Location;
        person.Show(before);
        await person.Press("send", ("truthful", "yes"));
        Assert.Equal(first, person.Location);
        var officer = await host.SignedIn(new Assignment(Role.Officer, "350603003", "A1"));
        Assert.Equal(1, (await (await officer.GetAsync("/api/v1/clues")).Json()).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Wizard_RefusedPhoto_LosesNothing()
    {
        await using var host = await TestHost.Start();
        var person = new Person(host.Client());
        await person.ToPhotos();
        await person.Upload("next", ("site.jpg", Photo), ("notes.jpg", "no photo"u8.ToArray()));
        Assert.Equal(HttpStatusCode.BadRequest, person.Status);
        Assert.Contains("notes.jpg：只能上传", person.Text, StringComparison.Ordinal);
        Assert.Contains("已保留 1 张照片", person.Text, StringComparison.Ordinal);
        Assert.Equal("夜里十一点还在打桩，影响睡眠", person.Field("description"));
        await person.Upload("drop-0");
        Assert.DoesNotContain("已保留", person.Text, StringComparison.Ordinal);
        await person.Upload("next");
        Assert.Contains("要不要留下联系方式", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wizard_EmptyAnswer_KeepsThePageAndNamesTheField()
    {
        await using var host = await TestHost.Start();
        var person = new Person(host.Client());
        await person.Open("/complaint");
        await person.Press("next", ("description", "只写了内容没有选类别"));
        Assert.Equal(HttpStatusCode.BadRequest, person.Status);
        Assert.NotNull(person.Page.QuerySelector("a[href='#f-category']"));
        Assert.Equal("只写了内容没有选类别", person.Page.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task Wizard_ChangeFromTheLastPage_ComesBackToIt()
    {
        await using var host = await TestHost.Start();
        var person = new Person(host.Client());
        await person.ToCheck();
        await person.Press("When");
        await person.Press("next", ("occurred", "每晚十点半以后"));
        Assert.Contains("提交前，请核对一遍", person.Text, StringComparison.Ordinal);
        Assert.Contains("每晚十点半以后", person.Text, StringComparison.Ordinal);
        await person.Press("back");
        Assert.Contains("要不要留下联系方式", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wizard_TooLargeBody_Is413()
    {
        await using var host = await TestHost.Start();
        using var content = new ByteArrayContent([1]);
        content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };
        content.Headers.ContentLength = 65L * 1024 * 1024;
        var request = new HttpRequestMessage(HttpMethod.Post, "/complaint") { Content = content };
        var response = await host.Client().SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("文件过大", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_WithoutItsReceipt_ShowsNoCode()
    {
        await using var host = await TestHost.Start();
        var body = await host.Client().GetStringAsync("/complaint/sent?receipt=made-up");
        Assert.Contains("回执已失效", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CluePage_RefusedForm_KeepsWhatWasTyped()
    {
        await using var host = await TestHost.Start();
        await new Person(host.Client()).SendOne();
        var brigade = new Person(await host.SignedIn(new Assignment(Role.BrigadeLeader, "350603003", "A1")));
        await brigade.Open("/office/clues");
        var address = brigade.Page.QuerySelector("td.lead a")!.GetAttribute("href")!;
        await brigade.Open(address);
        Assert.Contains("已阅未办", brigade.Text, StringComparison.Ordinal);
        await brigade.Press(null, "clues.reject", ("Input.ground", "NoFacts"), ("Input.reason", "太短"));
        Assert.Equal(HttpStatusCode.BadRequest, brigade.Status);
        Assert.Contains("不予受理应当写明理由", brigade.Text, StringComparison.Ordinal);
        Assert.Contains(brigade.Page.QuerySelectorAll("textarea"), area => area.TextContent == "太短");
        await brigade.Press(null, "clues.reject", ("Input.ground", "NoFacts"), ("Input.reason", "两次到现场核查均未发现施工。"));
        Assert.Equal(HttpStatusCode.Redirect, brigade.Status);
        await brigade.Open(address);
        Assert.Contains("不予受理", brigade.Text, StringComparison.Ordinal);
        Assert.Contains("申请行政复议", brigade.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CluePage_Reporter_IsShownOnlyWithAReason()
    {
        await using var host = await TestHost.Start();
        await new Person(host.Client()).SendOne(("named", "yes"), ("phone", "13800000021"));
        var officer = new Person(await host.SignedIn(new Assignment(Role.Officer, "350603003", "A1")));
        await officer.Open("/office/clues");
        await officer.Open(officer.Page.QuerySelector("td.lead a")!.GetAttribute("href")!);
        Assert.DoesNotContain("13800000021", officer.Html, StringComparison.Ordinal);
        await officer.Press(null, "clues.show-reporter", ("Input.why", ""));
        Assert.DoesNotContain("13800000021", officer.Html, StringComparison.Ordinal);
        await officer.Press(null, "clues.show-reporter", ("Input.why", "电话核实情况"));
        Assert.Contains("13800000021", officer.Html, StringComparison.Ordinal);
    }

    /// <summary>Somebody at a browser without scripts: keeps cookies, sends the form on the page with its hidden fields.</summary>
    private sealed class Person(HttpClient client)
    {
        private readonly Dictionary<string, string> cookies = [];
        private string address = "/";

        public string Html { get; private set; } = "";

        public HttpStatusCode Status { get; private set; }

        public string? Location { get; private set; }

        public IHtmlDocument Page => new HtmlParser().ParseDocument(Html);

        public string Text => Page.Body!.TextContent;

        public void Show(string html) => Html = html;

        public string? Field(string name) => Page.QuerySelector($"input[name='{name}']")?.GetAttribute("value");

        public Task Open(string path)
        {
            address = path;
            return Take(new HttpRequestMessage(HttpMethod.Get, path));
        }

        public Task Press(string? go, params (string Name, string Value)[] answers) => Press(go, null, answers);

        public Task Press(string? go, string? form, params (string Name, string Value)[] answers) =>
            Take(new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(Fields(go, form, answers)) });

        public Task Upload(string go, params (string Name, byte[] Content)[] files)
        {
            var content = new MultipartFormDataContent();
            foreach (var (name, value) in Fields(go, null, [])) content.Add(new StringContent(value), name);
            foreach (var (name, bytes) in files) content.Add(new ByteArrayContent(bytes), "files", name);
            return Take(new HttpRequestMessage(HttpMethod.Post, address) { Content = content });
        }

        public async Task ToPhotos()
        {
            await Open("/complaint");
            await Press("next", ("category", "construction-noise"), ("description", "夜里十一点还在打桩，影响睡眠"));
            await Press("next", ("occurred", "昨天晚上"));
            await Press("next", ("address", "梧桥路与湘桥路路口"), ("township", "350603003"));
        }

        public async Task ToCheck(params (string Name, string Value)[] who)
        {
            await ToPhotos();
            await Upload("next");
            await Press("next", who.Length > 0 ? who : [("named", "no")]);
        }

        public async Task SendOne(params (string Name, string Value)[] who)
        {
            await ToCheck(who);
            await Press("send", ("truthful", "yes"));
        }

        private IEnumerable<KeyValuePair<string, string>> Fields(string? go, string? name, (string Name, string Value)[] answers)
        {
            var form = Page.QuerySelectorAll("main form[method=post]")
                .First(element => name is null || element.QuerySelector($"input[name=_handler][value='{name}']") is not null);
            foreach (var field in form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>()) yield return new(field.Name!, field.Value);
            foreach (var (answer, value) in answers) yield return new(answer, value);
            if (go is not null) yield return new("go", go);
        }

        private async Task Take(HttpRequestMessage request)
        {
            if (cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            using var response = await client.SendAsync(request);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
                foreach (var cookie in set.Select(text => text.Split(';')[0].Split('=', 2))) cookies[cookie[0]] = cookie[1];
            (Status, Location, Html) = (response.StatusCode, response.Headers.Location?.OriginalString, await response.Content.ReadAsStringAsync());
        }
    }
}
