namespace Lianzhi.Core.Dispatch;

/// <summary>
/// Who signs for whom in one visit (署名分工): every signing subject has two officers of its own, nobody acts for two subjects in the same visit
/// (行政处罚法 第四十二条).
/// </summary>
/// <param name="SubjectOf">Subject by officer; officers that are not needed are left out.</param>
/// <param name="Lacking">How many officers each subject lacks, subjects with enough left out.</param>
public sealed record VisitSigners(IReadOnlyDictionary<string, string> SubjectOf, IReadOnlyDictionary<string, int> Lacking)
{
    /// <summary>Officers of each subject.</summary>
    public const int Each = 2;

    /// <summary>
    /// Shares officers out among subjects. Where there are too few, the subjects named first come first, so that one more officer never takes from a subject what it had.
    /// </summary>
    /// <param name="subjects">The signing subjects.</param>
    /// <param name="officers">The crew.</param>
    /// <param name="may">Whether an officer may act in a subject's name.</param>
    public static VisitSigners Of(IReadOnlyList<string> subjects, IReadOnlyList<string> officers, Func<string, string, bool> may)
    {
        var crew = officers.Distinct(StringComparer.Ordinal).ToList();
        var able = subjects.ToDictionary(subject => subject, subject => crew.Where(officer => may(officer, subject)).ToList(), StringComparer.Ordinal);
        var held = new Dictionary<string, (string Subject, int Place)>(StringComparer.Ordinal);
        var missing = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var subject in subjects)
            for (var place = 0; place < Each; place++)
                if (!Seat(subject, place, [])) missing[subject] = missing.GetValueOrDefault(subject) + 1;
        return new(held.ToDictionary(pair => pair.Key, pair => pair.Value.Subject, StringComparer.Ordinal), missing);

        // An officer is taken from another place only when somebody else can take that one.
        bool Seat(string subject, int place, HashSet<string> tried)
        {
            foreach (var officer in able[subject].Where(tried.Add))
                if (!held.TryGetValue(officer, out var other) || Seat(other.Subject, other.Place, tried))
                {
                    held[officer] = (subject, place);
                    return true;
                }
            return false;
        }
    }

    /// <summary>
    /// Shares officers out so that of every subject somebody also brings the skills asked for; null when that cannot be. Without skills the plain sharing says whether it can.
    /// </summary>
    /// <param name="subjects">The signing subjects.</param>
    /// <param name="officers">The crew.</param>
    /// <param name="may">Whether an officer may act in a subject's name.</param>
    /// <param name="skills">Skills asked for.</param>
    /// <param name="holds">Whether an officer holds a skill.</param>
    public static VisitSigners? With(IReadOnlyList<string> subjects, IReadOnlyList<string> officers, Func<string, string, bool> may, IReadOnlyList<JobSkill> skills, Func<string, JobSkill, bool> holds)
    {
        var crew = officers.Distinct(StringComparer.Ordinal).ToList();
        var chosen = new Dictionary<string, string>(StringComparer.Ordinal);
        var hopeless = new HashSet<string>(StringComparer.Ordinal);
        return Next(0, [.. subjects.Select(_ => Each)], [.. skills]) ? new(chosen, new Dictionary<string, int>()) : null;

        bool Next(int index, int[] places, JobSkill[] open)
        {
            if (open.Length == 0 && places.All(left => left == 0)) return true;
            if (index == crew.Count || crew.Count - index < places.Sum()) return false;
            var state = $"{index} {string.Join(',', places)} {string.Join('|', open.Select(skill => $"{skill.Subject}/{skill.Name}/{skill.Level}"))}";
            if (hopeless.Contains(state)) return false;
            var officer = crew[index];
            for (var at = 0; at < subjects.Count; at++)
            {
                if (!may(officer, subjects[at])) continue;
                var left = open.Where(skill => skill.Subject != subjects[at] || !holds(officer, skill)).ToArray();
                if (places[at] == 0 && left.Length == open.Length) continue;
                var after = places.ToArray();
                after[at] = Math.Max(0, after[at] - 1);
                chosen[officer] = subjects[at];
                if (Next(index + 1, after, left)) return true;
                chosen.Remove(officer);
            }
            if (Next(index + 1, places, open)) return true;
            hopeless.Add(state);
            return false;
        }
    }
}
