using Lianzhi.Core.Organisation;

namespace Lianzhi.Core.Powers;

/// <summary>
/// Finds the lawful subject of a case (谁来执法): the township where the item is empowered on the filing day,
/// else the district department, else the city. An area coordinates and is never a subject.
/// </summary>
public static class Competence
{
    private const string Notice = "漳龙政〔2024〕40号";

    /// <summary>Answers a question from the catalogue and the organisation as they are on the filing day.</summary>
    /// <returns>The answer, or <see cref="RefusalKind.Invalid"/> for an unknown item or township.</returns>
    public static Result<CompetenceAnswer> Resolve(CompetenceQuestion question, Catalogue catalogue, OrganisationRegister organisation)
    {
        var refusals = new List<Refusal>();
        if (!catalogue.Knows(question.Item)) refusals.Add(Refusal.Invalid("item", "没有这一事项编码。"));
        if (!organisation.KnowsTownship(question.Township)) refusals.Add(Refusal.Invalid("township", "不是本区的镇（街道）代码。"));
        for (var i = 0; i < question.OtherTownships.Count; i++)
            if (!organisation.KnowsTownship(question.OtherTownships[i]))
                refusals.Add(Refusal.Invalid($"otherTownships[{i}]", "不是本区的镇（街道）代码。"));
        if (refusals.Count > 0) return refusals;

        var day = question.FiledOn;
        if (organisation.TownshipOn(question.Township, day) is not { } township)
            return Nobody(new Reason($"立案日{Day(day)}没有该镇（街道）的有效登记。"));
        if (catalogue.ItemOn(question.Item, day) is not { } item)
            return Nobody(new Reason($"立案日{Day(day)}事项清单中没有有效的{question.Item}，不得立案处罚。", "行政处罚法 第四条、第三十八条"));

        var answer = item.Level switch
        {
            ItemLevel.OwnTown => OwnPower(item, township),
            ItemLevel.MovedToCity => City(item, day, organisation),
            ItemLevel.DistrictOnly => Department(item, day, organisation,
                new Reason($"{item.Code}未赋予镇（街道），由区级执法部门以自己的名义办理。", $"行政处罚法 第二十三条；{Notice} 二（二）3（3）")),
            _ => Empowered(item, township, day, catalogue, organisation),
        };
        return WithReport(answer with { Item = item, Reasons = [Fixed(day), .. answer.Reasons] }, question, organisation);
    }

    private static Reason Fixed(DateOnly day) => new($"执法主体以立案日赋权清单确定，本次立案日为{Day(day)}；以后清单变化不影响已立案件。", "区承接规则（设置）");

    private static CompetenceAnswer Nobody(params Reason[] reasons) => new(CompetenceKind.None, null, null, null, reasons);

    private static CompetenceAnswer OwnPower(Item item, Township township) => township.Kind == TownshipKind.Town
        ? new(CompetenceKind.Township, new Subject(township.Code, township.OrganName), item.LeadDepartment, null,
            [new Reason($"本项为乡、镇人民政府法定职权，不需赋权：由{township.OrganName}办理。", item.Basis)])
        : Nobody(new Reason($"本项为乡、镇人民政府法定职权；{township.OrganName}是派出机关，街道办事处不是镇人民政府，不能依本条作主体。",
            $"{item.Basis}；地方各级人民代表大会和地方各级人民政府组织法 第八十五条第三款"));

    private static CompetenceAnswer City(Item item, DateOnly day, OrganisationRegister organisation) =>
        organisation.OrganOn(item.LeadDepartment, OrganLevel.City, day) is { } organ
            ? new(CompetenceKind.City, new Subject(organ.Code, organ.Name), null, null,
                [new Reason($"{item.Code}所属领域已上收市级，由{organ.Name}办理；本区发现的，移送该机关，不得自行立案。", $"行政处罚法 第二十三条；{Notice} 二（二）2")])
            : Nobody(new Reason($"{item.Code}所属领域已上收市级，但没有登记与“{item.LeadDepartment}”对应的市级机关，须先核实。", $"{Notice} 二（二）2"));

    private static CompetenceAnswer Department(Item item, DateOnly day, OrganisationRegister organisation, params Reason[] reasons)
    {
        if (organisation.OrganOn(item.LeadDepartment, OrganLevel.District, day) is { } department)
        {
            var answer = new CompetenceAnswer(CompetenceKind.Department, new Subject(department.Code, item.LeadDepartment), null, null, reasons);
            return item.LeadDepartment == department.Name ? answer : answer with
            {
                Reasons = [.. reasons, new Reason($"清单所列主管部门为“{item.LeadDepartment}”，在本区由{department.Name}对应办理；机关全称待核。", "事项清单（示例目录）")],
                ToBeConfirmed = true,
            };
        }

        return organisation.OrganOn(item.LeadDepartment, OrganLevel.Outside, day) is { } outside
            ? Nobody(new Reason($"本项由{item.LeadDepartment}（{outside.Name}）管辖，不属区政府执法部门，应当移送。", $"{item.Basis}；行政处罚法 第二十三条"))
            : Nobody(new Reason($"没有登记与“{item.LeadDepartment}”对应的区级部门，须先核实主管部门。", "行政处罚法 第二十三条"));
    }

    private static CompetenceAnswer Empowered(
        Item item, Township township, DateOnly day, Catalogue catalogue, OrganisationRegister organisation)
    {
        if (catalogue.EmpowermentOn(item.Code, township.Code, day) is not { } empowerment)
        {
            var later = catalogue.EmpowermentAfter(item.Code, township.Code, day);
            return Department(item, day, organisation, new Reason(
                later is null
                    ? $"立案日{item.Code}没有赋予{township.Name}，由区级执法部门办理。"
                    : $"{item.Code}自{Day(later.Validity.From)}起才赋予{township.Name}；此前立案的，由区级执法部门办理。",
                $"行政处罚法 第二十三条、第二十四条；{Notice} 二（二）3（3）"));
        }

        if (!empowerment.Accepted)
            return Department(item, day, organisation, new Reason(
                $"{item.Code}虽列入赋权清单，但{township.Name}尚未确认承接；承接确认前由区级执法部门办理。", "行政处罚法 第二十四条第一款"));

        var toConfirm = item.NeedsHigherDecision && empowerment.HigherDecision is null;
        var reasons = new List<Reason>
        {
            new($"{item.Code}已赋予{township.Name}并由其承接，依据{empowerment.Decision}，{Day(empowerment.Validity.From)}起执法主体为{township.OrganName}。",
                $"行政处罚法 第二十四条；{Notice} 二（二）3（3）"),
            new($"{item.LeadDepartment}负责指导，自承接之日起不再以自己的名义办理。", $"{Notice} 二（二）2"),
        };
        if (toConfirm)
            reasons.Add(new Reason("待核：本项处罚权不属区政府部门，赋权须有市级（省级）决定文号，否则不得以镇街名义立案。", "行政处罚法 第二十四条第一款"));
        return new CompetenceAnswer(CompetenceKind.Township, new Subject(township.Code, township.OrganName), item.LeadDepartment, null, reasons)
        {
            Empowerment = empowerment,
            ToBeConfirmed = toConfirm,
        };
    }

    private static CompetenceAnswer WithReport(CompetenceAnswer answer, CompetenceQuestion question, OrganisationRegister organisation)
    {
        if (!question.CrossesTownships && !question.MajorOrComplex) return answer;
        if (answer.Kind == CompetenceKind.City)
            return answer with { Reasons = [.. answer.Reasons, new Reason("案件移送市级机关，不向片长报告。")] };
        if (answer.Kind == CompetenceKind.None) return answer;

        var day = question.FiledOn;
        var membership = organisation.MembershipOn(question.Township, day);
        var term = membership ?? organisation.MembershipAfter(question.Township, day);
        if (term is null)
            return answer with { Reasons = [.. answer.Reasons, new Reason("该镇（街道）未划入任何片区，没有可报告的片长。", $"{Notice} 二（二）1")] };

        var name = organisation.Areas.FirstOrDefault(area => area.Id == term.Area)?.Name ?? term.Area;
        var why = question.CrossesTownships ? "跨镇（街道）" : "重大复杂";
        var reasons = new List<Reason>(answer.Reasons)
        {
            new($"案件{why}，应当及时向{name}片长报告，由片长协调；片区不作执法主体，执法主体不变。", $"{Notice} 二（二）3（3）"),
        };
        if (membership is null)
            reasons.Add(new Reason($"该镇（街道）自{Day(term.Validity.From)}起划入{name}。", $"{Notice} 二（二）1"));

        var other = question.CrossesTownships
            ? question.OtherTownships
                .Select(code => (organisation.MembershipOn(code, day) ?? organisation.MembershipAfter(code, day))?.Area)
                .FirstOrDefault(area => area is not null && area != term.Area)
            : null;
        if (other is not null)
            reasons.Add(new Reason("违法行为同时涉及两个片区：同时报两片区片长，由区城市管理和综合执法局协调。", $"{Notice} 附件（一）"));
        return answer with
        {
            ReportTo = new ReportTo(term.Area),
            ReportToAlso = other is null ? null : new ReportTo(other),
            Reasons = reasons,
        };
    }

    private static string Day(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";
}
