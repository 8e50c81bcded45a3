using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Records;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Cases;

/// <summary>Gives the record of a case as a file that anyone can check (导出全过程记录). Who exported is written before the file is sent.</summary>
public sealed class ExportCaseRecord(UseCaseRunner runner, CaseStream stream, RecordExport export, AccessLog log, CurrentActor current)
{
    /// <summary>The file.</summary>
    public Task<Result<RecordFile>> Run(string id, CancellationToken cancel) => runner.Read<RecordFile>(AccessTable.ExportCaseRecord, async () =>
    {
        if (await stream.Load(id, cancel) is not { } state || runner.Check(AccessTable.ExportCaseRecord, CaseRow.PlacementOf(state)) is not null) return Refusal.NotFound();
        var file = await export.Of(CaseStream.NameOf(id), cancel);
        if (file.IsOk) await log.Write(current.Actor, AccessTable.ExportCaseRecord, CaseStream.NameOf(id), null, cancel);
        return file;
    });
}
