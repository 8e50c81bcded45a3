using Lianzhi.Core.Access;

namespace Lianzhi.Core.Tests;

public class AccessRulesTests
{
    private static readonly UseCase Graded = new("test.graded", "测试", Audience.Granted,
        [new Grant(Role.Officer, Reach.Assigned), new Grant(Role.BrigadeLeader, Reach.Unit), new Grant(Role.AreaChief, Reach.Area), new Grant(Role.JusticeSupervisor, Reach.District)]);

    private static readonly Placement Lantian = Placement.Of("350603003", "A1", "officer-1");

    private static Actor With(Role role, string? unit, string? area, string? officer = null) => new("account", "某人", officer, [new Assignment(role, unit, area)]);

    public static TheoryData<Role, string?, string?, string?, bool> Cells => new()
    {
        { Role.Officer, "350603003", "A1", "officer-1", true },
        { Role.Officer, "350603003", "A1", "officer-2", false },
        { Role.BrigadeLeader, "350603003", "A1", null, true },
        { Role.BrigadeLeader, "350603001", "A1", null, false },
        { Role.AreaChief, null, "A1", null, true },
        { Role.AreaChief, null, "A2", null, false },
        { Role.JusticeSupervisor, "sf", null, null, true },
        { Role.Administrator, null, null, null, false },
    };

    [Theory, MemberData(nameof(Cells))]
    public void Check_RoleAndPlace_DecidesByReach(Role role, string? unit, string? area, string? officer, bool allowed) =>
        Assert.Equal(allowed, AccessRules.Check(With(role, unit, area, officer), Graded, Lantian) is null);

    [Fact]
    public void Check_NobodySignedIn_Asks401() => Assert.Equal(RefusalKind.Unauthenticated, AccessRules.Check(Actor.Public, Graded)!.Kind);

    [Fact]
    public void ScopeOf_SeveralRoles_IsTheirUnion()
    {
        var actor = new Actor("account", "某人", "officer-1", [new(Role.Officer, "350603003", "A1"), new(Role.BrigadeLeader, "350603004", "A2"), new(Role.AreaChief, null, "A1")]);
        var scope = AccessRules.ScopeOf(actor, Graded);
        Assert.False(scope.Everything);
        Assert.Equal(["350603004"], scope.Units);
        Assert.Equal(["A1"], scope.Areas);
        Assert.Equal(["account", "officer-1"], scope.AssignedTo);
    }

    [Fact]
    public void Table_Administrator_ReachesNoCaseClueEvidenceDocumentOrRecord()
    {
        var secret = new[] { "cases.", "clues.", "evidence.", "documents.", "record.", "reviews." };
        var reached = AccessTable.All.Values.Where(useCase => secret.Any(prefix => useCase.Name.StartsWith(prefix, StringComparison.Ordinal)))
            .Where(useCase => useCase.Audience == Audience.SignedIn || useCase.Grants.Any(grant => grant.Role == Role.Administrator));
        Assert.Empty(reached.Select(useCase => useCase.Name));
    }
}
