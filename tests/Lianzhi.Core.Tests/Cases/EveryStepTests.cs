using Lianzhi.Core.Cases;

namespace Lianzhi.Core.Tests.Cases;

/// <summary>Every step of the flow, taken lawfully and then with one thing wrong.</summary>
public sealed class EveryStepTests
{
    [Fact]
    public void EveryStep_OfTheFlow_IsTakenLawfullyByAScenario() =>
        None(CaseFlow.Lines.Select(line => line.Step).Except(LawfulMove.All.Select(move => move.Command.Step)));

    /// <summary>Days and hours that lie ahead by their nature; everything else is told after it happened.</summary>
    private static readonly string[] Ahead = ["ServeHearingNotice.HearingAt"];

    [Fact]
    public void EveryStep_SaidToHappenTomorrow_IsRefused() => None(
        from move in LawfulMove.All
        from member in Changing.Members(move.Command)
        where member.Value is DateTimeOffset && !Ahead.Contains($"{move.Command.Step}.{member.Path}")
        where move.Take((CaseCommand)member.With(move.Context.Now.AddDays(1))).IsOk
        select $"{move.Command.Step}.{member.Path}");

    [Fact]
    public void EveryStep_SaidToHaveHappenedBeforeTheCase_IsRefused() => None(
        from move in LawfulMove.All
        where move.Before.Id.Length > 0
        from member in Changing.Members(move.Command)
        where member.Value is DateTimeOffset
        where move.Take((CaseCommand)member.With(move.Context.Now.AddYears(-3))).IsOk
        select $"{move.Command.Step}.{member.Path}");

    [Fact]
    public void EveryStep_ByOfficersWhoMayNot_IsRefused() => None(
        from move in LawfulMove.All
        from member in Changing.Members(move.Command)
        where member.Path is "Officers" && member.Value is IReadOnlyList<string>
        from crew in new string[][] { [], ["o1"], ["o1", "o1"], ["o1", "o4"], ["o1", "nobody"], ["o1", "o3"] }
        where move.Take((CaseCommand)member.With(crew)).IsOk
        select $"{move.Command.Step} by {string.Join(',', crew)}");

    /// <summary>Ids the platform gives, and what a party, a receiver or a court need not have said.</summary>
    private static readonly string[] MayBeBlank = ["CaseId", "PublicationId", "PartyOpinion", "Service.Relation", "Note", "Text"];

    [Fact]
    public void EveryStep_WithoutWhatItMustSay_IsRefusedNamingTheField() => None(
        from move in LawfulMove.All
        from member in Changing.Members(move.Command)
        where member.Value is string { Length: > 0 } && !IsOptional(member.Member) && !MayBeBlank.Contains(member.Path)
        let answer = move.Take((CaseCommand)member.With(" "))
        where answer.IsOk
        select $"{move.Command.Step}.{member.Path}");

    private static void None<T>(IEnumerable<T> found)
    {
        var all = found.Distinct().ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    private static bool IsOptional(System.Reflection.ParameterInfo member) =>
        member.HasDefaultValue || new System.Reflection.NullabilityInfoContext().Create(member).WriteState == System.Reflection.NullabilityState.Nullable;
}
