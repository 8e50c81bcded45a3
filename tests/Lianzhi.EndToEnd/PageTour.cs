using System.Text.RegularExpressions;

namespace Lianzhi.EndToEnd;

/// <summary>
/// Every page of the portal and the office at a desk (1440 pixels) and on a phone (390): accessible, no wider than
/// the window, without script or policy errors. A page that no tour visits fails <see cref="Tours_OverAllPages_LeaveNoneOut"/>.
/// </summary>
public sealed partial class PageTour(RunningPlatform platform)
{
    private const string Case = "/office/cases => main table a[href^='/office/cases/']";
    private const string Officer = "/office/officers?unit=350603003&state=valid => main table a[href^='/office/officers/']";
    private const string Plan = "/office/plans => main table tr:last-child a[href^='/office/plans/']";
    private const string Target = "/office/targets => main table a[href^='/office/targets/']";
    private const string Crew = "/office/dispatch => main a[href^='/office/dispatch/crews/']";
    private const string Equipment = "/office/equipment => main table a[href^='/office/equipment/']";
    private const string Inspection = "/office/inspections => main table a[href^='/office/inspections/']";
    private const string Operation = "/office/operations => main table a[href^='/office/operations/']";
    private const string Seconded = "/office/officers?unit=cg => main table tr:has(td.quiet:nth-child(4):not(:empty)) a[href^='/office/officers/']";

    /// <summary>Addresses by person. <c>list => link</c> follows the first such link of the list; further <c>=></c> follow on. Of several names with bars between, the first who has something at the first stop tours, for plan and crews decide whom it falls to.</summary>
    private static readonly Dictionary<string, string[]> Tours = new()
    {
        ["nobody"] =
        [
            "/", "/areas", "/roster", "/powers", "/powers/CG-014", "/who", "/who?item=CG-023&township=350603003", "/powers/competence", "/complaint", "/complaint/sent", "/progress",
            "/plans", "/plans => main a[href^='/plans/']", "/plans => main a[href^='/draws/']",
            "/decisions", "/decisions?q=查无此案", "/decisions => main a[href^='/decisions/']", "/help/received-decision", "/hearings", "/accessibility", "/sign-in", "/heads",
            "/verify", "/inspections/notice", "/errors/403", "/errors/404", "/errors/500", "/errors/503", "/errors/418",
        ],
        ["lantian.officer1"] =
        [
            "/office", "/office/search?q=油烟", "/office/clues", "/office/clues?q=查无此事", "/office/clues => main table a[href^='/office/clues/']", "/office/clues/new",
            "/office/cases", "/office/cases?q=查无此案", "/office/cases/new", "/office/cases/on-the-spot", "/office/cases/receipts", Case, $"{Case} ?tab=evidence", $"{Case} ?tab=documents", $"{Case} ?tab=clocks", $"{Case} ?tab=record", $"{Case} ?tab=links",
            "/office/cases?stage=Investigating => main table a[href^='/office/cases/'] /steps/record-inspection", "/office/cases?stage=Archived => main table a[href^='/office/cases/'] ?tab=documents => main table a[href*='/documents/']",
            "/office/evidence", "/office/evidence => main table a[href^='/office/evidence/']", "/office/cases?stage=Investigating => main table a[href^='/office/cases/'] /evidence/new", "/office/cases?stage=Investigating => main table tr:has-text('〔2026〕27号') a[href^='/office/cases/'] /inspections/0/sketch",
            $"{Case} /audit", "/office/seals/new", "/office/cases?stage=Served => main table a[href^='/office/cases/'] ?tab=documents => main a[href^='/office/seals/new']", "/office/documents?kind=on-spot-decision => main table a[href^='/office/cases/'] => main table a[href*='/documents/on-spot-decision/']:not([href$='docx']) /overprint", "/office/cases?stage=Archived => main table a[href^='/office/cases/'] /archive", "/office/cases?stage=Archived => main table a[href^='/office/cases/'] /audit",
            "/office/clues?state=Accepted => main table a[href^='/office/clues/'] /papers/clue-register/0", "/office/documents", "/office/documents?unit=350603003&year=2026", "/office/documents?state=Reserved", "/office/cases/platform", "/office/case-letters", "/office/case-letters?state=done", $"{Case} /transcript", $"{Case} /photos", $"{Case} /forms/interview-notice", "/office/clues?state=Answered => main table a[href^='/office/clues/'] /letter", "/office/cases => main table input[name='id'] /office/cases/bulk?id=",
            "/office/cases => main table input[name='id'] /office/cases/print?paper=filing-approval&id=",
            "/office/who", "/office/who?item=CG-023&township=350603003", "/office/benchmarks", "/office/items", "/office/items/CG-014", "/office/organisation", "/office/officers", Officer,
        ],
        ["buwen.officer1"] =
        [
            "/office/inspections", "/office/inspections?stage=Refused", Inspection, "/office/inspections?stage=Correcting", "/office/inspections?stage=Closed => main table a[href^='/office/inspections/']", $"{Inspection} /field",
            "/office/inspections/new",
            "/office/inspections?stage=Closed => main table a[href^='/office/inspections/'] => main a[href*='/documents/']",
        ],
        ["buwen.officer1|jingshan.officer1|bihu.officer1|lantian.officer1"] =
        [
            "/office/inspections?stage=Started => main table a[href^='/office/inspections/'] /steps/record", "/office/inspections?stage=Started => main table a[href^='/office/inspections/'] /field", "/office/inspections?stage=Started => main table a[href^='/office/inspections/'] /field => main a[href^='/office/help?']", "/office/inspections?stage=Started => main table a[href^='/office/inspections/'] /items/1/photos",
        ],
        ["lantian.deputy"] =
        [
            "/office/operations", "/office/operations?stage=Cancelled", Operation, "/office/operations?stage=Running => main table a[href^='/office/operations/'] /steps/report", "/office/operations/simple", "/office/stations",
            "/office/operations?stage=Finished => main table a[href^='/office/operations/'] /documents/operation-order",
        ],
        ["lantian.head"] = ["/office", "/office/sign", "/office/supervision => main table a[href^='/office/supervision/']", "/office/ledgers", "/office/ledgers?kind=Remedies&all=true", "/office/disclosures", "/office/disclosures => main table a[href^='/office/disclosures/']"],
        ["area1.chief"] =
        [
            "/office", "/office/targets", "/office/targets?q=查无此户", Target, $"{Target} /change", "/office/targets/new", "/office/targets/import", $"{Target} /exception",
            "/office/plans", Plan, "/office/plans/new", $"{Plan} /visits", $"{Plan} /load", $"{Plan} /merges", $"{Plan} /tasks", $"{Plan} /tasks/paper", $"{Plan} /results", "/office/plans/district", "/office/plans/district/paper", $"{Plan} /visits => main table a[href*='/visits/']", $"{Plan} /steps/amend", "/office/plans => main table a[href^='/office/plans/'] /steps/optimise",
            "/office/operations/arrange", "/office/requirements", "/office/requirements/blackouts", "/office/requirements => main a[href^='/office/requirements/blackouts/']", "/office/requirements => main a[href^='/office/requirements/exceptions/']", "/office/draws", "/office/draws/new", "/office/draws => main table a[href^='/office/draws/']",
            "/office/dispatch", "/office/dispatch?area=A1&day=2026-10-11", "/office/dispatch/sheet?area=A1&day=2026-10-08", "/office/dispatch/week", "/office/dispatch/week?area=A1&day=2027-01-04", Crew, $"{Crew} /brief", "/office/dispatch/boards/A1-20261008/jobs/new", "/office/dispatch/boards/A1-20261008/replan", "/office/dispatch/boards/A1-20261008/defer", "/office/dispatch => main a[href^='/office/help/']", "/office/clues?state=Accepted => main table a[href^='/office/clues/'] => main a[href^='/office/dispatch/clues/']",
            "/office/equipment", "/office/equipment?kind=Drone&state=faulty", "/office/equipment/new", Equipment, $"{Equipment} /steps/book", $"{Equipment} /steps/hand-over",
            "/office/duty", "/office/duty/new", "/office/duty/paste", "/office/duty/copy", "/office/duty => main .lz-list a[href^='/office/duty/']",
        ],
        ["justice.reviewer1"] = ["/office/reviews", "/office/reviews?state=all => main table a[href^='/office/reviews/']"],
        ["justice.supervisor"] =
        [
            $"{Case} /erase", "/office/supervision", "/office/supervision?state=Followed", "/office/supervision/new", $"{Case} => main a[href^='/office/supervision/new']", "/office/supervision => main table a[href^='/office/supervision/']",
            "/office/requirements/caps", "/office/templates", "/office/templates/new", "/office/templates => main table a[href^='/office/templates/']:not([href$='docx'])",
            "/office/settings", "/office/settings => main a[href^='/office/settings/']", "/office/items/import", "/office/items/CG-014/empowerments/350603003", $"{Officer} /change", $"{Officer} /certificates/new",
            $"{Officer} => main a[href*='/certificates/']:not([href$='new'])",
        ],
        ["lantian.seal"] =
        [
            "/office", "/office/seals", "/office/seals?stage=Returned&kind=demand", "/office/seals?stage=Sealed => main table a[href^='/office/seals/']", "/office/seals?stage=Approved => main table a[href^='/office/seals/'] /steps/register",
            "/office/seals/sheet?unit=350603003&year=2026",
        ],
        ["xf.liaison|yj.liaison|sc.liaison|cg.liaison|zj.liaison|hj.liaison|mz.liaison"] = ["/office => main a[href^='/office/dispatch/letters/']"],
        ["yj.liaison"] = ["/office/case-letters => main table a[href^='/office/case-letters/']"],
        ["xf.liaison"] = ["/office/stations/new", "/office/requirements/new", "/office/requirements => main table a[href^='/office/requirements/']"],
        ["org.staff"] = ["/office/organisation/posts", "/office/officers/new", "/office/officers/skills", $"{Officer} /secondments/new", $"{Seconded} => main a[href*='/secondments/']:not([href$='new'])"],
        ["admin"] = ["/office", "/office/accounts", "/office/accounts => main table a[href^='/office/accounts/']"],
    };

    /// <summary>The people who tour.</summary>
    public static TheoryData<string> People => [.. Tours.Keys];

    [Theory]
    [MemberData(nameof(People))]
    public async Task Pages_AtBothWidths_AreAccessibleAndFit(string person)
    {
        await using var window = await Open(person);
        foreach (var stop in Tours[person])
        {
            await Visit(window, stop);
            await window.IsAccessible();
            await window.FitsTheWindow();
            await window.Narrow();
            await window.IsAccessible();
            await window.FitsTheWindow();
            await window.Widen();
        }
    }

    /// <summary>Compares the addresses toured with the page routes in the sources.</summary>
    [Fact]
    public void Tours_OverAllPages_LeaveNoneOut()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Lianzhi.slnx"))) root = root.Parent;
        Assert.NotNull(root);
        var routes = Directory.EnumerateFiles(Path.Combine(root.FullName, "src", "Lianzhi.Web"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => PageRoute().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).ToList();
        Assert.NotEmpty(routes);
        var stops = Tours.Values.SelectMany(stops => stops).Select(Shape).ToList();
        var missing = routes.Where(route => !stops.Any(stop => Regex.IsMatch(stop, $"^{Parameter().Replace(Regex.Escape(route), "[^/]+")}$"))).ToList();
        Assert.True(missing.Count == 0, $"Add a stop to the tour of somebody who may see it: {string.Join(", ", missing)}");
    }

    /// <summary>Signs a person in; of several, the first for whom there is something at the first stop.</summary>
    private async Task<Window> Open(string people)
    {
        foreach (var person in people.Split('|'))
        {
            var window = await platform.Open(person == "nobody" ? null : person);
            if (!people.Contains('|', StringComparison.Ordinal) || await Leads(window, Tours[people][0])) return window;
            await window.DisposeAsync();
        }
        throw new Xunit.Sdk.XunitException($"None of {people} has anything at {Tours[people][0]}.");
    }

    private static async Task<bool> Leads(Window window, string stop)
    {
        var legs = stop.Split(" => ");
        await window.Go(legs[0]);
        return await window.Page.Locator(Split(legs[1]).Selector).CountAsync() > 0;
    }

    private static async Task Visit(Window window, string stop)
    {
        var legs = stop.Split(" => ");
        await window.Go(legs[0]);
        foreach (var leg in legs[1..])
        {
            var (selector, suffix) = Split(leg);
            var found = window.Page.Locator(selector).First;
            await window.Go(IsTick(suffix) ? suffix + await found.GetAttributeAsync("value") : await found.GetAttributeAsync("href") + suffix);
        }
    }

    /// <summary>The address a stop ends at, with <c>x</c> for every id.</summary>
    private static string Shape(string stop)
    {
        var address = "";
        foreach (var leg in stop.Split(" => "))
        {
            var (selector, suffix) = address.Length == 0 ? (leg, "") : Split(leg);
            var prefix = LinkPrefix().Match(selector);
            if (IsTick(suffix))
            {
                address = suffix.Split('?')[0];
                continue;
            }
            address = !prefix.Success ? selector : prefix.Groups[1].Value.StartsWith("/documents/", StringComparison.Ordinal) ? $"{address}/documents/x/0" : prefix.Groups[1].Value == "/visits/" ? $"{address}/x" : prefix.Groups[1].Value == "/office/case-letters/" ? "/office/case-letters/x/0" : prefix.Groups[1].Value.StartsWith("/office", StringComparison.Ordinal) || prefix.Groups[1].Value is "/decisions/" or "/plans/" or "/draws/" ? $"{prefix.Groups[1].Value}x" : $"{address}{prefix.Groups[1].Value}x";
            address = (address + suffix).Split('?')[0];
        }
        return address;
    }

    /// <summary>A row is ticked, and its id sent on.</summary>
    private static bool IsTick(string suffix) => suffix.EndsWith("id=", StringComparison.Ordinal);

    // What follows the last blank of a leg is appended to the address of the link.
    private static (string Selector, string Suffix) Split(string leg) =>
        leg.LastIndexOf(' ') is var blank and > 0 && leg[blank + 1] is '/' or '?' ? (leg[..blank], leg[(blank + 1)..]) : (leg, "");

    [GeneratedRegex("^@page \"([^\"]+)\"", RegexOptions.Multiline)]
    private static partial Regex PageRoute();

    [GeneratedRegex(@"\\\{[^}]+}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"href[\^*]='([^']+)'")]
    private static partial Regex LinkPrefix();
}
