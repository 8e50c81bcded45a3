using Lianzhi.Core.Supervision;
using Lianzhi.Web.Features.Supervision;
using Lianzhi.Web.Platform;

namespace Lianzhi.Web.Features.Demo;

/// <summary>Papers of supervision of the demonstration (演示执法监督): one answered and closed, one that waits, one that was not answered in time and led to a decision.</summary>
public sealed class DemoSupervision(DemoScript script)
{
    private const string Bureau = "justice.supervisor";

    /// <summary>Puts what happens into the queue.</summary>
    public void Plan()
    {
        script.At(script.Today.AddDays(-45), 15, 0, async () =>
        {
            var id = await Issue("350603003", null, SupervisionKind.Notice, "送达回证填写不全", "抽查案卷发现，两件案件的送达回证没有写明送达地点。", "行政处罚法 第61条；民事诉讼法 第87条", "核查近半年的送达回证，补正后说明情况。", 10);
            script.At(script.WorkingDaysAfter(script.Clock.Today(), 6), 15, 10, async () =>
            {
                await script.As("lantian.head", services => services.GetRequiredService<AnswerSupervision>().Run(id, null, "已核查近半年送达回证61份，其中两份没有写明地点，已由送达人员补记并说明。", "核查情况说明1份", default));
                script.At(script.WorkingDaysAfter(script.Clock.Today(), 2), 15, 20, () => script.As(Bureau, services => services.GetRequiredService<ReviewSupervision>().Run(id, null, true, "今后送达当场填写完整。", null, default)));
            });
        });
        script.At(script.Today.AddDays(-13), 15, 30, () => Issue("350603003", null, SupervisionKind.Opinion, "入企检查的频次管理", "个别企业一个月内接受两个事项的单独检查。", "国办发〔2024〕54号", "能够合并的检查一次完成，检查前核对本年已检查次数。", 10));
        script.At(script.Today.AddDays(-40), 16, 0, async () =>
        {
            var id = await Issue("350603001", null, SupervisionKind.Notice, "线索受理超过期限", "抽查发现三件线索超过期限没有决定是否受理。", "漳龙政〔2024〕40号 二（二）3", "逐件说明原因并办理。", 5);
            script.At(script.WorkingDaysAfter(script.Clock.Today(), 7), 16, 10, () => Issue("350603001", id, SupervisionKind.Decision, "线索受理超过期限", "监督通知书回复期限届满没有回复，三件线索仍没有决定是否受理。", "漳龙政〔2024〕40号 二（二）3", "五个工作日内对三件线索作出是否受理的决定，并建立受理期限提醒。", 5));
        });
    }

    private Task<string> Issue(string body, string? after, SupervisionKind kind, string matter, string problem, string basis, string demand, int workingDays) => script.As(Bureau, services => services.GetRequiredService<IssueSupervision>().Run(
        new(body, null, after, new(kind, matter, problem, basis, demand, kind == SupervisionKind.Decision ? SupervisionOrder.Act : null, script.WorkingDaysAfter(script.Clock.Today(), workingDays))), default));
}
