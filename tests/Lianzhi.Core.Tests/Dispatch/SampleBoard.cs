using Lianzhi.Core.Dispatch;
using Lianzhi.Core.Duty;
using Lianzhi.Core.Equipment;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Tests.Organisation;
using static Lianzhi.Core.Tests.Organisation.SampleUnits;

namespace Lianzhi.Core.Tests.Dispatch;

/// <summary>A small day of the first area: four officers of 蓝田, two of 步文, two of the fire service, two cars, three cameras.</summary>
internal static class SampleBoard
{
    public static readonly DayTerms Terms = new(new(510, 720), new(870, 1_050), 10, 20, 25, 6, true);

    public static readonly string[] People = ["1", "2", "3", "4", "5", "6", "7", "8"];

    public static OrganisationAsOf Organisation { get; } = new SampleUnits()
        .With("1", Street).With("2", Street).With("3", Street).With("4", Street).With("5", OtherStreet).With("6", OtherStreet).With("7", "xf").With("8", "xf").With("9", Street, certified: false).AsOf();

    public static DayBoard Of(IReadOnlyList<DayJob> jobs, IReadOnlyList<DayCrew>? crews = null, string? away = null, IReadOnlyList<DayGear>? gear = null) => new(
        Street, Organisation, new CrewPolicy(), Terms, jobs,
        [.. People.Select(id => new DayOfficer(id, id == away ? [new Absence(new MinuteSpan(0, 1_440), DutyKind.SickLeave, "病假")] : []))],
        gear ?? [Gear("v1", EquipmentKind.Vehicle), Gear("v2", EquipmentKind.Vehicle), Gear("c1", EquipmentKind.BodyCamera), Gear("c2", EquipmentKind.BodyCamera), Gear("c3", EquipmentKind.BodyCamera)],
        crews ?? []);

    /// <summary>The same day with skills of some officers.</summary>
    public static DayBoard Skilled(IReadOnlyList<DayJob> jobs, IReadOnlyList<DayCrew> crews, params (string Officer, string Skill, int Level)[] skills)
    {
        var units = new SampleUnits().With("1", Street).With("2", Street).With("3", Street).With("4", Street).With("5", OtherStreet).With("6", OtherStreet).With("7", "xf").With("8", "xf");
        foreach (var (officer, skill, level) in skills)
            units.Officers[units.Officers.FindIndex(one => one.Id == officer)] = units.Officers.Single(one => one.Id == officer) with { Skills = new Dictionary<string, int> { [skill] = level } };
        return Of(jobs, crews) with { Organisation = units.AsOf() };
    }

    /// <summary>
    /// The same day with officers who may act in several names: 7 and 8 of the fire service are sent down to the street, unless names says it of whom: 1 to the first
    /// street, 2 to the other, 3 to both.
    /// </summary>
    public static DayBoard Shared(IReadOnlyList<DayJob> jobs, IReadOnlyList<DayCrew>? crews = null, IReadOnlyList<int>? names = null, string? skilled = null)
    {
        var units = new SampleUnits().With("1", Street).With("2", Street).With("3", Street).With("4", Street).With("5", OtherStreet).With("6", OtherStreet).With("7", "xf").With("8", "xf");
        for (var index = 0; index < People.Length; index++)
        {
            var (id, where) = (People[index], names?[index] ?? (index > 5 ? 1 : 0));
            if ((where & 1) != 0) units.Secondments.Add(new Secondment($"s{id}a", id, "xf", null, Street, true, "派驻文件", new Validity(new DateOnly(2025, 1, 1), new DateOnly(2027, 1, 1))));
            if ((where & 2) != 0) units.Secondments.Add(new Secondment($"s{id}b", id, "xf", null, OtherStreet, true, "派驻文件", new Validity(new DateOnly(2025, 1, 1), new DateOnly(2027, 1, 1))));
        }
        if (skilled is not null) units.Officers[units.Officers.FindIndex(one => one.Id == skilled)] = units.Officers.Single(one => one.Id == skilled) with { Skills = new Dictionary<string, int> { ["食品"] = 2 } };
        return Of(jobs, crews) with { Organisation = units.AsOf() };
    }

    public static DayGear Gear(string id, EquipmentKind kind, string? fault = null) => new(new EquipmentItem(id, kind, id, id, null, fault), null, []);

    public static DayJob Job(string id, string township = Street, string[]? subjects = null, int minutes = 40, MinuteSpan? window = null, string[]? recused = null, EquipmentKind[]? needs = null, JobUrgency urgency = JobUrgency.Week) =>
        new(id, JobKind.PlannedVisit, "任务" + id, new DayPlace(township), subjects ?? [township], minutes, window ?? new MinuteSpan(510, 1_050), urgency, needs ?? [], recused ?? []);

    public static DayCrew Crew(string id, string officers, string jobs, string gear = "v1 c1", bool issued = false, bool closed = false) => new(id, id + "组", Parts(officers), Parts(gear), Parts(jobs), issued, closed);

    public static IEnumerable<string> Codes(DayBoard board, string crew, bool blocking = true) => CrewCheck.Of(board, board.Crew(crew)!).Where(fault => fault.Blocks == blocking).Select(fault => fault.Refusal.Code);

    private static string[] Parts(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
