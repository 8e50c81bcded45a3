using System.Text.RegularExpressions;

namespace Lianzhi.Core.Clues;

/// <summary>What a person reports (投诉举报), as typed.</summary>
/// <param name="Category">Code of the kind of matter, see <see cref="ComplaintCategory"/>.</param>
/// <param name="Description">What happened.</param>
/// <param name="Township">Township, nine digits; null when the person does not know.</param>
/// <param name="Address">Address or landmark.</param>
/// <param name="Occurred">When, in the person's words.</param>
/// <param name="Named">True when the person gives a name or phone; false stays anonymous.</param>
/// <param name="Name">Name; only when named.</param>
/// <param name="Phone">Phone; only when named.</param>
/// <param name="Confidential">True when the person reported about must not learn who reported.</param>
public sealed record Complaint(
    string? Category, string? Description, string? Township, string? Address, string? Occurred,
    bool Named, string? Name, string? Phone, bool Confidential)
{
    /// <summary>The same with blanks cut off, and without name and phone when the person stays anonymous.</summary>
    public Complaint Trimmed() => this with
    {
        Category = Cut(Category),
        Description = Cut(Description),
        Township = Cut(Township),
        Address = Cut(Address),
        Occurred = Cut(Occurred),
        Name = Named ? Cut(Name) : null,
        Phone = Named ? Cut(Phone) : null,
    };

    private static string? Cut(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Checks a complaint, one question at a time and as a whole.</summary>
public static partial class ComplaintChecks
{
    /// <summary>Most photos of one complaint.</summary>
    public const int MostPhotos = 6;

    /// <summary>Longest description, in characters.</summary>
    public const int LongestDescription = 2000;

    /// <summary>What happened.</summary>
    public static IEnumerable<Refusal> What(Complaint complaint)
    {
        if (complaint.Category is null || ComplaintCategory.Find(complaint.Category) is null)
            yield return Refusal.Invalid("category", "请选择是哪一类事情；都不像的，选“其他”。");
        if (complaint.Description is null || complaint.Description.Length < 5)
            yield return Refusal.Invalid("description", "请写一写发生了什么，至少 5 个字。");
        else if (complaint.Description.Length > LongestDescription)
            yield return Refusal.Invalid("description", $"请控制在 {LongestDescription} 字以内，现在有 {complaint.Description.Length} 字。");
        else if (!PlainText.IsFit(complaint.Description))
            yield return Refusal.Invalid("description", "内容里有不能识别的字符，请删掉后再试。");
    }

    /// <summary>Where.</summary>
    /// <param name="complaint">The complaint.</param>
    /// <param name="townships">Codes of the district's townships.</param>
    public static IEnumerable<Refusal> Where(Complaint complaint, IReadOnlyCollection<string> townships)
    {
        if (complaint.Township is not null && !townships.Contains(complaint.Township))
            yield return Refusal.Invalid("township", "请选择镇街，不清楚的选“不确定”。");
        if (complaint.Address is null)
            yield return Refusal.Invalid("address", "请写地址或者附近的标志，能找到就行。");
        else if (complaint.Address.Length > 200 || !PlainText.IsFit(complaint.Address))
            yield return Refusal.Invalid("address", "地址请控制在 200 字以内，不要使用特殊符号。");
    }

    /// <summary>When.</summary>
    public static IEnumerable<Refusal> When(Complaint complaint)
    {
        if (complaint.Occurred is null)
            yield return Refusal.Invalid("occurred", "请写大概时间，例如“昨天晚上十点”或者“一直这样”。");
        else if (complaint.Occurred.Length > 100 || !PlainText.IsFit(complaint.Occurred))
            yield return Refusal.Invalid("occurred", "时间请控制在 100 字以内，不要使用特殊符号。");
    }

    /// <summary>Who reports.</summary>
    public static IEnumerable<Refusal> Who(Complaint complaint)
    {
        if (!complaint.Named) yield break;
        if (complaint.Phone is null && complaint.Name is null)
            yield return Refusal.Invalid("phone", "选择留下联系方式的，请至少填写手机号码；不想留的，请选“不留名”。");
        if (complaint.Phone is { } phone && !Phone().IsMatch(phone))
            yield return Refusal.Invalid("phone", "请填写 11 位手机号码，或者带区号的固定电话，例如 0596-2100000。");
        if (complaint.Name is { } name && (name.Length > 40 || !PlainText.IsFit(name)))
            yield return Refusal.Invalid("name", "称呼请控制在 40 字以内。");
    }

    /// <summary>All questions.</summary>
    public static List<Refusal> All(Complaint complaint, IReadOnlyCollection<string> townships) =>
        [.. What(complaint), .. Where(complaint, townships), .. When(complaint), .. Who(complaint)];

    [GeneratedRegex(@"^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Phone();
}
