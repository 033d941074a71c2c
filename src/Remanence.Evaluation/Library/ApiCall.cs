namespace Remanence.Evaluation.Library;

/// <summary>A request to a server, with places that are filled in when it is sent.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path; <c>{ws}</c> is the workspace, <c>{id}</c> the memory that an answer named last.</param>
/// <param name="Body">The JSON body, with <c>{id}</c>; null: none.</param>
internal sealed record ApiCall(string Method, string Path, string? Body = null)
{
    private const string Workspace = "{ws}";
    private const string Memory = "{id}";

    public static ApiCall Post(string path, string body) => new("POST", path, body);

    public static ApiCall Get(string path) => new("GET", path);

    public static ApiCall Delete(string path) => new("DELETE", path);

    /// <summary>The same, with the places filled in.</summary>
    public ApiCall At(string workspace, string? memory) => new(
        Method,
        Path.Replace(Workspace, workspace, StringComparison.Ordinal).Replace(Memory, memory ?? Memory, StringComparison.Ordinal),
        Body?.Replace(Memory, memory ?? Memory, StringComparison.Ordinal));
}
