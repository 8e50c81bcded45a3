using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Playwright;

namespace Lianzhi.EndToEnd;

/// <summary>A recording of several pieces, broken off, taken up again after the page was loaded anew, registered and read back.</summary>
public sealed class EvidenceJourney(RunningPlatform platform) : IDisposable
{
    private const int Piece = 8 * 1024 * 1024;
    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".wav");

    [Fact]
    public async Task Upload_BrokenOff_GoesOnWhereItStoppedAndIsRegistered()
    {
        var sha = Convert.ToHexStringLower(SHA256.HashData(Recording()));
        await using var officer = await platform.Open("lantian.officer1");
        await officer.Go("/office/cases?stage=Investigating");
        var casePath = await officer.Page.Locator("main table a[href^='/office/cases/']").First.GetAttributeAsync("href");
        await officer.Go($"{casePath}/evidence/new");

        // The second piece never leaves: the officer pauses, and the page is loaded anew.
        var held = new TaskCompletionSource<IRoute>();
        var offsets = new ConcurrentQueue<string>();
        officer.Page.Request += (_, request) =>
        {
            if (request.Method == "PATCH") offsets.Enqueue(request.Headers["upload-offset"]);
        };
        await officer.Page.RouteAsync("**/evidence/uploads/*", async route =>
        {
            if (route.Request.Method == "PATCH" && route.Request.Headers["upload-offset"] != "0") held.TrySetResult(route);
            else await route.ContinueAsync();
        });
        await officer.Page.Locator("input[type=file]").SetInputFilesAsync(path);
        await held.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await officer.Page.Locator(".ev-upload button", new PageLocatorOptions { HasText = "暂停" }).ClickAsync();
        await Assertions.Expect(officer.Page.Locator(".ev-upload [role=status]")).ToContainTextAsync("已暂停");
        await officer.IsAccessible();
        await officer.Page.UnrouteAllAsync(new PageUnrouteAllOptions { Behavior = UnrouteBehavior.IgnoreErrors });
        await officer.Go($"{casePath}/evidence/new");
        await officer.Sees("重新选择该文件继续");

        offsets.Clear();
        await officer.Page.Locator("input[type=file]").SetInputFilesAsync(path);
        await Assertions.Expect(officer.Page.Locator(".ev-upload[data-state=done]")).ToContainTextAsync("已上传并校验", new LocatorAssertionsToContainTextOptions { Timeout = 30_000 });
        Assert.Equal([$"{Piece}", $"{2 * Piece}"], offsets);
        await officer.IsAccessible();
        await officer.FitsTheWindow();

        await officer.Fill("证据名称", "询问同步录音");
        await officer.Fill("证明内容", "证明询问过程和当事人的陈述。");
        foreach (var box in (await officer.Page.Locator("input[name='Input.officers']").AllAsync()).Take(2)) await box.CheckAsync();
        await officer.Press("登记");
        await officer.Page.WaitForURLAsync("**tab=evidence**");
        await officer.Follow("询问同步录音");
        await officer.Sees("保管流转");
        Assert.Equal(sha, Convert.ToHexStringLower(SHA256.HashData(await (await officer.Page.APIRequest.GetAsync(
            (await officer.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "下载" }).First.GetAttributeAsync("href"))!)).BodyAsync())));
        await officer.IsAccessible();
    }

    public void Dispose() => File.Delete(path);

    /// <summary>Two and a half pieces of sound: a WAV header and noise that no disk compresses.</summary>
    private byte[] Recording()
    {
        var bytes = new byte[(2 * Piece) + (Piece / 2)];
        new Random(7).NextBytes(bytes);
        "RIFF"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - 8);
        "WAVEfmt "u8.CopyTo(bytes.AsSpan(8));
        foreach (var (at, value) in new (int, short)[] { (16, 16), (18, 0), (20, 1), (22, 1), (32, 2), (34, 16) }) BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(at), value);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(24), 16_000);
        // One second of very fine sound: a recording that begins now has not ended tomorrow.
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(28), bytes.Length - 44);
        "data"u8.CopyTo(bytes.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(40), bytes.Length - 44);
        File.WriteAllBytes(path, bytes);
        return bytes;
    }
}
