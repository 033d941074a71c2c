namespace Remanence.Configuration.Binding;

/// <summary>How the program is started: <c>backend</c>.</summary>
internal static class ServiceBinder
{
    public static ServiceBackend? Backend(SectionReader root) => root.Word(KnownKeys.Backend, "http", "mcp", "cmd") switch
    {
        "http" => ServiceBackend.Http,
        "mcp" => ServiceBackend.Mcp,
        "cmd" => ServiceBackend.Cmd,
        _ => null,
    };
}
