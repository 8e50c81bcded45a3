using Lianzhi.Core.Documents;
using Lianzhi.Core.Seals;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Documents;
using Lianzhi.Web.Features.Seals;
using Lianzhi.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Demo;

/// <summary>The seals of two streets (演示用印): at the end of each working day the papers of the day go to the keeper; those of the last two weeks are left where they are.</summary>
public sealed class DemoSeals(DemoScript script)
{
    private const int Days = 40;
    private const int Left = 14;
    private const int TheReturnedOne = 4;

    private static readonly (string Town, string Unit)[] Streets = [("lantian", "350603003"), ("buwen", "350603001")];

    /// <summary>Puts every working day into the queue.</summary>
    public void Plan()
    {
        foreach (var (town, unit) in Streets)
        {
            var asked = 0;
            for (var back = Days; back > 0; back--)
            {
                var (day, left) = (script.Today.AddDays(-back), back <= Left);
                if (script.Calendar.OnOrAfter(day) != day) continue;
                script.At(day, 17, 40, async () =>
                {
                    foreach (var paper in await Issued(town, unit)) await Seal(town, paper, ++asked, left);
                });
            }
        }
    }

    private Task<IReadOnlyList<IssuedPaperRow>> Issued(string town, string unit) => script.As<IReadOnlyList<IssuedPaperRow>>($"{town}.officer1", async services =>
    {
        var today = script.Clock.Today();
        var rows = await services.GetRequiredService<AppDb>().Set<IssuedPaperRow>().AsNoTracking().Where(row => row.Unit == unit && row.IssuedOn == today).OrderBy(row => row.Mark).ToListAsync();
        return rows.FindAll(row => SealRules.May(new(DocumentKinds.Of(row.Kind), row.Standing)) is null);
    });

    private async Task Seal(string town, IssuedPaperRow paper, int asked, bool left)
    {
        var decision = paper.Kind == DocumentCode.PenaltyDecision;
        var id = await script.As($"{town}.officer1", services => services.GetRequiredService<AskSeal>().Run(new(paper.Mark, decision ? 4 : 3, decision, null), default));
        var row = await View(town, id);
        if (row.Stage == SealStage.Requested)
        {
            if (left && asked % 2 == 0) return;
            await script.As($"{town}.head", services => services.GetRequiredService<ApproveSeal>().Run(id, row.Version, default));
            row = await View(town, id);
        }
        if (asked == TheReturnedOne) await script.As($"{town}.seal", services => services.GetRequiredService<ReturnSeal>().Run(id, row.Version, "纸质文书缺最后一页，补齐后重新申请", default));
        else if (!left)
        {
            var spoilt = asked % 9 == 0 ? 1 : 0;
            await script.As($"{town}.seal", services => services.GetRequiredService<RegisterSeal>().Run(id, row.Version,
                new(script.Clock.GetUtcNow(), row.Copies, row.Straddle, spoilt, spoilt > 0 ? "印迹不清，当场销毁" : null, row.AskerName), default));
        }
    }

    private Task<SealRequestRow> View(string town, string id) => script.As($"{town}.officer1", services => services.GetRequiredService<ViewSeal>().Run(id, default));
}
