namespace Lianzhi.Core.Disclosure;

/// <summary>Practice values of publication (公示设置), for the department whose field the decision is in.</summary>
/// <param name="ShortestDays">Shortest term in days.</param>
/// <param name="LongestYears">Longest term in years.</param>
/// <param name="TermDays">Term when nobody says another.</param>
/// <param name="ShowRepresentative">True to show the name of an organisation's legal representative.</param>
public sealed record PublicationSettings(int ShortestDays, int LongestYears, int TermDays, bool ShowRepresentative);

/// <summary>Why a decision is lawfully not published (不予公示情形).</summary>
public enum NoPublicationGround
{
    /// <summary>不具有一定社会影响.</summary>
    NoSocialImpact,

    /// <summary>涉及国家秘密、商业秘密或者个人隐私.</summary>
    Secrets,

    /// <summary>当事人是未成年人.</summary>
    Minor,

    /// <summary>可能危及国家安全、公共安全、经济安全、社会稳定.</summary>
    PublicSafety,

    /// <summary>不予行政处罚决定.</summary>
    NoPenalty,
}

/// <summary>
/// What of a decision is published, when, for how long (公示). Publication is a decision by itself
/// (行政处罚法 第48条), never automatic.
/// </summary>
public static class Publication
{
    /// <summary>Stands for the public name of the party while names of persons are masked; nobody can type it.</summary>
    private const string PartyMark = "\uE000";

    /// <summary>Makes the public text of a decision, or says why it must not be published.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="termDays">Term in days from the day of publication; null for the setting.</param>
    /// <param name="publishedOn">First day of publication.</param>
    /// <param name="settings">Practice values valid that day.</param>
    public static Result<PublicDecision> Publish(DecisionToPublish decision, int? termDays, DateOnly publishedOn, PublicationSettings settings)
    {
        var refusals = Gates(decision, publishedOn).ToList();
        var endsOn = Term(termDays, publishedOn, settings);
        if (!endsOn.IsOk) refusals.AddRange(endsOn.Refusals);
        return refusals.Count > 0 ? refusals : Mask(decision, publishedOn, endsOn.Value, settings);
    }

    /// <summary>The day after the last day of a term that runs from the day of publication.</summary>
    /// <param name="termDays">Term in days; null for the setting.</param>
    /// <param name="publishedOn">First day of publication.</param>
    /// <param name="settings">Practice values valid that day.</param>
    public static Result<DateOnly> Term(int? termDays, DateOnly publishedOn, PublicationSettings settings)
    {
        var days = termDays ?? settings.TermDays;
        var latest = publishedOn.AddYears(settings.LongestYears);
        if (days < settings.ShortestDays || days > latest.DayNumber - publishedOn.DayNumber)
            return new Refusal("term-out-of-range",
                $"公示期限不少于 {settings.ShortestDays} 日，最长不超过 {settings.LongestYears} 年，自公示之日起算；法律、法规、规章另有规定的从其规定。",
                "福建省人民政府令第242号 第21条", "termDays");
        return publishedOn.AddDays(days);
    }

    /// <summary>What stands in the way of publication; empty when nothing does.</summary>
    public static IEnumerable<Refusal> Gates(DecisionToPublish decision, DateOnly on)
    {
        if (decision.ServedOn is null || decision.ServedOn > on)
            yield return new Refusal("not-served", "决定书还没有送达，未送达的不得公示。", "行政处罚法 第48条、第61条");
        if (!decision.ToldOfPublication)
            yield return new Refusal("party-not-told", "送达时没有书面告知当事人将公示，请先补充告知。", "行政处罚法 第44条、第48条");
        if (decision.Result == PublishedResult.NoPenalty)
            yield return new Refusal("no-penalty", "不予处罚决定不按姓名或者名称公示，请登记不予公示。", "行政处罚法 第48条");
        if (IsMinor(decision))
            yield return new Refusal("minor", "当事人行为时未满十八周岁，不得公示。", "未成年人保护法 第103条");
        if (decision.HoldsSecrets)
            yield return new Refusal("secrets", "主要事实涉及国家秘密、商业秘密或者个人隐私，不得公示。", "政府信息公开条例 第14条、第15条");
    }

    /// <summary>Checks the decision not to publish (不予公示).</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="ground">The ground.</param>
    /// <param name="reason">The facts behind it.</param>
    public static Result<NoPublicationGround> DoNotPublish(DecisionToPublish decision, NoPublicationGround ground, string? reason)
    {
        if (ground == NoPublicationGround.Minor && !IsMinor(decision))
            return new Refusal("not-a-minor", "当事人不是未成年人，请选择其他情形。", "未成年人保护法 第103条", "ground");
        if (ground == NoPublicationGround.NoPenalty && decision.Result != PublishedResult.NoPenalty)
            return new Refusal("is-a-penalty", "本决定给予了行政处罚，请选择其他情形。", "行政处罚法 第48条", "ground");
        return (reason?.Trim().Length ?? 0) < 5 ? Refusal.Invalid("reason", "请写明不予公示的理由，至少 5 个字。") : ground;
    }

    /// <summary>Checks the withdrawal of a published decision (撤下).</summary>
    /// <param name="isPublished">True while the public can read it.</param>
    /// <param name="reason">Why; the public reads it.</param>
    public static Result<string> Withdraw(bool isPublished, string? reason)
    {
        if (!isPublished) return new Refusal("not-published", "没有在公示的内容，不需要撤下。", "行政处罚法 第48条");
        return (reason?.Trim().Length ?? 0) < 5 ? Refusal.Invalid("reason", "请写明撤下的理由，至少 5 个字，公众会看到。") : Redaction.Text(reason!.Trim(), []).Text;
    }

    /// <summary>True when a citizen was under eighteen; the birthday itself still counts as under (民法典 第200条).</summary>
    private static bool IsMinor(DecisionToPublish decision) =>
        decision.PartyKind != PublishedPartyKind.Organisation && decision.BirthDate is { } birth && decision.ActOn <= birth.AddYears(18);

    private static PublicDecision Mask(DecisionToPublish decision, DateOnly publishedOn, DateOnly endsOn, PublicationSettings settings)
    {
        var (citizen, person) = (decision.PartyKind == PublishedPartyKind.Citizen, decision.NamesAPerson);
        var showsRepresentative = settings.ShowRepresentative && decision.PartyKind == PublishedPartyKind.Organisation;
        var persons = decision.OtherPersons.Append(person ? decision.PartyName : "").Append(decision.Representative ?? "")
            .Where(name => !(showsRepresentative && name == decision.Representative)).ToList();
        var counts = default(MaskCounts);
        var paragraphs = new List<PublicParagraph>();
        var (addresses, contacts) = (0, 0);
        foreach (var paragraph in decision.Paragraphs)
        {
            var text = paragraph.Text;
            if (citizen && decision.Domicile is { Length: > 0 } address)
            {
                addresses += Redaction.Occurrences(text, address);
                text = text.Replace(address, TownOf(decision), StringComparison.Ordinal);
            }
            foreach (var contact in decision.OtherContacts.Where(contact => !Redaction.IsNumber(contact)).OrderByDescending(contact => contact.Length))
            {
                contacts += Redaction.Occurrences(text, contact);
                text = text.Replace(contact, Redaction.Bar, StringComparison.Ordinal);
            }
            // 字号 and names of organisations are public, whoever's name they hold.
            if (!person) text = text.Replace(decision.PartyName, PartyMark, StringComparison.Ordinal);
            var (masked, found) = Redaction.Text(text, persons);
            counts += found;
            paragraphs.Add(new PublicParagraph(paragraph.Heading, masked.Replace(PartyMark, decision.PartyName, StringComparison.Ordinal)));
        }
        var hidesRepresentative = decision.Representative is not null && !showsRepresentative;
        return new PublicDecision(
            person ? Redaction.Name(decision.PartyName) : decision.PartyName,
            citizen ? null : decision.CreditCode,
            hidesRepresentative ? Redaction.Name(decision.Representative!) : decision.Representative,
            citizen ? (decision.Domicile is null ? null : TownOf(decision)) : decision.Domicile,
            paragraphs,
            [.. Notes(counts, person, hidesRepresentative, addresses + (citizen && decision.Domicile is not null ? 1 : 0), contacts)],
            publishedOn, endsOn);
    }

    private static string TownOf(DecisionToPublish decision) => decision.DomicileTownship ?? "（住址已遮盖）";

    private static IEnumerable<MaskNote> Notes(MaskCounts counts, bool person, bool representative, int addresses, int contacts)
    {
        const string openness = "政府信息公开条例 第15条";
        const string protection = "个人信息保护法 第6条";
        var names = counts.Names + (person ? 1 : 0) + (representative ? 1 : 0);
        if (names > 0) yield return new MaskNote("自然人姓名", names, "只保留姓氏，避免超出公示目的公开个人信息", openness);
        if (addresses > 0) yield return new MaskNote("自然人住址", addresses, "只写到镇街", openness);
        if (contacts > 0) yield return new MaskNote("住址、出生日期、电子邮箱等", contacts, "个人信息，与公示目的无关", protection);
        if (counts.Identities > 0) yield return new MaskNote("身份证件号码", counts.Identities, "个人信息，与公示目的无关", protection);
        if (counts.Phones > 0) yield return new MaskNote("联系电话", counts.Phones, "个人信息，与公示目的无关", protection);
        if (counts.Accounts > 0) yield return new MaskNote("银行账号", counts.Accounts, "与公示目的无关", openness);
        if (counts.Plates > 0) yield return new MaskNote("车辆号牌", counts.Plates, "可以识别到个人，与公示目的无关", protection);
    }
}
