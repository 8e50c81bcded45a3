using Lianzhi.Core.Records;

namespace Lianzhi.Core.Organisation;

/// <summary>A person who works in an organ of the district (人员), with or without an enforcement certificate.</summary>
/// <param name="Id">Id of the officer.</param>
/// <param name="Name">Name.</param>
/// <param name="Unit">Home unit: township or department code.</param>
/// <param name="UserName">Account name, when there is an account.</param>
/// <param name="Validity">When the person belongs to the unit.</param>
public sealed record Officer(string Id, [property: Personal] string Name, string Unit, string? UserName, Validity Validity)
{
    /// <summary>Domain skills with their levels (专业技能).</summary>
    public IReadOnlyDictionary<string, int> Skills { get; init; } = OfficerSkills.None;

    /// <summary>Every skill that was registered, with its term (技能登记); <see cref="Skills"/> holds those of a day.</summary>
    public IReadOnlyList<OfficerSkill> Registered { get; init; } = [];

    /// <summary>The same person with the skills that hold on a day.</summary>
    public Officer On(DateOnly day) => Registered.Count == 0 ? this : this with { Skills = Registered.Where(skill => skill.Validity.Contains(day)).ToDictionary(skill => skill.Name, skill => skill.Level, StringComparer.Ordinal) };

    /// <summary>Whether the officer holds a skill at a level or above.</summary>
    public bool Holds(string skill, int level) => Skills.TryGetValue(skill, out var held) && held >= level;
}

/// <summary>State of a certificate on one day (证件状态).</summary>
public enum CertificateState
{
    /// <summary>有效.</summary>
    Valid,

    /// <summary>未生效.</summary>
    NotYetValid,

    /// <summary>已过期.</summary>
    Expired,

    /// <summary>暂扣.</summary>
    Suspended,

    /// <summary>注销.</summary>
    Cancelled,
}

/// <summary>An enforcement certificate (行政执法证).</summary>
/// <param name="Id">Id.</param>
/// <param name="OfficerId">Its holder.</param>
/// <param name="Number">Number of the certificate.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Validity">Printed term.</param>
/// <param name="Suspended">Term of a suspension (暂扣), if any.</param>
/// <param name="CancelledOn">First day on which it is cancelled (注销), if ever.</param>
/// <param name="PublishedOn">First day on which it stands on the published roster; null while it does not.</param>
public sealed record Certificate(
    string Id, string OfficerId, string Number, string Issuer, Validity Validity,
    Validity? Suspended = null, DateOnly? CancelledOn = null, DateOnly? PublishedOn = null)
{
    /// <summary>Its state on a day.</summary>
    public CertificateState StateOn(DateOnly day) =>
        CancelledOn <= day ? CertificateState.Cancelled
        : day < Validity.From ? CertificateState.NotYetValid
        : !Validity.Contains(day) ? CertificateState.Expired
        : Suspended?.Contains(day) == true ? CertificateState.Suspended
        : CertificateState.Valid;
}

/// <summary>An officer of a department is sent down to an area or township (下沉、派驻).</summary>
/// <param name="Id">Id.</param>
/// <param name="OfficerId">The officer.</param>
/// <param name="Home">Code of the sending unit, which keeps the certificate.</param>
/// <param name="Area">Id of the area sent to, when it is a whole area.</param>
/// <param name="Township">Code of the township sent to, when it is one.</param>
/// <param name="MayActInSubjectsName">True when a document lets the officer act in the receiving subject's name.</param>
/// <param name="Source">The document of the secondment.</param>
/// <param name="Validity">When it holds.</param>
public sealed record Secondment(
    string Id, string OfficerId, string Home, string? Area, string? Township,
    bool MayActInSubjectsName, string Source, Validity Validity);
