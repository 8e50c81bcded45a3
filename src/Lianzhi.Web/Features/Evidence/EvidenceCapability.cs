using Lianzhi.Core.Documents.Audit;
using Lianzhi.Core.Evidence;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Documents;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Files;
using Lianzhi.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Evidence;

/// <summary>Evidence with its files and custody, resumable uploads, and the recording timeline (证据和全过程音像记录).</summary>
public sealed class EvidenceCapability : Capability
{
    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddSingleton<UploadParts>();
        services.AddScoped<EvidenceRows>();
        services.AddScoped<CaseProjected>(provider => provider.GetRequiredService<EvidenceRows>().Write);
        services.AddScoped<CaseEvidenceDesk>();
        services.AddScoped<EvidenceUploads>();
        services.AddScoped<KeepEvidence>();
        services.AddScoped<MoveEvidenceOn>();
        services.AddScoped<ExcludeEvidenceFrom>();
        services.AddScoped<ListEvidence>();
        services.AddScoped<ReadEvidence>();
        services.AddScoped<SweepUploads>();
        services.AddJob(new ScheduledJob(SweepUploads.JobName, TimeSpan.FromHours(1), (provider, cancel) => provider.GetRequiredService<SweepUploads>().Run(cancel)));
        services.AddScoped<FilesInUse>(provider => (hashes, cancel) => InUse(provider.GetRequiredService<AppDb>(), hashes, cancel));
        services.AddScoped<DossierEvidenceOf>(provider => async (caseId, cancel) => Files(await provider.GetRequiredService<CaseStream>().Load(caseId, cancel)));
    }

    /// <inheritdoc/>
    public override void Model(ModelBuilder model)
    {
        model.Entity<EvidenceRow>(row =>
        {
            row.HasIndex(evidence => new { evidence.CaseId, evidence.Id });
            row.HasIndex(evidence => new { evidence.Unit, evidence.Id });
            row.HasIndex(evidence => new { evidence.Area, evidence.Id });
            // A rare kind is found without walking past all others.
            row.HasIndex(evidence => new { evidence.Kind, evidence.Id });
            row.HasIndex(evidence => new { evidence.Unit, evidence.Kind, evidence.Id });
            row.HasIndex(evidence => new { evidence.Area, evidence.Kind, evidence.Id });
        });
        model.Entity<EvidenceFileRow>(row =>
        {
            row.HasKey(file => new { file.EvidenceId, file.Position });
            row.HasIndex(file => file.Hash);
        });
        model.Entity<UploadRow>(row =>
        {
            row.HasIndex(upload => new { upload.Account, upload.State });
            row.HasIndex(upload => new { upload.Account, upload.BegunWith }).IsUnique();
            row.HasIndex(upload => upload.ExpiresAt);
            row.HasIndex(upload => upload.Sm3);
        });
    }

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api)
    {
        EvidenceApi.Map(api);
        UploadApi.Map(api);
    }

    private static async Task<IReadOnlyList<string>> InUse(AppDb db, IReadOnlyList<string> hashes, CancellationToken cancel)
    {
        var kept = await db.Set<EvidenceFileRow>().Where(file => hashes.Contains(file.Hash)).Select(file => file.Hash).Distinct().ToListAsync(cancel);
        var waiting = await db.Set<UploadRow>().Where(row => row.State == UploadState.Done && hashes.Contains(row.Sm3!)).Select(row => row.Sm3!).Distinct().ToListAsync(cancel);
        return [.. kept, .. waiting];
    }

    private static IReadOnlyList<DossierEvidence> Files(Core.Cases.CaseState? state) =>
    [
        .. (state?.Evidence ?? []).Where(item => item.Excluded is null).SelectMany(item => item.Collected.Files.Select(file =>
            new DossierEvidence(item.Id, item.Collected.Title, item.Collected.Kind.Title(), file.Name, file.MediaType, file.Sm3, item.Collected.At))),
    ];
}
