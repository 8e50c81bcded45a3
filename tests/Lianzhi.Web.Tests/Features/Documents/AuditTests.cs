using System.Net;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Organisation;
using Lianzhi.Web.Tests.Features.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Documents;

public sealed class AuditTests
{
    [Fact]
    public async Task Audit_OfANoticedCase_SaysTheSameOnPageAndInTheApi()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        var audit = await (await cases.Officer.GetAsync($"/api/v1/cases/{id}/audit")).Json();
        var page = WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/cases/{id}/audit"));
        Assert.Equal(0, audit.GetProperty("serious").GetInt32());
        var items = audit.GetProperty("items").EnumerateArray().ToList();
        Assert.All(items, item => Assert.Contains(item.GetProperty("title").GetString()!, page, StringComparison.Ordinal));
        Assert.Equal("passed", items.Single(item => item.GetProperty("code").GetString() == "officers-certified").GetProperty("verdict").GetString());
        Assert.Equal("notConcerned", items.Single(item => item.GetProperty("code").GetString() == "performed").GetProperty("verdict").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await cases.Stranger.GetAsync($"/api/v1/cases/{id}/audit")).StatusCode);
        Assert.Contains($"/office/cases/{id}/audit", await cases.Officer.GetStringAsync($"/office/cases/{id}?tab=documents"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_WhenACertificateWasSuspendedOnTheDay_SaysSoAndLinksToTheRecord()
    {
        await using var cases = await CaseHost.Start();
        var id = await cases.Noticed();
        await cases.Host.Within(async services =>
        {
            var certificate = await services.GetRequiredService<AppDb>().Set<CertificateRow>().SingleAsync(row => row.OfficerId == cases.SecondOfficer);
            Assert.True((await services.GetRequiredService<ChangeCertificate>().Run(certificate.Id, certificate.Version, CertificateAct.Suspend, new DateOnly(2026, 3, 1), "年度考核不合格", CancellationToken.None)).IsOk);
            return 0;
        });
        var page = WebUtility.HtmlDecode(await cases.Officer.GetStringAsync($"/office/cases/{id}/audit"));
        Assert.Contains("重大问题", page, StringComparison.Ordinal);
        Assert.Contains($"/office/cases/{id}/documents/inspection-record/0", page, StringComparison.Ordinal);
    }
}
