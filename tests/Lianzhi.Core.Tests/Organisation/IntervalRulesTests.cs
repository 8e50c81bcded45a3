using CsCheck;
using Lianzhi.Core.Organisation;
using static Lianzhi.Core.Tests.Organisation.SampleUnits;

namespace Lianzhi.Core.Tests.Organisation;

public sealed class IntervalRulesTests
{
    private static readonly Gen<Validity> Terms =
        from start in Gen.Int[0, 60]
        from length in Gen.Int[1, 30]
        from open in Gen.Int[0, 5]
        select new Validity(Day.AddDays(start), open == 0 ? null : Day.AddDays(start + length));

    [Fact]
    public void Overlaps_AnyTwoTerms_MeansSomeDayIsInBoth() =>
        Gen.Select(Terms, Terms).Sample((one, other) =>
        {
            var common = Enumerable.Range(0, 100).Any(i => one.Contains(Day.AddDays(i)) && other.Contains(Day.AddDays(i)));
            Assert.Equal(common, one.Overlaps(other));
            Assert.Equal(one.Overlaps(other), other.Overlaps(one));
        });

    [Fact]
    public void Check_TermThatMeetsTheNext_IsAllowed() =>
        Assert.Null(IntervalRules.Check(new Validity(Day, Day.AddDays(1)), [new Validity(Day.AddDays(1))], "岗位"));

    [Fact]
    public void Check_EndNotAfterBeginning_IsInvalid() =>
        Assert.Equal(RefusalKind.Invalid, IntervalRules.Check(new Validity(Day, Day), [], "岗位")?.Kind);

    [Fact]
    public void Post_SecondChiefOfAnArea_IsRefused()
    {
        var chief = new Post("p1", PostKind.AreaChief, "1", "A1", null, null, "任命", new Validity(Day));

        Assert.Equal("validity-overlaps", IntervalRules.Check(chief with { Id = "p2", OfficerId = "2" }, [chief])[0].Code);
        Assert.Empty(IntervalRules.Check(chief with { Id = "p2", OfficerId = "2", Area = "A2" }, [chief]));
        Assert.Empty(IntervalRules.Check(chief with { Validity = new Validity(Day.AddDays(1)) }, [chief]));
    }

    [Fact]
    public void Post_ActingHeadBesideAHead_IsRefusedButDeputiesAreNot()
    {
        var head = new Post("p1", PostKind.Head, "1", null, Street, null, "任命", new Validity(Day));

        Assert.NotEmpty(IntervalRules.Check(head with { Id = "p2", OfficerId = "2", Kind = PostKind.ActingHead }, [head]));
        var deputy = head with { Id = "p3", OfficerId = "3", Kind = PostKind.DeputyHead };
        Assert.Empty(IntervalRules.Check(deputy, [head, deputy with { Id = "p4", OfficerId = "4" }]));
    }

    [Fact]
    public void Post_SigningScopeForChiefOrDeputyOfTheArea_IsRefused()
    {
        var post = new Post("p1", PostKind.TownshipDeputy, "1", null, Street, "立案", "任命", new Validity(Day));

        Assert.Contains(IntervalRules.Check(post, []), refusal => refusal.Code == "post-signs-nothing");
        Assert.Empty(IntervalRules.Check(post with { Kind = PostKind.DeputyHead }, []));
    }

    [Fact]
    public void Post_OfAreaWithoutArea_IsInvalid()
    {
        Assert.Equal("area", IntervalRules.Check(new Post("p1", PostKind.AreaChief, "1", null, "cg", null, "任命", new Validity(Day)), [])[0].Field);
        Assert.Equal("unit", IntervalRules.Check(new Post("p1", PostKind.Head, "1", "A1", null, null, "任命", new Validity(Day)), [])[0].Field);
    }
}
