using Lianzhi.Core;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Powers;
using Lianzhi.Core.Settings;

namespace Lianzhi.Web.Features.Demo.Sample;

/// <summary>
/// The world that the steps of made-up cases ask (样例依据): the district of today, taken to have stood for all the years
/// of the sample, with answers remembered, because a million cases ask the same few questions.
/// </summary>
internal sealed class SampleWorld
{
    private const int Remembered = 20_000;

    /// <summary>Makes the world from the reference data of today.</summary>
    public SampleWorld(WorkCalendar calendar, SettingsBook settings, OrganisationRegister organisation, Catalogue catalogue, DateOnly today)
    {
        Organisation = AlwaysSo(organisation, today);
        var world = new CaseWorld(calendar, settings, Organisation, AlwaysSo(catalogue, today));
        var asked = world.Facts((_, _, _) => []);
        var competence = Remember<(string Item, string Township, DateOnly Day), CompetenceFact>(key => asked.Competence(key.Item, key.Township, "", key.Day));
        var crews = Remember<(string Subject, string First, string Second, DateOnly Day), Result<CaseOfficer[]>>(key => asked.Crew(key.Subject, [key.First, key.Second], key.Day));
        var signers = Remember<(string Person, string Unit, DateOnly Day), SignerFact?>(key => asked.Signer(key.Person, key.Unit, key.Day));
        var onSettings = Remember<(string Subject, DateOnly Day), CaseSettings>(key => asked.Settings(key.Subject, key.Day));
        var working = Remember<(DateOnly Day, int Count), DateOnly>(key => asked.WorkingDaysAfter(key.Day, key.Count));
        var days = Remember<(DateOnly Day, int Count), DateOnly>(key => asked.DaysAfter(key.Day, key.Count));
        Words = Remember<(string Unit, DateOnly Day), string>(key => world.DocumentWord(key.Unit, key.Day) ?? key.Unit);
        Facts = asked with
        {
            Competence = (item, township, address, day) => competence((item, township, day)) is var fact ? fact with { Place = fact.Place with { Address = address } } : fact,
            Crew = (subject, ids, day) => crews((subject, ids[0], ids[1], day)),
            Signer = (person, unit, day) => signers((person, unit, day)),
            Settings = (subject, day) => onSettings((subject, day)),
            WorkingDaysAfter = (day, count) => working((day, count)),
            DaysAfter = (day, count) => days((day, count)),
        };
    }

    /// <summary>The organisation, with all terms begun before anyone asks.</summary>
    public OrganisationRegister Organisation { get; }

    /// <summary>What steps ask.</summary>
    public CaseFacts Facts { get; }

    /// <summary>发文代字 of a unit on a day.</summary>
    public Func<(string Unit, DateOnly Day), string> Words { get; }

    private static OrganisationRegister AlwaysSo(OrganisationRegister known, DateOnly today) => new(
        [.. known.Areas.Where(area => area.Validity.Contains(today)).Select(area => area with { Validity = Validity.Always })],
        [.. known.Memberships.Where(term => term.Validity.Contains(today)).Select(term => term with { Validity = Validity.Always })],
        [.. known.Townships.Where(township => township.Validity.Contains(today)).Select(township => township with { Validity = Validity.Always })],
        [.. known.Departments.Where(department => department.Validity.Contains(today)).Select(department => department with { Validity = Validity.Always })],
        [.. known.Officers.Where(officer => officer.Validity.Contains(today)).Select(officer => officer with { Validity = Validity.Always })],
        [.. known.Certificates.Where(certificate => certificate.Validity.Contains(today)).Select(certificate => certificate with { Validity = Validity.Always })],
        [.. known.Secondments.Where(secondment => secondment.Validity.Contains(today)).Select(secondment => secondment with { Validity = Validity.Always })],
        [.. known.Posts.Where(post => post.Validity.Contains(today)).Select(post => post with { Validity = Validity.Always })]);

    private static Catalogue AlwaysSo(Catalogue known, DateOnly today) => new(
        [.. known.Items.Where(item => item.Validity.Contains(today)).Select(item => item with { Validity = Validity.Always })],
        [.. known.Empowerments.Where(term => term.Validity.Contains(today)).Select(term => term with { Validity = Validity.Always })]);

    /// <summary>Remembers answers; forgets them all now and then, because cases come in the order of days.</summary>
    private static Func<TKey, TValue> Remember<TKey, TValue>(Func<TKey, TValue> ask) where TKey : notnull
    {
        var known = new Dictionary<TKey, TValue>();
        return key =>
        {
            if (known.TryGetValue(key, out var value)) return value;
            if (known.Count >= Remembered) known.Clear();
            return known[key] = ask(key);
        };
    }
}
