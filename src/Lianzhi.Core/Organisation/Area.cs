namespace Lianzhi.Core.Organisation;

/// <summary>A joint-enforcement area (联合执法片区): it coordinates and never signs.</summary>
/// <param name="Id">Id, for example <c>A1</c>.</param>
/// <param name="Name">Name, for example 第一片区.</param>
/// <param name="CentreTownship">Code of the township where the area is stationed (片区中心驻点).</param>
/// <param name="Source">The document that set it up.</param>
/// <param name="Validity">When it exists.</param>
public sealed record Area(string Id, string Name, string CentreTownship, string Source, Validity Validity);

/// <summary>A township belongs to an area (片区所辖镇街).</summary>
/// <param name="Area">Id of the area.</param>
/// <param name="Township">Nine-digit code of the township.</param>
/// <param name="Validity">When it belongs there.</param>
public sealed record AreaMembership(string Area, string Township, Validity Validity);
