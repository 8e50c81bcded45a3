using Lianzhi.Web.Features.Documents.Templates;
using Lianzhi.Web.Platform;

namespace Lianzhi.Web.Features.Demo;

/// <summary>Templates of papers in the demonstration (演示文书模板): one of the district for all papers, one for prior notices that comes later.</summary>
public sealed class DemoTemplates(DemoScript script)
{
    /// <summary>Puts them into the queue.</summary>
    public void Plan()
    {
        script.At(script.Today.AddDays(-60), 15, 0, () => Add(TemplateRow.Every, "启用统一版头。", "龙文区文书通用模板.docx", 0));
        script.At(script.Today.AddDays(-10), 15, 0, () => Add("prior-notice", "自下月起使用新版告知书。", "事先告知书模板.docx", 24));
    }

    private Task<TemplateRow> Add(string kind, string reason, string name, int daysAhead) => script.As("justice.supervisor", services =>
        services.GetRequiredService<AddTemplate>().Run(new NewTemplate(kind, ((TimeProvider)script.Clock).Today().AddDays(daysAhead), reason, name, WordTemplate.Starting(TemplateRow.KindOf(kind))), default));
}
