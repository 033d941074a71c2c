using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Filters;

namespace Remanence.Evaluation.Facts;

/// <summary>
/// What is believed after statements, and after texts that only look like them: each is the one message of a user of its own, and is consolidated. Which
/// attribute a fact has, what it is about and whether it denies counts as well as its words.
/// </summary>
/// <param name="service">What is measured; a service without a chat model, where the rules are.</param>
public sealed partial class FactsEvaluation(MemoryService service)
{
    private const string Workspace = "eval-facts";
    private static readonly DateTimeOffset SaidAt = new(2026, 3, 4, 9, 30, 0, TimeSpan.Zero);
    private static readonly MemoryFilter Believed = new MemoryFilter.And([
        new MemoryFilter.Kind([MemoryKinds.Observation]),
        new MemoryFilter.Status([MemoryStatus.Active]),
    ]);
    private readonly List<(string File, Statement Statement)> _statements = [];
    private readonly List<StatementOutcome> _outcomes = [];

    /// <summary>What <see cref="RunAsync"/> found.</summary>
    public EvaluationResult Result =>
        EvaluationResult.Of<IReadOnlyList<FactsReport>>([.. FactsReport.Of(_outcomes)], FactsJson.Readable.IReadOnlyListFactsReport, FactsReportWriter.Write);

    /// <summary>Adds a file of statements.</summary>
    /// <param name="reader">Reads it.</param>
    /// <param name="file">What it is called.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="EvaluationDataException">A line is no statement: which one, and why.</exception>
    public async Task AddAsync(TextReader reader, string file, CancellationToken cancellationToken) =>
        _statements.AddRange((await StatementReader.ReadAsync(reader, file, cancellationToken)).Select(statement => (file, statement)));

    /// <summary>Says the statements, and looks at what is believed.</summary>
    /// <param name="progress">Hears which share is done.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public async Task RunAsync(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var learning = service.Require<IMemoryLearning>();
        for (var i = _outcomes.Count; i < _statements.Count; i++)
        {
            var (file, statement) = _statements[i];
            var user = i.ToString(CultureInfo.InvariantCulture);
            var message = new Message { Role = "user", Content = statement.Text, Time = SaidAt };
            await service.MemorizeAsync(Workspace, new MemorizeRequest { Messages = [message], UserId = user, Infer = false }, cancellationToken);
            var scope = new Scope(Workspace, user);
            await learning.ConsolidateAsync(scope, cancellationToken: cancellationToken);
            var believed = await service.ListAsync(new MemoryQuery { Scope = scope, Filter = Believed }, cancellationToken);
            _outcomes.Add(Judge(file, statement, believed.Items));
            progress?.Report((double)(i + 1) / _statements.Count);
        }
    }

    /// <summary>Writes a line of JSON for each statement that is missed and each text of which a wrong fact is made.</summary>
    /// <param name="writer">Where to.</param>
    public void WriteFaults(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var outcome in _outcomes.Where(one => one.Wrong.Count > 0 || one.Missing.Count > 0))
        {
            writer.WriteLine(JsonSerializer.Serialize(outcome, FactsJson.Readable.StatementOutcome));
        }
    }

    private static StatementOutcome Judge(string file, Statement statement, IReadOnlyList<Memory> believed)
    {
        List<string> right = [], wrong = [];
        var missing = statement.Expected.Where(piece => !piece.IsOptional).ToList();
        var fits = false;
        var told = new List<string>();
        foreach (var memory in believed)
        {
            var fact = memory.State?.Fact ?? new FactState();
            ExpectedPiece[] said = [.. statement.Expected.Where(piece => Says(memory, fact, piece, statement.Topic))];

            // Of two languages that are expected in one piece, each is a fact.
            var isPart = said.Length == 0 && statement.Expected.Any(piece => piece.Tells(fact.Value) && Agrees(fact, piece, statement.Topic));
            if (isPart)
            {
                told.Add(Words(memory, fact));
            }

            var isRight = said.Length > 0 || isPart;
            fits |= (isPart || said.Any(piece => !piece.IsOptional)) && StatementTopics.Fits(statement.Topic, fact);
            missing.RemoveAll(said.Contains);
            (isRight ? right : wrong).Add($"{fact.Attribute}: {memory.Content}");
        }

        missing.RemoveAll(piece => told.Count > 1 && piece.IsSaidBy(string.Join(' ', told)));

        // Words alone are no understanding: what was heard as something else is missed.
        IEnumerable<string> missed = statement.States && missing.Count == 0 && !fits ? [statement.Topic] : missing.Select(piece => piece.Text);
        return new StatementOutcome(file, statement.Line, statement.Language, statement.Topic, statement.States, statement.Text, right, wrong, [.. missed]);
    }

    private static bool Says(Memory memory, FactState fact, ExpectedPiece piece, string topic) =>
        piece.IsSaidBy(Words(memory, fact)) && Agrees(fact, piece, topic);

    // Denied or not is half of what is believed. A wish denies in its own words: "asks: do not ring them".
    private static bool Agrees(FactState fact, ExpectedPiece piece, string topic) =>
        fact.Attribute == "preference" ? !piece.Denies || fact.Negated || Forbids().IsMatch(fact.Value ?? string.Empty) :
        fact.Attribute == "likes" && topic is "like" or "dislike" && !piece.IsOptional ? fact.Negated == (topic == "dislike") : fact.Negated == piece.Denies;

    [GeneratedRegex(
        @"别|勿|不|\b(no|not|never|without|rather than|instead of)\b|n't\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Forbids();

    private static string Words(Memory memory, FactState fact) => $"{memory.Content} {fact.Value}";
}
