using Lianzhi.Web.Features.Disclosure;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Jobs;
using Lianzhi.Web.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Cases;

/// <summary>Cases from filing to closing, and on-the-spot penalties (案件).</summary>
public sealed class CaseCapability : Capability
{
    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddSingleton<FoldedCases>();
        services.AddScoped<CaseStream>();
        services.AddScoped<CaseDesk>();
        services.AddScoped<PartyLookup>();
        services.AddScoped<CaseAlarmBook>();
        services.AddScoped<PlatformBook>();
        services.AddScoped<SweepDeadlines>();
        services.AddScoped<BulkCases>();
        services.AddScoped<RemindOfficers>();
        services.AddScoped<MatchReceipts>();
        services.AddScoped<ListPlatformGaps>();
        services.AddScoped<AskWhatIf>();
        services.AddScoped<CaseLetterBook>();
        services.AddScoped<CaseProjected>(provider => provider.GetRequiredService<CaseLetterBook>().Write);
        services.AddScoped<ListCaseLetters>();
        services.AddScoped<ViewCaseLetter>();
        services.AddScoped<AnswerCaseLetter>();
        services.AddJob(new ScheduledJob(SweepDeadlines.JobName, TimeSpan.FromMinutes(10), (provider, cancel) => provider.GetRequiredService<SweepDeadlines>().Run(cancel)));
        services.AddScoped<CaseOpening>();
        services.AddScoped<ProposeCase>();
        services.AddScoped<PenaliseAtOnce>();
        services.AddScoped<TakeCaseStep>();
        services.AddScoped<ListCases>();
        services.AddScoped<ViewCase>();
        services.AddScoped<ViewCaseStep>();
        services.AddScoped<ExportCaseRecord>();
        services.AddScoped<ListPersonalFields>();
        services.AddScoped<EraseCaseFields>();
        services.AddScoped<ReadPublicHearings>();
        services.AddScoped<PublicHearingRows>();
        services.AddScoped<CaseProjected>(provider => provider.GetRequiredService<PublicHearingRows>().Write);
        services.AddScoped<CaseErased>(provider => provider.GetRequiredService<PublicHearingRows>().Write);
        services.AddScoped<CasePublication>();
        services.AddScoped<DisclosureChanged>(provider => provider.GetRequiredService<CasePublication>().Changed);
    }

    /// <inheritdoc/>
    public override void Model(ModelBuilder model)
    {
        model.Entity<CaseRow>(row =>
        {
            row.HasIndex(item => item.Number).IsUnique();
            row.HasIndex(item => item.DecisionNumber).IsUnique();
            row.HasIndex(item => item.PaymentCode);
            row.HasIndex(item => new { item.Unit, item.Id });
            row.HasIndex(item => new { item.Area, item.Id });
            row.HasIndex(item => new { item.Unit, item.DueOn, item.Id });
            row.HasIndex(item => new { item.DueOn, item.Id });
            row.HasIndex(item => new { item.Area, item.DueOn, item.Id });
            row.HasIndex(item => new { item.Stage, item.Id });
            row.HasIndex(item => new { item.Unit, item.Stage, item.Id });
            row.HasIndex(item => new { item.Area, item.Stage, item.Id });
            row.HasIndex(item => new { item.PartyKey, item.ActOn });
            row.HasIndex(item => item.ClueId);
        });
        model.Entity<CaseOfficerRow>(row =>
        {
            row.HasKey(officer => new { officer.OfficerId, officer.CaseId });
            row.HasIndex(officer => officer.CaseId);
            row.HasIndex(officer => new { officer.OfficerId, officer.DueOn, officer.CaseId });
        });
        model.Entity<CaseLookRow>().HasIndex(row => new { row.LookOn, row.CaseId });
        model.Entity<CaseReminderRow>(row =>
        {
            row.HasKey(reminder => new { reminder.CaseId, reminder.Clock, reminder.DueOn, reminder.Level });
            // Most reminders are settled: the lists only ask for those that stand.
            row.HasIndex(reminder => new { reminder.Unit, reminder.Level, reminder.RaisedOn }).HasFilter("settled_on IS NULL");
            row.HasIndex(reminder => reminder.CaseId).HasFilter("settled_on IS NULL");
        });
        model.Entity<CaseLetterRow>(row =>
        {
            row.HasKey(letter => new { letter.CaseId, letter.Letter });
            row.HasIndex(letter => new { letter.Unit, letter.AnsweredOn, letter.DueOn });
        });
        model.Entity<CaseReceiptRow>();
        model.Entity<PlatformGapRow>().HasIndex(row => new { row.Unit, row.Since, row.CaseId });
        // The column is older than the tables of other kinds, and nodes of the version before still read it.
        model.Entity<CaseSearchRow>().Property(row => row.Id).HasColumnName("case_id");
        SearchRow.Map<CaseSearchRow>(model);
        model.Entity<PublicHearingRow>(row =>
        {
            row.HasKey(hearing => new { hearing.CaseId, hearing.Round });
            row.HasIndex(hearing => new { hearing.HearingOn, hearing.CaseId, hearing.Round });
        });
        model.Entity<DocumentNumberRow>().HasKey(row => new { row.Unit, row.Genre, row.Year });
    }

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api) => CaseApi.Map(api);
}
