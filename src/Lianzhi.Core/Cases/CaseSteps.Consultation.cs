using Lianzhi.Core.Documents;

namespace Lianzhi.Core.Cases;

public static partial class CaseSteps
{
    private static Result<CaseEvent> Consult(CaseState state, HoldConsultation c, StepContext context)
    {
        var on = CaseDays.Of(c.At);
        var leaders = LeadersOf(state, on, context);
        var presider = leaders.FirstOrDefault(leader => leader.Id == c.PresiderId);
        var recorder = context.Facts.Procedure.Person(c.RecorderId, on);
        var people = c.Members.Select(voice => context.Facts.Procedure.Person(voice.OfficerId, on)).ToList();
        return Answer(
            [
                c.At > context.Now ? Refusal.Invalid("at", "发生时间不能晚于现在。") : null,
                on < FiledOn(state) ? Refusal.Invalid("at", $"会商在立案（{ChineseText.Date(FiledOn(state))}）以后办理。") : null,
                c.Until < c.At || c.Until > context.Now ? Refusal.Invalid("until", "结束时间应在开始之后、现在之前。") : null,
                Given(c.Place, "place", "地点"),
                presider is null ? NotALeader(state, leaders) : null,
                recorder is null ? Refusal.Invalid("recorderId", "没有这名在职人员。") : null,
                people.Contains(null) ? Refusal.Invalid("members", "参加人员应为名册中的在职人员；其他人员列入列席人员。") : null,
                c.Members.Select(voice => voice.OfficerId).Append(c.PresiderId).GroupBy(id => id).Any(same => same.Count() > 1) ? Refusal.Invalid("members", "同一人员只登记一次，主持人不再列入参加人员。") : null,
                // Whoever knows the case tells it.
                c.Members.Any(voice => state.Officers.Any(officer => officer.Id == voice.OfficerId)) ? null
                    : new("consultation-without-officer", "会商应当有本案的办案人员参加并介绍案情。", AreaConsultation.Practice, "members"),
                c.Members.Count + c.Guests.Count < 2 ? new("consultation-too-small", "会商除主持人以外，应当有两名以上人员发表意见。", AreaConsultation.Practice, "members") : null,
                c.Members.Any(voice => string.IsNullOrWhiteSpace(voice.Opinion)) ? Refusal.Invalid("members", "请记明每一名参加人员的意见。") : null,
                c.Guests.Any(guest => string.IsNullOrWhiteSpace(guest.Name) || string.IsNullOrWhiteSpace(guest.Unit) || string.IsNullOrWhiteSpace(guest.Opinion)) ? Refusal.Invalid("guests", "请写明列席人员的姓名、单位和意见。") : null,
                c.Questions.Count == 0 || c.Questions.Any(string.IsNullOrWhiteSpace) ? Refusal.Invalid("questions", "请写明需要会商的问题。") : null,
                Given(c.Summary, "summary", "会商意见"),
            ],
            () => new ConsultationHeld(c.At, c.Until, c.Place, presider!, recorder!, [.. people.Zip(c.Members, (person, voice) => new ConsultationMember(person!.Id, person.Name, person.Unit, voice.Opinion))],
                c.Guests, c.Questions, c.Summary));
    }

    /// <summary>Who may preside over a consultation about the case.</summary>
    public static IReadOnlyList<AreaLeader> LeadersOf(CaseState state, DateOnly day, StepContext context) =>
        state.Place?.Area is { } area ? context.Facts.Procedure.AreaLeaders(area, day) : [];

    /// <summary>Nobody presides but the chief of the area or a deputy of it.</summary>
    internal static Refusal NotALeader(CaseState state, IReadOnlyList<AreaLeader> leaders) => leaders.Count == 0
        ? new("no-area-leader", $"{state.Place!.TownshipName}所在片区当日没有片长、副片长在任，不能主持会商。", AreaConsultation.Notice)
        : new("not-an-area-leader", $"会商由案发地所在片区的片长或者副片长主持：{string.Join("、", leaders.Select(leader => $"{leader.Name}（{leader.Post}）"))}。", AreaConsultation.Notice, "presiderId");

    private static DateOnly FiledOn(CaseState state) => state.Filing?.On ?? state.OnSpot!.On;
}
