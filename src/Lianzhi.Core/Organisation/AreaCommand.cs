namespace Lianzhi.Core.Organisation;

/// <summary>
/// Whom the chief of an area dispatches (片长统一调度): officers of its townships, and officers of departments sent down to it (漳龙政〔2024〕40号 附件（四）).
/// Everybody else comes only when his unit agrees.
/// </summary>
public static class AreaCommand
{
    /// <summary>Where it is written.</summary>
    public static readonly Basis Notice = "漳龙政〔2024〕40号 附件（四）";

    /// <summary>Whether the chief dispatches this officer.</summary>
    public static bool Reaches(string area, Officer officer, OrganisationAsOf organisation) => organisation.AreaOf(officer.Unit) == area
        || organisation.Secondments.Any(sent => sent.OfficerId == officer.Id && (sent.Area == area || (sent.Township is { } township && organisation.AreaOf(township) == area)));
}
