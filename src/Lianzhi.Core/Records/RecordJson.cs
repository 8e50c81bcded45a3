using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lianzhi.Core.Records;

/// <summary>
/// How payload records become JSON before they are written canonically: camelCase members in the order of
/// declaration, absent instead of null, enums as camelCase text, yes/no as 1/0, instants in microseconds.
/// System.Text.Json is part of the runtime, not a package.
/// </summary>
public static class RecordJson
{
    /// <summary>The options; immutable.</summary>
    public static readonly JsonSerializerOptions Options = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            // What is written here is read again and written canonically: escaping Chinese in between costs and changes nothing.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new YesNo(), new Instant() },
            RespectRequiredConstructorParameters = false,
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private sealed class YesNo : JsonConverter<bool>
    {
        public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetInt32() == 1;

        public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteNumberValue(value ? 1 : 0);
    }

    private sealed class Instant : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            DateTimeOffset.Parse(reader.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(CanonicalText.Instant(value));
    }
}
