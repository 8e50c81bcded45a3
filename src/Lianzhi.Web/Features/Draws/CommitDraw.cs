using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Inspections;
using Lianzhi.Core.Organisation;
using Lianzhi.Planner.Plans;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Dispatch;
using Lianzhi.Web.Features.Targets;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Crypto;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Draws;

/// <summary>What is to be drawn.</summary>
/// <param name="Area">The area.</param>
/// <param name="Title">Title.</param>
/// <param name="Subject">Department, or township, in whose name is inspected.</param>
/// <param name="Sector">Line of business; empty: all.</param>
/// <param name="Count">How many targets.</param>
/// <param name="Recused">Ids of officers who declared a recusal.</param>
/// <param name="Conflicts">Officers who must not inspect a certain target, named by its id, credit code or full name, each with its ground.</param>
/// <param name="RecusedGround">On what ground those of <paramref name="Recused"/> keep out of the whole draw.</param>
/// <param name="DecidedBy">Post of the head who decided on the recusals; published, so never a name.</param>
public sealed record DrawOrder(string? Area, string? Title, string? Subject, string? Sector, int? Count, IReadOnlyList<string> Recused, IReadOnlyList<DrawConflict> Conflicts,
    DrawConflictGround? RecusedGround = null, string? DecidedBy = null);

/// <summary>
/// Freezes who and what may be drawn and commits to a seed (设定双随机抽取): the hash of the input and of the seed are on record
/// before anybody can know the outcome. Townships are the strata, each with its share; weights go by risk.
/// </summary>
public sealed class CommitDraw(UseCaseRunner runner, AppDb db, FileStore files, RecusalBook recusals, Snapshot<OrganisationRegister> organisation, Entropy entropy, TimeProvider time)
{
    private const int MostDrawn = 500;
    private const int Crew = 2;
    private const int LongestPost = 40;

    /// <summary>Commits to it.</summary>
    public Task<Result<string>> Run(DrawOrder order, CancellationToken cancel) => runner.Write<string>(AccessTable.CommitDraw, null, async () =>
    {
        var (day, faults) = (organisation.Current.AsOf(time.Today()), new List<Refusal>());
        if (day.Areas.All(area => area.Id != order.Area)) faults.Add(Refusal.Invalid("area", "请选择片区。"));
        else if (runner.Check(AccessTable.CommitDraw, new Placement(null, order.Area, [])) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(order.Title) || order.Title.Length > 100) faults.Add(Refusal.Invalid("title", "请填写名称，不超过100字。"));
        var townships = day.TownshipsOf(order.Area ?? "").Where(township => order.Subject == township.Code || day.Township(order.Subject ?? "") is null).ToList();
        if (order.Subject is null || (day.Township(order.Subject) is null && day.Department(order.Subject) is not { Enforces: true }) || townships.Count == 0) faults.Add(Refusal.Invalid("subject", "请选择检查主体：部门，或者本片区的镇（街道）。"));
        if (order.Count is not (>= 1 and <= MostDrawn)) faults.Add(Refusal.Invalid("count", $"抽取数应当是 1 至 {MostDrawn}。"));
        // Whom a recusal keeps out decides whom the draw can name: each says why, and who let it stand.
        if (order.Recused.Count > 0 && order.RecusedGround is null) faults.Add(Refusal.Invalid("recusedGround", "请选择申报回避的事由。"));
        if (order.Conflicts.Any(conflict => conflict.Ground is null)) faults.Add(Refusal.Invalid("conflicts", "请逐一选择对该对象回避的事由。"));
        if (order.Recused.Count + order.Conflicts.Count > 0 && (string.IsNullOrWhiteSpace(order.DecidedBy) || order.DecidedBy.Length > LongestPost)) faults.Add(Refusal.Invalid("decidedBy", $"请填写决定回避的负责人职务，不超过{LongestPost}字。"));
        if (faults.Count > 0) return faults;
        var codes = townships.ConvertAll(township => township.Code);
        var targets = (await db.Set<TargetRow>().AsNoTracking().Where(row => codes.Contains(row.Township) && row.MergedInto == null && row.Status == TargetStatus.Operating).OrderBy(row => row.Id).ToListAsync(cancel))
            .Where(row => string.IsNullOrEmpty(order.Sector) || row.Sectors.Split('|').Contains(order.Sector)).ToList();
        if (targets.Count < order.Count) return new Refusal("stratum-too-small", $"符合条件的检查对象只有{targets.Count}个，不足抽取数{order.Count}。", "优化营商环境条例 第五十四条", "count");
        var officers = day.Officers.Where(officer => CrewRules.Member(order.Subject!, officer.Id, day, new CrewPolicy()).IsOk).Select(officer => new DrawOfficer(officer.Id, order.Subject!)).ToList();
        var strata = Shares(townships, targets, order.Count!.Value).Select(share => new DrawStratum(share.Name, share.Count, Crew, order.Subject!)).ToList();
        if (order.Conflicts.Any(conflict => conflict.Target is { } named && Find(targets, named) is null)) return Refusal.Invalid("conflicts", "回避的对象不在抽取范围内，或者有同名对象：请填写统一社会信用代码或者对象全称。");
        var places = targets.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        var known = (await recusals.OfOfficers([.. officers.Select(officer => officer.Id)], cancel)).Where(recusal => places.Contains(recusal.Matter)).Select(recusal => new DrawConflict(recusal.Officer, recusal.Matter) { Source = DrawConflictSource.Board });
        var decided = order.DecidedBy?.Trim();
        var input = new DrawInput(order.Title!.Trim(), strata, [.. targets.Select(row => new DrawTarget(row.Id, day.UnitName(row.Township), Weight(row.Risk)))], officers,
            [
                .. order.Recused.Distinct().Select(officer => new DrawConflict(officer, null) { Ground = order.RecusedGround, DecidedBy = decided, Source = DrawConflictSource.Draw }),
                .. order.Conflicts.Select(conflict => new DrawConflict(conflict.Officer, conflict.Target is { } named ? Find(targets, named)!.Id : null) { Ground = conflict.Ground, DecidedBy = decided, Source = DrawConflictSource.Draw }).Concat(known).Distinct(),
            ]);
        if (input.Conflicts.Any(conflict => officers.TrueForAll(officer => officer.Id != conflict.Officer))) return Refusal.Invalid("conflicts", "回避的人员不在抽取范围内。");
        // What is committed to is drawn by any seed, so that nobody commits again until a certain target is left out.
        if (Draw.Certain(input, target => targets.Find(row => row.Id == target)!.Name) is { } uncertain) return uncertain;
        var seed = entropy.Bytes(Draw.SeedBytes);
        var stored = await files.Store(DrawFile.Write(input), "application/json", cancel);
        var id = entropy.NewId(time.GetUtcNow());
        db.Add(new DrawRow
        {
            Id = id,
            Area = order.Area!,
            Title = order.Title.Trim(),
            Subject = order.Subject!,
            InputHash = stored.Hash,
            Commitment = Convert.ToHexStringLower(Sm3.Hash(seed)),
            CommittedOn = time.Today(),
            Count = order.Count.Value,
            Population = targets.Count,
        });
        db.Add(new DrawSecretRow { DrawId = id, Seed = Convert.ToHexStringLower(seed) });
        return id;
    }, cancel);

    /// <summary>The one target of an id, a credit code or a full name; null for none, and for several.</summary>
    private static TargetRow? Find(List<TargetRow> targets, string named) => targets.Find(row => row.Id == named) ?? (targets.FindAll(row => row.CreditCode == named || row.Name == named) is [var only] ? only : null);

    private static int Weight(RiskGrade risk) => risk switch { RiskGrade.High => 4, RiskGrade.Medium => 2, _ => 1 };

    /// <summary>Each township's share by its number of targets, the largest remainders rounded up.</summary>
    private static List<(string Name, int Count)> Shares(List<Township> townships, List<TargetRow> targets, int count)
    {
        var shares = townships.ConvertAll(township => (township.Name, Own: targets.Count(row => row.Township == township.Code)));
        var given = shares.ConvertAll(share => (share.Name, Count: count * share.Own / targets.Count, Remainder: count * share.Own % targets.Count));
        var left = count - given.Sum(share => share.Count);
        var rounded = given.Select((share, index) => (share.Remainder, index)).OrderByDescending(pair => pair.Remainder).ThenBy(pair => pair.index).Take(left).Select(pair => pair.index).ToHashSet();
        return [.. given.Select((share, index) => (share.Name, share.Count + (rounded.Contains(index) ? 1 : 0)))];
    }
}

/// <summary>Draws, and publishes the seed with what was drawn (双随机抽取并公布).</summary>
public sealed class RunDraw(UseCaseRunner runner, AppDb db, FileStore files, Snapshot<OrganisationRegister> organisation, Entropy entropy, TimeProvider time)
{
    /// <summary>Draws.</summary>
    public Task<Result<string>> Run(string id, long? version, CancellationToken cancel) => runner.Write<string>(AccessTable.RunDraw, null, async () =>
    {
        if (await db.Set<DrawRow>().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } draw) return Refusal.NotFound();
        if (runner.Check(AccessTable.RunDraw, draw.Placement) is { } refusal) return refusal;
        if (draw.Seed is not null) return new Refusal("already-drawn", "已经抽取并公布，不能重抽。", "优化营商环境条例 第五十四条");
        if (draw.Version != version) return Refusal.Stale(draw.Version);
        var secret = await db.Set<DrawSecretRow>().SingleAsync(row => row.DrawId == id, cancel);
        var seed = Convert.FromHexString(secret.Seed);
        var input = DrawFile.Read((await files.Read(draw.InputHash, cancel))!).Value!;
        var drawn = Draw.Run(input, seed, Sm3.Hash);
        (draw.Seed, draw.DrawnOn) = (secret.Seed, time.Today());
        db.Remove(secret);
        // A commitment that cannot be drawn is explained all the same: seed and input are published, and say why to everybody.
        if (!drawn.IsOk) return id;
        var (day, ids) = (organisation.Current.AsOf(draw.CommittedOn), drawn.Value.Select(one => one.Target).ToList());
        var names = await db.Set<TargetRow>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
        for (var place = 0; place < drawn.Value.Count; place++)
            db.Add(new DrawnRow
            {
                Id = entropy.NewId(time.GetUtcNow()),
                DrawId = id,
                Place = place + 1,
                TargetId = drawn.Value[place].Target,
                TargetName = names[drawn.Value[place].Target],
                Stratum = drawn.Value[place].Stratum,
                Officers = string.Join('|', drawn.Value[place].Officers),
                OfficerNames = string.Join('、', drawn.Value[place].Officers.Select(officer => day.Officer(officer)?.Name ?? officer)),
            });
        return id;
    }, cancel);
}
