using System.Net;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Inspections;
using Lianzhi.Web.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Lianzhi.Web.Tests.Features.Inspections.InspectionHost;

namespace Lianzhi.Web.Tests.Features.Inspections;

/// <summary>Photos of what was found at a line of the checklist.</summary>
public sealed class InspectionPhotoTests
{
    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Photo_AttachedToALine_IsKeptAndShownToWhoMaySee(Database database)
    {
        await using var inspections = await InspectionHost.Start(database);
        var id = await inspections.Started();
        var path = $"/api/v1/inspections/{id}/items/1/photos";
        await Done(inspections.People.Officer.PostAsync(path, new ByteArrayContent(Photo)));
        Assert.Equal(Photo, await inspections.People.Officer.GetByteArrayAsync($"{path}/1"));
        // The same photo again is the same photo.
        await Done(inspections.People.Officer.PostAsync(path, new ByteArrayContent(Photo)));
        var row = await inspections.Host.Within(services => services.GetRequiredService<AppDb>().Set<InspectionPhotoRow>().AsNoTracking().SingleAsync());
        var used = await inspections.Host.Within(async services =>
        {
            var found = new List<string>();
            foreach (var users in services.GetServices<FilesInUse>()) found.AddRange(await users([row.Hash], default));
            return found;
        });
        Assert.Equal([row.Hash], used);
        Assert.Equal(HttpStatusCode.NotFound, (await inspections.People.Officer.GetAsync($"{path}/2")).StatusCode);
        using var stranger = await inspections.Host.SignedIn(new Core.Access.Assignment(Core.Access.Role.Officer, "350603103", "A2"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{path}/1")).StatusCode);
        Assert.NotEqual(HttpStatusCode.Created, (await stranger.PostAsync(path, new ByteArrayContent(Photo))).StatusCode);
    }

    [Fact]
    public async Task Photo_OfNoLineNoPhotoTooManyOrSignedAlready_IsRefused()
    {
        await using var inspections = await InspectionHost.Start();
        var id = await inspections.Started();
        var officer = inspections.People.Officer;
        Task<HttpResponseMessage> Add(int position, params byte[] content) => officer.PostAsync($"/api/v1/inspections/{id}/items/{position}/photos", new ByteArrayContent(content));
        Assert.Contains("\"position\"", await Refused(Add(99, Photo)), StringComparison.Ordinal);
        Assert.Contains("\"files\"", await Refused(Add(1, 1, 2, 3)), StringComparison.Ordinal);
        for (byte one = 0; one < AddInspectionPhotos.Most; one++) await Done(Add(1, [.. Photo, one]));
        Assert.Contains("每项最多", await Refused(Add(1, Photo)), StringComparison.Ordinal);
        await Done(Step(officer, id, "check", new { items = new object[] { new { position = 1, finding = "fails", note = "通道堆放生活垃圾约2立方米" }, new { position = 2, finding = "conforms" } } }));
        await Done(Step(officer, id, "record", inspections.Signed));
        await Refused(Add(2, Photo));
        Assert.Equal(AddInspectionPhotos.Most, await inspections.Host.Within(services => services.GetRequiredService<AppDb>().Set<InspectionPhotoRow>().CountAsync()));
    }

    [Fact]
    public async Task Page_OfALine_TakesPhotosAndShowsThem()
    {
        await using var inspections = await InspectionHost.Start();
        var id = await inspections.Started();
        var page = $"/office/inspections/{id}/items/1/photos";
        Assert.Contains("还没有照片", WebUtility.HtmlDecode(await inspections.People.Officer.GetStringAsync(page)), StringComparison.Ordinal);
        var refused = await inspections.People.Officer.Send(page, "inspections.check", [], ("files", "说明.txt", [1, 2, 3]));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Response.StatusCode);
        Assert.Contains("说明.txt", WebUtility.HtmlDecode(refused.Body), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await inspections.People.Officer.Send(page, "inspections.check", [], ("files", "现场.jpg", Photo))).Response.StatusCode);
        Assert.Contains("第 1 项第 1 张照片", WebUtility.HtmlDecode(await inspections.People.Officer.GetStringAsync(page)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await inspections.People.Officer.GetAsync($"/office/inspections/{id}/items/99/photos")).StatusCode);
    }
}
