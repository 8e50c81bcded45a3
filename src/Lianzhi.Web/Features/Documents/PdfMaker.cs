using System.Diagnostics;
using Lianzhi.Core;
using Lianzhi.Web.Platform;
using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;

namespace Lianzhi.Web.Features.Documents;

/// <summary>
/// Turns DOCX into PDF with LibreOffice where it is installed (文书转换): one conversion at a time, in a profile of its own
/// inside the data folder, stopped with everything it started when it takes too long.
/// </summary>
public sealed class PdfMaker(InstallationMode mode, IConfiguration configuration, ILogger<PdfMaker> log) : IDisposable
{
    /// <summary>What its files are.</summary>
    public const string MediaType = "application/pdf";

    private static readonly Refusal Absent =
        new("pdf-not-available", "本机没有安装 LibreOffice，不能生成 PDF。请下载 DOCX，或者请系统管理员安装 libreoffice-writer-nogui 后再试。", "系统运行条件：LibreOffice");

    private static readonly Refusal Failed = new("pdf-failed", "生成 PDF 没有成功。请下载 DOCX，或者稍后再试；再次失败的，请告知系统管理员。", "系统运行条件：LibreOffice");
    private static readonly string[] Names = ["soffice", "libreoffice"];
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>The program; null where it is not installed.</summary>
    public string? Program { get; } = Find(configuration["LibreOffice"]);

    /// <summary>Converts files in one go.</summary>
    /// <returns>As many PDF files, in the same order; or why not.</returns>
    public async Task<Result<IReadOnlyList<byte[]>>> Convert(IReadOnlyList<byte[]> files, CancellationToken cancel)
    {
        if (Program is null) return Absent;
        if (files.Count == 0) return Array.Empty<byte[]>();
        var folder = Path.Combine(mode.DataFolder, "work", $"pdf-{Guid.CreateVersion7():N}");
        await turn.WaitAsync(cancel);
        try
        {
            Directory.CreateDirectory(folder);
            var names = Enumerable.Range(1, files.Count).Select(number => FormattableString.Invariant($"{number:00000}")).ToList();
            foreach (var (index, name) in names.Index()) await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.docx"), files[index], cancel);
            if (!await Run(folder, names, TimeSpan.FromSeconds(60 + files.Count), cancel)) return Failed;
            var made = new List<byte[]>();
            foreach (var name in names)
            {
                var path = Path.Combine(folder, $"{name}.pdf");
                if (!File.Exists(path)) return Failed;
                made.Add(await File.ReadAllBytesAsync(path, cancel));
            }
            return made;
        }
        finally
        {
            turn.Release();
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>How many pages a PDF file has.</summary>
    public static int Pages(byte[] file)
    {
        using var document = Open(file);
        return document.PageCount;
    }

    /// <summary>One file out of several, in their order.</summary>
    public static byte[] Merge(IEnumerable<byte[]> files, string title)
    {
        using var whole = new PdfDocument();
        whole.Info.Title = title;
        foreach (var file in files)
        {
            using var part = Open(file);
            for (var page = 0; page < part.PageCount; page++) whole.AddPage(part.Pages[page]);
        }
        using var stream = new MemoryStream();
        whole.Save(stream, closeStream: false);
        return stream.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private static PdfDocument Open(byte[] file) => PdfReader.Open(new MemoryStream(file, writable: false), PdfDocumentOpenMode.Import);

    private async Task<bool> Run(string folder, IReadOnlyList<string> names, TimeSpan limit, CancellationToken cancel)
    {
        var profile = new Uri(Path.Combine(mode.DataFolder, "work", "office-profile") + Path.DirectorySeparatorChar).AbsoluteUri;
        var start = new ProcessStartInfo(Program!,
            ["--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault", $"-env:UserInstallation={profile}", "--convert-to", "pdf", "--outdir", folder, .. names.Select(name => Path.Combine(folder, $"{name}.docx"))])
        { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        stop.CancelAfter(limit);
        try
        {
            await process.WaitForExitAsync(stop.Token);
            await Task.WhenAll(said, complained);
            if (process.ExitCode == 0) return true;
            log.LogWarning("LibreOffice ended with {Status}", process.ExitCode);
            return false;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancel.ThrowIfCancellationRequested();
            log.LogWarning("LibreOffice took longer than {Limit}", limit);
            return false;
        }
    }

    private static string? Find(string? named)
    {
        if (named is { Length: > 0 }) return File.Exists(named) ? named : null;
        return (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                from name in Names
                let path = Path.Combine(folder, name)
                where File.Exists(path)
                select path).FirstOrDefault();
    }
}
