using Lianzhi.Core.Access;
using Lianzhi.Web.Features.Documents;
using Lianzhi.Web.Features.Documents.Templates;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Jobs;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Dispatch;

/// <summary>The dispatch board of an area and the orders of its crews (调度).</summary>
public sealed class DispatchCapability : Capability
{
    /// <inheritdoc/>
    public override void Services(IServiceCollection services)
    {
        services.AddSingleton<BoardWatch>();
        services.AddScoped<RecusalBook>();
        services.AddScoped<VisitNotices>();
        services.AddScoped<DrawnInspectors>();
        services.AddScoped<FinishDrawnJob>();
        services.AddScoped<OfficerTimes>();
        services.AddScoped<BoardFacts>();
        services.AddScoped<BoardDesk>();
        services.AddScoped<JobSources>();
        services.AddScoped<OrderBook>();
        services.AddScoped<ViewBoard>();
        services.AddScoped<CollectJobs>();
        services.AddScoped<CopyBoard>();
        services.AddScoped<SendClue>();
        services.AddScoped<ViewWeek>();
        services.AddScoped<LetterBook>();
        services.AddScoped<ViewLetter>();
        services.AddScoped<AnswerLetter>();
        services.AddScoped<AddJob>();
        services.AddScoped<DropJob>();
        services.AddScoped<DeferJobs>();
        services.AddScoped<ResumeJobs>();
        services.AddScoped<DeclareRecusal>();
        services.AddScoped<ProposeCrews>();
        services.AddScoped<ReplanBoard>();
        services.AddScoped<ArrangeCrews>();
        services.AddScoped<IssueOrder>();
        services.AddScoped<CancelOrder>();
        services.AddScoped<ViewOrder>();
        services.AddScoped<AcknowledgeOrder>();
        services.AddScoped<StartOrder>();
        services.AddScoped<ReportJob>();
        services.AddScoped<AskForHelp>();
        services.AddScoped<ReadHelp>();
        services.AddScoped<CloseHelp>();
        services.AddScoped<EraseHelpPlaces>();
        services.AddJob(new ScheduledJob(EraseHelpPlaces.JobName, TimeSpan.FromHours(1), async (provider, cancel) => await provider.GetRequiredService<EraseHelpPlaces>().Run(cancel)));
    }

    /// <inheritdoc/>
    public override void Model(ModelBuilder model)
    {
        model.Entity<DispatchBoardRow>().HasIndex(row => new { row.Area, row.Day }).IsUnique();
        var job = model.Entity<DispatchJobRow>();
        job.HasIndex(row => new { row.BoardId, row.Id });
        job.HasIndex(row => row.Reference);
        job.HasIndex(row => row.CrewId);
        model.Entity<DispatchCrewRow>().HasIndex(row => new { row.BoardId, row.Id });
        model.Entity<OrderEventRow>().HasIndex(row => new { row.CrewId, row.Id });
        var booking = model.Entity<OfficerBookingRow>();
        booking.HasIndex(row => new { row.OfficerId, row.BeginsAt });
        booking.HasIndex(row => row.CrewId);
        var letter = model.Entity<BorrowLetterRow>();
        letter.HasIndex(row => row.CrewId);
        letter.HasIndex(row => new { row.Home, row.Day });
        letter.HasIndex(row => new { row.Area, row.Day });
        model.Entity<RecusalRow>().HasIndex(row => new { row.Matter, row.OfficerId }).IsUnique();
        model.Entity<OrderNumberRow>();
        model.Entity<HelpCallRow>().HasIndex(row => new { row.Area, row.ClosedAt });
        model.Entity<HelpPlaceRow>().HasIndex(row => row.EraseOn);
    }

    /// <inheritdoc/>
    public override void Api(IEndpointRouteBuilder api)
    {
        DispatchApi.Map(api);
        HelpApi.Map(api);
    }

    /// <inheritdoc/>
    public override void Routes(IEndpointRouteBuilder routes)
    {
        BoardLive.Map(routes);
        routes.MapGet("/office/dispatch/letters/{id}.docx", async (string id, ViewLetter view, TemplateBook templates, CancellationToken cancel) =>
            await templates.Answer((await view.Run(id, cancel)).Then<ReadablePaper>(letter => new ReadablePaper(letter.Paper, null)), cancel)).Uses(AccessTable.ViewLetter);
    }
}
