namespace Lianzhi.Core.Cases;

/// <summary>
/// Lifts events written in an old shape to the current one, on reading; stored bytes never change. For each
/// type and old schema there is the record it was read as and a pure function to the next schema.
/// </summary>
public static class Upcasts
{
    private static readonly Dictionary<(string Type, int Schema), (Type Old, Func<object, object> Lift)> Lifts = [];

    /// <summary>The record an entry is to be read as.</summary>
    /// <exception cref="NotSupportedException">The schema is newer than this program knows.</exception>
    public static Type RecordOf(CaseEventSchema type, int schema) =>
        schema == type.Schema ? type.Clr
        : Lifts.TryGetValue((type.Type, schema), out var lift) ? lift.Old
        : throw new NotSupportedException($"Event {type.Type} of schema {schema} is not known to this version.");

    /// <summary>Lifts step by step to the current schema.</summary>
    public static CaseEvent Lift(CaseEventSchema type, int schema, object payload)
    {
        for (; schema < type.Schema; schema++) payload = Lifts[(type.Type, schema)].Lift(payload);
        return (CaseEvent)payload;
    }
}
