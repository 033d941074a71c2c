using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Remanence.Cli.Doctor;
using Remanence.Json;
using Remanence.Sqlite.Repair;
using Remanence.Wire;

namespace Remanence.Cli.Output;

/// <summary>The JSON of answers that only the command line gives.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(SnakeCaseEnumConverter<CheckOutcome>), typeof(SnakeCaseEnumConverter<SqliteRepairOutcome>)])]
[JsonSerializable(typeof(MemorizeSummary))]
[JsonSerializable(typeof(ForgetSummary))]
[JsonSerializable(typeof(ExportSummary))]
[JsonSerializable(typeof(DoctorReport))]
[JsonSerializable(typeof(FlowSummary))]
[JsonSerializable(typeof(FlowSummary[]))]
[JsonSerializable(typeof(List<ReMeImportSummary>))]
[JsonSerializable(typeof(SqliteRepairReport))]
internal sealed partial class CliJson : JsonSerializerContext
{
    /// <summary>The contracts' JSON with letters of every script as they are: people read exports, and no browser parses them as markup.</summary>
    public static RemanenceJson Contracts { get; } =
        new(new JsonSerializerOptions(RemanenceJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
