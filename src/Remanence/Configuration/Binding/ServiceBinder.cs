using Remanence.Configuration.Tree;

namespace Remanence.Configuration.Binding;

/// <summary>How the program is started: <c>backend</c>, and <c>cmd</c> for a single flow.</summary>
internal static class ServiceBinder
{
    public static ServiceBackend? Backend(SectionReader root) => root.Word(KnownKeys.Backend, "http", "mcp", "cmd") switch
    {
        "http" => ServiceBackend.Http,
        "mcp" => ServiceBackend.Mcp,
        "cmd" => ServiceBackend.Cmd,
        _ => null,
    };

    /// <summary>The flow to run; null when none is named.</summary>
    public static CommandFlow? Command(SectionReader root, ServiceBackend? backend, FaultList faults)
    {
        if (root.Find(KnownKeys.Command) is not { } node)
        {
            if (backend == ServiceBackend.Cmd)
            {
                var where = root.Find(KnownKeys.Backend)!;
                faults.Add(where.Origin, where.Path, "backend=cmd runs one flow, and none is named; name it with cmd.flow=NAME, or write an expression there.");
            }

            return null;
        }

        if (node.Kind != NodeKind.Map)
        {
            return root.Wrong<CommandFlow>(node, "must hold flow and params");
        }

        var section = new SectionReader(node, faults);
        var command = new CommandFlow
        {
            Flow = section.RequiredText("flow", "name a flow, or write an expression such as cmd.flow=\"a >> b\"."),
            Parameters = section.Members("params").ToDictionary(entry => entry.Key, entry => NodeJson.ToJson(entry.Value), StringComparer.Ordinal),
        };
        section.RefuseOthers();
        return command;
    }
}
