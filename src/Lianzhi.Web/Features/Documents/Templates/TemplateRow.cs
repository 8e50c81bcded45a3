using System.ComponentModel.DataAnnotations;
using Lianzhi.Core;
using Lianzhi.Core.Documents;
using Lianzhi.Web.Platform.Records;

namespace Lianzhi.Web.Features.Documents.Templates;

/// <summary>A template in force from a day on (文书模板). Never deleted: papers of its days are made with it again.</summary>
public sealed class TemplateRow : IRecorded
{
    /// <summary>What stands for all kinds of papers.</summary>
    public const string Every = "every";

    /// <summary>Its id; later ones sort later.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>Name of the kind of paper; <see cref="Every"/> for all that have none of their own.</summary>
    [MaxLength(40)] public required string Kind { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Day after the last; null while it is not withdrawn.</summary>
    public DateOnly? To { get; set; }

    /// <summary>SM3 of the file.</summary>
    [MaxLength(64)] public required string FileHash { get; init; }

    /// <summary>Name it was brought under.</summary>
    [MaxLength(200)] public required string FileName { get; init; }

    /// <summary>Why it replaces what was before.</summary>
    [MaxLength(200)] public required string Reason { get; init; }

    /// <inheritdoc/>
    public string Stream => $"template/{Kind}";

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <summary>Title of the kind.</summary>
    public string KindTitle => KindOf(Kind)?.Title ?? "全部文书";

    /// <summary>True when papers of a day are made with it, unless a later one is there.</summary>
    public bool Covers(DateOnly day) => new Validity(From, To).Contains(day);

    /// <summary>The kind of that name; null for all kinds and for names there are none of.</summary>
    public static DocumentKind? KindOf(string name) => DocumentKinds.All.FirstOrDefault(kind => kind.Name == name);
}
