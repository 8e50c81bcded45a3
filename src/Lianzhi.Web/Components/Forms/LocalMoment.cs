using System.Globalization;
using Lianzhi.Web.Platform;

namespace Lianzhi.Web.Components.Forms;

/// <summary>Day and time as a field for both holds them (日期和时间): the district's, to the minute.</summary>
public static class LocalMoment
{
    /// <summary>An instant as the field shows it.</summary>
    public static string Text(DateTimeOffset at) => at.ToOffset(District.Offset).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>What the field holds; null when that is no day and time.</summary>
    public static DateTimeOffset? Read(string? text) =>
        DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? new DateTimeOffset(local, District.Offset) : null;
}
