using Lianzhi.Core.Inspections;
using Lianzhi.Planner.Files;

namespace Lianzhi.Planner.Plans;

/// <summary>Looks through the former plan of a file (原计划核对): what is locked must be possible beside all else that is locked.</summary>
internal static class FormerVisits
{
    public static void Check(FileNode list, PlanProblem problem)
    {
        var targets = problem.Targets.ToDictionary(target => target.Id);
        var requirements = problem.Requirements.ToDictionary(requirement => requirement.Id);
        var left = problem.Enterprises.ToDictionary(enterprise => enterprise.Id, enterprise => enterprise.Cap - enterprise.Used);
        var week = problem.Weeks.SelectMany((days, index) => days.Days.Select(day => (day, index))).ToDictionary(pair => pair.day, pair => pair.index);
        var teams = PlanLoad.TeamOf(problem);
        var seen = new HashSet<(string, int, bool)>();
        var done = new Dictionary<(string, string), int>();
        for (var index = 0; index < problem.Former.Count; index++)
        {
            var visit = problem.Former[index];
            var path = $"{list.Path}[{index}]";
            if (!targets.TryGetValue(visit.Target, out var target)) throw new FileFault($"{path}.target", "没有这个检查对象");
            if (!week.TryGetValue(visit.Day, out var number)) throw new FileFault($"{path}.day", "不是计划中的工作日");
            if (!seen.Add((visit.Target, number, visit.Locked))) throw new FileFault($"{path}.day", "同一对象在同一周已有一次检查");
            if (visit.Requirements.Count == 0) throw new FileFault($"{path}.requirements", "至少有一项");
            for (var place = 0; place < visit.Requirements.Count; place++)
            {
                var id = visit.Requirements[place];
                var own = $"{path}.requirements[{place}]";
                if (!target.Requirements.Contains(id)) throw new FileFault(own, "该检查对象没有这项要求");
                if (!visit.Locked) continue;
                if (!teams.ContainsKey((requirements[id].Domain, target.Township))) throw new FileFault(own, "该镇街没有承担这项检查的队伍");
                var times = done[(visit.Target, id)] = done.GetValueOrDefault((visit.Target, id)) + 1;
                if (times > requirements[id].Visits[target.Risk]) throw new FileFault(own, "锁定的次数超过全年要求的次数");
            }
            if (visit.Locked && --left[target.Enterprise] < 0) throw new FileFault(path, "锁定的检查超过该企业的频次上限");
        }
    }
}
