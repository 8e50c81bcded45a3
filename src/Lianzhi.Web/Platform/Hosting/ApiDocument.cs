using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Lianzhi.Web.Platform.Hosting;

/// <summary>How the OpenAPI document is made: 3.1, no server address, dates and decimals said exactly.</summary>
internal static class ApiDocument
{
    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        // Downloads beside pages are no part of the API.
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "联执 Lianzhi", Version = "v1", Description = "片区联合执法平台接口。Dates yyyy-MM-dd, instants ISO 8601, money in fen where the name says so." };
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (type == typeof(DateOnly)) schema.Format = "date";
            if (type == typeof(decimal)) (schema.Format, schema.Pattern) = ("decimal", null);
            return Task.CompletedTask;
        });
    }
}
