using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Lianzhi.Core;
using Lianzhi.Core.Cases;
using Lianzhi.Web.Platform.Json;

namespace Lianzhi.Web.Features.Cases;

/// <summary>
/// Reads a step from JSON (读取步骤): <c>step</c> says which, anywhere in the object; members the step does not
/// know, or that it needs and are missing, are named.
/// </summary>
public static class CommandReader
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new ExactEnums() },
    };

    private static readonly NullabilityInfoContext Nullability = new();

    // A command is named after its step; only the publication has a name of its own.
    private static readonly Dictionary<CaseStep, Type> Commands = typeof(CaseCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CaseCommand)) && !type.IsAbstract)
        .ToDictionary(type => type == typeof(PublishCaseDecision) ? CaseStep.Publish : Enum.Parse<CaseStep>(type.Name));

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
    public static Result<CaseCommand> Read(CaseStep step, JsonObject body) => Read(Commands[step], body).Then<CaseCommand>(command => (CaseCommand)command);

    /// <summary>Reads the members of a record that is no step, for example evidence.</summary>
    internal static Result<T> Read<T>(JsonObject body) where T : class => Read(typeof(T), body).Then<T>(read => (T)read);

    /// <summary>What a form leaves empty although the record needs it is an empty text, nought or an empty list; whether that is lawful is for the rules to say.</summary>
    internal static JsonObject WithBlanks(Type type, JsonObject body)
    {
        foreach (var parameter in type.GetConstructors()[0].GetParameters())
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            if (!body.TryGetPropertyValue(name, out var value) || value is not null || parameter.HasDefaultValue || IsOptional(parameter)) continue;
            if (parameter.ParameterType == typeof(string)) body[name] = "";
            else if (parameter.ParameterType == typeof(int) || parameter.ParameterType == typeof(long)) body[name] = 0;
        }
        return body;
    }

    private static Result<object> Read(Type type, JsonObject body)
    {
        var refusals = new List<Refusal>();
        Missing(type, body, "", refusals);
        if (refusals.Count > 0) return refusals;
        try
        {
            return body.Deserialize(type, Options)!;
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
    private static bool IsPart(Type type) => type.IsClass && (type.Namespace?.StartsWith(typeof(CaseParty).Namespace!, StringComparison.Ordinal) == true || type.Namespace == typeof(Core.Evidence.EvidenceAct).Namespace);

    private static bool IsOptional(ParameterInfo parameter)
    {
        if (Nullable.GetUnderlyingType(parameter.ParameterType) is not null) return true;
        lock (Nullability) return !parameter.ParameterType.IsValueType && Nullability.Create(parameter).WriteState == NullabilityState.Nullable;
    }
}
