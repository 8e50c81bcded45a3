using System.Text.Json;

namespace Lianzhi.EndToEnd;

/// <summary>A draw of targets and officers: sealed by the chief, drawn and published, and repeated by a stranger from what the public page shows.</summary>
public sealed class DrawJourney(RunningPlatform platform)
{
    [Fact]
    public async Task Draw_SealedDrawnPublished_IsRepeatedFromThePublicPage()
    {
        string id;
        await using (var chief = await platform.Open("area1.chief"))
        {
            await chief.Go("/office/draws/new");
            await chief.Fill("名称", "第四季度市容双随机");
            await chief.Check("第一片区");
            await chief.Choose("检查主体", "区城市管理和综合执法局");
            await chief.Fill("抽取对象数", "900000");
            await chief.Press("封存种子");
            await chief.IsAccessible();
            // Refused, with what was typed still there.
            Assert.Equal("第四季度市容双随机", await chief.Page.GetByLabel("名称").InputValueAsync());
            await chief.Fill("抽取对象数", "5");
            await chief.Press("封存种子");
            await chief.Sees("种子已经封存");
            id = new Uri(chief.Page.Url).Segments[^1];
            await using (var early = await platform.Open())
            {
                await early.Go($"/draws/{id}");
                await early.Sees("种子摘要");
                Assert.DoesNotContain("重做抽取", await early.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
            }
            await chief.Press("抽取并公布");
            await chief.Sees("抽取和检查结果");
            await chief.IsAccessible();
        }

        await using var visitor = await platform.Open();
        await visitor.Go($"/draws/{id}");
        await visitor.IsAccessible();
        await visitor.Narrow();
        await visitor.FitsTheWindow();
        var hashes = await visitor.Page.Locator("main dl code").AllInnerTextsAsync();
        var (commitment, seed) = (hashes[0], hashes[2]);
        var shown = await visitor.Page.Locator("main table tbody tr").CountAsync();
        Assert.Equal(5, shown);
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, await (await visitor.Page.APIRequest.GetAsync($"/api/v1/public/draws/{id}/input")).BodyAsync());
        var again = await platform.Command("plan", "draw", "--in", file, "--seed", seed, "--commitment", commitment);
        File.Delete(file);
        var drawn = JsonDocument.Parse(again[again.IndexOf('{', StringComparison.Ordinal)..]).RootElement.GetProperty("drawn");
        var published = (await visitor.Json($"/api/v1/public/draws/{id}")).GetProperty("drawn");
        Assert.Equal(shown, drawn.GetArrayLength());
        Assert.Equal(published.EnumerateArray().Select(row => row.GetProperty("target").GetString()), drawn.EnumerateArray().Select(row => row.GetProperty("target").GetString()));
    }
}
