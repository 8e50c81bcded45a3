namespace Lianzhi.Web.Features.Targets;

/// <summary>What the forms 登记 and 变更检查对象 send.</summary>
public sealed class TargetForm
{
    /// <summary>Version seen.</summary>
    public long Version { get; set; }

    /// <summary>统一社会信用代码.</summary>
    public string? CreditCode { get; set; }

    /// <summary>Name.</summary>
    public string? Name { get; set; }

    /// <summary>Address.</summary>
    public string? Address { get; set; }

    /// <summary>Township.</summary>
    public string? Township { get; set; }

    /// <summary>Neighbourhood.</summary>
    public string? Block { get; set; }

    /// <summary>Degrees east.</summary>
    public string? Longitude { get; set; }

    /// <summary>Degrees north.</summary>
    public string? Latitude { get; set; }

    /// <summary>Lines of business.</summary>
    public string? Sectors { get; set; }

    /// <summary>Risk grade.</summary>
    public string? Risk { get; set; }

    /// <summary>Opening days.</summary>
    public string? OpenDays { get; set; }

    /// <summary>Opening hours.</summary>
    public string? Hours { get; set; }

    /// <summary>Status.</summary>
    public string? Status { get; set; }

    /// <summary>Why it is changed.</summary>
    public string? Reason { get; set; }

    /// <summary>As the use cases take it.</summary>
    public IReadOnlyList<string> Cells => new TargetRequest(CreditCode, Name, Address, Township, Block, Longitude, Latitude, Sectors, Risk, OpenDays, Hours, Status, null, null).Cells;

    /// <summary>The form of what stands.</summary>
    public static TargetForm Of(TargetRow row)
    {
        var cells = row.ToFacts().ToRow();
        return new()
        {
            Version = row.Version,
            CreditCode = cells[0],
            Name = cells[1],
            Address = cells[2],
            Township = cells[3],
            Block = cells[4],
            Longitude = cells[5],
            Latitude = cells[6],
            Sectors = cells[7],
            Risk = cells[8],
            OpenDays = cells[9],
            Hours = cells[10],
            Status = cells[11],
        };
    }
}
