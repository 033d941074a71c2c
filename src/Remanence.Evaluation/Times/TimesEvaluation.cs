using System.Globalization;
using Remanence.Evaluation.Retrieval;
using Remanence.Memories;
using Remanence.Text.Time;

namespace Remanence.Evaluation.Times;

/// <summary>Reads the times out of the messages of conversations, as an engine keeps them, and draws some for a person to read. Not thread-safe.</summary>
/// <param name="sample">How many intervals are drawn.</param>
/// <param name="seed">What they are drawn with: the same ones of the same data.</param>
public sealed class TimesEvaluation(int sample, int seed)
{
    private readonly List<DrawnTime> _times = [];
    private int _messages;
    private int _timed;
    private int _several;

    /// <summary>What was found so far.</summary>
    public EvaluationResult Result => EvaluationResult.Of(Report(), TimesJson.Default.TimesReport, Write);

    /// <summary>Reads a data set's messages; one without a time cannot be counted from and is left out.</summary>
    /// <param name="data">The data set.</param>
    public void Add(EvaluationData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        foreach (var message in data.Conversations.SelectMany(conversation => conversation.Messages).Select(message => message.Message))
        {
            if (message.Time is { } said)
            {
                Add(message.Content, said);
            }
        }
    }

    private void Add(string text, DateTimeOffset said)
    {
        var spoken = SpokenTime.Read(text, said);
        EventTime[] times = spoken.Event is { } first ? [first, .. spoken.More] : [];
        _times.AddRange(times.Select(time => new DrawnTime(said, time.Interval.Start, time.Interval.End, time.Precision, text)));
        _messages++;
        _timed += times.Length > 0 ? 1 : 0;
        _several += times.Length > 1 ? 1 : 0;
    }

    private TimesReport Report()
    {
        var vague = _times.Count(time => time.Precision == TimePrecision.Vague);
        return new TimesReport(_messages, _timed, _several, _times.Count, vague, _times.Count == 0 ? 0 : (double)vague / _times.Count, seed, Draw());
    }

    private List<DrawnTime> Draw()
    {
        var random = SeededRandom.Named(string.Create(CultureInfo.InvariantCulture, $"{seed}/times"));
        var left = new List<DrawnTime>(_times);
        var drawn = new List<DrawnTime>();
        while (drawn.Count < sample && left.Count > 0)
        {
            var at = random.Next(left.Count);
            drawn.Add(left[at]);
            left.RemoveAt(at);
        }

        return drawn;
    }

    private static void Write(TextWriter writer, TimesReport report)
    {
        writer.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Messages} messages, {report.Timed} with a time, {report.Several} with several; {report.Intervals} intervals, {report.Vague} "
                + $"vague ({report.VagueShare:P1})"));
        foreach (var (time, number) in report.Sample.Select((time, i) => (time, i + 1)))
        {
            writer.WriteLine();
            var interval = string.Create(CultureInfo.InvariantCulture, $"{time.Start:yyyy-MM-dd HH:mm} to {time.End:yyyy-MM-dd HH:mm}, {time.Precision}");
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number}. said {time.Said:ddd yyyy-MM-dd HH:mm}: {interval}"));
            writer.WriteLine($"   {time.Text.ReplaceLineEndings(" ")}");
        }
    }
}
