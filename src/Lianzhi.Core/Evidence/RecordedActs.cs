using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;

namespace Lianzhi.Core.Evidence;

/// <summary>Acts that may have to be recorded by sound or picture (应当音像记录的执法行为, 国办发〔2018〕118号).</summary>
public enum RecordedActKind
{
    /// <summary>现场检查.</summary>
    Inspection,

    /// <summary>询问.</summary>
    Interview,

    /// <summary>抽样取证.</summary>
    Sampling,

    /// <summary>先行登记保存.</summary>
    Preservation,

    /// <summary>查封、扣押.</summary>
    Sealing,

    /// <summary>举行听证.</summary>
    Hearing,

    /// <summary>当场处罚.</summary>
    OnSpotPenalty,

    /// <summary>留置送达.</summary>
    LeftService,

    /// <summary>公告送达.</summary>
    Announcement,

    /// <summary>立即清除.</summary>
    Clearing,

    /// <summary>代履行.</summary>
    Substitute,

    /// <summary>强制拆除.</summary>
    Demolition,

    /// <summary>实施强制执行.</summary>
    Enforcement,
}

/// <summary>An act of a case on the axis of time.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Index">Its place in the case's list of such acts.</param>
/// <param name="Title">What people call it.</param>
/// <param name="From">Begin.</param>
/// <param name="Until">End; the same instant for an act whose end is not written down.</param>
/// <param name="WholeDay">Only the day is known.</param>
public sealed record RecordedAct(RecordedActKind Kind, int Index, string Title, DateTimeOffset From, DateTimeOffset Until, bool WholeDay = false)
{
    /// <summary>The day it began.</summary>
    public DateOnly On => CaseDays.Of(From);
}

/// <summary>Finds the acts of a case that may have to be recorded.</summary>
public static class RecordedActs
{
    /// <summary>The acts, oldest first.</summary>
    public static IReadOnlyList<RecordedAct> Of(CaseState state)
    {
        var measures = state.Measures;
        return
        [
            .. new RecordedAct?[]
            {
                state.OnSpot is { } spot ? At(RecordedActKind.OnSpotPenalty, 0, "当场处罚", spot.At, spot.At) : null,
                state.Hearing.Held is { } held ? At(RecordedActKind.Hearing, 0, "举行听证", held.At, held.Until) : null,
                measures.SubstituteDone is { } substitute ? At(RecordedActKind.Substitute, 0, "实施代履行", substitute.At, substitute.Until) : null,
                measures.Demolished is { } demolished ? At(RecordedActKind.Demolition, 0, "实施强制拆除", demolished.At, demolished.Until) : null,
                state.Execution.CarriedOut is { } carried ? At(RecordedActKind.Enforcement, 0, "实施强制执行", carried.At, carried.Until) : null,
            }.OfType<RecordedAct>()
            .Concat(state.Inspections.Select((one, index) => At(RecordedActKind.Inspection, index, "现场检查", one.At, one.Until)))
            .Concat(state.Interviews.Select((one, index) => At(RecordedActKind.Interview, index, "询问", one.At, one.Until)))
            .Concat(measures.Samples.Select((one, index) => At(RecordedActKind.Sampling, index, "抽样取证", one.At, one.At)))
            .Concat(measures.Preservations.Select((one, index) => At(RecordedActKind.Preservation, index, "先行登记保存", one.Made.At, one.Made.At)))
            .Concat(measures.Sealings.Select((one, index) => At(RecordedActKind.Sealing, index, MeasurePhrases.Title(one.Made.Kind), one.Made.At, one.Made.Until)))
            .Concat(measures.Clearings.Select((one, index) => At(RecordedActKind.Clearing, index, "立即清除", one.At, one.Until)))
            .Concat(Services(state))
            .OrderBy(act => act.From).ThenBy(act => act.Kind),
        ];
    }

    /// <summary>What people call a kind of act.</summary>
    public static string Title(this RecordedActKind kind) => kind switch
    {
        RecordedActKind.Inspection => "现场检查",
        RecordedActKind.Interview => "询问",
        RecordedActKind.Sampling => "抽样取证",
        RecordedActKind.Preservation => "先行登记保存",
        RecordedActKind.Sealing => "查封、扣押",
        RecordedActKind.Hearing => "举行听证",
        RecordedActKind.OnSpotPenalty => "当场处罚",
        RecordedActKind.LeftService => "留置送达",
        RecordedActKind.Announcement => "公告送达",
        RecordedActKind.Clearing => "立即清除",
        RecordedActKind.Substitute => "代履行",
        RecordedActKind.Demolition => "强制拆除",
        _ => "强制执行",
    };

    /// <summary>Of a service only its day is known; one act for each paper left or announced, numbered in the order of days.</summary>
    private static IEnumerable<RecordedAct> Services(CaseState state) => CaseDocuments.Services(state)
        .Where(one => one.Service is { Method: ServiceMethod.Left or ServiceMethod.Announcement })
        .GroupBy(one => one.Service!.Method == ServiceMethod.Left ? RecordedActKind.LeftService : RecordedActKind.Announcement)
        .SelectMany(group => group.OrderBy(one => one.Service!.On).ThenBy(one => one.Number, StringComparer.Ordinal).Select((one, index) =>
        {
            var from = CaseDays.Begin(one.Service!.On);
            return new RecordedAct(group.Key, index, $"{group.Key.Title()}{one.Title}", from, from.AddDays(1).AddTicks(-1), WholeDay: true);
        }));

    private static RecordedAct At(RecordedActKind kind, int index, string title, DateTimeOffset from, DateTimeOffset until) => new(kind, index, title, from, until < from ? from : until);
}
