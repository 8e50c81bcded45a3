using Microsoft.Playwright;

namespace Lianzhi.EndToEnd;

/// <summary>The board by hand: a crew made by the form, a job carried onto it, an officer carried away and put back with the rule; the week shows it.</summary>
public sealed class DragJourney(RunningPlatform platform)
{
    [Fact]
    public async Task Board_JobDraggedOntoACrew_IsSentLikeTheForm()
    {
        const string Board = "/office/dispatch?area=A2&day=2026-10-12";
        await using var chief = await platform.Open("area2.chief");
        await chief.Go("/office/dispatch?area=A2&day=2026-10-12");
        await chief.Press("收集任务");
        await chief.Follow("添加任务");
        await chief.Fill("任务", "郭坑河道巡查");
        await chief.Choose("镇（街道）", "郭坑镇");
        await chief.Check("郭坑镇");
        await chief.Press("添加");
        await chief.Sees("郭坑河道巡查");
        await chief.Page.Locator(".dp-new > summary").ClickAsync();
        foreach (var field in new[] { "first", "second" })
        {
            var choices = chief.Page.Locator($"select[name='Input.{field}'] option", new PageLocatorOptions { HasText = "（郭坑镇）" });
            await chief.Page.Locator($"select[name='Input.{field}']").SelectOptionAsync((await choices.Nth(field == "first" ? 0 : 1).GetAttributeAsync("value"))!);
        }
        await chief.Page.Locator(".dp-new button").ClickAsync();
        await Assertions.Expect(chief.Page.Locator(".dp-crew")).ToHaveCountAsync(1);
        await chief.IsAccessible();

        var crew = chief.Page.Locator(".dp-crew").First;
        await Carry(chief, chief.Page.Locator(".dp-un li", new PageLocatorOptions { HasText = "郭坑河道巡查" }), crew);
        await Assertions.Expect(crew.Locator(".blk", new LocatorLocatorOptions { HasText = "郭坑河道巡查" })).ToBeVisibleAsync();

        // One of the two is carried off: the rule, and the card where it was.
        await Carry(chief, crew.Locator("[data-drag^='MoveOfficer']").First, chief.Page.Locator(".dp-un h2"));
        await chief.Sees("不能这样调整，已放回原处");
        await chief.Sees("行政处罚法 第四十二条");
        await Assertions.Expect(chief.Page.Locator(".dp-crew [data-drag^='MoveOfficer']")).ToHaveCountAsync(2);

        await chief.Go(Board);
        await chief.Follow("周视图");
        await chief.Sees("各人一周");
        await Assertions.Expect(chief.Page.Locator(".dp-out").First).ToBeVisibleAsync();
        await chief.IsAccessible();
        await chief.Narrow();
        await chief.FitsTheWindow();
    }

    private static async Task Carry(Window window, ILocator card, ILocator place)
    {
        await card.ScrollIntoViewIfNeededAsync();
        var (from, to) = ((await card.BoundingBoxAsync())!, (await place.BoundingBoxAsync())!);
        await window.Page.Mouse.MoveAsync(from.X + (from.Width / 2), from.Y + Math.Min(from.Height / 2, 12));
        await window.Page.Mouse.DownAsync();
        await window.Page.Mouse.MoveAsync(from.X + (from.Width / 2) + 20, from.Y + 20);
        await window.Page.Mouse.MoveAsync(to.X + (to.Width / 2), to.Y + (to.Height / 2), new MouseMoveOptions { Steps = 5 });
        await window.Page.Mouse.UpAsync();
    }
}
