using Lianzhi.Core.Access;

namespace Lianzhi.Web.Platform.Work;

/// <summary>
/// Which use cases a request reached, so that a test can prove that every page, endpoint and form handler
/// reaches exactly the one it declares.
/// </summary>
public sealed class UseCaseTrace
{
    private readonly List<string> reached = [];

    /// <summary>Names of the outermost use cases in order.</summary>
    public IReadOnlyList<string> Outermost => reached;

    internal void Reached(UseCase useCase, bool outermost)
    {
        if (outermost) reached.Add(useCase.Name);
    }
}

/// <summary>Declares the one use case a page or endpoint reaches.</summary>
/// <param name="useCase">Name of a use case in the access table.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class UsesAttribute(string useCase) : Attribute
{
    /// <summary>Its name.</summary>
    public string UseCase { get; } = useCase;
}

/// <summary>Lets a route say which use case it reaches.</summary>
public static class UsesExtensions
{
    /// <summary>Declares the one use case the endpoint reaches.</summary>
    public static TBuilder Uses<TBuilder>(this TBuilder endpoint, UseCase useCase) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new UsesAttribute(useCase.Name));
}

/// <summary>
/// Marks a page or endpoint whose use cases commit one by one (逐件办理), so that an idempotency key does not put them into one
/// transaction: the answer is kept after them, in a transaction of its own.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class CommitsOneByOneAttribute : Attribute;

/// <summary>
/// Marks an endpoint that takes a large body piece by piece and is safe to repeat by its own means (逐段接收): the idempotency key
/// neither reads the body nor opens a transaction around it.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class StreamsBodyAttribute : Attribute;
