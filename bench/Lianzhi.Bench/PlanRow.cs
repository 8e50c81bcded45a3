using System.Globalization;

namespace Lianzhi.Bench;

/// <summary>The row <c>plan</c>.</summary>
internal static class PlanRow
{
    /// <summary>Writes a problem for a look at it.</summary>
    public static int Make(string path, string enterprises, string minutes, string seed)
    {
        PlanYear.Write(path, int.Parse(enterprises, CultureInfo.InvariantCulture), int.Parse(minutes, CultureInfo.InvariantCulture), ulong.Parse(seed, CultureInfo.InvariantCulture));
        return 0;
    }
}
