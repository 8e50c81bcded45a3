using System.Net;
using Lianzhi.Core.Access;

namespace Lianzhi.Web.Tests.Platform;

/// <summary>What every list takes and refuses in its address.</summary>
public class ListTests
{
    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task List_NulInItsFilter_IsBadInput(Database database)
    {
        await using var host = await TestHost.Start(database);
        var client = await host.SignedIn(new Assignment(Role.BrigadeLeader, "350603003", "A1"));
        foreach (var list in (string[])["cases", "clues", "officers", "items", "public/decisions"])
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync($"/api/v1/{list}?q=a%00b")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/api/v1/{list}?q=%ED%A0%80")).StatusCode);
        }
    }

    [Fact]
    public async Task Cursor_OfAnotherList_IsBadInput()
    {
        await using var host = await TestHost.Start();
        var client = await host.SignedIn(new Assignment(Role.BrigadeLeader, "350603003", "A1"));
        string[] lists = ["areas", "townships", "departments", "items", "cases", "clues", "complaints", "officers", "rosters", "disclosures", "public/decisions"];
        foreach (var list in (string[])["areas", "townships", "departments", "items"])
        {
            var next = (await (await client.GetAsync($"/api/v1/{list}?limit=1")).Json()).GetProperty("next").GetString();
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/api/v1/{list}?limit=1&after={next}")).StatusCode);
            foreach (var other in lists.Where(other => other != list))
                Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync($"/api/v1/{other}?after={next}")).StatusCode);
        }
    }
}
