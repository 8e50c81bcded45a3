using System.Text.Json;
using Lianzhi.Core.Cases;
using Lianzhi.Web.Components.Forms;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Lianzhi.Web.Tests.Features.Cases;

/// <summary>The one table of forms: every step has one, it asks for what its command needs and for nothing else, and every answer it offers can be read.</summary>
public sealed class StepFormTests
{
    /// <summary>Members that no form asks for: ids made here, a number taken from the book, grounds for which the form shows a field only where they may be needed.</summary>
    private static readonly string[] NotAsked = ["caseId", "clueId", "reservedNumber", "newFacts", "hearingAnswer", "evidenceIds"];

    /// <summary>Members asked for only where there is more than one to choose from.</summary>
    private static readonly (CaseStep Step, string Member)[] AskedAmongSeveral = [(CaseStep.SubmitMeasureReview, "request"), (CaseStep.ReviewMeasure, "round"), (CaseStep.ReassignReview, "round")];

    private static readonly Choice[] People = [new("one", "郑启明"), new("two", "吴桂芳")];

    [Fact]
    public async Task Forms_OfEveryStep_DeclareTheMembersOfTheirCommand()
    {
        await using var cases = await CaseHost.Start();
        foreach (var (step, fields) in await Forms(cases))
        {
            var members = CommandReader.RecordOf(step).GetConstructors()[0].GetParameters().Select(parameter => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!)).ToList();
            members.RemoveAll(member => AskedAmongSeveral.Contains((step, member)));
            Assert.Equal(members.Except(NotAsked).Order(), fields.Select(field => field.Name).Except(NotAsked).Order());
        }
    }

    [Fact]
    public async Task Forms_FilledIn_AreReadAsTheirCommandWhateverIsChosen()
    {
        await using var cases = await CaseHost.Start();
        foreach (var (step, fields) in await Forms(cases))
            for (var choice = 0; choice == 0 || fields.Any(field => Offers(field, choice)); choice++)
            {
                var form = new Dictionary<string, StringValues>();
                foreach (var field in fields.Where(field => field.Kind is not (StepFieldKind.Entry or StepFieldKind.OneOf) || field.Choices.Count > 0)) Fill(form, field, field.Name, choice);
                var read = StepReader.Command(step, [.. fields.Where(field => field.Choices.Count > 0 || field.Kind is not (StepFieldKind.Entry or StepFieldKind.OneOf))], new FormCollection(form));
                // A choice that depends on the case may be empty here; then the member alone is missing.
                Assert.True(read.IsOk || read.Refusals.All(refusal => fields.Any(field => field.Name == refusal.Field && field.Choices.Count == 0)), $"{step}: {string.Join(' ', read.Refusals.Select(refusal => $"{refusal.Field} {refusal.Message}"))}");
            }
    }

    [Fact]
    public async Task Forms_LeftEmpty_NameTheirFieldsAndNeverBreak()
    {
        await using var cases = await CaseHost.Start();
        foreach (var (step, fields) in await Forms(cases))
        {
            var read = StepReader.Command(step, fields, new FormCollection([]));
            Assert.All(read.Refusals, refusal => Assert.Contains(fields, field => refusal.Field is { } name && (name == field.Name || name.StartsWith($"{field.Name}.", StringComparison.Ordinal) || name.StartsWith($"{field.Name}[", StringComparison.Ordinal))));
        }
    }

    [Theory]
    [InlineData("800.5", """{"penalties":[{"kind":"confiscateGoods","text":"烧烤炉1台","valueFen":80050}]}""")]
    [InlineData("", """{"penalties":[{"kind":"confiscateGoods","text":"烧烤炉1台","valueFen":null}]}""")]
    public void Penalties_ConfiscatedGoods_AreReadWithTheirValue(string value, string expected)
    {
        var read = StepReader.Read([new StepField("penalties", "处罚", StepFieldKind.Penalties)], new FormCollection(new() { ["Input.penalties.confiscateGoods"] = "烧烤炉1台", ["Input.penalties.confiscateGoodsValue"] = value }));
        Assert.Equal(expected, read.Value!.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public void Lines_InAllTheirForms_AreReadOrNamed()
    {
        var plan = new StepField("plan", "缴款安排", StepFieldKind.Lines) { Columns = [new("dueOn", "日期", StepFieldKind.Date), new("amountFen", "数额", StepFieldKind.Yuan)] };
        var talk = new StepField("answers", "询问内容", StepFieldKind.Answers);
        var read = StepReader.Read([plan, talk], new FormCollection(new()
        {
            ["Input.plan"] = "2026-11-09｜100.5\n\n 2026-12-09 | 1 ",
            ["Input.answers"] = "问：姓名？\n答：陈阿明。\n以前做过吗\n问：地点",
        }));
        Assert.Equal("""{"plan":[{"dueOn":"2026-11-09","amountFen":10050},{"dueOn":"2026-12-09","amountFen":100}],"answers":[{"question":"姓名？","answer":"陈阿明。以前做过吗"},{"question":"地点","answer":""}]}""",
            read.Value!.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        var wrong = StepReader.Read([plan], new FormCollection(new() { ["Input.plan"] = "2026-11-09\n2026-11-31｜1\n2026-11-30｜1.005\n2026-11-09" }));
        Assert.Equal(["每行一项，写成：日期｜数额。", "日期格式应为 2026-03-05。", "请填写金额，单位元，最多两位小数。"], wrong.Refusals.Select(refusal => refusal.Message));
        Assert.All(wrong.Refusals, refusal => Assert.Equal("plan", refusal.Field));
    }

    /// <summary>The form of every step for a case that was told of its penalty, and the forms of new cases.</summary>
    private static async Task<IReadOnlyList<(CaseStep Step, IReadOnlyList<StepField> Fields)>> Forms(CaseHost cases)
    {
        var id = await cases.Noticed();
        var view = await cases.Host.Within(async services =>
        {
            services.GetRequiredService<CurrentActor>().Become(Lianzhi.Core.Access.Actor.System);
            return new CaseStepView((await services.GetRequiredService<CaseStream>().Load(id, CancellationToken.None))!, [], People, services.GetRequiredService<CaseDesk>().Context(), People);
        });
        var start = new NewCaseView(view.Context.Now, [new("CG-030", "渣土")], [new(CaseHost.Street, "蓝田街道")], People, "one") { Township = CaseHost.Street };
        var steps = CaseFlow.Lines.Select(line => line.Step).Except([CaseStep.ProposeFiling, CaseStep.PenaliseOnSpot, CaseStep.Publish, CaseStep.WithdrawPublication]).ToList();
        Assert.All(steps, step => Assert.NotNull(StepForms.Of(step, view)));
        return [(CaseStep.ProposeFiling, StepForms.ProposeFiling(start)), (CaseStep.PenaliseOnSpot, StepForms.PenaliseOnSpot(start)), .. steps.Select(step => (step, StepForms.Of(step, view)!))];
    }

    private static bool Offers(StepField field, int choice) =>
        (field.Kind is StepFieldKind.OneOf or StepFieldKind.Entry && choice < field.Choices.Count) || field.Columns.Any(column => Offers(column, choice));

    /// <summary>Types something plausible; of several answers the one at this place.</summary>
    private static void Fill(Dictionary<string, StringValues> form, StepField field, string name, int choice)
    {
        void Type(string at, string text) => form[StepReader.Prefix + at] = text;
        switch (field.Kind)
        {
            case StepFieldKind.Group:
                foreach (var column in field.Columns) Fill(form, column, $"{name}.{column.Name}", choice);
                break;
            case StepFieldKind.Rows:
                for (var row = 0; row < field.Rows.Count; row++)
                    foreach (var column in field.Columns) Fill(form, column, $"{name}[{row}].{column.Name}", choice);
                break;
            case StepFieldKind.Officers:
                (form[$"Input.{name}[0]"], form[$"Input.{name}[1]"]) = ("one", "two");
                break;
            case StepFieldKind.Penalties:
                (form[$"Input.{name}.warning"], form[$"Input.{name}.fine"], form[$"Input.{name}.confiscation"]) = ("true", "100", "0.5");
                break;
            case StepFieldKind.Papers:
                (form[$"Input.{name}.chosen"], form[$"Input.{name}.way"]) = ("prior-notice/0", "issued");
                break;
            case StepFieldKind.Lines:
                Type(name, field.Columns.Count == 0 ? "一份\n两份" : string.Join('｜', field.Columns.Select(column => Plain(column.Kind))));
                break;
            default:
                Type(name, field.Kind is StepFieldKind.OneOf or StepFieldKind.Entry or StepFieldKind.Many ? field.Choices.Count == 0 ? "" : field.Choices[Math.Min(choice, field.Choices.Count - 1)].Value : Plain(field.Kind));
                break;
        }
    }

    private static string Plain(StepFieldKind kind) => kind switch
    {
        StepFieldKind.Whole => "1",
        StepFieldKind.Yuan => "10.5",
        StepFieldKind.Date => "2026-03-16",
        StepFieldKind.Moment => "2026-03-16T15:00",
        StepFieldKind.Flag => "true",
        StepFieldKind.Answers => "问：姓名？\n答：陈阿明。",
        _ => "文字",
    };
}
