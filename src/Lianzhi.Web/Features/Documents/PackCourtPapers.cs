using System.IO.Compression;
using System.Text;
using Lianzhi.Core;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Documents.Templates;
using Lianzhi.Web.Platform.Crypto;

namespace Lianzhi.Web.Features.Documents;

/// <summary>A package of papers.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Bytes">A ZIP file.</param>
public sealed record PaperPackage(string Name, byte[] Bytes);

/// <summary>
/// Packs the application to the court with its materials (申请强制执行材料包, 行政强制法 第55条): every paper as DOCX, numbered in
/// the order of the list, and the list itself with the SM3 digest of each file.
/// </summary>
public sealed class PackCourtPapers(ViewCase view, ReadPaper read, TemplateBook templates)
{
    /// <summary>Packs them; only when the court was applied to.</summary>
    public async Task<Result<PaperPackage>> Run(string id, CancellationToken cancel)
    {
        var found = await view.ForDocuments(id, cancel);
        if (!found.IsOk) return Result<PaperPackage>.Refused(found.Refusals);
        var state = found.Value;
        if (state.Execution.Court is not { } court) return Refusal.NotFound("本案没有申请人民法院强制执行。");
        var papers = (await read.All(state, CaseDocuments.Of(state), cancel)).ToDictionary(one => (one.Document.Kind.Code, one.Document.Index), one => one.Paper);
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            var list = new StringBuilder("申请人民法院强制执行材料清单\n").Append(state.Title).Append('\n').Append(court.Number).Append("\n\n");
            foreach (var (index, material) in CaseDocuments.CourtMaterials(state).Index())
            {
                list.Append(index + 1).Append(". ").Append(material.Title).Append('　').Append(material.Note).Append('\n');
                if (material.Code is not { } code || papers.GetValueOrDefault((code, material.Index)) is not { } paper) continue;
                var bytes = await templates.Make(paper, null, cancel);
                var name = FormattableString.Invariant($"{index + 1:00} {material.Title}.docx");
                // The moment of the application, not of packing: the same case always gives the same package.
                var entry = archive.CreateEntry(name);
                entry.LastWriteTime = court.At;
                await using (var file = entry.Open()) await file.WriteAsync(bytes, cancel);
                list.Append("   ").Append(name).Append("　SM3 ").Append(Convert.ToHexStringLower(Sm3.Hash(bytes))).Append('\n');
            }
            var contents = archive.CreateEntry("00 材料清单.txt");
            contents.LastWriteTime = court.At;
            await using var text = contents.Open();
            await text.WriteAsync(Encoding.UTF8.GetBytes(list.ToString()), cancel);
        }
        return new PaperPackage($"申请强制执行 {court.Number}.zip", stream.ToArray());
    }
}
