using Remanence.Configuration.Tree;

namespace Remanence.Configuration;

/// <summary>Reads a node; answers the rule that it breaks, or null.</summary>
internal delegate string? SettingForm<T>(ConfigurationNode node, out T value);
