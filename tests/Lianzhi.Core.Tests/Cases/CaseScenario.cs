using System.Globalization;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Settings;
using Lianzhi.Core.Tests.Organisation;
using Lianzhi.Core.Tests.Powers;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>
/// A case taken step by step through the law, with people of 蓝田街道: officers 1 and 2, an officer 3 without
/// certificate, an officer 4 of another street, a head, a deputy with and one without authorisation, a 片长.
/// </summary>
internal sealed class CaseScenario
{
    public const string Street = SampleUnits.Street;
    public static readonly string[] Officers = ["o1", "o2"];
    public static readonly CaseParty Company = new(PartyKind.Organisation, "漳州禾丰土石方工程有限公司", Identifier: "91350603MA000001XL", Representative: "吴思源", Address: "漳州市龙文区湘桥路演示号");
    public static readonly CaseParty Citizen = new(PartyKind.Citizen, "陈某", Identifier: "350603199001010011", BornOn: "1990-01-01", Address: "漳州市龙文区演示村");

    /// <summary>The citizen, born on a day; the number says the same.</summary>
    public static CaseParty BornOn(string day) => Citizen with { BornOn = day, Identifier = Citizen.Identifier!.Replace("19900101", day.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal) };

    private CaseFacts facts;
    private DateTimeOffset now = At("2026-03-02 09:00");
    private (string Account, string? Person) actor = ("a-o1", "o1");
    private int sequence = 1;

    private CaseScenario() => facts = World().Facts((_, _, _) => EarlierFines);

    /// <summary>What other cases say, and settings other than the defaults, from here on.</summary>
    public CaseScenario Knowing(CaseHistory? history = null, SettingsBook? settings = null)
    {
        facts = World(settings).Facts((_, _, _) => EarlierFines, history);
        return this;
    }

    public CaseState State { get; private set; } = CaseState.New;

    public List<CaseEvent> Events { get; } = [];

    /// <summary>Every command that was lawful, with the case and the world before it.</summary>
    public List<LawfulMove> Moves { get; } = [];

    public IReadOnlyList<EarlierFine> EarlierFines { get; set; } = [];

    public static CaseScenario Begin() => new();

    public static DateTimeOffset At(string text) =>
        DateTimeOffset.ParseExact(text + " +08:00", "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public CaseScenario On(string moment)
    {
        now = At(moment);
        return this;
    }

    /// <summary>Officers are o1…o4, heads are head, deputy, deputy-without, chief; the account is a-NAME.</summary>
    public CaseScenario As(string person)
    {
        actor = ("a-" + person, person);
        return this;
    }

    /// <summary>The running number of papers from here on; 1 unless said otherwise.</summary>
    public CaseScenario Numbered(int number)
    {
        sequence = number;
        return this;
    }

    public StepContext Context(DocumentCode? paper = null) => new(actor.Account, actor.Person, now,
        paper is { } code && DocumentKinds.Of(code).Genre is { } genre ? Numbering.Format("漳龙蓝", genre, 2026, sequence) : "", facts);

    /// <summary>The text of the empowerment hands on sealing as well; holidays are those of the shipped notices.</summary>
    public CaseScenario MaySeal(SettingsBook? settings = null)
    {
        facts = World(settings, calendar: ShippedData.Calendar, coercion: "承接确认书（示例）第3条").Facts((_, _, _) => EarlierFines);
        return this;
    }

    /// <summary>What a worksheet of discretion finds.</summary>
    public CaseScenario Knowing(Core.Cases.Discretion.PartyHistory history)
    {
        facts = facts with { History = history };
        return this;
    }

    public CaseScenario Do(CaseCommand command)
    {
        var context = Context(CaseFlow.PaperOf(command));
        var result = CaseSteps.Take(State, command, context);
        Assert.True(result.IsOk, string.Join("\n", result.Refusals));
        Moves.Add(new(State, command, context, [.. Events]));
        Events.Add(result.Value);
        State = CaseState.Apply(State, result.Value);
        return this;
    }

    /// <summary>The announced demolition went to legal review, which agreed.</summary>
    public CaseScenario DemolitionReviewed(string moment) => As("o1").On(moment)
        .Do(new Core.Cases.Measures.SubmitMeasureReview(ReviewedAct.Demolition, "案卷1册")).As("reviewer").Do(new Core.Cases.Measures.ReviewMeasure(ReviewOpinion.Agree, [], null));

    public IReadOnlyList<Refusal> Refused(CaseCommand command)
    {
        var result = CaseSteps.Take(State, command, Context(CaseFlow.PaperOf(command)));
        Assert.False(result.IsOk, $"{command.Step} was expected to be refused.");
        return result.Refusals;
    }

    public IReadOnlyList<StepChoice> NextSteps() => Core.Cases.NextSteps.For(State, Context());

    public static CaseWorld World(SettingsBook? settings = null, WorkCalendar? calendar = null, string? coercion = null)
    {
        var units = new SampleUnits().With("o1", Street).With("o2", Street).With("o3", Street, certified: false).With("o4", SampleUnits.OtherStreet)
            .With("o5", Street).With("head", Street).With("deputy", Street).With("deputy-without", Street).With("chief", Street)
            .With("o6", Street).With("host", Street, certified: false).With("recorder", Street, certified: false).With("reviewer", Street).With("justice", "sf");
        void Post(string id, PostKind kind, string? scope = null, string? area = null, string unit = Street, string? qualification = null) =>
            units.Posts.Add(new Post("p-" + id, kind, id, area, area is null ? unit : null, scope, "任职文件", new Validity(new DateOnly(2024, 6, 25)), qualification));
        Post("head", PostKind.Head);
        Post("deputy", PostKind.DeputyHead, "签批授权〔2026〕1号：综合执法案件");
        Post("deputy-without", PostKind.DeputyHead);
        Post("chief", PostKind.AreaChief, area: "A1");
        Post("reviewer", PostKind.LegalReviewer, qualification: "法律职业资格（示例）1号");
        Post("justice", PostKind.LegalReviewer, unit: "sf", qualification: "法律职业资格（示例）2号");
        var catalogue = coercion is null ? SampleDistrict.Catalogue
            : new Core.Powers.Catalogue(SampleDistrict.Items, [.. SampleDistrict.Catalogue.Empowerments.Select(one => one with { CoercionSource = coercion })]);
        return new CaseWorld(calendar ?? new WorkCalendar([]), settings ?? SettingsBook.Defaults, units.Register(), catalogue);
    }

    // ---- a case at each stage ---------------------------------------------------------------------------

    public static CaseScenario Proposed(CaseParty? party = null) => Begin().On("2026-03-02 09:00").Do(Commands.Propose() with { Party = party ?? Company });

    public static CaseScenario Filed(CaseParty? party = null) => Proposed(party).As("head").On("2026-03-03 10:00").Do(new ApproveFiling("同意立案。")).As("o1");

    public static CaseScenario Investigated(CaseParty? party = null) => Filed(party)
        .On("2026-03-04 18:00").Do(Commands.Inspect()).Do(Commands.Interview()).Do(Commands.Order());

    public static CaseScenario Concluded(long fineFen = 20_000_00, CaseParty? party = null) => Investigated(party)
        .On("2026-03-10 18:00").Do(Commands.Check()).On("2026-03-12 18:00").Do(Commands.Conclude(fineFen));

    public static CaseScenario Noticed(long fineFen = 20_000_00, CaseParty? party = null) => Concluded(fineFen, party)
        .On("2026-03-16 18:00").Do(Commands.Notify(fineFen));

    // ---- a case with a large fine: hearing, legal review, collective discussion --------------------------

    public const long Large = 100_000_00;

    public static CaseScenario HearingRequested() => Noticed(Large).On("2026-03-18 18:00").Do(new RequestHearing(At("2026-03-18 10:00"), "吴思源"));

    public static CaseScenario HearingNotified() => HearingRequested().On("2026-03-19 18:00").Do(Commands.NotifyHearing());

    public static CaseScenario Heard() => HearingNotified().As("recorder").On("2026-03-30 18:00").Do(Commands.HoldHearing());

    public static CaseScenario HearingReported() => Heard().As("host").On("2026-03-31 18:00").Do(Commands.ReportHearing()).As("o1");

    public static CaseScenario InReview() => HearingReported().On("2026-04-01 10:00").Do(new SubmitReview("案卷1册"));

    public static CaseScenario ReviewPassed() => InReview().As("reviewer").On("2026-04-02 10:00").Do(new ConcludeReview(ReviewOpinion.Agree, [], "")).As("o1");

    public static CaseScenario Discussed() => ReviewPassed().As("head").On("2026-04-03 18:00").Do(Commands.Discuss());

    public static CaseScenario DecidedAfterHearing() => Discussed().On("2026-04-07 09:00").Do(Commands.Decide(Large) with { HearingAnswer = "采纳听证意见，维持拟处罚意见" }).As("o1");

    public static CaseScenario Decided() => Noticed().As("head").On("2026-03-24 09:00").Do(Commands.Decide()).As("o1");

    public static CaseScenario Served() => Decided().On("2026-03-25 18:00").Do(Commands.Serve());

    public static CaseScenario Paid() => Served().On("2026-04-01 09:00").Do(new RecordPayment(At("2026-03-31 15:00"), 20_000_00, 0, "闽财票0001"));

    public static CaseScenario Closed() => Paid()
        .As("head").Do(new DecidePublication(true, "具有一定社会影响", 90))
        .As("o1").Do(new PublishCaseDecision("pub-1"))
        .As("head").On("2026-04-02 09:00").Do(new CloseCase("罚款已缴清，渣土已清运。", "2026-城-0001"));

    public static CaseScenario OnSpot() => Begin().On("2026-03-02 18:00").Do(Commands.OnSpot());
}
