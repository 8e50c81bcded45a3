using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Powers;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;

namespace Lianzhi.Web.Features.Powers;

/// <summary>The answer with what people look at beside it.</summary>
/// <param name="Answer">The one lawful subject and why.</param>
/// <param name="Others">Why the others are not the subject.</param>
/// <param name="Comparisons">What the answer would be under other conditions.</param>
/// <param name="Certified">Officers who could enforce in the subject's name that day.</param>
/// <param name="Organisation">The organisation on the filing day, for names.</param>
public sealed record WhoEnforces(
    CompetenceAnswer Answer, IReadOnlyList<(string Unit, string Why)> Others, IReadOnlyList<(string If, string Then)> Comparisons,
    int Certified, OrganisationAsOf Organisation);

/// <summary>Answers who enforces (谁来执法), for everyone and for officers.</summary>
public sealed class AskWhoEnforces(UseCaseRunner runner, Snapshot<Catalogue> catalogue, Snapshot<OrganisationRegister> organisation)
{
    /// <summary>Answers a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="atWork">True on the officers' page.</param>
    public Task<Result<WhoEnforces>> Run(CompetenceQuestion question, bool atWork) =>
        runner.Read(atWork ? AccessTable.AskWhoEnforcesAtWork : AccessTable.AskWhoEnforces, () =>
            Task.FromResult(Competence.Resolve(question, catalogue.Current, organisation.Current).Then<WhoEnforces>(answer =>
            {
                var day = organisation.Current.AsOf(question.FiledOn);
                return new WhoEnforces(answer, [.. Others(question, answer, day)], [.. Comparisons(question, answer, day)], Certified(answer, day), day);
            })));

    private static int Certified(CompetenceAnswer answer, OrganisationAsOf day) => answer.Subject is { } subject
        ? day.Officers.Count(officer => CrewRules.Member(subject.Code, officer.Id, day, new CrewPolicy()).IsOk)
        : 0;

    private static IEnumerable<(string Unit, string Why)> Others(CompetenceQuestion question, CompetenceAnswer answer, OrganisationAsOf day)
    {
        if (answer.Item is not { } item) yield break;
        if (answer.Kind == CompetenceKind.Township)
            yield return (item.LeadDepartment, item.Level == ItemLevel.OwnTown
                ? "本项是镇的法定职权，该部门负责业务指导。" : "事项已由镇（街道）承接，承接前已立的案仍归它；本案由它指导。");
        else if (day.Township(question.Township) is { } township)
            yield return (township.OrganName, item.Level switch
            {
                ItemLevel.MovedToCity => "事项已上收市级，镇（街道）可以发现、报告，不得立案。",
                ItemLevel.OwnTown => "街道办事处是派出机关，不是镇人民政府。",
                ItemLevel.EmpoweredToTown => "立案日没有赋予该镇（街道），或者尚未承接。",
                _ => "事项没有赋予镇（街道）。",
            });
        if (day.AreaOf(question.Township) is { } area && day.Areas.FirstOrDefault(one => one.Id == area) is { } found)
            yield return (found.Name, "统筹协调机制，不是行政机关，不署名、不作执法主体。");
        if (day.Townships.FirstOrDefault(other => other.Code != question.Township && day.AreaOf(other.Code) == day.AreaOf(question.Township)) is { } neighbour)
            yield return (neighbour.Name, "违法行为不发生在其辖区；需要协助的，可以请求行政协助（行政处罚法第26条）。");
    }

    private IEnumerable<(string If, string Then)> Comparisons(CompetenceQuestion question, CompetenceAnswer answer, OrganisationAsOf day)
    {
        foreach (var township in day.Townships.Where(township => township.Code != question.Township && township.Kind != day.Township(question.Township)?.Kind).Take(1))
            yield return ($"如果地点在{township.Name}", Name(question with { Township = township.Code }));
        if (answer.Empowerment is { } empowerment)
            yield return ($"如果在{Chinese(empowerment.Validity.From)}以前立案", Name(question with { FiledOn = empowerment.Validity.From.AddDays(-1) }));
        if (!question.CrossesTownships && answer.Kind is CompetenceKind.Township or CompetenceKind.Department)
            yield return ("如果跨镇（街道）", "及时向片长报告；两个以上机关都有管辖权的，由最先立案的管辖，争议协商或者报请指定（行政处罚法第25条）");
    }

    private string Name(CompetenceQuestion question) =>
        Competence.Resolve(question, catalogue.Current, organisation.Current).Value?.Subject?.Name ?? "本区没有执法主体";

    private static string Chinese(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";
}
