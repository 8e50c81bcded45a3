namespace Lianzhi.Bench;

/// <summary>The smallest ASP.NET Core application: what a cold start is measured against.</summary>
internal static class Hello
{
    public static async Task<int> Run(string address)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/", () => "Hello World!");
        app.Urls.Add(address);
        await app.RunAsync();
        return 0;
    }
}
