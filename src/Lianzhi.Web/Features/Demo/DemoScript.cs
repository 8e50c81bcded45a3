using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Access;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Reference;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Demo;

/// <summary>
/// The scenario of the demonstration (演示剧本): who does what on which day, told through use cases. Acts stand in
/// a queue by time; what would happen after the day of the demonstration is left undone, so that matters stand
/// in every stage.
/// </summary>
public sealed class DemoScript(IServiceProvider services, ScriptedTime clock, DateOnly today, Action<string> progress)
{
    private readonly PriorityQueue<Func<Task>, (DateTime At, int Order)> acts = new();
    private readonly Dictionary<string, (Actor Actor, string? UnitName)> people = new(StringComparer.Ordinal);
    private int order;

    /// <summary>The day of the demonstration.</summary>
    public DateOnly Today { get; } = today;

    /// <summary>The scripted clock.</summary>
    public ScriptedTime Clock { get; } = clock;

    /// <summary>Working days.</summary>
    public WorkCalendar Calendar => services.GetRequiredService<Snapshot<WorkCalendar>>().Current;

    /// <summary>Runs the whole scenario.</summary>
    public async Task Run(CancellationToken cancel)
    {
        progress("  机构、人员和证件");
        await new DemoPeople(services, Today).Load(cancel);
        await MeetPeople(cancel);
        progress("  线索、案件和公示");
        new DemoCases(this).Plan();
        new DemoMeasures(this).Plan();
        new DemoHearings(this).Plan();
        new DemoTargets(this).Plan();
        new DemoPlans(this).Plan();
        new DemoTemplates(this).Plan();
        new DemoDispatch(this).Plan();
        new DemoInspections(this).Plan();
        new DemoOperations(this).Plan();
        new DemoSupervision(this).Plan();
        new DemoSeals(this).Plan();
        var (done, open) = (0, Clock.Today());
        while (acts.TryDequeue(out var act, out var when))
        {
            cancel.ThrowIfCancellationRequested();
            var day = DateOnly.FromDateTime(when.At);
            if (day > Today || (day == Today && when.At.Hour >= 9)) break;
            for (; open < day; open = open.AddDays(1)) await Seal(open, cancel);
            Clock.MoveTo(day, when.At.Hour, when.At.Minute);
            await act();
            if (++done % 500 == 0) progress($"  已办理 {done} 项，到 {day:yyyy-MM-dd}");
        }
        for (; open < Today; open = open.AddDays(1)) await Seal(open, cancel);
        progress($"  共办理 {done} 项");
    }

    /// <summary>Ends a day: its head is sealed just after midnight, as on a running platform.</summary>
    private async Task Seal(DateOnly day, CancellationToken cancel)
    {
        Clock.MoveTo(day.AddDays(1), 0);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RecordTree>().Seal(day, cancel);
    }

    /// <summary>Puts an act into the queue; on a rest day it moves to the next working day unless it may happen any day.</summary>
    public void At(DateOnly day, int hour, int minute, Func<Task> act, bool anyDay = false) =>
        acts.Enqueue(act, ((anyDay ? day : Calendar.OnOrAfter(day)).ToDateTime(new TimeOnly(hour, minute)), order++));

    /// <summary>The day so many working days after another.</summary>
    public DateOnly WorkingDaysAfter(DateOnly day, int count)
    {
        for (var i = 0; i < count; i++) day = Calendar.NextWorkingDay(day);
        return day;
    }

    /// <summary>A person of the demonstration by account name; <c>public</c> for anybody on the portal, <c>platform</c> for what runs by itself.</summary>
    public Actor Person(string userName) => userName switch { "public" => Actor.Public, "platform" => Actor.System, _ => people[userName].Actor };

    /// <summary>The two officers of a township who handle its cases.</summary>
    public string[] OfficersOf(string town) => [Person($"{town}.officer1").OfficerId!, Person($"{town}.officer2").OfficerId!];

    /// <summary>Does one use case as one person; a scenario that is refused is a fault of the scenario.</summary>
    public async Task<T> As<T>(string userName, Func<IServiceProvider, Task<Result<T>>> act)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Become(Person(userName));
        var result = await act(scope.ServiceProvider);
        return result.IsOk ? result.Value : throw new InvalidOperationException(
            $"The demonstration was refused on {Clock.Today():yyyy-MM-dd} as {userName}: {string.Join(' ', result.Refusals.Select(refusal => $"{refusal.Code} {refusal.Field} {refusal.Message}"))}");
    }

    private async Task MeetPeople(CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var roles = (await db.Set<AccountRoleRow>().AsNoTracking().ToListAsync(cancel)).ToLookup(role => role.AccountId);
        foreach (var account in await db.Users.AsNoTracking().ToListAsync(cancel))
            people[account.UserName!] = (new Actor(account.Id, account.DisplayName, account.OfficerId, [.. roles[account.Id].Select(role => role.ToAssignment())]), account.UnitName);
    }
}
