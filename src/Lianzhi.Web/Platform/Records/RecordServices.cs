namespace Lianzhi.Web.Platform.Records;

/// <summary>Registers what seals, exports, erases and logs.</summary>
internal static class RecordServices
{
    public static void AddRecordTree(this IServiceCollection services)
    {
        services.AddSingleton<KeyVault>();
        services.AddScoped<SigningKeys>();
        services.AddScoped<RecordTree>();
        services.AddScoped<RecordExport>();
        services.AddScoped<RecordEraser>();
        services.AddSingleton<AccessLog>();
        services.AddHostedService(provider => provider.GetRequiredService<AccessLog>());
        services.AddHostedService<Sequencer>();
    }
}
