namespace Lianzhi.Core.Organisation;

/// <summary>What a township is by law (镇、街道).</summary>
public enum TownshipKind
{
    /// <summary>街道: its 办事处 is an agency of the district government (地方组织法 第85条), not a township government.</summary>
    Street,

    /// <summary>镇: a people's government with powers of its own by statute.</summary>
    Town,
}

/// <summary>One dated version of a township or street (镇、街道).</summary>
/// <param name="Code">Nine-digit division code, for example <c>350603003</c>.</param>
/// <param name="Name">Short name, for example 蓝田街道.</param>
/// <param name="Kind">镇 or 街道.</param>
/// <param name="OrganName">Full name of the organ as on its seal, for example 漳州市龙文区人民政府蓝田街道办事处.</param>
/// <param name="DocumentWord">代字 of its document numbers, for example 漳龙蓝; a local setting.</param>
/// <param name="Source">Where organ name and document word come from.</param>
/// <param name="Validity">When this version holds.</param>
public sealed record Township(
    string Code, string Name, TownshipKind Kind, string OrganName, string DocumentWord, string Source, Validity Validity);
