using Lianzhi.Core.Cases;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Disclosure;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Records;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Demo.Sample;

/// <summary>The rows of some made-up cases (样例批次), hashed by one thread and copied at once.</summary>
/// <param name="model">Knows the columns of rows whose changes are recorded; its connection is not used.</param>
/// <param name="entropy">Gives the salts.</param>
/// <param name="nextLook">The next day on which a case has to be looked at.</param>
internal sealed class SampleBatch(AppDb model, Entropy entropy, Func<CaseState, DateOnly?> nextLook)
{
    private readonly List<RecordEntryRow> entries = [];
    private readonly List<RecordFieldRow> fields = [];
    private readonly List<CaseRow> cases = [];
    private readonly List<CaseSearchRow> searches = [];
    private readonly List<CaseOfficerRow> officers = [];
    private readonly List<CaseLookRow> looks = [];
    private readonly List<DisclosureRow> disclosures = [];
    private readonly List<DisclosureSearchRow> disclosureSearches = [];

    /// <summary>How many cases it holds.</summary>
    public int Count => cases.Count;

    /// <summary>Adds a case with its stream, its row and its disclosure.</summary>
    public void Add(SampleCase made)
    {
        var (stream, head) = (CaseStream.NameOf(made.State.Id), StreamHead.None);
        foreach (var (at, by, useCase, happened) in made.Events)
        {
            var type = CaseEventTypes.Of(happened);
            head = Append(head.Next(stream, useCase, type.Type, type.Schema, happened, by.Id, at, demo: true, entropy));
        }
        var row = CaseRow.Of(made.State with { Version = head.Number });
        cases.Add(row);
        searches.Add(CaseSearchRow.Of(made.State));
        officers.AddRange(made.State.Officers.Select(officer => new CaseOfficerRow { OfficerId = officer.Id, CaseId = row.Id, DueOn = row.DueOn }));
        if (nextLook(made.State) is { } look) looks.Add(new CaseLookRow { CaseId = row.Id, LookOn = look });
        if (made.Disclosure is not null) Add(made.Disclosure, made.DisclosureBy);
    }

    private void Add(DisclosureRow row, SampleEvent published)
    {
        var change = model.Entry(row);
        change.State = EntityState.Added;
        var says = RecordWriter.Changes(published.UseCase, row.Reason, [change], published.By.Name);
        change.State = EntityState.Detached;
        row.Version = Append(StreamHead.None.Next(row.Stream, published.UseCase, RecordWriter.TypeOf(published.UseCase), 1, says, published.By.Id, published.At, demo: true, entropy)).Number;
        disclosures.Add(row);
        disclosureSearches.Add(DisclosureSearchRow.Of(row));
    }

    private StreamHead Append(NewEntry made)
    {
        entries.Add(made.Entry);
        fields.AddRange(made.Fields);
        return made.Head;
    }

    /// <summary>Copies its rows of a type inside the running transaction.</summary>
    /// <exception cref="ArgumentException">It holds no rows of that type.</exception>
    public Task Write(AppDb db, Type row, CancellationToken cancel) => row switch
    {
        _ when row == typeof(RecordEntryRow) => BulkCopy.Write(db, entries, cancel),
        _ when row == typeof(RecordFieldRow) => BulkCopy.Write(db, fields, cancel),
        _ when row == typeof(CaseRow) => BulkCopy.Write(db, cases, cancel),
        _ when row == typeof(CaseSearchRow) => BulkCopy.Write(db, searches, cancel),
        _ when row == typeof(CaseOfficerRow) => BulkCopy.Write(db, officers, cancel),
        _ when row == typeof(CaseLookRow) => BulkCopy.Write(db, looks, cancel),
        _ when row == typeof(DisclosureRow) => BulkCopy.Write(db, disclosures, cancel),
        _ when row == typeof(DisclosureSearchRow) => BulkCopy.Write(db, disclosureSearches, cancel),
        _ => throw new ArgumentException($"A batch holds no {row.Name}."),
    };
}
