using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Documents.Templates;

/// <summary>A template as people and programs see it.</summary>
/// <param name="Id">Id.</param>
/// <param name="Kind">Name of the kind of paper, or <c>every</c>.</param>
/// <param name="KindTitle">Title of the kind.</param>
/// <param name="From">First day.</param>
/// <param name="To">Day after the last; null while not withdrawn.</param>
/// <param name="InForce">True when papers made today take it.</param>
/// <param name="FileName">Name of the file.</param>
/// <param name="Sm3">SM3 of the file.</param>
/// <param name="Reason">Why it was brought.</param>
/// <param name="Version">Version.</param>
public sealed record TemplateLine(string Id, string Kind, string KindTitle, DateOnly From, DateOnly? To, bool InForce, string FileName, string Sm3, string Reason, long Version);

/// <summary>Lists the templates there are and were (查看文书模板), and gives their files.</summary>
public sealed class ListTemplates(UseCaseRunner runner, AppDb db, FileStore files, TimeProvider time)
{
    /// <summary>All of them, newest first. They are few: a district changes its letterhead some times in ten years.</summary>
    public Task<Result<IReadOnlyList<TemplateLine>>> Run(CancellationToken cancel) => runner.Read<IReadOnlyList<TemplateLine>>(AccessTable.ListTemplates, async () =>
    {
        var (rows, today) = (await db.Set<TemplateRow>().AsNoTracking().OrderByDescending(row => row.Id).ToListAsync(cancel), time.Today());
        return rows.ConvertAll(row => new TemplateLine(row.Id, row.Kind, row.KindTitle, row.From, row.To, TemplateBook.InForce(rows.Where(one => one.Kind == row.Kind), today) == row, row.FileName, row.FileHash, row.Reason, row.Version));
    });

    /// <summary>The file of one.</summary>
    public Task<Result<WordFile>> File(string id, CancellationToken cancel) => runner.Read<WordFile>(AccessTable.ListTemplates, async () =>
        await db.Set<TemplateRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is { } row && await files.Read(row.FileHash, cancel) is { } bytes
            ? new WordFile(row.FileName, bytes) : Refusal.NotFound());

    /// <summary>A file to begin with: the standard look with the tags of a kind.</summary>
    public Task<Result<WordFile>> Starting(string? kind, CancellationToken cancel) => runner.Read<WordFile>(AccessTable.ListTemplates, () =>
    {
        var found = TemplateRow.KindOf(kind ?? "");
        return Task.FromResult<Result<WordFile>>(found is null && kind is not (null or "" or TemplateRow.Every) ? Refusal.Invalid("kind", "没有这种文书。")
            : new WordFile($"{found?.Title ?? "文书"}模板.docx", WordTemplate.Starting(found)));
    });
}

/// <summary>A Word file to download.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Its content.</param>
public sealed record WordFile(string Name, byte[] Bytes)
{
    /// <summary>Media type of DOCX.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
}
