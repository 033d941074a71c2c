using Remanence.Configuration;

namespace Remanence.Hosting;

/// <summary>The single flow that <c>backend=cmd</c> runs.</summary>
internal static class ServiceBinder
{
    /// <summary>The flow to run; null when none is named.</summary>
    public static CommandFlow? Command(SettingReader root, ServiceBackend? backend)
    {
        if (root.Has(KnownSettings.CommandFlow) || root.Has(KnownSettings.CommandParameters))
        {
            return new CommandFlow
            {
                Flow = root.Required(KnownSettings.CommandFlow, "name a flow, or write an expression such as cmd.flow=\"a >> b\"."),
                Parameters = root.Get(KnownSettings.CommandParameters).ToDictionary(entry => entry.Key, entry => entry.Value.ToJson(), StringComparer.Ordinal),
            };
        }

        if (backend == ServiceBackend.Cmd)
        {
            root.RefuseValue(KnownSettings.Backend, "runs one flow, and none is named; name it with cmd.flow=NAME, or write an expression there.");
        }

        return null;
    }
}
