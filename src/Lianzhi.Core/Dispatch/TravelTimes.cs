namespace Lianzhi.Core.Dispatch;

/// <summary>Travel times between places (行车时间), exact and not rounded; not necessarily symmetric.</summary>
public sealed class TravelTimes
{
    private readonly double[] times;

    private TravelTimes(int places, double[] times) => (Places, this.times) = (places, times);

    /// <summary>Number of places, the base included.</summary>
    public int Places { get; }

    /// <summary>Travel time from one place to another.</summary>
    public double this[int from, int to] => times[(from * Places) + to];

    /// <summary>Straight-line distances as times.</summary>
    public static TravelTimes Euclidean(IReadOnlyList<(double X, double Y)> places)
    {
        var times = new double[places.Count * places.Count];
        for (var from = 0; from < places.Count; from++)
            for (var to = 0; to < places.Count; to++)
            {
                var (east, north) = (places[from].X - places[to].X, places[from].Y - places[to].Y);
                times[(from * places.Count) + to] = Math.Sqrt((east * east) + (north * north));
            }
        return new(places.Count, times);
    }

    /// <summary>Times from a square matrix, row = from.</summary>
    public static TravelTimes Matrix(IReadOnlyList<IReadOnlyList<double>> rows)
    {
        if (rows.Any(row => row.Count != rows.Count)) throw new ArgumentException("The matrix must be square.", nameof(rows));
        return new(rows.Count, [.. rows.SelectMany(row => row)]);
    }
}
