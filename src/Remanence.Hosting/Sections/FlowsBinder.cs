using Remanence.Configuration;
using Remanence.Flows;

namespace Remanence.Hosting.Sections;

/// <summary>What stands below <c>flow</c>.</summary>
internal static class FlowsBinder
{
    private static readonly Setting<string?> Content = Settings.OptionalText("flow_content", "The expression, such as a >> (b | c) >> d.");
    private static readonly Setting<string?> Description = Settings.OptionalText("description", "What it does, for callers.");
    private static readonly Setting<bool> Stream = Settings.Flag("stream", false, "Whether it answers as a stream.");

    private static readonly Setting<string?> FieldType = Settings.Word(
        "type", "What the field holds; string without.", "string", "array", "integer", "number", "boolean",
        "object");
    private static readonly Setting<string?> FieldDescription = Settings.OptionalText("description", "What it is, for callers.");
    private static readonly Setting<bool> FieldRequired = Settings.Flag("required", false, "Whether callers must give it.");
    private static readonly Setting<IReadOnlyList<string>> FieldValues = Settings.List("enum", "The only values that it may have.");

    private static readonly SettingSection Fields = new("input_schema", "a field", FieldType, FieldDescription, FieldRequired, FieldValues);

    public static SettingSection Section { get; } = new("flow", "a flow", Content, Description, Stream) { Sections = [Fields] };

    public static IReadOnlyList<FlowDefinition> Bind(SettingReader root) => [.. root.Entries(Section).Select(entry => new FlowDefinition
    {
        Name = entry.Name,
        Expression = entry.Entry.Required(Content, "write its operators, such as flow_content: \"a >> b\"."),
        Description = entry.Entry.Get(Description) ?? string.Empty,
        Inputs = [.. entry.Entry.Entries(Fields).Select(field => Input(field.Name, field.Entry))],
        Stream = entry.Entry.Get(Stream),
        Origin = (entry.Entry.Find(Content)?.Origin ?? entry.Entry.Origin).Where,
    })];

    private static FlowInput Input(string name, SettingReader field) => new()
    {
        Name = name,
        Type = field.Get(FieldType) ?? "string",
        Description = field.Get(FieldDescription) ?? string.Empty,
        Required = field.Get(FieldRequired),
        Values = field.Has(FieldValues) ? field.Get(FieldValues) : null,
    };
}
