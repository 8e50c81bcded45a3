using CsCheck;

namespace Lianzhi.Core.Tests;

public class IdsTests
{
    [Fact]
    public void Make_LaterInstant_SortsLater() =>
        Gen.Select(Gen.Long[0, 4_000_000_000_000], Gen.Long[0, 4_000_000_000_000], Gen.Byte.Array[10], Gen.Byte.Array[10]).Sample((first, second, random, other) =>
            first == second || Math.Sign(string.CompareOrdinal(
                Ids.Make(DateTimeOffset.FromUnixTimeMilliseconds(first), random),
                Ids.Make(DateTimeOffset.FromUnixTimeMilliseconds(second), other))) == Math.Sign(first.CompareTo(second)));

    [Fact]
    public void Make_KnownInput_GivesKnownId() =>
        Assert.Equal("01m4ccyj000000000000000000", Ids.Make(new DateTimeOffset(2026, 10, 8, 0, 0, 0, TimeSpan.Zero), new byte[10]));
}
