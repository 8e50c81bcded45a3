using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Disclosure;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Inspections;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Records;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Dispatch;
using Lianzhi.Web.Features.Documents;
using Lianzhi.Web.Features.Draws;
using Lianzhi.Web.Features.Requirements;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Inspections;

/// <summary>What the steps of an inspection have in common: load it, may the person, is it the version seen, is the step lawful now; and its papers.</summary>
public sealed class InspectionDesk(UseCaseRunner runner, AppDb db, CaseDesk cases, Snapshot<OrganisationRegister> organisation, NumberBook numbers, PaperShelf shelf, RecusalBook recusals, CurrentActor current, Entropy entropy, TimeProvider time)
{

    /// <summary>Today in Shanghai.</summary>
    public DateOnly Today => time.Today();

    /// <summary>Now, as the record keeps instants.</summary>
    public DateTimeOffset Now => CanonicalText.Truncate(time.GetUtcNow());

    /// <summary>Who acts.</summary>
    public Actor Actor => current.Actor;

    /// <summary>What cases and inspections ask of the district alike: officers, heads, organisation, numbers.</summary>
    public CaseDesk Cases => cases;

    /// <summary>Terms of today.</summary>
    public InspectionTerms Terms
    {
        get
        {
            var on = cases.Settings.AsOf(Today);
            return new(on.Number(InspectionSettings.ResultDays), on.Number(InspectionSettings.RecheckDays), on.Number(InspectionSettings.MakeUpDays), on.Number(InspectionSettings.CorrectionDays), on.Number(InspectionSettings.LateDays));
        }
    }

    /// <summary>A new id.</summary>
    public string NewId() => entropy.NewId(time.GetUtcNow());

    /// <summary>Two certified officers of the subject on a day.</summary>
    public Result<CaseOfficer[]> Crew(string unit, IReadOnlyList<string> officers, DateOnly day) => cases.Context().Facts.Crew(unit, officers, day);

    /// <summary>Refuses officers who keep out of the target, the clue or the case of an inspection (回避), wherever they declared it.</summary>
    public Task<IReadOnlyList<Refusal>> Recused(string target, string? clue, IEnumerable<string> officers, CancellationToken cancel) =>
        recusals.Refuse([target, clue], officers, id => cases.Organisation.Officer(id)?.Name ?? id, "officers", cancel);

    /// <summary>Days without inspections in an area.</summary>
    public async Task<IReadOnlyList<Blackout>> Blackouts(string? area, CancellationToken cancel) =>
        [.. (await db.Set<BlackoutRow>().AsNoTracking().Where(row => row.Area == area).ToListAsync(cancel)).Select(row => row.ToBlackout())];

    /// <summary>Requirements of these names in force on a day.</summary>
    public async Task<IReadOnlyList<InspectionRequirement>> Requirements(IReadOnlyList<string> names, DateOnly day, CancellationToken cancel) =>
        (await db.Set<RequirementRow>().AsNoTracking().Where(row => names.Contains(row.Name) && row.From <= day && (row.To == null || row.To > day)).OrderBy(row => row.Name).ToListAsync(cancel)).ConvertAll(row => row.ToRequirement());

    /// <summary>Refuses officers of whom none holds the skill that something planned asks for; a clue or danger does not wait for it.</summary>
    public IEnumerable<Refusal> Skilled(IEnumerable<InspectionRequirement> requirements, IReadOnlyList<string> officers) =>
        requirements.Select(requirement => VisitRules.Skill(requirement, officers, cases.Organisation)).OfType<Refusal>();

    /// <summary>Refuses a requirement that lies beyond the powers of the township on a day.</summary>
    public Refusal? Power(InspectionRequirement requirement, string township, DateOnly day) => TownshipPower.Check(requirement, township, day, cases.Catalogue, organisation.Current);

    /// <summary>Officers who may act in the name of a subject today.</summary>
    public IReadOnlyList<Officer> Able(string unit) => [.. cases.Organisation.Officers.Where(officer => CrewRules.Member(unit, officer.Id, cases.Organisation, new CrewPolicy()).IsOk)];

    /// <summary>Everything of an inspection; null when there is none.</summary>
    public async Task<InspectionFolder?> Load(string id, CancellationToken cancel)
    {
        if (await db.Set<InspectionRow>().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } row) return null;
        return new(row,
            await db.Set<InspectionOfficerRow>().Where(officer => officer.InspectionId == id).OrderBy(officer => officer.OfficerId).ToListAsync(cancel),
            await db.Set<InspectionItemRow>().Where(item => item.InspectionId == id).OrderBy(item => item.Position).ToListAsync(cancel),
            await db.Set<InspectionSceneRow>().Where(scene => scene.InspectionId == id).OrderBy(scene => scene.Id).ToListAsync(cancel),
            await db.Set<InspectionRow>().Where(other => other.JointId == row.JointId && other.Id != id && other.Stage != InspectionStage.Refused && other.Stage != InspectionStage.Cancelled).OrderBy(other => other.Id).Select(other => other.UnitName).ToListAsync(cancel),
            $"{cases.Organisation.UnitName(OrganisationNames.JusticeBureau)}行政执法监督机构，12345政务服务便民热线")
        {
            Remedies = cases.Context().Facts.Settings(row.Unit, row.ConcludedOn ?? Today).Remedies,
            Changes = await db.Set<InspectionCrewChangeRow>().Where(change => change.InspectionId == id).OrderBy(change => change.Id).ToListAsync(cancel),
            Drawn = row.DrawnId is { } drawn ? (await db.Set<DrawnRow>().AsNoTracking().SingleAsync(one => one.Id == drawn, cancel)).OfficersDrawn() : [],
        };
    }

    /// <summary>Takes a step.</summary>
    /// <param name="useCase">Who may.</param>
    /// <param name="step">The step.</param>
    /// <param name="id">The inspection.</param>
    /// <param name="version">Version seen; null where others' entries do not matter to the step.</param>
    /// <param name="reason">For the record.</param>
    /// <param name="act">Changes rows, or refuses.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Result<string>> Take(
        UseCase useCase, InspectionStep step, string id, long? version, string? reason, Func<InspectionFolder, InspectionFile, Task<IReadOnlyList<Refusal>>> act, CancellationToken cancel) =>
        runner.Write<string>(useCase, reason, async () =>
        {
            if (await Load(id, cancel) is not { } folder) return Refusal.NotFound();
            if (runner.Check(useCase, folder.Placement) is { } refusal) return runner.Check(AccessTable.ViewInspection, folder.Placement) is null ? refusal : Refusal.NotFound();
            if (version is not null && folder.Row.Version != version) return Refusal.Stale(folder.Row.Version);
            var file = folder.File;
            if (InspectionFlow.Check(file, step) is { } notNow) return notNow;
            var refusals = await act(folder, file);
            return refusals.Count > 0 ? Result<string>.Refused(refusals) : id;
        }, cancel);

    /// <summary>A change of officers for the record.</summary>
    public InspectionCrewChangeRow CrewChange(string inspection, IEnumerable<string> gone, IEnumerable<string> came, CrewChangeGround ground, string reason, string? told, string? notice) => new()
    {
        Id = NewId(),
        InspectionId = inspection,
        On = Today,
        Gone = string.Join('|', gone),
        Came = string.Join('|', came),
        Ground = ground,
        Reason = reason.Trim(),
        By = Actor.Name,
        Told = told,
        NoticeNumber = notice,
    };

    /// <summary>Only an officer named for the inspection carries it out.</summary>
    public Refusal? Inspector(InspectionFile file) => file.Officers.Any(officer => officer.Id == current.Actor.OfficerId) ? null
        : new Refusal("not-the-inspector", $"由检查通知书载明的检查人员（{string.Join("、", file.Officers.Select(officer => officer.Name))}）实施。", "行政处罚法 第42、55条");

    /// <summary>The number of the first paper of a new inspection.</summary>
    public Task<string> NewNumber(NumberOwner owner, DocumentCode code, string id, CancellationToken cancel) => numbers.NextOfInspection(owner, DocumentKinds.Of(code), id, cancel);

    /// <summary>The next number of a kind of paper.</summary>
    public async Task<string> Number(InspectionRow row, DocumentCode code, CancellationToken cancel) =>
        await numbers.NextOfInspection(cases.OwnerOf(row.Unit) ?? new(row.Unit, row.UnitName, row.UnitName), DocumentKinds.Of(code), row.Id, cancel);

    /// <summary>Keeps a paper that goes out.</summary>
    public Task<IssuedPaperRow> Issue(InspectionFolder folder, DocumentCode code, int index, CancellationToken cancel)
    {
        var content = InspectionPapers.Content(folder.File, code, index)!;
        var text = content.Text();
        var people = new[] { folder.Row.NoticeReceiver, folder.Row.Present, folder.Row.SignedBy, folder.Row.ResultReceiver }.Concat(folder.Scenes.Select(scene => scene.Person)).OfType<string>().Distinct()
            .Where(name => name.Length > 1 && text.Contains(name, StringComparison.Ordinal)).Select(name => new MaskedValue(name, Redaction.Name(name))).OrderByDescending(mask => mask.Value.Length);
        return shelf.Keep(new(folder.Row.Id, true, content, content.Number!, 1, Today, folder.Row.Unit, content.UnitHead, folder.Row.Area, [.. people]), cancel);
    }

    /// <summary>The same for a paper that is taken back.</summary>
    public Task Withdraw(string mark, CancellationToken cancel) => shelf.Withdraw(mark, Today, cancel);

    /// <summary>A text that must be there.</summary>
    public static Refusal? Missing(string? text, string field, string what, int most) =>
        string.IsNullOrWhiteSpace(text) || text.Length > most ? Refusal.Invalid(field, $"请填写{what}，不超过{most}字。") : null;
}
