using Microsoft.Playwright;

namespace Lianzhi.EndToEnd;

/// <summary>A drawing of the scene: drawn with the pointer and with keys, taken back, registered, and seen in the record of the inspection.</summary>
public sealed class SketchJourney(RunningPlatform platform)
{
    [Fact]
    public async Task Sketch_DrawnOnThePage_StandsInTheRecordOfTheInspection()
    {
        await using var officer = await platform.Open("lantian.officer1");
        var casePath = await CaseUnderInspection(officer);
        await officer.Go($"{casePath}/inspections/0/sketch");
        var board = officer.Page.Locator("canvas[data-sketch-board]");
        await Assertions.Expect(board).ToBeVisibleAsync();
        await board.ScrollIntoViewIfNeededAsync();

        // Words first: without them nothing is drawn, and the page says why.
        await officer.Press("文字");
        await Drag(officer, board, (0.3f, 0.3f), (0.3f, 0.3f));
        await Said(officer, "请先填写文字");
        await officer.Page.GetByLabel("文字或者距离").FillAsync("渣土堆");
        await Drag(officer, board, (0.3f, 0.3f), (0.3f, 0.3f));
        await Said(officer, "已绘制 1 处");
        await officer.Press("矩形");
        await Drag(officer, board, (0.2f, 0.2f), (0.6f, 0.6f));
        await officer.Press("徒手");
        await Drag(officer, board, (0.6f, 0.2f), (0.8f, 0.4f));
        await officer.Press("距离");
        await officer.Page.GetByLabel("文字或者距离").FillAsync("12.5 米");
        await Drag(officer, board, (0.2f, 0.7f), (0.6f, 0.7f));
        await officer.Press("指北针");
        await Drag(officer, board, (0.9f, 0.3f), (0.9f, 0.15f));
        await Said(officer, "已绘制 5 处");
        await officer.Press("直线");
        await board.FocusAsync();
        foreach (var key in new[] { "ArrowLeft", "Enter", "Shift+ArrowRight", "Shift+ArrowRight", "Enter" }) await board.PressAsync(key);
        await Said(officer, "已绘制 6 处");
        await officer.Press("撤销");
        await Said(officer, "已绘制 5 处");
        await officer.IsAccessible();
        await officer.FitsTheWindow();

        // A refused form keeps what was drawn.
        await officer.Fill("图名", " ");
        await officer.Page.RunAndWaitForResponseAsync(() => officer.Press("登记勘验图"), answer => answer.Request.Method == "POST");
        await officer.Sees("请填写证据名称");
        await Said(officer, "已绘制 5 处");
        await officer.Fill("图名", "渣土堆放位置勘验图");
        await officer.Press("登记勘验图");
        await officer.Page.WaitForURLAsync("**tab=evidence**");
        await officer.Sees("渣土堆放位置勘验图");

        await officer.Go($"{casePath}/documents/inspection-record/0");
        await officer.Sees("附图：渣土堆放位置勘验图");
        var picture = officer.Page.Locator("figure.ev-print-whole img");
        Assert.Equal("1600 × 1200", await picture.EvaluateAsync<string>("async image => { await image.decode(); return `${image.naturalWidth} × ${image.naturalHeight}`; }"));
        // White paper with ink on it, not an empty board.
        Assert.InRange(await picture.EvaluateAsync<double>("""
            image => {
              const board = document.createElement('canvas');
              [board.width, board.height] = [image.naturalWidth, image.naturalHeight];
              const pen = board.getContext('2d');
              pen.drawImage(image, 0, 0);
              const dots = pen.getImageData(0, 0, board.width, board.height).data;
              let ink = 0;
              for (let i = 0; i < dots.length; i += 4) if (dots[i] < 128) ink++;
              return ink / (dots.length / 4);
            }
            """), 0.001, 0.2);
        await officer.IsAccessible();
    }

    /// <summary>The first case under investigation that has an inspection.</summary>
    private static async Task<string> CaseUnderInspection(Window officer)
    {
        await officer.Go("/office/cases?stage=Investigating");
        var paths = new List<string>();
        foreach (var link in await officer.Page.Locator("main table a[href^='/office/cases/']").AllAsync()) paths.Add((await link.GetAttributeAsync("href"))!);
        foreach (var path in paths.Distinct())
        {
            await officer.Go($"{path}?tab=evidence");
            if (await officer.Page.Locator("a[href$='/inspections/0/sketch']").CountAsync() > 0) return path;
        }
        throw new InvalidOperationException("No case under investigation has an inspection.");
    }

    private static Task Said(Window officer, string words) => Assertions.Expect(officer.Page.Locator("[data-sketch-said]")).ToContainTextAsync(words);

    private static async Task Drag(Window officer, ILocator board, (float X, float Y) from, (float X, float Y) to)
    {
        var frame = (await board.BoundingBoxAsync())!;
        var mouse = officer.Page.Mouse;
        await mouse.MoveAsync(frame.X + (frame.Width * from.X), frame.Y + (frame.Height * from.Y));
        await mouse.DownAsync();
        await mouse.MoveAsync(frame.X + (frame.Width * to.X), frame.Y + (frame.Height * to.Y), new MouseMoveOptions { Steps = 8 });
        await mouse.UpAsync();
    }
}
