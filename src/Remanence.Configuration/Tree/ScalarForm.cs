namespace Remanence.Configuration.Tree;

/// <summary>How a value's text is understood.</summary>
internal enum ScalarForm
{
    /// <summary>As text, whatever it looks like: quoted in YAML or JSON.</summary>
    Text,

    /// <summary>A plain YAML scalar: null, a truth value, a number, or else text.</summary>
    Yaml,

    /// <summary>An argument or an environment variable: as YAML, and <c>none</c> is a null as well.</summary>
    Argument,
}
