using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Lianzhi.EndToEnd;

/// <summary>One person's browser window, with the verbs journeys are told in. Closing it fails on any script or policy error.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> faults = [];

    internal Window(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            // A refused form answers 4xx on purpose; the browser notes that as an error of the page.
            if (message.Type == "error" && !message.Text.Contains("the server responded with a status of 4", StringComparison.Ordinal)) faults.Add($"{message.Text} ({message.Location})");
        };
        page.PageError += (_, fault) => faults.Add(fault);
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Signs in with the password of the demonstration.</summary>
    public async Task SignIn(string userName)
    {
        await Go("/sign-in");
        await Fill("用户名", userName);
        await Fill("密码", "lianzhi-demo");
        await Press("登录");
        await Page.WaitForURLAsync("**/office**");
    }

    /// <summary>Opens an address of the platform.</summary>
    public async Task Go(string path)
    {
        var answer = await Page.GotoAsync(path);
        Assert.True(answer!.Ok, $"{path} answered {answer.Status}");
    }

    /// <summary>Fills a field by its label.</summary>
    public Task Fill(string label, string value) => Page.GetByLabel(label, new PageGetByLabelOptions { Exact = false }).First.FillAsync(value);

    /// <summary>Chooses from a list by its label.</summary>
    public Task Choose(string label, string option) => Page.GetByLabel(label, new PageGetByLabelOptions { Exact = false }).First.SelectOptionAsync(new SelectOptionValue { Label = option });

    /// <summary>Checks a box or radio by its label.</summary>
    public Task Check(string label) => Page.GetByLabel(label, new PageGetByLabelOptions { Exact = false }).First.CheckAsync();

    /// <summary>Presses the button with this name, the first in the page's main part if there are several.</summary>
    public Task Press(string name) => Page.Locator("main").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name }).First.ClickAsync();

    /// <summary>Follows the link with this name.</summary>
    public Task Follow(string name) => Page.Locator("main").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = name }).First.ClickAsync();

    /// <summary>Sends the form of the page with its primary button.</summary>
    public async Task Send()
    {
        await Page.Locator("main form button[type=submit].lz-btn-primary").First.ClickAsync();
        await Page.WaitForLoadStateAsync();
    }

    /// <summary>True on the page of a step of a case.</summary>
    public bool IsOnStep => new Uri(Page.Url).AbsolutePath.Contains("/steps/", StringComparison.Ordinal);

    /// <summary>Waits until the page says this.</summary>
    public Task Sees(string text) => Assertions.Expect(Page.Locator("main").GetByText(text).First).ToBeVisibleAsync();

    /// <summary>Finds no serious fault of accessibility on the page as it is now.</summary>
    public async Task IsAccessible()
    {
        var result = await Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        var serious = result.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(Words).ToList();
        Assert.True(serious.Count == 0, $"{Page.Url}\n{string.Join('\n', serious)}");
    }

    /// <summary>Nothing is wider than the window: no sideways scrolling on a phone. Names what sticks out.</summary>
    public async Task FitsTheWindow()
    {
        var wide = await Page.EvaluateAsync<string[]>("""
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] : ["", ...[...document.querySelectorAll("body *")]
                .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1).slice(0, 5).map(one => one.outerHTML.slice(0, 200))]
            """);
        Assert.True(wide.Length == 0, $"{Page.Url} is wider than the window{string.Join('\n', wide)}");
    }

    /// <summary>Makes the window as narrow as a phone.</summary>
    public Task Narrow() => Page.SetViewportSizeAsync(390, 844);

    /// <summary>Makes the window as wide as an officer's screen.</summary>
    public Task Widen() => Page.SetViewportSizeAsync(1440, 900);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    private static string Words(AxeResultItem violation) => $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}";
}
