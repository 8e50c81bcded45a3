using System.Diagnostics.CodeAnalysis;

namespace Lianzhi.Core;

/// <summary>
/// What a rule or a use case answers: a value, or the refusals that stand in the way. Never both.
/// </summary>
/// <typeparam name="T">The value of a lawful "yes".</typeparam>
public readonly record struct Result<T>
{
    private Result(T? value, IReadOnlyList<Refusal> refusals) => (Value, Refusals) = (value, refusals);

    /// <summary>The value; meaningful only when <see cref="IsOk"/>.</summary>
    public T? Value { get; }

    /// <summary>Why not; empty when <see cref="IsOk"/>.</summary>
    public IReadOnlyList<Refusal> Refusals { get => field ?? []; }

    /// <summary>True when the rule lets the act pass.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsOk => Refusals.Count == 0;

    /// <summary>A lawful "yes" with its value.</summary>
    public static implicit operator Result<T>(T value) => new(value, []);

    /// <summary>A lawful "no" with its one reason.</summary>
    public static implicit operator Result<T>(Refusal refusal) => new(default, [refusal]);

    /// <summary>A lawful "no" with all its reasons; at least one.</summary>
    public static implicit operator Result<T>(List<Refusal> refusals) => Refused(refusals);

    /// <summary>A lawful "no" with all its reasons.</summary>
    /// <exception cref="ArgumentException">No reason was given.</exception>
    public static Result<T> Refused(IReadOnlyList<Refusal> refusals) =>
        refusals.Count > 0 ? new(default, refusals) : throw new ArgumentException("A refusal names its reason.", nameof(refusals));

    /// <summary>Goes on with the value, or hands the refusals through unchanged.</summary>
    public Result<TNext> Then<TNext>(Func<T, Result<TNext>> next) => IsOk ? next(Value) : Result<TNext>.Refused(Refusals);
}
