using System.Globalization;
using Remanence.Diagnostics;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Messages;
using Remanence.Models.Prompts;
using Remanence.Operators;
using Remanence.PersonalMemory.Replies;

namespace Remanence.PersonalMemory.Operators;

/// <summary>
/// <c>info_filter</c>: keeps the users' messages that tell something about them. A model scores them 0 to 3; one that it passes over is kept, since it may only
/// have been forgotten. Without a model all are kept, and what reads them afterwards passes over what is no statement.
/// </summary>
internal sealed class InfoFilterOperator : MemoryOperator
{
    public static readonly OperatorParameter<string> Preserved = OperatorParameter.Text(
        "preserved_scores",
        "2,3",
        description: "The scores that are kept, separated by commas.");

    public static readonly OperatorParameter<int> MaxSize = OperatorParameter.WholeNumber(
        "info_filter_msg_max_size",
        200,
        20,
        100_000,
        "How many characters of a message the model is shown; of a longer one its beginning and end.");

    private const string PromptFile = "info_filter";
    private const int PartSize = 100;
    private readonly Prompt _prompt;
    private readonly HashSet<int> _preserved;
    private readonly int _maxSize;

    public InfoFilterOperator(OperatorSetup setup)
        : base(setup, PromptFile)
    {
        _prompt = Model!.Prompt("score", "user", "messages", "count");
        _preserved =
        [
            .. setup
                .Get(Preserved)
                .Split(',')
                .Select(score => int.TryParse(score, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)
                .Where(score => score >= 0),
        ];
        _maxSize = setup.Get(MaxSize);
    }

    public override OperatorSlots Slots { get; } = new() { Optional = MessageInput.Slots, Writes = [PersonSlots.Kept] };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        StoredMessage[] told = [.. MessageInput.Read(context).Where(stored => stored.Message.Role == "user")];
        MarkMode(context, inferred: Model!.Client is not null && told.Length > 0);
        if (Model.Client is null || told.Length == 0)
        {
            context.Set(PersonSlots.Kept, told);
            return;
        }

        var parts = await Task.WhenAll(told.Chunk(PartSize).Select(part => KeepAsync(context, part, cancellationToken)));
        context.Set(PersonSlots.Kept, [.. parts.SelectMany(part => part)]);
    }

    private async Task<IEnumerable<StoredMessage>> KeepAsync(FlowContext context, StoredMessage[] part, CancellationToken cancellationToken)
    {
        var list = string.Join(
            '\n',
            part.Select(
                (stored, i) =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"[{i}] {ShortText.CutMiddle(ShortText.OneLine(stored.Message.Content, int.MaxValue), _maxSize)}")));
        var values = new PromptValues()
            .Text("user", InertText.Line(MessageInput.Person(context) ?? "user"))
            .Data("messages", list)
            .Text("count", part.Length.ToString(CultureInfo.InvariantCulture));
        var language = PromptedModel.LanguageOf(context, part.Select(stored => stored.Message.Content));
        var reply = await Model!.AskAsync(_prompt, language, values, PersonalMemoryJson.Default.ScoresReply, cancellationToken);
        var scores = reply
            .Scores.Where(score => score.Message >= 0 && score.Message < part.Length)
            .GroupBy(score => score.Message)
            .ToDictionary(group => group.Key, group => group.Last().Score);
        return part.Where((_, i) => !scores.TryGetValue(i, out var score) || _preserved.Contains(score));
    }
}
