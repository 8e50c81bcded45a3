using System.Reflection;
using Lianzhi.Web.Platform.Work;
using Microsoft.AspNetCore.Components;

namespace Lianzhi.Web.Tests.Architecture;

/// <summary>What parts of pages may do.</summary>
public sealed class PartTests
{
    /// <summary>
    /// A part that reads by itself does so while its page works on the same connection: on 2026-11-26 the card of issued papers made a review fail now and then, and
    /// left its transaction open. Only pages, and the frame around them, ask use cases.
    /// </summary>
    [Fact]
    public void Parts_OfPages_AskNoUseCase()
    {
        var web = typeof(UseCaseRunner).Assembly;
        var asking = from part in web.GetTypes()
                     where part.IsSubclassOf(typeof(ComponentBase)) && !part.IsAbstract && !part.GetCustomAttributes<RouteAttribute>().Any() && !part.IsSubclassOf(typeof(LayoutComponentBase))
                     from property in part.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                     where property.GetCustomAttribute<InjectAttribute>() is not null && property.PropertyType.Assembly == web
                         && property.PropertyType.GetConstructors().Any(made => made.GetParameters().Any(parameter => parameter.ParameterType == typeof(UseCaseRunner)))
                     select $"{part.Name} asks {property.PropertyType.Name}";
        Assert.Empty(asking);
    }
}
