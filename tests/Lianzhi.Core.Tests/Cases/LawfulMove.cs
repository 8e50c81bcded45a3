using System.Collections;
using System.Reflection;
using Lianzhi.Core.Cases;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>A lawful step: the case before it with what had happened in it, the command, who took it when in which world.</summary>
internal sealed record LawfulMove(CaseState Before, CaseCommand Command, StepContext Context, IReadOnlyList<CaseEvent> Happened)
{
    /// <summary>
    /// One lawful move for each step and stage, from every scenario of the tests that needs nothing to be built: static functions that answer a <see cref="CaseScenario"/>.
    /// </summary>
    public static readonly IReadOnlyList<LawfulMove> All =
    [
        .. typeof(LawfulMove).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(method => method.ReturnType == typeof(CaseScenario) && !method.ContainsGenericParameters && method.GetParameters().All(parameter => parameter.IsOptional))
            .OrderBy(method => method.DeclaringType!.Name, StringComparer.Ordinal).ThenBy(method => method.Name, StringComparer.Ordinal)
            .SelectMany(method => ((CaseScenario)method.Invoke(null, [.. method.GetParameters().Select(parameter => parameter.DefaultValue)])!).Moves)
            .DistinctBy(move => (move.Command.Step, move.Before.Stage, move.Before.Events())),
    ];

    public Result<CaseEvent> Take(CaseCommand command) => CaseSteps.Take(Before, command, Context);
}

internal static class Changing
{
    /// <summary>How many events a case had, near enough to tell scenarios apart.</summary>
    public static long Events(this CaseState state) => state.Version;

    /// <summary>Every member of a command or of the records in it, with how to make the command anew with another value.</summary>
    public static IEnumerable<(string Path, ParameterInfo Member, object? Value, Func<object?, object> With)> Members(object record, string prefix = "")
    {
        foreach (var parameter in record.GetType().GetConstructors()[0].GetParameters())
        {
            var value = record.GetType().GetProperty(parameter.Name!)!.GetValue(record);
            object With(object? other) => Remake(record, parameter.Name!, other);
            yield return (prefix + parameter.Name, parameter, value, With);
            if (value is not null && IsPart(value.GetType()))
                foreach (var (path, member, inner, with) in Members(value, $"{prefix}{parameter.Name}."))
                    yield return (path, member, inner, other => With(with(other)));
        }
    }

    /// <summary>The command as it would be given some days later: its instants moved along, its days too.</summary>
    public static object Moved(object record, TimeSpan by)
    {
        var values = record.GetType().GetConstructors()[0].GetParameters().Select(parameter => record.GetType().GetProperty(parameter.Name!)!.GetValue(record) switch
        {
            DateTimeOffset at => at + by,
            DateOnly day => day.AddDays((int)Math.Round(by.TotalDays)),
            { } part when IsPart(part.GetType()) => Moved(part, by),
            var other => other,
        });
        return record.GetType().GetConstructors()[0].Invoke([.. values]);
    }

    private static object Remake(object record, string name, object? other) => record.GetType().GetConstructors()[0].Invoke(
        [.. record.GetType().GetConstructors()[0].GetParameters().Select(parameter => parameter.Name == name ? other : record.GetType().GetProperty(parameter.Name!)!.GetValue(record))]);

    private static bool IsPart(Type type) => type.IsClass && type != typeof(string) && !typeof(IEnumerable).IsAssignableFrom(type) && type.Namespace?.StartsWith("Lianzhi.Core.Cases", StringComparison.Ordinal) == true;
}
