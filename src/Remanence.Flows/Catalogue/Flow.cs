using System.Text.Json;
using Remanence.Flows.Checking;
using Remanence.Flows.Expressions;
using Remanence.Flows.Rendering;
using Remanence.Flows.Revisions;
using Remanence.Flows.Running;

namespace Remanence.Flows.Catalogue;

/// <summary>A flow that was checked: it can be run, shown and revised, by several threads at once.</summary>
public sealed class Flow
{
    private readonly Lock _lock = new();
    private readonly FlowCompiler _compiler;
    private readonly FlowEnvironment _environment;
    private readonly FlowRunner _runner;
    private volatile Current _current;

    internal Flow(FlowPlan plan, FlowCompiler compiler, FlowEnvironment environment)
    {
        (Definition, _compiler, _environment, _runner) = (plan.Definition, compiler, environment, new FlowRunner(environment));
        _current = new Current(plan, [new FlowRevision(1, plan.Tree, environment.Time.GetUtcNow(), [])]);
        Inputs = [.. InputCheck.Fields(plan.Definition)];
        InputSchema = Rendering.InputSchema.Of(plan.Definition);
    }

    /// <summary>As it is written.</summary>
    public FlowDefinition Definition { get; }

    /// <summary>Its name.</summary>
    public string Name => Definition.Name;

    /// <summary>What it does.</summary>
    public string Description => Definition.Description;

    /// <summary>Whether it answers as a stream.</summary>
    public bool Streams => Definition.Stream;

    /// <summary>What it takes, as JSON Schema: the base fields and its own.</summary>
    public JsonElement InputSchema { get; }

    /// <summary>Every field that a call may give it: the base fields and its own.</summary>
    public IReadOnlyList<FlowInput> Inputs { get; }

    /// <summary>
    /// The names of all fields that a run looks at: those of <see cref="Inputs"/>, what steps read beyond them, and <c>user_id</c>. A run passes over others,
    /// as callers of ReMe expect; who would rather hear of a mistyped one holds calls to these.
    /// </summary>
    public IReadOnlyList<string> Fields => _current.Plan.Fields;

    /// <summary>
    /// Whether its name can stand in a path or be a tool's: it begins with a letter or underscore and has nothing but letters, digits, underscores and hyphens.
    /// </summary>
    public bool HasPlainName => Lexer.IsName(Name);

    /// <summary>Its expression on one line, as of the latest revision.</summary>
    public string Expression => Revision.Expression;

    /// <summary>The latest revision.</summary>
    public FlowRevision Revision => _current.Revisions[^1];

    /// <summary>All revisions, from the first.</summary>
    public IReadOnlyList<FlowRevision> Revisions => _current.Revisions;

    /// <summary>Runs it.</summary>
    /// <param name="call">What it is given.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>What it answers.</returns>
    /// <exception cref="InvalidRequestException">A field of the call is missing or of the wrong type.</exception>
    /// <exception cref="FlowTimeoutException">It, or one of its operators, took too long.</exception>
    /// <exception cref="FlowException">One of its operators failed.</exception>
    public Task<FlowResponse> RunAsync(FlowCall call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        return _runner.RunAsync(_current.Plan, call, null, cancellationToken);
    }

    /// <summary>
    /// Runs it and gives what it writes while it does. The last chunk is of type <see cref="FlowChunkType.Done"/> and has the whole response; a flow that does
    /// not stream gives its answer as one chunk before that. A failure is thrown after the chunks before it. Who stops reading ends the run.
    /// </summary>
    /// <param name="call">What it is given.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="InvalidRequestException">A field of the call is missing or of the wrong type.</exception>
    /// <exception cref="FlowException">One of its operators failed or took too long.</exception>
    public IAsyncEnumerable<FlowChunk> StreamAsync(FlowCall call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        return FlowStreaming.RunAsync(_runner, _current.Plan, call, cancellationToken);
    }

    /// <summary>What of a call's fields it does not take; a run throws the first of them.</summary>
    /// <param name="call">The call.</param>
    public IReadOnlyList<FlowInputFault> CheckInputs(FlowCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return [.. InputCheck.Faults(Definition, call)];
    }

    /// <summary>
    /// Changes its steps. All changes of one call are one revision, checked before it takes effect; a run keeps the revision that it began with.
    /// </summary>
    /// <param name="edit">Makes the changes.</param>
    /// <returns>The new revision.</returns>
    /// <exception cref="FlowConfigurationException">The changed flow cannot be built; nothing was changed.</exception>
    public FlowRevision Revise(Action<FlowEdit> edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        lock (_lock)
        {
            var changes = new FlowEdit(Name, Revision.Tree, _compiler.ConfigurationOf);
            edit(changes);
            return Take(changes.Tree, changes.Changes);
        }
    }

    /// <summary>Goes back to an earlier revision, by a new one that equals it.</summary>
    /// <param name="number">The earlier one's number.</param>
    /// <returns>The new revision.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no revision of this number.</exception>
    public FlowRevision Revert(int number)
    {
        lock (_lock)
        {
            var earlier = Revisions.FirstOrDefault(revision => revision.Number == number)
                ?? throw new ArgumentOutOfRangeException(nameof(number), number, $"Flow {Name} has the revisions 1 to {Revision.Number}.");
            return Take(earlier.Tree, [$"go back to revision {number}"]);
        }
    }

    /// <summary>Its steps as lines with branches.</summary>
    public string ToTree() => TreeText.Of(Name, Revision.Tree);

    /// <summary>Its steps as a Mermaid flowchart.</summary>
    public string ToMermaid() => MermaidText.Of(Name, Revision.Tree);

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Expression}";

    private FlowRevision Take(FlowNode changed, IReadOnlyList<string> changes)
    {
        // Written out and read again, so that carets point into the text that a user sees.
        var text = ExpressionPrinter.Print(changed);
        var faults = new List<FlowFault>();
        var read = FlowCompiler.Parse(Definition with { Expression = text }, faults) ?? throw new FlowConfigurationException(faults);
        var tree = ConfiguredSteps.Copy(read, changed);
        var plan = _compiler.Compile(Definition, tree, text, _current.Plan.Operators, faults) ?? throw new FlowConfigurationException(faults);
        var revision = new FlowRevision(Revision.Number + 1, tree, _environment.Time.GetUtcNow(), changes);
        _current = new Current(plan, [.. _current.Revisions, revision]);
        FlowLog.Revised(_environment.Logger, Name, revision.Number);
        return revision;
    }

    private sealed record Current(FlowPlan Plan, IReadOnlyList<FlowRevision> Revisions);
}
