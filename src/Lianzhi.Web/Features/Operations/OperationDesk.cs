using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Duty;
using Lianzhi.Core.Inspections;
using Lianzhi.Core.Operations;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Dispatch;
using Lianzhi.Web.Features.Equipment;
using Lianzhi.Web.Features.Inspections;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Operations;

/// <summary>The rows of one operation together.</summary>
/// <param name="Row">The operation.</param>
/// <param name="Units">Its units.</param>
/// <param name="People">Its people.</param>
/// <param name="NameOf">Names of units.</param>
/// <param name="AreaName">Name of the area.</param>
public sealed record OperationFolder(OperationRow Row, IList<OperationUnitRow> Units, IList<OperationPersonRow> People, Func<string, string> NameOf, string AreaName)
{
    /// <summary>Names of the vehicles and equipment that are booked for it.</summary>
    public IReadOnlyList<string> Gear { get; init; } = [];

    /// <summary>As rules and papers read it now.</summary>
    public OperationFile File => new()
    {
        Id = Row.Id,
        Kind = Row.Kind,
        Stage = Row.Stage,
        Title = Row.Title,
        AreaName = AreaName,
        Townships = [.. Row.Townships.Split('|').Select(NameOf)],
        Reason = Row.Reason,
        HandlerName = NameOf(Row.Handler),
        ReplyDueOn = Row.ReplyDueOn,
        Leader = Row.Leader,
        OpenedOn = Row.OpenedOn,
        Day = Row.Day,
        Gathering = Row.Gathering,
        Tasks = Row.Tasks,
        Equipment = Row.Equipment,
        Gear = Gear,
        Safety = Row.Safety,
        Helpers = Row.Helpers,
        OrderedOn = Row.OrderedOn,
        SignedInOn = Row.SignedInOn,
        LateReason = Row.LateReason,
        Summary = Row.Summary,
        SummedOn = Row.SummedOn,
        Units = [.. Units.OrderBy(unit => unit.Unit, StringComparer.Ordinal).Select(unit => new OperationUnit(unit.Unit, NameOf(unit.Unit), unit.Agrees, unit.Reply, unit.Result, unit.Inspected, unit.Found))],
        People = [.. People.OrderBy(person => person.ActsFor, StringComparer.Ordinal).ThenBy(person => person.OfficerId, StringComparer.Ordinal)
            .Select(person => new OperationPerson(new CaseOfficer(person.OfficerId, person.Name, person.Certificate, person.Home), NameOf(person.Home), person.ActsFor, person.Present, person.Absent))],
    };
}

/// <summary>What the steps of an operation have in common.</summary>
public sealed class OperationDesk(UseCaseRunner runner, AppDb db, CaseDesk cases, RecusalBook recusals, OfficerTimes times, BookEquipment equipment, CurrentActor current, Entropy entropy, TimeProvider time)
{
    private const int LongestPurpose = 200;

    /// <summary>Today in Shanghai.</summary>
    public DateOnly Today => time.Today();

    /// <summary>Who acts.</summary>
    public Actor Actor => current.Actor;

    /// <summary>Organisation and crews.</summary>
    public CaseDesk Cases => cases;

    /// <summary>A new id.</summary>
    public string NewId() => entropy.NewId(time.GetUtcNow());

    /// <summary>Everything of an operation; null when there is none.</summary>
    public async Task<OperationFolder?> Load(string id, CancellationToken cancel)
    {
        if (await db.Set<OperationRow>().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } row) return null;
        var organisation = cases.Organisation;
        return new(row, await db.Set<OperationUnitRow>().Where(unit => unit.OperationId == id).ToListAsync(cancel), await db.Set<OperationPersonRow>().Where(person => person.OperationId == id).ToListAsync(cancel),
            organisation.UnitName, organisation.Areas.FirstOrDefault(area => area.Id == row.Area)?.Name ?? row.Area)
        { Gear = [.. (await Gear(row, cancel)).Held.Select(item => item.Name)] };
    }

    /// <summary>Who works at a branch in a township (派出、派驻机构工作人员), by officer.</summary>
    public async Task<IReadOnlyDictionary<string, StationRow>> Stations(CancellationToken cancel)
    {
        var stations = new Dictionary<string, StationRow>(StringComparer.Ordinal);
        foreach (var station in await db.Set<StationRow>().AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancel))
            foreach (var officer in station.Officers.Split('|', StringSplitOptions.RemoveEmptyEntries)) stations[officer] = station;
        return stations;
    }

    /// <summary>The people of a plan as rows: two who may act for each subject, sent lawfully, each for one subject.</summary>
    public Result<List<OperationPersonRow>> Crews(OperationFolder folder, OperationFile file, IReadOnlyList<PersonToSend> people, DateOnly day, IReadOnlyDictionary<string, StationRow> stations)
    {
        var (organisation, faults, crews) = (cases.Organisation, new List<Refusal>(), new List<OperationPersonRow>());
        if (people.Count == 0) faults.Add(Refusal.Invalid("people", "请选择参与人员。"));
        foreach (var crew in people.GroupBy(person => person.ActsFor))
        {
            if (file.Units.All(unit => unit.Unit != crew.Key || unit.Agrees == false))
            {
                faults.Add(Refusal.Invalid("people", "执法人员应当以参加行动的单位的名义执法。"));
                continue;
            }
            var found = cases.Context().Facts.Crew(crew.Key, [.. crew.Select(person => person.Officer)], day);
            if (!found.IsOk) faults.AddRange(found.Refusals.Select(refusal => refusal with { Field = "people" }));
            else crews.AddRange(found.Value.Select(officer => new OperationPersonRow { OperationId = folder.Row.Id, OfficerId = officer.Id, Name = officer.Name, Certificate = officer.CertificateNumber, Home = officer.Unit, ActsFor = crew.Key }));
        }
        foreach (var officer in people.Select(person => organisation.Officer(person.Officer)).OfType<Officer>().Distinct())
            if (OperationFlow.Sending(file, folder.Row.Area, officer, stations.TryGetValue(officer.Id, out var station) && folder.Row.Townships.Split('|').Contains(station.Township), organisation) is { } unsent) faults.Add(unsent);
        if (people.GroupBy(person => person.Officer).Any(same => same.Count() > 1)) faults.Add(Refusal.Invalid("people", "一人在一次行动中只能以一个主体的名义执法。"));
        return faults.Count > 0 ? faults : crews;
    }

    /// <summary>Refuses people who are on leave, or sent out by an order or another operation, at the time of this one.</summary>
    public async Task<IReadOnlyList<Refusal>> Elsewhere(OperationFolder folder, IEnumerable<string> officers, DateOnly day, string? gathering, CancellationToken cancel)
    {
        var ids = officers.Distinct().ToList();
        var away = await times.Of(ids, day, cases.Settings.AsOf(day).IsYes(DutySettings.RestAfterNight), folder.Row.Id, cancel);
        return OperationFlow.Elsewhere(OperationFlow.Hours(gathering), ids.Select(id => (cases.Organisation.Officer(id)?.Name ?? id, (IReadOnlyList<Absence>)[.. away[id]])));
    }

    /// <summary>Makes the time of officers what the operation says; nobody is bound by one that is not ordered.</summary>
    public async Task Bind(OperationFolder folder, bool ordered, CancellationToken cancel)
    {
        var held = await db.Set<OfficerBookingRow>().Where(booking => booking.CrewId == folder.Row.Id).ToListAsync(cancel);
        var people = ordered ? folder.People.Select(person => person.OfficerId).Distinct().ToList() : [];
        db.RemoveRange(held.Where(booking => !people.Contains(booking.OfficerId)));
        if (people.Count == 0) return;
        var hours = OperationFlow.Hours(folder.Row.Gathering);
        var slot = TimeSlot.Of(folder.Row.Day!.Value, hours.From, hours.Until);
        var number = $"联合行动“{folder.Row.Title}”";
        foreach (var officer in people)
        {
            if (held.Find(booking => booking.OfficerId == officer) is { } kept) (kept.BeginsAt, kept.EndsAt) = (slot.From.ToUniversalTime(), slot.Until.ToUniversalTime());
            else db.Add(new OfficerBookingRow { Id = NewId(), OfficerId = officer, BoardId = folder.Row.Id, CrewId = folder.Row.Id, Number = number.Length > 60 ? number[..60] : number, BeginsAt = slot.From.ToUniversalTime(), EndsAt = slot.Until.ToUniversalTime() });
        }
    }

    /// <summary>Makes the bookings of vehicles and equipment what the plan says (车辆装备预约), for the time of the operation; they are held from the plan on, that nobody else takes them. Called before the operation is changed, so that bookings stand in the record under their own act.</summary>
    /// <param name="folder">The operation.</param>
    /// <param name="wanted">What it takes along; null for what it has.</param>
    /// <param name="day">Its day.</param>
    /// <param name="gathering">Where and when all gather.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<IReadOnlyList<Refusal>> Book(OperationFolder folder, IReadOnlyList<string>? wanted, DateOnly day, string? gathering, CancellationToken cancel)
    {
        var held = await db.Set<EquipmentBookingRow>().Where(row => row.Holder == folder.Row.Id).Select(row => row.EquipmentId).ToListAsync(cancel);
        var gear = (wanted ?? held).Distinct(StringComparer.Ordinal).ToList();
        if (gear.Count == 0 && held.Count == 0) return [];
        var hours = OperationFlow.Hours(gathering);
        return [.. (await equipment.ForCrew(folder.Row.Id, gear, TimeSlot.Of(day, hours.From, hours.Until), PlainText.Cut($"联合行动“{folder.Row.Title}”", LongestPurpose), cancel)).Refusals.Select(refusal => refusal with { Field = "gear" })];
    }

    /// <summary>Vehicles and equipment of an area that may be booked on a day, with those the operation has.</summary>
    public async Task<(IReadOnlyList<EquipmentRow> All, IReadOnlyList<EquipmentRow> Held)> Gear(OperationRow row, CancellationToken cancel)
    {
        var day = row.Day ?? Today;
        var held = await db.Set<EquipmentBookingRow>().AsNoTracking().Where(booking => booking.Holder == row.Id).Select(booking => booking.EquipmentId).ToListAsync(cancel);
        var all = await db.Set<EquipmentRow>().AsNoTracking().Where(item => held.Contains(item.Id) || (item.Area == row.Area && (item.RetiredOn == null || item.RetiredOn > day))).OrderBy(item => item.Kind).ThenBy(item => item.StockNumber).ToListAsync(cancel);
        return (all, all.FindAll(item => held.Contains(item.Id)));
    }

    /// <summary>What the inspections of an operation say, by unit: those of its source, day and townships; units without any are left out.</summary>
    public async Task<IReadOnlyDictionary<string, OperationFigures>> Figures(OperationRow row, CancellationToken cancel)
    {
        if (row.Day is not { } day) return new Dictionary<string, OperationFigures>();
        var townships = row.Townships.Split('|');
        var inspections = await db.Set<InspectionRow>().AsNoTracking().Where(one => one.Day == day && one.Source == InspectionSource.Operation && townships.Contains(one.Township) && one.Stage != InspectionStage.Refused && one.Stage != InspectionStage.Cancelled)
            .Select(one => new { one.Id, one.Unit, one.TargetId, Signed = one.RecordedAt != null }).ToListAsync(cancel);
        var signed = inspections.Where(one => one.Signed).Select(one => one.Id).ToList();
        var failed = await db.Set<InspectionItemRow>().Where(item => signed.Contains(item.InspectionId) && item.Finding == Finding.Fails).GroupBy(item => item.InspectionId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        return inspections.GroupBy(one => one.Unit).ToDictionary(own => own.Key,
            own => new OperationFigures(own.Where(one => one.Signed).Select(one => one.TargetId).Distinct().Count(), own.Sum(one => failed.GetValueOrDefault(one.Id)), own.Count(one => !one.Signed)), StringComparer.Ordinal);
    }

    /// <summary>Refuses people who keep out of the clue the operation follows, or of a case made from it (行政处罚法 第四十三条).</summary>
    public async Task<IReadOnlyList<Refusal>> Recused(OperationFolder folder, IEnumerable<string> officers, CancellationToken cancel)
    {
        if (folder.Row.ClueId is not { } clue) return [];
        var made = await db.Set<CaseRow>().AsNoTracking().Where(row => row.ClueId == clue).Select(row => row.Id).ToListAsync(cancel);
        return await recusals.Refuse([clue, .. made], officers, officer => cases.Organisation.Officer(officer)?.Name ?? officer, "people", cancel);
    }

    /// <summary>Takes a step that asks nothing further of the database.</summary>
    public Task<Result<string>> Take(UseCase useCase, OperationStep step, string id, long? version, string? reason, Placement? placement, Func<OperationFolder, OperationFile, IReadOnlyList<Refusal>> act, CancellationToken cancel) =>
        Take(useCase, step, id, version, reason, placement, (folder, file) => Task.FromResult(act(folder, file)), cancel);

    /// <summary>Takes a step.</summary>
    public Task<Result<string>> Take(UseCase useCase, OperationStep step, string id, long? version, string? reason, Placement? placement, Func<OperationFolder, OperationFile, Task<IReadOnlyList<Refusal>>> act, CancellationToken cancel) =>
        runner.Write<string>(useCase, reason, async () =>
        {
            if (await Load(id, cancel) is not { } folder) return Refusal.NotFound();
            if (runner.Check(useCase, placement ?? folder.Row.Placement) is { } refusal) return refusal;
            if (version is not null && folder.Row.Version != version) return Refusal.Stale(folder.Row.Version);
            if (OperationFlow.Check(folder.Row.Stage, step) is { } notNow) return notNow;
            var refusals = await act(folder, folder.File);
            return refusals.Count > 0 ? Result<string>.Refused(refusals) : id;
        }, cancel);
}
