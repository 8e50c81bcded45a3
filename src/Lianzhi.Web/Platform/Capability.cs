using Lianzhi.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Platform;

/// <summary>
/// One capability of the platform (能力): a folder under <c>Features</c> that registers itself here. Taking the
/// line out of <see cref="Capabilities"/> and deleting the folder deletes the feature.
/// </summary>
public abstract class Capability
{
    /// <summary>Use cases and services; use cases are scoped.</summary>
    public virtual void Services(IServiceCollection services)
    {
    }

    /// <summary>Rows and their mapping.</summary>
    public virtual void Model(ModelBuilder model)
    {
    }

    /// <summary>Routes of the JSON API, under <c>/api/v1</c>.</summary>
    public virtual void Api(IEndpointRouteBuilder api)
    {
    }

    /// <summary>Routes beside the pages, for example downloads.</summary>
    public virtual void Routes(IEndpointRouteBuilder routes)
    {
    }

    /// <summary>Called whenever the schema was brought up to date or found so: completes what was there before. Costs nearly nothing when nothing is missing.</summary>
    public virtual Task Migrated(AppDb db, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>
    /// Reference data that every installation starts with; runs once inside one transaction when the database
    /// is new. Holidays and settings come before organisation and powers by the order of the list.
    /// </summary>
    public virtual Task LoadReferenceData(IServiceProvider services, CancellationToken cancel) => Task.CompletedTask;
}
