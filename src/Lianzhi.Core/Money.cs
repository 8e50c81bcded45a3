using System.Globalization;

namespace Lianzhi.Core;

/// <summary>Amounts of money: whole fen inside, yuan for people.</summary>
public static class Money
{
    /// <summary>An amount in yuan without needless decimals: 5000, 200.01.</summary>
    public static string Yuan(long fen) => fen % 100 == 0
        ? (fen / 100).ToString(CultureInfo.InvariantCulture)
        : (fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
