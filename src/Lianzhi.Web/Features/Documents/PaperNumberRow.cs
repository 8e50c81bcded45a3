using System.ComponentModel.DataAnnotations;
using Lianzhi.Core.Access;
using Lianzhi.Core.Documents;

namespace Lianzhi.Web.Features.Documents;

/// <summary>A number of a paper in the register (文号登记): given with the step that issued it, or reserved for a device.</summary>
public sealed class PaperNumberRow
{
    /// <summary>Unit, genre, year and serial, so that no number is there twice.</summary>
    [Key, MaxLength(80)] public required string Id { get; init; }

    /// <summary>Unit.</summary>
    [MaxLength(40)] public required string Unit { get; init; }

    /// <summary>Full name of the unit.</summary>
    [MaxLength(100)] public required string UnitName { get; init; }

    /// <summary>文种.</summary>
    [MaxLength(10)] public required string Genre { get; init; }

    /// <summary>Year.</summary>
    public required int Year { get; init; }

    /// <summary>Serial.</summary>
    public required long Serial { get; init; }

    /// <summary>The number.</summary>
    [MaxLength(100)] public required string Number { get; init; }

    /// <summary>Kind of paper.</summary>
    [MaxLength(40)] public required DocumentCode Kind { get; init; }

    /// <summary>The file it belongs to, a case, an inspection or a paper of supervision; null while reserved or when voided.</summary>
    [MaxLength(26)] public string? CaseId { get; set; }

    /// <summary>True when that file is an inspection.</summary>
    public bool OfInspection { get; init; }

    /// <summary>Day it was given or reserved.</summary>
    public required DateOnly TakenOn { get; init; }

    /// <summary>What became of it.</summary>
    [MaxLength(20)] public required NumberState State { get; set; }

    /// <summary>How its paper stands; null for papers that do not go out.</summary>
    [MaxLength(20)] public PaperStanding? Standing { get; set; }

    /// <summary>Device it was reserved for.</summary>
    [MaxLength(60)] public string? Device { get; init; }

    /// <summary>Who reserved it.</summary>
    [MaxLength(60)] public string? ReservedBy { get; init; }

    /// <summary>Why it was voided.</summary>
    [MaxLength(200)] public string? Reason { get; set; }

    /// <summary>Day it was voided.</summary>
    public DateOnly? VoidedOn { get; set; }

    /// <summary>Raised with every change, so that nobody uses a number another has just voided.</summary>
    [ConcurrencyCheck] public long Version { get; set; }

    /// <summary>Where it stands for permission.</summary>
    public Placement Placement => new(Unit, null, []);

    /// <summary>The id of a number.</summary>
    public static string IdOf(string unit, string genre, int year, long serial) => FormattableString.Invariant($"{unit}/{genre}/{year}/{serial:000000}");
}
