using Remanence.Flows;

namespace Remanence.Configuration.Binding;

/// <summary>What stands below <c>flow</c>.</summary>
internal static class FlowsBinder
{
    private static readonly string[] Types = ["string", "array", "integer", "number", "boolean", "object"];

    public static IReadOnlyList<FlowDefinition> Bind(SectionReader root)
    {
        var flows = new List<FlowDefinition>();
        foreach (var (name, section) in root.Below(KnownKeys.Flow, "a flow"))
        {
            var flow = new FlowDefinition
            {
                Name = name,
                Expression = section.RequiredText("flow_content", "write its operators, such as flow_content: \"a >> b\"."),
                Description = section.Text("description") ?? string.Empty,
                Inputs = [.. section.Below("input_schema", "a field").Select(field => Input(field.Name, field.Section))],
                Stream = section.Flag("stream", absent: false),
                Origin = (section.Find("flow_content") ?? section.Map).Origin.Where,
            };
            section.RefuseOthers();
            flows.Add(flow);
        }

        return flows;
    }

    private static FlowInput Input(string name, SectionReader field)
    {
        var input = new FlowInput
        {
            Name = name,
            Type = field.Word("type", Types) ?? "string",
            Description = field.Text("description") ?? string.Empty,
            Required = field.Flag("required", absent: false),
            Values = field.Has("enum") ? field.List("enum") : null,
        };
        field.RefuseOthers();
        return input;
    }
}
