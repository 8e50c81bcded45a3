using System.Security.Cryptography;
using CsCheck;
using Lianzhi.Core.Inspections;

namespace Lianzhi.Core.Tests.Inspections;

/// <summary>The draw is fair, keeps recusals and crews, and can be repeated. Any hash serves here; the platform hands SM3 in.</summary>
public sealed class DrawTests
{
    private static readonly Gen<DrawInput> Inputs = Gen.Select(Gen.Int[1, 3], Gen.Int[1, 9].Array[1, 30], Gen.Int[0, 6], Gen.Int[0, 3], Gen.Int[0, 200].Array[0, 20], (strata, weights, officers, crew, conflicts) =>
    {
        var targets = weights.Select((weight, index) => new DrawTarget($"t{index}", $"s{index % strata}", weight)).ToList();
        return new DrawInput("draw",
            [.. Enumerable.Range(0, strata).Select(index => new DrawStratum($"s{index}", targets.Count(target => target.Stratum == $"s{index}") / 2, crew == 1 ? 2 : crew, $"u{index % 2}"))],
            targets, [.. Enumerable.Range(0, officers).Select(index => new DrawOfficer($"o{index}", $"u{index % 2}"))],
            [.. conflicts.Select(one => new DrawConflict($"o{one % 7}", one % 5 == 0 ? null : $"t{one % 31}"))]);
    });

    [Fact]
    public void Run_AnyInput_KeepsCountsCrewsAndRecusals() => Gen.Select(Inputs, Gen.Byte.Array[Draw.SeedBytes]).Sample((input, seed) =>
    {
        var drawn = Draw.Run(input, seed, SHA256.HashData);
        if (!drawn.IsOk) return drawn.Refusals[0].Code is "draw-crew-short" or "stratum-too-small";
        var again = Draw.Run(input, seed, SHA256.HashData).Value!;
        return input.Strata.All(stratum => drawn.Value.Count(one => one.Stratum == stratum.Name) == stratum.Count)
            && drawn.Value.Select(one => one.Target).Distinct().Count() == drawn.Value.Count
            && drawn.Value.All(one => input.Targets.Any(target => target.Id == one.Target && target.Stratum == one.Stratum))
            && drawn.Value.All(one => one.Officers.Distinct().Count() == input.Strata.First(stratum => stratum.Name == one.Stratum).Crew)
            && drawn.Value.All(one => one.Officers.All(officer => input.Officers.Any(able => able.Id == officer && able.Subject == input.Strata.First(stratum => stratum.Name == one.Stratum).Subject)
                && !input.Conflicts.Any(conflict => conflict.Officer == officer && (conflict.Target is null || conflict.Target == one.Target))))
            && again.Zip(drawn.Value).All(pair => pair.First.Target == pair.Second.Target && pair.First.Officers.SequenceEqual(pair.Second.Officers));
    });

    /// <summary>Whether a draw succeeds must not depend on the seed: else it is committed to again until it leaves a target out.</summary>
    [Fact]
    public void Certain_AnyInput_PassesOnlyWhatEachSeedDraws() => Gen.Select(Inputs, Gen.Byte.Array[Draw.SeedBytes].Array[8]).Sample((input, seeds) =>
        Draw.Certain(input, target => target) is null ? seeds.All(seed => Draw.Run(input, seed, SHA256.HashData).IsOk) : input.Strata.Any(stratum => stratum.Count > 0));

    [Fact]
    public void Certain_OneTargetWithoutOfficers_IsRefusedThoughMostSeedsDraw()
    {
        var input = new DrawInput("draw", [new("s", 1, 2, "u")], [new("x", "s", 1), new("y", "s", 1)], [new("o1", "u"), new("o2", "u")], [new("o2", "x")]);
        Assert.Contains(Enumerable.Range(0, 20), number => Draw.Run(input, [.. Enumerable.Repeat((byte)number, Draw.SeedBytes)], SHA256.HashData).IsOk);
        var refused = Draw.Certain(input, target => target == "x" ? "甲店" : target);
        Assert.Equal("draw-crew-short", refused?.Code);
        Assert.Contains("甲店", refused!.Message, StringComparison.Ordinal);
        Assert.Null(Draw.Certain(input with { Officers = [.. input.Officers, new("o3", "u")] }, target => target));
    }

    [Fact]
    public void Run_ManySeeds_DrawsByWeight()
    {
        var input = new DrawInput("draw", [new("s", 1, 0, "")], [new("low", "s", 1), new("high", "s", 4)], [], []);
        var high = Enumerable.Range(0, 2_000).Count(number =>
        {
            var seed = new byte[Draw.SeedBytes];
            BitConverter.TryWriteBytes(seed, number);
            return Draw.Run(input, seed, SHA256.HashData).Value![0].Target == "high";
        });
        Assert.InRange(high, 1_520, 1_680);
    }

    [Fact]
    public void Run_TooFewOfficersLeft_NamesTheTarget()
    {
        var input = new DrawInput("draw", [new("s", 1, 2, "u")], [new("t", "s", 1)], [new("o1", "u"), new("o2", "u")], [new("o2", "t")]);
        Assert.Equal("draw-crew-short", Draw.Run(input, new byte[Draw.SeedBytes], SHA256.HashData).Refusals[0].Code);
        Assert.Equal("stratum-too-small", Draw.Run(input with { Strata = [new("s", 2, 0, "")] }, new byte[Draw.SeedBytes], SHA256.HashData).Refusals[0].Code);
        Assert.Equal(RefusalKind.Invalid, Draw.Run(input, new byte[5], SHA256.HashData).Refusals[0].Kind);
    }
}
