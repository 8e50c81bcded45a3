namespace Lianzhi.Core.Dispatch;

/// <summary>
/// One day of dispatch as the solver sees it (当日调度问题): teams are formed from officers, each team drives one route from the base and back,
/// every visit gets a team that holds the skills it asks for, or is put off at a cost. Times are minutes of the day or any other unit, one for all.
/// </summary>
/// <param name="Travel">Travel times; place 0 is the base, place i the i-th visit.</param>
/// <param name="Base">Where all teams start and end.</param>
/// <param name="Teams">How large and how many teams may be.</param>
/// <param name="Officers">Who is on duty; ids are unique.</param>
/// <param name="Visits">What is asked for; ids are unique.</param>
public sealed record DispatchProblem(
    TravelTimes Travel, DispatchBase Base, TeamLimits Teams, IReadOnlyList<DispatchOfficer> Officers, IReadOnlyList<DispatchVisit> Visits);

/// <summary>The base of all teams (集结点).</summary>
/// <param name="Open">No team leaves before.</param>
/// <param name="Close">Every team is back by then.</param>
public sealed record DispatchBase(double Open, double Close);

/// <summary>Limits of team building (编组限制).</summary>
/// <param name="MinOfficers">Least number of officers in a team, 1 or more.</param>
/// <param name="MaxOfficers">Largest number of officers in a team; null without limit.</param>
/// <param name="MaxTeams">Largest number of teams, for example of vehicles; null without limit.</param>
public sealed record TeamLimits(int MinOfficers, int? MaxOfficers, int? MaxTeams);

/// <summary>An officer on duty (当值人员).</summary>
/// <param name="Id">Unique among the officers.</param>
/// <param name="Skills">Highest level held of each skill; levels 1 to that one are held, 0 is none.</param>
public sealed record DispatchOfficer(string Id, IReadOnlyDictionary<string, int> Skills)
{
    /// <summary>Whether the officer holds a level of a skill.</summary>
    public bool Holds(string skill, int level) => Skills.TryGetValue(skill, out var held) && held >= level;
}

/// <summary>A visit to be served by one team (待派任务).</summary>
/// <param name="Id">Unique among the visits.</param>
/// <param name="Open">Earliest start; who comes earlier waits.</param>
/// <param name="Close">Latest start.</param>
/// <param name="Minutes">How long the team stays.</param>
/// <param name="DeferCost">What it costs to put the visit off.</param>
/// <param name="Requires">For each skill, how many officers of the team must hold at least level 1, 2, 3 …</param>
public sealed record DispatchVisit(
    string Id, double Open, double Close, double Minutes, double DeferCost, IReadOnlyDictionary<string, IReadOnlyList<int>> Requires)
{
    /// <summary>Whether a team holds what the visit asks for.</summary>
    public bool IsServedBy(IEnumerable<DispatchOfficer> team) => Missing([.. team]).FirstOrDefault() is null;

    /// <summary>What a team lacks for the visit, level by level.</summary>
    public IEnumerable<SkillShortage> Missing(IReadOnlyCollection<DispatchOfficer> team)
    {
        foreach (var (skill, levels) in Requires)
            for (var level = 1; level <= levels.Count; level++)
            {
                var held = team.Count(officer => officer.Holds(skill, level));
                if (held < levels[level - 1]) yield return new(skill, level, levels[level - 1], held);
            }
    }
}

/// <summary>Too few officers with a level of a skill (技能缺口).</summary>
/// <param name="Skill">The skill.</param>
/// <param name="Level">The level asked for, from 1.</param>
/// <param name="Asked">How many officers must hold it.</param>
/// <param name="Held">How many do.</param>
public sealed record SkillShortage(string Skill, int Level, int Asked, int Held);
