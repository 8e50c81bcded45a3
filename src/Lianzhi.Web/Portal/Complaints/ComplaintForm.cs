using Lianzhi.Core.Clues;

namespace Lianzhi.Web.Portal.Complaints;

/// <summary>One question of the complaint (一页一问).</summary>
public enum ComplaintStep
{
    /// <summary>什么事.</summary>
    What,

    /// <summary>什么时候.</summary>
    When,

    /// <summary>在哪里.</summary>
    Where,

    /// <summary>照片.</summary>
    Photos,

    /// <summary>怎么联系.</summary>
    Who,

    /// <summary>提交前确认.</summary>
    Check,
}

/// <summary>
/// All answers given so far. They travel as fields of the form from page to page, so that no session is needed
/// and any node can take the next page.
/// </summary>
public sealed class ComplaintForm
{
    /// <summary>The question on the page.</summary>
    public ComplaintStep Step { get; set; }

    /// <summary>The button pressed: <c>next</c>, <c>back</c>, <c>send</c>, the name of a step to change, or <c>drop-N</c>.</summary>
    public string Go { get; private init; } = "next";

    /// <summary>True when the person came back from the last page to change one answer.</summary>
    public bool Changing { get; set; }

    /// <summary>Kind of matter.</summary>
    public string? Category { get; private init; }

    /// <summary>What happened.</summary>
    public string? Description { get; private init; }

    /// <summary>When.</summary>
    public string? Occurred { get; private init; }

    /// <summary>Township; empty for not sure, null before choosing.</summary>
    public string? Township { get; private init; }

    /// <summary>Address.</summary>
    public string? Address { get; private init; }

    /// <summary>Sealed tokens of photos stored so far.</summary>
    public List<string> Photos { get; } = [];

    /// <summary><c>yes</c> or <c>no</c>; null before choosing.</summary>
    public string? Named { get; private init; }

    /// <summary>Name.</summary>
    public string? Name { get; private init; }

    /// <summary>Phone.</summary>
    public string? Phone { get; private init; }

    /// <summary><c>yes</c> unless the person says that their name may be told.</summary>
    public string Confidential { get; private init; } = "yes";

    /// <summary>True when the last box was ticked.</summary>
    public bool Truthful { get; private init; }

    /// <summary>The answers as fields of a form.</summary>
    public IEnumerable<(string Name, string? Value)> Fields =>
    [
        ("category", Category), ("description", Description), ("occurred", Occurred), ("township", Township), ("address", Address),
        ("named", Named), ("name", Name), ("phone", Phone), ("confidential", Confidential), .. Photos.Select(photo => ("photos", (string?)photo)),
    ];

    /// <summary>Fields that the page of a step asks for itself.</summary>
    public static IReadOnlyList<string> AskedOn(ComplaintStep step) => step switch
    {
        ComplaintStep.What => ["category", "description"],
        ComplaintStep.When => ["occurred"],
        ComplaintStep.Where => ["township", "address"],
        ComplaintStep.Who => ["named", "name", "phone", "confidential"],
        _ => [],
    };

    /// <summary>Reads what was sent.</summary>
    public static ComplaintForm Read(IFormCollection form)
    {
        var read = new ComplaintForm
        {
            Step = Enum.TryParse<ComplaintStep>(form["step"], out var step) && Enum.IsDefined(step) ? step : ComplaintStep.What,
            Go = (string?)form["go"] ?? "next",
            Changing = form["changing"] == "1",
            Category = form["category"],
            Description = form["description"],
            Occurred = form["occurred"],
            Township = form.ContainsKey("township") ? (string?)form["township"] : null,
            Address = form["address"],
            Named = form["named"],
            Name = form["name"],
            Phone = form["phone"],
            Confidential = form["confidential"] == "no" ? "no" : "yes",
            Truthful = form["truthful"] == "yes",
        };
        read.Photos.AddRange(form["photos"].OfType<string>().Where(photo => photo.Length > 0).Take(ComplaintChecks.MostPhotos));
        return read;
    }

    /// <summary>The complaint as the rules read it.</summary>
    public Complaint ToComplaint() => new Complaint(Category, Description, Township, Address, Occurred, Named == "yes", Name, Phone, Confidential == "yes").Trimmed();
}
