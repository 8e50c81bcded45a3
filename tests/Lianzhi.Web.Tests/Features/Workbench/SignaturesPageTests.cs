using System.Net;
using Lianzhi.Web.Tests.Features.Cases;

namespace Lianzhi.Web.Tests.Features.Workbench;

public sealed class SignaturesPageTests
{
    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Sign_CaseProposed_IsShownToItsHeadWithReasonAndBothWays(Database database)
    {
        await using var cases = await CaseHost.Start(database);
        Assert.Contains("今天没有要签的", await Page(cases.Head), StringComparison.Ordinal);
        var id = await cases.Propose();
        var page = await Page(cases.Head);
        Assert.Contains("批准立案", page, StringComparison.Ordinal);
        Assert.Contains($"/office/cases/{id}/steps/approve-filing", page, StringComparison.Ordinal);
        Assert.Contains($"/office/cases/{id}/steps/refuse-filing", page, StringComparison.Ordinal);
        Assert.Contains("由我签批", page, StringComparison.Ordinal);
        // Who does not sign for the subject has nothing to sign there: its officers, the area chief, another street.
        foreach (var other in new[] { cases.Officer, cases.Chief, cases.Stranger }) Assert.DoesNotContain(id, await Page(other), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_DefencePeriodRunning_ComesLaterAndThenToday()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        var early = await Page(cases.Head);
        Assert.Contains("还不能签的", early, StringComparison.Ordinal);
        Assert.Contains("陈述申辩期", early, StringComparison.Ordinal);
        Assert.DoesNotContain("steps/make-decision", early, StringComparison.Ordinal);
        await cases.At(4, 1);
        var page = await Page(cases.Head);
        Assert.Contains($"/office/cases/{id}/steps/make-decision", page, StringComparison.Ordinal);
        Assert.Contains($"/office/cases/{id}/steps/reopen-investigation", page, StringComparison.Ordinal);
    }

    private static async Task<string> Page(HttpClient person) => WebUtility.HtmlDecode(await person.GetStringAsync("/office/sign"));
}
