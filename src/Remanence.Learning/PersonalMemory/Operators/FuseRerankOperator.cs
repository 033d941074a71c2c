using System.Globalization;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Models.Prompts;
using Remanence.Operators;
using Remanence.PersonalMemory.Facts;
using Remanence.Services;

namespace Remanence.PersonalMemory.Operators;

/// <summary>
/// <c>fuse_rerank</c>: weighs what was found by its kind, doubles what belongs to a time that the question speaks about, and answers with the best as lines of
/// text.
/// </summary>
internal sealed class FuseRerankOperator(OperatorSetup setup) : MemoryOperator(setup)
{
    public static readonly OperatorParameter<double> Threshold = OperatorParameter.Number(
        "fuse_score_threshold",
        0,
        0,
        1,
        "What scores less is left out; a score of the search is no similarity, and 0 leaves out nothing.");

    public static readonly OperatorParameter<double> TimeRatio = OperatorParameter.Number(
        "fuse_time_ratio",
        2,
        0,
        100,
        "What belongs to the time that is asked about counts so many times.");

    public static readonly OperatorParameter<IReadOnlyDictionary<string, double>> Ratios = OperatorParameter.NumbersByName(
        "fuse_ratio_dict",
        new OrderedDictionary<string, double>(StringComparer.Ordinal)
        {
            [Conversation] = 0.5,
            [MemoryKinds.Observation] = 1,
            [Customized] = 1.2,
            [MemoryKinds.Insight] = 2,
        },
        0,
        100,
        "How much each kind counts: what was said, what was learnt of it, what was stated outright, what was concluded.");

    public static readonly OperatorParameter<int> MaxCount = OperatorParameter.WholeNumber(
        "output_memory_max_count",
        5,
        1,
        ServiceLimits.MaxTopK,
        "At most so many when the call does not say.");

    public static readonly OperatorParameter<bool> Times = OperatorParameter.Boolean(
        "output_times",
        false,
        "Whether each line of the answer begins with when it was said, as MemoryScope's do.");

    private const string Conversation = "conversation";
    private const string Customized = "obs_customized";
    private static readonly string[] Days = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"];

    private readonly double _threshold = setup.Get(Threshold);
    private readonly double _timeRatio = setup.Get(TimeRatio);
    private readonly int _maxCount = setup.Get(MaxCount);
    private readonly bool _writesTimes = setup.Get(Times);
    private readonly IReadOnlyDictionary<string, double> _ratios = setup.Get(Ratios);

    // More than the most that a search and the weights give.
    private double AnswerWeight => 1 + (_ratios.Values.Max() * Math.Max(1, _timeRatio));

    public override OperatorSlots Slots { get; } =
        new()
        {
            Required = [PersonSlots.Recalled],
            Optional = [PersonSlots.Question, PersonSlots.QuestionTimes, PersonSlots.TopK],
            Writes = [PersonSlots.Recalled],
        };

    public override ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var times = context.GetOr(PersonSlots.QuestionTimes, []);
        var asked = AskedAttributes.Of(context.GetOr(PersonSlots.Question, string.Empty));
        var fused = context.Get(PersonSlots.Recalled).Where(found => found.Score >= _threshold)
            .Select(found => found with { Score = found.Score * RatioOf(found.Memory) * (IsAbout(found.Memory, times) ? _timeRatio : 1) })
            .Select(found => found with { Score = found.Score + Answering(found.Memory, asked) })
            .OrderByDescending(found => found.Score)
            .Take(context.GetOr(PersonSlots.TopK, null) ?? _maxCount)
            .ToList();
        context.Set(PersonSlots.Recalled, fused);
        var language = PromptLanguages.Parse(context.Language) ?? PromptLanguages.Of(context.GetOr(PersonSlots.Question, string.Empty));
        context.Response.Answer = string.Join('\n', fused.Select(found => SaidAt(found.Memory, language) + InertText.Of(found.Memory.Content)));
        context.Response.Metadata["memory_list"] = JsonBuild.Array(fused.Select(found => Form.Write(Flagged(found.Memory, times), found.Score))).ToNode();
        return ValueTask.CompletedTask;
    }

    private string SaidAt(Memory memory, PromptLanguage language)
    {
        if (!_writesTimes)
        {
            return string.Empty;
        }

        var time = TimeZoneInfo.ConvertTime(memory.ObservedAt, Memories.Time.LocalTimeZone);
        var day = language == PromptLanguage.Chinese ? Days[(int)time.DayOfWeek] : time.DayOfWeek.ToString();
        return string.Create(CultureInfo.InvariantCulture, $"[{time:yyyy-MM-dd HH:mm:ss} {day}] ");
    }

    // What was concluded or stated outright counts more than what was overheard.
    private double RatioOf(Memory memory) => _ratios[memory.Kind switch
    {
        MemoryKinds.Message => Conversation,
        MemoryKinds.Insight or MemoryKinds.Profile => MemoryKinds.Insight,
        MemoryKinds.Observation when memory.Author == Memory.Stated => Customized,
        _ => MemoryKinds.Observation,
    }];

    // What the question asks for by its name comes first, in the order in which it is asked for; among equals the search decides.
    private double Answering(Memory memory, IReadOnlyList<string> asked)
    {
        var fact = FactMark.Of(memory);
        var place = fact is { Subject: null, Attribute: { } attribute }
            ? asked.Index().Where(one => one.Item == attribute).Select(one => one.Index).DefaultIfEmpty(-1).First()
            : -1;
        return place < 0 ? 0 : AnswerWeight * (asked.Count - place);
    }

    private static bool IsAbout(Memory memory, IReadOnlyList<TimeInterval> times) =>
        times.Count > 0 && (EventMatches(memory, times) || WasSaidIn(memory, times));

    private static bool EventMatches(Memory memory, IReadOnlyList<TimeInterval> times) =>
        memory.EventTimes.Any(time => times.Any(asked => time.Interval.Start < asked.End && asked.Start < time.Interval.End));

    private static bool WasSaidIn(Memory memory, IReadOnlyList<TimeInterval> times) =>
        times.Any(asked => asked.Start <= memory.ObservedAt && memory.ObservedAt < asked.End);

    private static Memory Flagged(Memory memory, IReadOnlyList<TimeInterval> times) => new(memory)
    {
        Metadata = JsonBuild.Object(
        [
            .. JsonBuild.Members(memory.Metadata),
            new("match_event_flag", JsonBuild.Text(EventMatches(memory, times) ? "1" : "0")),
            new("match_msg_flag", JsonBuild.Text(WasSaidIn(memory, times) ? "1" : "0")),
        ]),
    };
}
