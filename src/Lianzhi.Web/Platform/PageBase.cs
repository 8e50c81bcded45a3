using Lianzhi.Core;
using Lianzhi.Web.Platform.Problems;
using Microsoft.AspNetCore.Components;

namespace Lianzhi.Web.Platform;

/// <summary>
/// What every page shares: showing the answer of a use case, and submitting a form to one. A refused form gives
/// the same page again with status 400, 403, 409 or 422, everything typed kept, and the refusals to show.
/// </summary>
public abstract class PageBase : ComponentBase
{
    /// <summary>The request.</summary>
    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    /// <summary>Where to go.</summary>
    [Inject] public NavigationManager Navigation { get; set; } = null!;

    /// <summary>Who acts.</summary>
    [Inject] public CurrentActor Current { get; set; } = null!;

    /// <summary>Why the last form was refused; empty otherwise.</summary>
    protected IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    /// <summary>Stops work when the person has gone.</summary>
    protected CancellationToken Cancel => Http.RequestAborted;

    /// <summary>The value to show, or null after the status was set: 404 shows the page for that, others fill <see cref="Refusals"/>.</summary>
    protected T? Show<T>(Result<T> result) where T : class
    {
        if (result.IsOk) return result.Value;
        if (result.Refusals[0].Kind == RefusalKind.NotFound) Navigation.NotFound();
        else Refuse(result.Refusals);
        return null;
    }

    /// <summary>Leads to the next page when the use case was done; otherwise keeps this one with its refusals.</summary>
    protected void Submit<T>(Result<T> result, Func<T, string> next)
    {
        if (result.IsOk) Navigation.NavigateTo(next(result.Value));
        else Refuse(result.Refusals);
    }

    /// <summary>Shows refusals with the status they ask for.</summary>
    protected void Refuse(IReadOnlyList<Refusal> refusals)
    {
        Refusals = refusals;
        if (!Http.Response.HasStarted) Http.Response.StatusCode = ProblemAnswers.StatusOf(refusals);
    }

    /// <summary>What is wrong with one field; null when nothing is.</summary>
    protected string? ErrorOf(string field) => Refusals.FirstOrDefault(refusal => refusal.Field == field)?.Message;
}
