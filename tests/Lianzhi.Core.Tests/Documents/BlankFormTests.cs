using Lianzhi.Core.Documents;
using Lianzhi.Core.Tests.Cases;

namespace Lianzhi.Core.Tests.Documents;

public sealed class BlankFormTests
{
    [Fact]
    public void BlankForms_OfACase_ArePinned() => Snapshot.Match("blank-forms.txt",
        string.Join("\n\n", BlankForms.All.Select(form => new DocumentContent(DocumentKinds.Of(DocumentCode.FilingApproval), form.Outside ? "（发文机关）" : "", $"{form.Name} {form.Title}（{form.Basis}）", null, form.Blocks(CaseScenario.Filed().State)).Text())));

    [Fact]
    public void BlankForms_Names_AreUniqueAndFound()
    {
        Assert.Distinct(BlankForms.All.Select(form => form.Name));
        Assert.All(BlankForms.All, form => Assert.Same(form, BlankForms.Find(form.Name)));
        Assert.Null(BlankForms.Find("decision"));
    }

    [Fact]
    public void BlankForms_OfACitizen_NameTheCitizenAndTheSubject() =>
        Assert.All(BlankForms.All.Where(form => form.Outside), form =>
        {
            var blocks = form.Blocks(CaseScenario.Filed(CaseScenario.Citizen).State);
            Assert.Contains(blocks, block => block is Paragraph paragraph && paragraph.Text.StartsWith("陈某", StringComparison.Ordinal));
            Assert.Contains(blocks, block => block is SealBlock);
        });

    [Fact]
    public void Requests_OfTheParty_TakeNumberAmountAndTermFromTheRecord()
    {
        string Text(string name, CaseScenario scenario) => new DocumentContent(DocumentKinds.Of(DocumentCode.FilingApproval), "", "", null, BlankForms.Find(name)!.Blocks(scenario.State)).Text();
        var hearing = Text("hearing-request", CaseScenario.Noticed(CaseScenario.Large));
        Assert.Contains("事先告知书文号：漳龙蓝罚告〔2026〕1号", hearing, StringComparison.Ordinal);
        Assert.Contains("（至2026年3月23日）", hearing, StringComparison.Ordinal);
        var deferral = Text("deferral-request", CaseScenario.Served());
        Assert.Contains("应缴罚没款：人民币贰万元整（￥20,000.00）", deferral, StringComparison.Ordinal);
        Assert.Contains("缴款期限：2026年4月9日", deferral, StringComparison.Ordinal);
    }
}
