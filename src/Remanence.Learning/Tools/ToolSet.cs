using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;
using Remanence.Diagnostics;
using Remanence.Memories;

namespace Remanence.Tools;

/// <summary>The tools of one run, each under a name of its own that every endpoint takes.</summary>
internal sealed class ToolSet
{
    private const int MaxName = 64;
    private readonly Dictionary<string, AIFunction> _byName;

    private ToolSet(List<AIFunction> tools, IReadOnlyList<ToolSourceException> missing)
    {
        (Tools, Missing) = (tools, missing);
        _byName = tools.ToDictionary(tool => tool.Name, StringComparer.Ordinal);
    }

    public IReadOnlyList<AIFunction> Tools { get; }

    /// <summary>Why tools are missing, one a source.</summary>
    public IReadOnlyList<ToolSourceException> Missing { get; }

    public AIFunction? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Asks all sources at once.</summary>
    /// <param name="sources">The sources; the first keeps the name of a tool that several have.</param>
    /// <param name="scope">Whose memories the run may see; null: none.</param>
    /// <param name="limit">How long a source may take.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<ToolSet> GatherAsync(
        IReadOnlyList<ToolSource> sources,
        Scope? scope,
        TimeSpan limit,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var asked = await Task.WhenAll(sources.Select(source => AskAsync(source, scope, limit, time, cancellationToken)));
        var found = asked.SelectMany((answer, i) => answer.Tools.Select(tool => (Source: i, Tool: tool, Name: Valid(tool.Name)))).ToList();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var tools = new List<AIFunction>();
        foreach (var (source, tool, name) in found)
        {
            var own = source == 0 || found.TrueForAll(other => other.Source == source || other.Name != name) ? name : Valid($"{sources[source].Name}_{name}");
            var free = Free(own, taken);
            tools.Add(free == tool.Name ? tool : new NamedFunction(tool, free));
        }

        return new ToolSet(tools, [.. asked.Select(answer => answer.Failure).OfType<ToolSourceException>()]);
    }

    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Whatever a source throws, the run goes on without its tools and says so.")]
    private static async Task<(IReadOnlyList<AIFunction> Tools, ToolSourceException? Failure)> AskAsync(
        ToolSource source, Scope? scope, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(limit, time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, over.Token);
        try
        {
            return (await source.GetToolsAsync(scope, any.Token).AsTask().WaitAsync(any.Token), null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (ToolSourceException exception)
        {
            return ([], exception);
        }
        catch (Exception exception)
        {
            var why = over.IsCancellationRequested ? $"did not answer within {limit.TotalSeconds:0.###} s" : $"failed with {exception.GetType().Name}";
            return ([], new ToolSourceException($"the tools of {Printable.Line(source.Name)} are missing: their source {why}.", exception));
        }
    }

    // What endpoints take for the name of a function.
    private static string Valid(string name)
    {
        var characters = name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' ? c : '_').Take(MaxName).ToArray();
        return characters.Length == 0 ? "tool" : new string(characters);
    }

    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var i = 2; !taken.Add(free); i++)
        {
            free = $"{name[..Math.Min(name.Length, MaxName - 4)]}_{i}";
        }

        return free;
    }
}
