using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Disclosure;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Organisation;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Disclosure;
using Lianzhi.Web.Platform;

namespace Lianzhi.Web.Features.Demo.Sample;

/// <summary>One event of a made-up case with who wrote it when.</summary>
internal readonly record struct SampleEvent(DateTimeOffset At, Actor By, UseCase UseCase, CaseEvent Happened);

/// <summary>A made-up case: its events, how it stands, and its disclosure when its publication was decided.</summary>
internal sealed record SampleCase(int Number, CaseState State, IReadOnlyList<SampleEvent> Events, DisclosureRow? Disclosure, SampleEvent DisclosureBy);

/// <summary>
/// Makes cases (样例案件) with the step functions of Core, in the order of their opening, over ten years up to a day. The
/// same seed, count and day give the same cases.
/// </summary>
internal sealed class SampleCases(SampleWorld world, IReadOnlyList<SampleTown> towns, PublicationSettings publication, Core.Calendar.WorkCalendar calendar, DateOnly today, int seed)
{
    private const int Years = 10;
    private static readonly string[] Roads = ["龙文中路", "湘桥路", "步文路", "九龙大道", "碧湖东路", "水仙大街", "龙腾北路", "朝阳北路", "浦头大街", "迎宾路", "建元东路", "郭坑街"];
    private static readonly string[] Trades = ["建筑工程有限公司", "土石方工程有限公司", "市政工程有限公司", "渣土运输有限公司", "园林工程有限公司", "商贸有限公司", "餐饮管理有限公司", "物业服务有限公司"];
    private const string NameCharacters = "安百成川达东丰福光海恒宏华汇嘉建金锦景康乐联隆茂明宁鹏启青荣瑞盛泰天通万祥新兴旭雅阳益永宇源云泽展正志中卓";

    private readonly SampleEntropy entropy = new(seed);
    private readonly Dictionary<(string Unit, string Genre, int Year), long> numbers = [];
    private readonly IReadOnlyList<DemoMatter> matters = DemoMatter.All();

    /// <summary>The last number given for each kind of paper.</summary>
    public IEnumerable<DocumentNumberRow> Numbers =>
        numbers.Select(pair => new DocumentNumberRow { Unit = pair.Key.Unit, Genre = pair.Key.Genre, Year = pair.Key.Year, Last = pair.Value });

    /// <summary>Makes so many cases.</summary>
    public IEnumerable<SampleCase> Make(int count)
    {
        var parties = new DemoParties(entropy);
        var own = towns.ToDictionary(town => town.Code, town => matters.Where(matter => IsOf(town, matter)).ToLookup(matter => matter.OnSpot), StringComparer.Ordinal);
        var first = today.AddYears(-Years);
        var span = (double)(today.DayNumber - first.DayNumber);
        for (var i = 0; i < count; i++)
        {
            // Opening hours are 8:00 to 17:30; within a day the cases follow one another.
            var days = i * span / count;
            var opened = new DateTimeOffset(first.AddDays((int)days), new TimeOnly(8, 0), District.Offset).AddHours(9.5 * (days - Math.Floor(days))).ToUniversalTime();
            var town = towns[parties.Below(towns.Count)];
            var choice = own[town.Code][parties.Below(4) > 0].ToArray();
            var matter = choice[parties.Below(choice.Length)];
            var address = $"{Roads[parties.Below(Roads.Length)]}{1 + parties.Below(1900)}号";
            var story = new SampleStory(i, town, matter, Party(parties, matter, address, first.AddDays((int)days)), address, opened, Ids.Make(opened, entropy.Bytes(10)), calendar);
            yield return Tell(i, story);
        }
    }

    /// <summary>True when the town is the lawful subject of the matter.</summary>
    private bool IsOf(SampleTown town, DemoMatter matter) => world.Facts.Competence(matter.Code, town.Code, "", today).Subject?.Code == town.Code;

    /// <summary>A party who was an adult on the day the case was opened.</summary>
    private static CaseParty Party(DemoParties parties, DemoMatter matter, string address, DateOnly on)
    {
        var party = parties.Make(matter.Party, $"漳州市龙文区{address}", on);
        return party.Kind == PartyKind.Organisation ? party with { Name = $"漳州{Word(parties)}{Trades[parties.Below(Trades.Length)]}" }
            : party.TradeName is not null ? party with { TradeName = $"龙文区{Word(parties)}{Trades[parties.Below(2) + 6][..2]}店" }
            : party;
    }

    private static string Word(DemoParties parties) => $"{NameCharacters[parties.Below(NameCharacters.Length)]}{NameCharacters[parties.Below(NameCharacters.Length)]}";

    /// <summary>Takes the steps of a story until the morning of today.</summary>
    private SampleCase Tell(int number, SampleStory story)
    {
        var (state, events) = (CaseState.New, new List<SampleEvent>());
        var (disclosure, disclosedBy) = ((DisclosureRow?)null, default(SampleEvent));
        foreach (var act in story.Acts())
        {
            if (District.DateOf(act.At) >= today) break;
            if (act.Command is DecidePublication { Publish: true } decided)
            {
                disclosure = Disclose(number, state, act, decided);
                state = Take(state, act, decided, events);
                disclosedBy = events[^1] with { UseCase = AccessTable.PublishDisclosure };
                state = Take(state, act, new PublishCaseDecision(disclosure.Id), events);
                continue;
            }
            if (act.Command is DecidePublication withheld)
            {
                disclosure = Disclose(number, state, act, withheld);
                state = Take(state, act, withheld, events);
                disclosedBy = events[^1] with { UseCase = AccessTable.WithholdDisclosure };
                continue;
            }
            state = Take(state, act, act.Command, events);
        }
        return new SampleCase(number, state, events, disclosure, disclosedBy);
    }

    private CaseState Take(CaseState state, SampleAct act, CaseCommand command, List<SampleEvent> events)
    {
        var happened = CaseSteps.Take(state, command, new StepContext(act.By.Id, act.By.OfficerId, act.At, Number(state, act, command), world.Facts));
        if (!happened.IsOk)
            throw new InvalidOperationException($"The sample was refused {command.Step} on {act.At:yyyy-MM-dd}: {string.Join(' ', happened.Refusals.Select(refusal => $"{refusal.Code} {refusal.Field} {refusal.Message}"))}");
        var useCase = command switch
        {
            ProposeFiling => AccessTable.ProposeCase,
            PenaliseOnSpot => AccessTable.PenaliseOnSpot,
            _ => AccessTable.TakeCaseStep,
        };
        events.Add(new SampleEvent(act.At, act.By, useCase, happened.Value));
        return CaseState.Apply(state, happened.Value);
    }

    /// <summary>The next number of the paper a step makes; as many as steps, so none is skipped.</summary>
    private string Number(CaseState state, SampleAct act, CaseCommand command)
    {
        if (CaseFlow.NumberFor(state, command) is not { Genre: { } genre }) return "";
        var day = District.DateOf(act.At);
        var unit = command is PenaliseOnSpot c ? world.Facts.Competence(c.ItemCode, c.Township, c.Address, day).Subject!.Code : state.Subject!.Code;
        var last = numbers[(unit, genre, day.Year)] = numbers.GetValueOrDefault((unit, genre, day.Year)) + 1;
        return Numbering.Format(world.Words((unit, day)), genre, day.Year, last);
    }

    private DisclosureRow Disclose(int number, CaseState state, SampleAct act, DecidePublication decided)
    {
        var day = District.DateOf(act.At);
        var decision = CaseDocuments.ToPublish(state, world.Organisation.OrganOn(state.Item!.LeadDepartment, OrganLevel.District, day)?.ShortName);
        // Acts are on whole minutes; things of one millisecond may share the key of their search text.
        var id = Ids.Make(act.At.AddMilliseconds(number % 60_000), entropy.Bytes(10));
        if (!decided.Publish) return DisclosureRow.Withheld(id, decision, day, decided.WithholdGround!.Value, decided.Ground);
        var text = Publication.Publish(decision, decided.Days, day, publication);
        if (!text.IsOk) throw new InvalidOperationException($"The sample was refused publication on {day:yyyy-MM-dd}: {text.Refusals[0].Message}");
        return DisclosureRow.Published(id, decision, text.Value);
    }
}

/// <summary>Bytes for made-up data, the same for the same seed and much faster than <see cref="SeededEntropy"/>; for one thread.</summary>
internal sealed class SampleEntropy(int seed) : Entropy
{
    private readonly Random random = new(seed);

    /// <inheritdoc/>
    public override byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
