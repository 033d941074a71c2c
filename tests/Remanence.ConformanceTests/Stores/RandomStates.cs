using System.Text.Json;
using Remanence.Memories;

namespace Remanence.ConformanceTests.Stores;

/// <summary>States with any of their parts, and texts that are hard to keep. The same seed draws the same ones.</summary>
public sealed class RandomStates(int seed)
{
    private static readonly string[] Texts = ["", "tea", "茶", "\"\\", "{}", "a\nb", "🍵", "\u0001", "null", "'%_", "ﬁ", "\u200F", "[\"x\"]"];
    private static readonly string[] Values =
    [
        "{}",
        """{"a":null}""",
        """{"n":1.50,"m":-0,"big":12345678901234567890.0001}""",
        """{"a":{"b":["x",true,[]]},"é":"\u00e9"}""",
    ];

    private readonly Random _random = new(seed);

    public MemoryState Next() => new()
    {
        Fact = Maybe(() => new FactState
        {
            Subject = Maybe(Text),
            Attribute = Maybe(Text),
            Value = Maybe(Text),
            Single = Chance(),
            Negated = Chance(),
            Corrected = Chance() ? Time() : null,
            Reason = Maybe(Text),
            Said = List(),
        }),
        Reflected = Chance(),
        Insight = Maybe(() => new InsightState { Subject = Maybe(Text), Withdrawn = Chance() }),
        Forgotten = Maybe(List),
        Withholds = Maybe(List),
        Experience = Maybe(() => new ExperienceState { Runs = List(), Contrast = Chance() }),
        Tool = Maybe(() => new ToolState { Results = [.. Enumerable.Range(0, _random.Next(3)).Select(_ => Json())], ByRules = Chance() }),
        Recurrence = Maybe(Text),
        Foreign = Maybe(() => new ForeignState { Format = Text(), Fields = Json() }),
    };

    private string Text() => Texts[_random.Next(Texts.Length)];

    private JsonElement Json() => Sample.Json(Values[_random.Next(Values.Length)]);

    private IReadOnlyList<string> List() => [.. Enumerable.Range(0, _random.Next(4)).Select(_ => Text())];

    private DateTimeOffset Time() => Sample.At.AddTicks(_random.Next()).ToOffset(TimeSpan.FromMinutes(_random.Next(-800, 800)));

    private bool Chance() => _random.Next(2) == 0;

    private T? Maybe<T>(Func<T> make)
        where T : class => Chance() ? make() : null;
}
