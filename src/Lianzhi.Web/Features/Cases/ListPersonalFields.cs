using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Cases;

/// <summary>A personal value that stands in the record.</summary>
/// <param name="Number">Number of its entry.</param>
/// <param name="Entry">What the entry is called.</param>
/// <param name="Path">Its place in the payload.</param>
/// <param name="Value">The value.</param>
public sealed record PersonalField(long Number, string Entry, string Path, string Value);

/// <summary>The personal values of a case's record that are not erased.</summary>
public sealed record PersonalFields(string Title, string Number, long Version, IReadOnlyList<PersonalField> Fields);

/// <summary>Lists what could be erased from the record of a case (可删除的个人信息); the reading is written before it is shown.</summary>
public sealed class ListPersonalFields(UseCaseRunner runner, RecordReader reader, AccessLog log, CurrentActor current)
{
    /// <summary>Lists it.</summary>
    public Task<Result<PersonalFields>> Run(string id, CancellationToken cancel) => runner.Read<PersonalFields>(AccessTable.EraseCaseFields, async () =>
    {
        var entries = id.Length == 26 ? await reader.Read(CaseStream.NameOf(id), cancel) : [];
        if (CaseStream.Fold(entries) is not { } state || runner.Check(AccessTable.EraseCaseFields, CaseRow.PlacementOf(state)) is not null) return Refusal.NotFound();
        await log.Write(current.Actor, AccessTable.EraseCaseFields, CaseStream.NameOf(id), null, cancel);
        return new PersonalFields(state.Title, state.Number ?? "待立案", state.Version,
            [.. from entry in entries
                from field in entry.Stored.Fields
                where field.Path.Length > 0 && field.Value is not null
                select new PersonalField(entry.Number, EntryTitles.Of(entry.Type), field.Path, field.Value!)]);
    });
}
