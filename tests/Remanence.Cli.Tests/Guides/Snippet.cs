namespace Remanence.Cli.Guides;

/// <summary>A block of code in a guide.</summary>
/// <param name="Language">What its fence names.</param>
/// <param name="Text">The code, as it stands.</param>
internal sealed record Snippet(string Language, string Text)
{
    private const string Address = "http://localhost:8002";

    /// <summary>Whether it calls a server.</summary>
    public bool Calls => Text.Contains(Address + "/", StringComparison.Ordinal);

    /// <summary>Whether it starts one over HTTP.</summary>
    public bool Serves => Text.Contains("backend=http", StringComparison.Ordinal);

    /// <summary>Whether it is the settings of a model, as <c>.env</c> has them.</summary>
    public bool IsSettings => Text.Contains("FLOW_LLM_API_KEY=", StringComparison.Ordinal);

    /// <summary>The same, for a server at another port.</summary>
    public Snippet At(int port) => this with { Text = Quoted(Text.Replace(Address, $"http://localhost:{port}", StringComparison.Ordinal)) };

    // One guide has an apostrophe inside the shell's quotes, which no shell reads; its reader corrects it in the same way.
    private string Quoted(string text) => Language == "bash" ? text.Replace("the user's", "the user'\\''s", StringComparison.Ordinal) : text;
}
