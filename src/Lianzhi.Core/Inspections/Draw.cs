using System.Buffers.Binary;
using Lianzhi.Core.Records;

namespace Lianzhi.Core.Inspections;

/// <summary>A target that may be drawn.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Stratum">Name of its stratum.</param>
/// <param name="Weight">Its weight, 1 to 1000: the higher the risk, the likelier.</param>
public sealed record DrawTarget(string Id, string Stratum, int Weight);

/// <summary>A part of the targets from which so many are drawn (分层).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Count">How many are drawn.</param>
/// <param name="Crew">Officers for each, two or more; 0 when officers are not drawn.</param>
/// <param name="Subject">In whose name they inspect.</param>
public sealed record DrawStratum(string Name, int Count, int Crew, string Subject);

/// <summary>An officer who may be drawn.</summary>
/// <param name="Id">Id.</param>
/// <param name="Subject">In whose name the officer may act.</param>
public sealed record DrawOfficer(string Id, string Subject);

/// <summary>An officer who must not inspect a target (回避).</summary>
/// <param name="Officer">The officer.</param>
/// <param name="Target">The target; null: none at all.</param>
public sealed record DrawConflict(string Officer, string? Target)
{
    /// <summary>On what ground; null in older files, and where a board holds it.</summary>
    public DrawConflictGround? Ground { get; init; }

    /// <summary>Post of the head who decided, never a name: the file is published.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Where it comes from; null in older files.</summary>
    public DrawConflictSource? Source { get; init; }
}

/// <summary>Why an officer keeps out (回避事由，行政处罚法 第四十三条).</summary>
public enum DrawConflictGround
{
    /// <summary>有直接利害关系.</summary>
    DirectInterest,

    /// <summary>有其他关系可能影响公正执法.</summary>
    OtherRelation,
}

/// <summary>Where a recusal that bars somebody from a draw comes from (回避来源).</summary>
public enum DrawConflictSource
{
    /// <summary>设定抽取时申报.</summary>
    Draw,

    /// <summary>此前在调度中申报.</summary>
    Board,
}

/// <summary>Everything a draw decides on (抽取依据), besides the seed. The order of the lists counts.</summary>
/// <param name="Title">What is drawn.</param>
/// <param name="Strata">Strata, drawn one after another.</param>
/// <param name="Targets">Targets.</param>
/// <param name="Officers">Officers.</param>
/// <param name="Conflicts">Who must not inspect what.</param>
public sealed record DrawInput(
    string Title, IReadOnlyList<DrawStratum> Strata, IReadOnlyList<DrawTarget> Targets, IReadOnlyList<DrawOfficer> Officers, IReadOnlyList<DrawConflict> Conflicts);

/// <summary>A target drawn, with its officers in the order drawn.</summary>
public sealed record Drawn(string Target, string Stratum, IReadOnlyList<string> Officers);

/// <summary>
/// The draw of targets and officers (双随机抽取): from the same input and seed everybody draws the same. The method is
/// described in docs/draw.md so that it can be repeated without this code.
/// </summary>
public static class Draw
{
    /// <summary>Bytes of a seed.</summary>
    public const int SeedBytes = 32;

    private static readonly Basis Article = "优化营商环境条例 第五十四条（随机抽取检查对象、随机选派执法检查人员）";

    /// <summary>Draws.</summary>
    /// <param name="input">What is drawn from.</param>
    /// <param name="seed">32 random bytes.</param>
    /// <param name="hash">SM3.</param>
    /// <returns>What was drawn, or why nothing can be: a stratum too small, too few officers for a target.</returns>
    public static Result<IReadOnlyList<Drawn>> Run(DrawInput input, ReadOnlySpan<byte> seed, HashFunction hash)
    {
        if (seed.Length != SeedBytes) return Refusal.Invalid("seed", $"种子应当是 {SeedBytes} 个字节。");
        var random = new Numbers(seed.ToArray(), hash);
        var (drawn, busy) = (new List<Drawn>(), new Dictionary<string, int>(StringComparer.Ordinal));
        var barred = input.Conflicts.Select(conflict => (conflict.Officer, conflict.Target)).ToHashSet();
        foreach (var stratum in input.Strata)
        {
            var left = input.Targets.Where(target => target.Stratum == stratum.Name).ToList();
            if (left.Count < stratum.Count)
                return new Refusal("stratum-too-small", $"“{stratum.Name}”只有{left.Count}个对象，不足抽取数{stratum.Count}。", Article);
            for (var turn = 0; turn < stratum.Count; turn++)
            {
                var target = TakeWeighted(left, random);
                var crew = new List<string>();
                while (crew.Count < stratum.Crew)
                {
                    var able = input.Officers.Where(officer => officer.Subject == stratum.Subject && !crew.Contains(officer.Id) && !barred.Contains((officer.Id, null)) && !barred.Contains((officer.Id, target.Id))).ToList();
                    if (able.Count == 0)
                        return new Refusal("draw-crew-short", $"“{target.Id}”没有足够的人员可以抽取：需要{stratum.Crew}名，回避后只有{crew.Count}名。", "行政处罚法 第四十二条、第四十三条");
                    // Among those who were drawn least often so far.
                    var least = able.Min(officer => busy.GetValueOrDefault(officer.Id));
                    able.RemoveAll(officer => busy.GetValueOrDefault(officer.Id) > least);
                    var chosen = able[(int)random.Below((ulong)able.Count)].Id;
                    crew.Add(chosen);
                    busy[chosen] = least + 1;
                }
                drawn.Add(new(target.Id, stratum.Name, crew));
            }
        }
        return drawn;
    }

    /// <summary>
    /// Null when the draw succeeds by any seed: each target that can be drawn has officers enough who are not barred from it. Asked before the commitment, for a draw that
    /// fails by some seeds only could be tried until it leaves a certain target out.
    /// </summary>
    /// <param name="input">What is drawn from.</param>
    /// <param name="nameOf">Names of targets, by id.</param>
    public static Refusal? Certain(DrawInput input, Func<string, string> nameOf)
    {
        var barred = input.Conflicts.Select(conflict => (conflict.Officer, conflict.Target)).Distinct().ToList();
        var nowhere = barred.Where(one => one.Target is null).Select(one => one.Officer).ToHashSet(StringComparer.Ordinal);
        var barredFrom = barred.Where(one => one.Target is not null && !nowhere.Contains(one.Officer)).ToLookup(one => one.Target!, one => one.Officer, StringComparer.Ordinal);
        foreach (var stratum in input.Strata.Where(stratum => stratum.Count > 0))
        {
            var (targets, able) = (input.Targets.Where(target => target.Stratum == stratum.Name).ToList(), input.Officers.Where(officer => officer.Subject == stratum.Subject && !nowhere.Contains(officer.Id)).Select(officer => officer.Id).ToHashSet(StringComparer.Ordinal));
            if (targets.Count < stratum.Count) return new("stratum-too-small", $"“{stratum.Name}”只有{targets.Count}个对象，不足抽取数{stratum.Count}。", Article, "count");
            var shortOf = targets.FindAll(target => able.Count - barredFrom[target.Id].Count(able.Contains) < stratum.Crew);
            if (shortOf is [var first, ..])
                return new("draw-crew-short", $"“{nameOf(first.Id)}”{(shortOf.Count > 1 ? $"等{shortOf.Count}个对象" : "")}没有足够的人员可以抽取：需要{stratum.Crew}名，回避后只有{able.Count - barredFrom[first.Id].Count(able.Contains)}名。范围内的每一个对象都应当有人可抽，请增加人员；确有回避致无人可派的，先将该对象移出范围、另行安排检查。", "行政处罚法 第四十二条、第四十三条", "conflicts");
        }
        return null;
    }

    /// <summary>The ground in words (回避事由).</summary>
    public static string NameOf(DrawConflictGround ground) => ground == DrawConflictGround.DirectInterest ? "有直接利害关系" : "有其他关系可能影响公正执法";

    private static DrawTarget TakeWeighted(List<DrawTarget> left, Numbers random)
    {
        var at = random.Below((ulong)left.Sum(target => (long)target.Weight));
        for (var index = 0; ; index++)
        {
            var target = left[index];
            if (at < (ulong)target.Weight)
            {
                left.RemoveAt(index);
                return target;
            }
            at -= (ulong)target.Weight;
        }
    }

    /// <summary>Random numbers: block n is the hash of the seed followed by n as eight bytes, highest first; each block gives four numbers of eight bytes.</summary>
    private sealed class Numbers(byte[] seed, HashFunction hash)
    {
        private byte[] block = [];
        private int used;
        private ulong number;

        /// <summary>A number below a bound, each as likely: numbers at or above the largest multiple of the bound are passed over.</summary>
        public ulong Below(ulong bound)
        {
            var largest = ulong.MaxValue - (ulong.MaxValue % bound);
            while (true)
                if (Next() is var next && next < largest) return next % bound;
        }

        private ulong Next()
        {
            if (used == block.Length)
            {
                var input = new byte[seed.Length + sizeof(ulong)];
                seed.CopyTo(input, 0);
                BinaryPrimitives.WriteUInt64BigEndian(input.AsSpan(seed.Length), number++);
                (block, used) = (hash(input), 0);
            }
            used += sizeof(ulong);
            return BinaryPrimitives.ReadUInt64BigEndian(block.AsSpan(used - sizeof(ulong)));
        }
    }
}
