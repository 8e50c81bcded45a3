using System.Text;
using Lianzhi.Web.Platform.Json;

namespace Lianzhi.Web.Tests.Platform;

/// <summary>The version a program has seen comes in the body or as the header <c>If-Match</c>.</summary>
public class SeenVersionTests
{
    [Theory]
    [InlineData("{\"version\":3}", null, 3)]
    [InlineData("{\"version\":3}", "\"4\"", 3)]
    [InlineData("{}", "\"4\"", 4)]
    [InlineData("{}", "4", 4)]
    public void Version_BodyOrHeader_IsTaken(string body, string? ifMatch, long version) =>
        Assert.Equal(version, JsonBody.Parse(Encoding.UTF8.GetBytes(body), members => members.Version("version"), ifMatch).Value);

    [Theory]
    [InlineData("{}", null, "version")]
    [InlineData("{}", "abc", "If-Match")]
    [InlineData("{}", "*", "If-Match")]
    [InlineData("{}", "-1", "If-Match")]
    [InlineData("{\"version\":null}", "4", "version")]
    public void Version_MissingOrNoNumber_IsRefusedByItsName(string body, string? ifMatch, string field) =>
        Assert.Equal(field, Assert.Single(JsonBody.Parse(Encoding.UTF8.GetBytes(body), members => members.Version("version"), ifMatch).Refusals).Field);
}
