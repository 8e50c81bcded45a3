using Lianzhi.Core.Organisation;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Reference;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Organisation;

/// <summary>Areas, townships, departments, people and posts with their dates (组织基础库).</summary>
public sealed class OrganisationCapability : Capability
{
    /// <summary>Name of the snapshot.</summary>
    public const string SnapshotName = "organisation";

    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddSnapshot(SnapshotName, Load);
        services.AddScoped<ImportOrganisation>();
        services.AddScoped<ViewOrganisation>();
        services.AddScoped<ListOfficers>();
        services.AddScoped<ViewOfficer>();
        services.AddScoped<AddOfficer>();
        services.AddScoped<ImportSkills>();
        services.AddScoped<ChangeOfficer>();
        services.AddScoped<AddCertificate>();
        services.AddScoped<ChangeCertificate>();
        services.AddScoped<SendDown>();
        services.AddScoped<EndSecondment>();
        services.AddScoped<FillPost>();
        services.AddScoped<ViewAreas>();
        services.AddScoped<ViewRoster>();
    }

    /// <inheritdoc/>
    public override void Model(ModelBuilder model)
    {
        model.Entity<AreaRow>().HasIndex(row => new { row.Code, row.From }).IsUnique();
        model.Entity<AreaMembershipRow>().HasIndex(row => new { row.Township, row.From }).IsUnique();
        model.Entity<TownshipRow>().HasIndex(row => new { row.Code, row.From }).IsUnique();
        model.Entity<DepartmentRow>().HasIndex(row => new { row.Code, row.From }).IsUnique();
        model.Entity<OfficerRow>().HasIndex(row => new { row.Unit, row.Id });
        model.Entity<CertificateRow>(row =>
        {
            row.HasOne<OfficerRow>().WithMany().HasForeignKey(certificate => certificate.OfficerId).OnDelete(DeleteBehavior.Restrict);
            row.HasIndex(certificate => certificate.Number).IsUnique();
        });
        model.Entity<SecondmentRow>().HasOne<OfficerRow>().WithMany().HasForeignKey(row => row.OfficerId).OnDelete(DeleteBehavior.Restrict);
        model.Entity<PostRow>(row =>
        {
            row.HasOne<OfficerRow>().WithMany().HasForeignKey(post => post.OfficerId).OnDelete(DeleteBehavior.Restrict);
            row.HasIndex(post => new { post.Unit, post.Kind, post.From });
            row.HasIndex(post => new { post.Area, post.Kind, post.From });
        });
    }

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api) => OrganisationApi.Map(api);

    /// <inheritdoc/>
    public override async Task LoadReferenceData(IServiceProvider services, CancellationToken cancel)
    {
        var loaded = await services.GetRequiredService<ImportOrganisation>().Run(await File.ReadAllTextAsync(ShippedData.PathOf("organisation.json"), cancel), dryRun: false, cancel);
        if (!loaded.IsOk) throw new InvalidOperationException($"The shipped organisation file was refused: {loaded.Refusals[0].Message}");
    }

    internal static async Task<OrganisationRegister> Load(AppDb db, CancellationToken cancel) => new(
        [.. (await db.Set<AreaRow>().AsNoTracking().ToListAsync(cancel)).Select(row => row.ToArea())],
        [.. (await db.Set<AreaMembershipRow>().AsNoTracking().ToListAsync(cancel)).Select(row => row.ToMembership())],
        [.. (await db.Set<TownshipRow>().AsNoTracking().ToListAsync(cancel)).Select(row => row.ToTownship())],
        [.. (await db.Set<DepartmentRow>().AsNoTracking().ToListAsync(cancel)).Select(row => row.ToDepartment())],
        [.. (await db.Set<OfficerRow>().AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancel)).Select(row => row.ToOfficer())],
        [.. (await db.Set<CertificateRow>().AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancel)).Select(row => row.ToCertificate())],
        [.. (await db.Set<SecondmentRow>().AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancel)).Select(row => row.ToSecondment())],
        [.. (await db.Set<PostRow>().AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancel)).Select(row => row.ToPost())]);
}
