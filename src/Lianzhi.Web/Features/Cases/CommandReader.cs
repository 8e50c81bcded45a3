using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Lianzhi.Core;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Cases.Discretion;
using Lianzhi.Core.Cases.Measures;
using Lianzhi.Web.Platform.Problems;

namespace Lianzhi.Web.Features.Cases;

/// <summary>
/// Reads a step from JSON (读取步骤): <c>step</c> says which, anywhere in the object; members the step does not
/// know, or that it needs and are missing, are named.
/// </summary>
public static class CommandReader
{
    private static readonly JsonSerializerOptions Options = new(ApiJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true };

    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<CaseStep, Type> Commands = new()
    {
        [CaseStep.ProposeFiling] = typeof(ProposeFiling),
        [CaseStep.PenaliseOnSpot] = typeof(PenaliseOnSpot),
        [CaseStep.ApproveFiling] = typeof(ApproveFiling),
        [CaseStep.RefuseFiling] = typeof(RefuseFiling),
        [CaseStep.DeclareRecusal] = typeof(DeclareRecusal),
        [CaseStep.RecordInspection] = typeof(RecordInspection),
        [CaseStep.RecordInterview] = typeof(RecordInterview),
        [CaseStep.OrderCorrection] = typeof(OrderCorrection),
        [CaseStep.CheckCorrection] = typeof(CheckCorrection),
        [CaseStep.ConcludeInvestigation] = typeof(ConcludeInvestigation),
        [CaseStep.ServePriorNotice] = typeof(ServePriorNotice),
        [CaseStep.RecordDefence] = typeof(RecordDefence),
        [CaseStep.RecordWaiver] = typeof(RecordWaiver),
        [CaseStep.ReviewDefence] = typeof(ReviewDefence),
        [CaseStep.RequestHearing] = typeof(RequestHearing),
        [CaseStep.MakeDecision] = typeof(MakeDecision),
        [CaseStep.ServeDecision] = typeof(ServeDecision),
        [CaseStep.RecordPayment] = typeof(RecordPayment),
        [CaseStep.DecidePublication] = typeof(DecidePublication),
        [CaseStep.Publish] = typeof(PublishCaseDecision),
        [CaseStep.WithdrawPublication] = typeof(WithdrawPublication),
        [CaseStep.CloseCase] = typeof(CloseCase),
        [CaseStep.RequestRecusal] = typeof(RequestRecusal),
        [CaseStep.RefuseRecusal] = typeof(RefuseRecusal),
        [CaseStep.HandOver] = typeof(HandOver),
        [CaseStep.ReopenInvestigation] = typeof(ReopenInvestigation),
        [CaseStep.SuspendInvestigation] = typeof(SuspendInvestigation),
        [CaseStep.ResumeInvestigation] = typeof(ResumeInvestigation),
        [CaseStep.TerminateInvestigation] = typeof(TerminateInvestigation),
        [CaseStep.WithdrawCase] = typeof(WithdrawCase),
        [CaseStep.ExtendDecisionTerm] = typeof(ExtendDecisionTerm),
        [CaseStep.ExcludeTime] = typeof(ExcludeTime),
        [CaseStep.CheckInternally] = typeof(CheckInternally),
        [CaseStep.ServeHearingNotice] = typeof(ServeHearingNotice),
        [CaseStep.ReplaceHearingHost] = typeof(ReplaceHearingHost),
        [CaseStep.AdjournHearing] = typeof(AdjournHearing),
        [CaseStep.ForgoHearing] = typeof(ForgoHearing),
        [CaseStep.HoldHearing] = typeof(HoldHearing),
        [CaseStep.ReportHearing] = typeof(ReportHearing),
        [CaseStep.SubmitReview] = typeof(SubmitReview),
        [CaseStep.ReassignReview] = typeof(ReassignReview),
        [CaseStep.ConcludeReview] = typeof(ConcludeReview),
        [CaseStep.DiscussCollectively] = typeof(DiscussCollectively),
        [CaseStep.CorrectDecision] = typeof(CorrectDecision),
        [CaseStep.AmendDecision] = typeof(AmendDecision),
        [CaseStep.TakeSample] = typeof(TakeSample),
        [CaseStep.CommissionTest] = typeof(CommissionTest),
        [CaseStep.ConcludeTest] = typeof(ConcludeTest),
        [CaseStep.RequestMeasure] = typeof(RequestMeasure),
        [CaseStep.ApproveMeasure] = typeof(ApproveMeasure),
        [CaseStep.RefuseMeasure] = typeof(RefuseMeasure),
        [CaseStep.PreserveEvidence] = typeof(PreserveEvidence),
        [CaseStep.DecidePreserved] = typeof(DecidePreserved),
        [CaseStep.SealGoods] = typeof(SealGoods),
        [CaseStep.ExtendSealing] = typeof(ExtendSealing),
        [CaseStep.LiftSealing] = typeof(LiftSealing),
        [CaseStep.RecordCustody] = typeof(RecordCustody),
        [CaseStep.OrderSubstitute] = typeof(OrderSubstitute),
        [CaseStep.DemandSubstitute] = typeof(DemandSubstitute),
        [CaseStep.PerformSubstitute] = typeof(PerformSubstitute),
        [CaseStep.ClearAtOnce] = typeof(ClearAtOnce),
        [CaseStep.AnnounceDemolition] = typeof(AnnounceDemolition),
        [CaseStep.DecideDemolition] = typeof(DecideDemolition),
        [CaseStep.CarryOutDemolition] = typeof(CarryOutDemolition),
        [CaseStep.ReportCrime] = typeof(ReportCrime),
        [CaseStep.DecideCrimeTransfer] = typeof(DecideCrimeTransfer),
        [CaseStep.HandOverCrime] = typeof(HandOverCrime),
        [CaseStep.RecordPoliceAnswer] = typeof(RecordPoliceAnswer),
        [CaseStep.ChallengeNonFiling] = typeof(ChallengeNonFiling),
        [CaseStep.SendLetter] = typeof(SendLetter),
        [CaseStep.RecordLetterAnswer] = typeof(RecordLetterAnswer),
        [CaseStep.HandOverCase] = typeof(HandOverCase),
        [CaseStep.OrderGuardian] = typeof(OrderGuardian),
        [CaseStep.MarkHandling] = typeof(MarkHandling),
        [CaseStep.AssessDiscretion] = typeof(AssessDiscretion),
    };

    /// <summary>The record that holds a step.</summary>
    internal static Type RecordOf(CaseStep step) => Commands[step];

    /// <summary>Reads a body that names its step, with an optional <c>version</c>.</summary>
    public static Result<(CaseCommand Command, long? Version)> Read(JsonObject body)
    {
        if (body["step"] is not JsonValue name || !name.TryGetValue<string>(out var step) || CaseFlow.Find(step) is not { } line)
            return Refusal.Invalid("step", "没有这个步骤。");
        long? version = null;
        if (body["version"] is { } number)
        {
            if (number is not JsonValue value || !value.TryGetValue<long>(out var seen)) return Refusal.Invalid("version", "版本应为整数。");
            version = seen;
        }
        body.Remove("step");
        body.Remove("version");
        var command = Read(line.Step, body);
        return command.IsOk ? (command.Value, version) : Result<(CaseCommand, long?)>.Refused(command.Refusals);
    }

    /// <summary>Reads the members of a known step.</summary>
    public static Result<CaseCommand> Read(CaseStep step, JsonObject body)
    {
        var type = Commands[step];
        var refusals = new List<Refusal>();
        Missing(type, body, "", refusals);
        if (refusals.Count > 0) return refusals;
        try
        {
            return (CaseCommand)body.Deserialize(type, Options)!;
        }
        catch (JsonException fault)
        {
            return Refusal.Invalid(fault.Path?.TrimStart('$', '.') ?? "", "成员不存在，或者类型不对。");
        }
    }

    private static void Missing(Type type, JsonObject body, string path, List<Refusal> refusals)
    {
        foreach (var parameter in type.GetConstructors()[0].GetParameters())
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            // Ids of new cases are made here, never sent.
            if (name == "caseId") body[name] = "";
            var at = path + name;
            if (body[name] is not { } value)
            {
                if (!parameter.HasDefaultValue && !IsOptional(parameter)) refusals.Add(Refusal.Invalid(at, "缺少此项。"));
            }
            else if (value is JsonObject inner && IsPart(parameter.ParameterType))
            {
                Missing(parameter.ParameterType, inner, $"{at}.", refusals);
            }
            else if (value is JsonArray list && parameter.ParameterType.IsGenericType)
            {
                var element = parameter.ParameterType.GetGenericArguments()[0];
                for (var i = 0; i < list.Count; i++)
                {
                    if (list[i] is null) refusals.Add(Refusal.Invalid($"{at}[{i}]", "不能为空。"));
                    else if (list[i] is JsonObject one && IsPart(element) && element.IsClass) Missing(element, one, $"{at}[{i}].", refusals);
                }
            }
        }
    }

    /// <summary>Records of cases are looked into; their members are asked for as well.</summary>
    private static bool IsPart(Type type) => type.Namespace?.StartsWith(typeof(CaseParty).Namespace!, StringComparison.Ordinal) == true;

    private static bool IsOptional(ParameterInfo parameter)
    {
        if (Nullable.GetUnderlyingType(parameter.ParameterType) is not null) return true;
        lock (Nullability) return !parameter.ParameterType.IsValueType && Nullability.Create(parameter).WriteState == NullabilityState.Nullable;
    }
}
