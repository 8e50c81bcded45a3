using System.ComponentModel.DataAnnotations;
using System.Xml.Linq;
using Lianzhi.Web.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Lianzhi.Web.Platform.Security;

/// <summary>One key that protects forms and stored answers; in the database so that any node can answer any request.</summary>
public sealed class DataProtectionKeyRow
{
    /// <summary>Its friendly name.</summary>
    [Key, MaxLength(100)] public required string Name { get; init; }

    /// <summary>The key as the framework writes it.</summary>
    public required string Xml { get; init; }
}

/// <summary>Keeps data-protection keys in the database.</summary>
internal sealed class DatabaseKeyRepository(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<AppDb>().Set<DataProtectionKeyRow>().Select(row => row.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Add(new DataProtectionKeyRow { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
