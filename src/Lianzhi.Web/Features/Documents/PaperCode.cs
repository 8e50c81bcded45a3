using System.Text;
using QRCoder;

namespace Lianzhi.Web.Features.Documents;

/// <summary>The two-dimensional code of a paper (二维码), drawn by the server.</summary>
public static class PaperCode
{
    /// <summary>A path of unit squares, and the width of the square it fills, quiet zone included.</summary>
    public static (string Path, int Width) Draw(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
        {
            var row = data.ModuleMatrix[y];
            for (var x = 0; x < row.Count; x++)
            {
                if (!row[x]) continue;
                var from = x;
                while (x + 1 < row.Count && row[x + 1]) x++;
                path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{from} {y}h{x - from + 1}v1H{from}z");
            }
        }
        return (path.ToString(), data.ModuleMatrix.Count);
    }

    /// <summary>A picture for files.</summary>
    public static byte[] Picture(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(data);
        return picture.GetGraphic(6);
    }
}
