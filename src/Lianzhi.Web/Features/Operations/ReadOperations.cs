using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Operations;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Equipment;
using Lianzhi.Web.Platform.Lists;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Operations;

/// <summary>Joint operations (联合行动), newest first; officers of all units see what goes on in the district.</summary>
public sealed class ListOperations(UseCaseRunner runner, AppDb db)
{
    private const string Sort = "operations.new";

    /// <summary>One page.</summary>
    public Task<Result<PageOf<OperationRow>>> Run(OperationKind? kind, OperationStage? stage, string? limit, string? after, CancellationToken cancel) => runner.Read<PageOf<OperationRow>>(AccessTable.ListOperations, async () =>
    {
        var filters = $"{kind}|{stage}";
        var asked = Cursor.Read(limit, after, Sort, filters, 1);
        if (!asked.IsOk) return Result<PageOf<OperationRow>>.Refused(asked.Refusals);
        var rows = db.Set<OperationRow>().AsNoTracking();
        if (kind is { } one) rows = rows.Where(row => row.Kind == one);
        if (stage is { } where) rows = rows.Where(row => row.Stage == where);
        if (asked.Value.After is [var before]) rows = rows.Where(row => string.Compare(row.Id, before) < 0);
        return asked.Value.Page(await rows.OrderByDescending(row => row.Id).Take(asked.Value.Fetch).ToListAsync(cancel), Sort, filters, row => [row.Id]);
    });
}

/// <summary>An operation as its page shows it.</summary>
/// <param name="Row">Its row.</param>
/// <param name="File">Everything that happened.</param>
/// <param name="Papers">Its papers.</param>
/// <param name="Eligible">Who may act, by unit.</param>
/// <param name="Stations">Station each officer works at.</param>
/// <param name="Inspections">What the inspections of each subject in the operation say.</param>
public sealed record OperationView(OperationRow Row, OperationFile File, IReadOnlyList<DocumentCode> Papers, IReadOnlyDictionary<string, IReadOnlyList<Officer>> Eligible, IReadOnlyDictionary<string, string> Stations, IReadOnlyDictionary<string, OperationFigures> Inspections)
{
    /// <summary>Vehicles and equipment it may take along.</summary>
    public IReadOnlyList<EquipmentRow> Equipment { get; init; } = [];

    /// <summary>Ids of those it has booked.</summary>
    public IReadOnlyList<string> Booked { get; init; } = [];
}

/// <summary>Shows one operation (联合行动详情).</summary>
public sealed class ViewOperation(UseCaseRunner runner, OperationDesk desk)
{
    /// <summary>The operation.</summary>
    public Task<Result<OperationView>> Run(string id, CancellationToken cancel) => runner.Read<OperationView>(AccessTable.ViewOperation, async () =>
    {
        if (await desk.Load(id, cancel) is not { } folder) return Refusal.NotFound();
        var (file, organisation, policy) = (folder.File, desk.Cases.Organisation, new CrewPolicy());
        var eligible = file.Units.ToDictionary(unit => unit.Unit, unit => (IReadOnlyList<Officer>)[.. organisation.Officers.Where(officer => CrewRules.Member(unit.Unit, officer.Id, organisation, policy).IsOk)]);
        var stations = (await desk.Stations(cancel)).ToDictionary(pair => pair.Key, pair => pair.Value.Name);
        var (all, held) = await desk.Gear(folder.Row, cancel);
        return new OperationView(folder.Row, file, OperationPapers.Of(file), eligible, stations, await desk.Figures(folder.Row, cancel)) { Equipment = all, Booked = [.. held.Select(item => item.Id)] };
    });

    /// <summary>One paper.</summary>
    public Task<Result<DocumentContent>> Paper(string id, string kind, CancellationToken cancel) => runner.Read<DocumentContent>(AccessTable.ViewOperation, async () =>
        await desk.Load(id, cancel) is { } folder && DocumentKinds.Find(kind) is { } found && OperationPapers.Content(folder.File, found.Code) is { } content ? content : Refusal.NotFound());
}

/// <summary>Branches of departments in townships (派出、派驻机构).</summary>
public sealed class ListStations(UseCaseRunner runner, AppDb db)
{
    /// <summary>All of them.</summary>
    public Task<Result<IReadOnlyList<StationRow>>> Run(CancellationToken cancel) => runner.Read<IReadOnlyList<StationRow>>(AccessTable.ListStations, async () =>
        await db.Set<StationRow>().AsNoTracking().OrderBy(row => row.Township).ThenBy(row => row.Id).Take(500).ToListAsync(cancel));
}

/// <summary>Registers a branch with its staff (登记派出、派驻机构): it enforces in its department's name, never in its own.</summary>
public sealed class RegisterStation(UseCaseRunner runner, AppDb db, OperationDesk desk)
{
    /// <summary>Registers it.</summary>
    public Task<Result<string>> Run(string? name, string? department, string? township, IReadOnlyList<string> officers, string? duty, string? source, CancellationToken cancel) => runner.Write<string>(AccessTable.RegisterStation, source, async () =>
    {
        var organisation = desk.Cases.Organisation;
        if (organisation.Department(department ?? "") is not null && runner.Check(AccessTable.RegisterStation, new Placement(department, null, [])) is { } refusal) return refusal;
        var faults = new[]
        {
            OperationFlow.Missing(name, "name", "名称", 60), OperationFlow.Missing(duty, "duty", "职责", 300), OperationFlow.Missing(source, "source", "设立文件", 200),
            organisation.Department(department ?? "") is null ? Refusal.Invalid("department", "请选择所属部门。") : null, organisation.Township(township ?? "") is null ? Refusal.Invalid("township", "请选择所在镇（街道）。") : null,
            officers.Any(officer => organisation.Officer(officer)?.Unit != department) ? Refusal.Invalid("officers", "工作人员应当是所属部门的在岗人员。") : null,
        }.OfType<Refusal>().ToList();
        if (faults.Count == 0 && await db.Set<StationRow>().AnyAsync(row => row.Name == name!.Trim() && row.Township == township, cancel)) faults.Add(new("station-known", "该镇（街道）已有同名机构。", "基础库规则：机构名称不重复", "name"));
        if (faults.Count > 0) return faults;
        var row = new StationRow { Id = desk.NewId(), Name = name!.Trim(), Department = department!, Township = township!, Officers = string.Join('|', officers.Distinct()), Duty = duty!.Trim(), Source = source!.Trim() };
        db.Add(row);
        return row.Id;
    }, cancel);
}
