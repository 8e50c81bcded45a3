using System.ComponentModel.DataAnnotations;
using Lianzhi.Core;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Records;
using Lianzhi.Web.Platform.Records;

namespace Lianzhi.Web.Features.Organisation;

/// <summary>A person (人员). A transfer ends this row's term and begins another officer of the same name.</summary>
public sealed class OfficerRow : IRecorded
{
    /// <summary>Id of the officer.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>Name.</summary>
    [MaxLength(40), Personal] public required string Name { get; set; }

    /// <summary>Home unit.</summary>
    [MaxLength(20)] public required string Unit { get; set; }

    /// <summary>Account name, when there is an account.</summary>
    [MaxLength(64)] public string? UserName { get; set; }

    /// <summary>Domain skills with levels and terms, as <see cref="OfficerSkills.Text"/> writes them.</summary>
    [MaxLength(300)] public string Skills { get; set; } = "";

    /// <summary>First day in the unit.</summary>
    public required DateOnly From { get; set; }

    /// <summary>Day after the last; null while in service.</summary>
    public DateOnly? To { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"officer/{Id}";

    /// <summary>As the rules know it.</summary>
    public Officer ToOfficer() => new(Id, Name, Unit, UserName, new Validity(From, To)) { Registered = OfficerSkills.Parse(Skills) is { IsOk: true, Value: { } held } ? held : [] };
}

/// <summary>A certificate (行政执法证).</summary>
public sealed class CertificateRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>Its holder.</summary>
    [MaxLength(26)] public required string OfficerId { get; init; }

    /// <summary>Its number.</summary>
    [MaxLength(40)] public required string Number { get; set; }

    /// <summary>Who issued it.</summary>
    [MaxLength(60)] public required string Issuer { get; set; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; set; }

    /// <summary>Day after the last.</summary>
    public DateOnly? To { get; set; }

    /// <summary>First day of a suspension.</summary>
    public DateOnly? SuspendedFrom { get; set; }

    /// <summary>Day after the last of a suspension; null while open.</summary>
    public DateOnly? SuspendedTo { get; set; }

    /// <summary>Day of cancellation.</summary>
    public DateOnly? CancelledOn { get; set; }

    /// <summary>Day on which the justice bureau reviewed and published it; null while it is not on the roster.</summary>
    public DateOnly? PublishedOn { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"officer/{OfficerId}";

    /// <summary>As the rules know it.</summary>
    public Certificate ToCertificate() => new(Id, OfficerId, Number, Issuer, new Validity(From, To),
        SuspendedFrom is { } from ? new Validity(from, SuspendedTo) : null, CancelledOn, PublishedOn);
}

/// <summary>A secondment (下沉、派驻).</summary>
public sealed class SecondmentRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>The officer.</summary>
    [MaxLength(26)] public required string OfficerId { get; init; }

    /// <summary>The sending unit.</summary>
    [MaxLength(20)] public required string Home { get; init; }

    /// <summary>Area sent to.</summary>
    [MaxLength(10)] public string? Area { get; init; }

    /// <summary>Township sent to.</summary>
    [MaxLength(9)] public string? Township { get; init; }

    /// <summary>May act in the receiving subject's name.</summary>
    public required bool MayActInSubjectsName { get; set; }

    /// <summary>Document.</summary>
    [MaxLength(200)] public required string Source { get; set; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; set; }

    /// <summary>Day after the last; null while open.</summary>
    public DateOnly? To { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"officer/{OfficerId}";

    /// <summary>As the rules know it.</summary>
    public Secondment ToSecondment() => new(Id, OfficerId, Home, Area, Township, MayActInSubjectsName, Source, new Validity(From, To));
}

/// <summary>An appointment (任职).</summary>
public sealed class PostRow : IRecorded
{
    /// <summary>Its id.</summary>
    [Key, MaxLength(26)] public required string Id { get; init; }

    /// <summary>Which post.</summary>
    [MaxLength(20)] public required PostKind Kind { get; init; }

    /// <summary>Who holds it.</summary>
    [MaxLength(26)] public required string OfficerId { get; init; }

    /// <summary>Area of the post.</summary>
    [MaxLength(10)] public string? Area { get; init; }

    /// <summary>Unit of the post.</summary>
    [MaxLength(20)] public string? Unit { get; init; }

    /// <summary>What the holder may sign.</summary>
    [MaxLength(200)] public string? SigningScope { get; set; }

    /// <summary>国家统一法律职业资格; only for reviewers.</summary>
    [MaxLength(100)] public string? Qualification { get; set; }

    /// <summary>Document.</summary>
    [MaxLength(200)] public required string Source { get; set; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; set; }

    /// <summary>Day after the last; null while open.</summary>
    public DateOnly? To { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <inheritdoc/>
    public string Stream => $"officer/{OfficerId}";

    /// <summary>As the rules know it.</summary>
    public Post ToPost() => new(Id, Kind, OfficerId, Area, Unit, SigningScope, Source, new Validity(From, To), Qualification);

    /// <summary>A row of an appointment.</summary>
    public static PostRow Of(Post post) => new()
    {
        Id = post.Id,
        Kind = post.Kind,
        OfficerId = post.OfficerId,
        Area = post.Area,
        Unit = post.Unit,
        SigningScope = post.SigningScope,
        Qualification = post.Qualification,
        Source = post.Source,
        From = post.Validity.From,
        To = post.Validity.To,
    };
}
