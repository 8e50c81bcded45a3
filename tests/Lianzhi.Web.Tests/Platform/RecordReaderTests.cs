using System.Text;
using Lianzhi.Core;
using Lianzhi.Core.Calendar;
using Lianzhi.Web.Platform.Json;
using Microsoft.AspNetCore.Http;

namespace Lianzhi.Web.Tests.Platform;

/// <summary>Bodies read as records are as exact as those read member by member.</summary>
public sealed class RecordReaderTests
{
    private sealed record Inner(DateOnly On);

    private sealed record Sample(string Name, PeriodUnit Unit, int Count, Inner? Inner, IReadOnlyList<Inner>? List);

    [Theory]
    [InlineData("""{"name":"a","unit":"day","count":1,"more":1}""", "more")]
    [InlineData("""{"name":"a","unit":"day","count":1,"Name":"b"}""", "Name")]
    [InlineData("""{"name":"a","name":"b","unit":"day","count":1}""", "name")]
    [InlineData("""{"name":null,"unit":"day","count":1}""", "name")]
    [InlineData("""{"name":"a\u0000","unit":"day","count":1}""", "name")]
    [InlineData("""{"name":"\ud800","unit":"day","count":1}""", "name")]
    [InlineData("""{"name":"a","unit":"Day","count":1}""", "unit")]
    [InlineData("""{"name":"a","unit":1,"count":1}""", "unit")]
    [InlineData("""{"name":"a","unit":"day","count":"1"}""", "count")]
    [InlineData("""{"name":"a","unit":"day","count":1.5}""", "count")]
    [InlineData("""{"name":"a","unit":"day","count":1,"list":[{"on":"2026-01-01"},{"on":"x"}]}""", "list[1].on")]
    [InlineData("""{"name":"a","unit":"day","count":1,"inner":{"on":"2026-01-01","on":"2026-01-01"}}""", "inner.on")]
    [InlineData("null", "$")]
    [InlineData("", "$")]
    public async Task ReadRecord_FaultInOneMember_IsRefusedByItsName(string json, string member)
    {
        var result = await Request(json, "application/json").ReadRecord<Sample>();
        Assert.Equal(member, Assert.Single(result.Refusals).Field);
        Assert.Equal(RefusalKind.Invalid, result.Refusals[0].Kind);
    }

    [Fact]
    public async Task ReadRecord_GoodBody_IsTaken()
    {
        var result = await Request("""{"count":3,"unit":"workingDay","name":"龙文","inner":{"on":"2026-10-08"}}""", "application/json").ReadRecord<Sample>();
        Assert.Equal(new Sample("龙文", PeriodUnit.WorkingDay, 3, new(new(2026, 10, 8)), null), result.Value);
    }

    [Theory]
    [InlineData("text/plain", 1000, 415)]
    [InlineData("application/json", 10, 413)]
    public async Task ReadRecord_WrongTypeOrTooLarge_HasItsOwnStatus(string type, int limit, int status)
    {
        var fault = await Assert.ThrowsAsync<BadHttpRequestException>(() => Request("""{"name":"a","unit":"day","count":1}""", type).ReadRecord<Sample>(limit));
        Assert.Equal(status, fault.StatusCode);
    }

    private static HttpRequest Request(string json, string type)
    {
        var request = new DefaultHttpContext().Request;
        request.ContentType = type;
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return request;
    }
}
