using System.Text.Json;
using Remanence.Memories;
using Remanence.Stores.Filters;

namespace Remanence.ConformanceTests.Stores;

/// <summary>Memories and filters drawn from small sets, so that they meet. The same seed draws the same ones.</summary>
public sealed class RandomFilters(int seed)
{
    private static readonly string[] Words = ["tea", "Tea", "TEE", "茶", "straße", "STRASSE", "i", "İ", "ı", "K", "k", "", "a\u0001b", "🍵", "'\"%_"];
    private static readonly string[] Kinds = ["task", "tool", "Task", "own kind"];

    private static readonly string[] Values =
    [
        "1", "1.0", "-0", "0", "1e400", "9007199254740993", "9007199254740992", "0.1", "\"a\"", "\"b\"", "\"\\u00e9\"", "\"é\"", "\"1\"", "\"\"",
        "\"\\u0001\"", "\"\\uD83C\\uDF75\"", "\"\\uFFFD\"", "true", "false", "null", "[1]", "{\"x\":1}", "{\"y\":\"a\"}",
    ];

    private readonly Random _random = new(seed);

    public Memory NextMemory() =>
        new(Sample.Memory())
        {
            Kind = Pick(Kinds),
            Status = Pick(Enum.GetValues<MemoryStatus>()),
            Keywords = Some(Words),
            Categories = Some(Words),
            ObservedAt = Time(),
            RecordedAt = Time(),
            UpdatedAt = Time(),
            ValidFrom = Chance(2) ? Time() : null,
            ValidTo = Chance(2) ? Time() : null,
            EventTime = Chance(2) ? new EventTime(new TimeInterval(Time(), Time()), TimePrecision.Day) : null,
            State = Chance(3)
                ? new MemoryState
                {
                    Reflected = Chance(2),
                    Recurrence = Pick(Words),
                    MoreTimes = Chance(2) ? [new FurtherTime(Time(), Time(), TimePrecision.Vague)] : null,
                }
                : null,
            Metadata = Chance(4) ? null : Sample.Json($"{{\"x\":{Pick(Values)},\"y\":{Pick(Values)},\"a.b\":{{\"x\":{Pick(Values)}}}}}"),
        };

    public MemoryFilter NextFilter(int depth) => _random.Next(depth > 0 ? 13 : 9) switch
    {
        0 => new MemoryFilter.Kind(Some(Kinds)),
        1 => new MemoryFilter.Status(Some(Enum.GetValues<MemoryStatus>())),
        2 => new MemoryFilter.ValidAt(Time()),
        3 => new MemoryFilter.Time(Pick(Enum.GetValues<MemoryTimeField>()), Chance(4) ? null : Time(), Chance(4) ? null : Time()),
        4 => new MemoryFilter.Keyword(Some(Words)),
        5 => new MemoryFilter.Category(Some(Words)),
        6 or 7 => Metadata(),
        8 => new MemoryFilter.Reflected(),
        9 => new MemoryFilter.Not(NextFilter(depth - 1)),
        10 or 11 => new MemoryFilter.And(Parts(depth)),
        _ => new MemoryFilter.Or(Parts(depth)),
    };

    private MemoryFilter.Metadata Metadata()
    {
        var comparison = Pick(Enum.GetValues<MetadataOperator>());
        string[][] paths = [["x"], ["y"], ["x", "x"], ["y", "y"], ["a.b", "x"], ["a", "b"]];
        JsonElement[] operands = [.. Values.Where(value => value[0] is not ('[' or '{' or 'n')).Select(Sample.Json)];
        return new MemoryFilter.Metadata(Pick(paths), comparison, comparison == MetadataOperator.In ? Some(operands) : [Pick(operands)]);
    }

    private List<MemoryFilter> Parts(int depth) => [.. Enumerable.Range(0, _random.Next(4)).Select(_ => NextFilter(depth - 1))];

    private DateTimeOffset Time() => Sample.At.AddHours(_random.Next(6)).ToOffset(TimeSpan.FromHours(_random.Next(-3, 4)));

    private bool Chance(int of) => _random.Next(of) == 0;

    private T Pick<T>(T[] values) => values[_random.Next(values.Length)];

    private List<T> Some<T>(T[] values) => [.. values.Where(_ => Chance(3))];
}
