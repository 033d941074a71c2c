using YamlDotNet.Core;

namespace Remanence.Configuration.Yaml;

/// <summary>Valid YAML that is no configuration. Its message stands for itself.</summary>
internal sealed class YamlLimitException(Mark at, string message) : YamlException(at, at, message);
