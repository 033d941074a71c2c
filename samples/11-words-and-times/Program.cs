// What is read out of a text without a model and without a store: times, what comes again, words, and which passage of a long text answers a question.
//
//   dotnet run --project samples/11-words-and-times -- "I swim every other Monday at 7pm."
using Remanence.Memories;
using Remanence.Text.Folding;
using Remanence.Text.Time;
using Remanence.Text.Time.Patterns;
using WordsAndTimes;

const string Stamp = "8 May 2026, 13:56";
if (!MessageTimes.TryParse(Stamp, out var saidAt))
{
    Console.WriteLine($"{Stamp} is no time.");
    return 1;
}

Console.WriteLine($"Said on {saidAt:dddd, yyyy-MM-dd HH:mm}:");
string[] statements = args.Length > 0 ? args
    : ["I saw the dentist last Friday at 3pm.", "I swim every other Monday.", "我每周三学钢琴。", "My birthday is May 3.", "We moved a few years ago."];
foreach (var statement in statements.Select(NulText.TakeOut))
{
    Console.WriteLine(statement);
    foreach (var mention in TimeExpressions.Find(statement, saidAt))
    {
        var (words, about) = (statement.Substring(mention.Start, mention.Length), mention.Fuzzy ? "about " : "");
        Console.WriteLine($"  \"{words}\": {about}{Show(mention.Interval)}, to the {mention.Precision}");
    }

    var spoken = SpokenTime.Read(statement, saidAt);
    var again = spoken.Recurrence is { } rule ? RecurrenceText.Format(rule) : "no";
    Console.WriteLine($"  an event: {(spoken.Event is null ? "no" : "yes")}, comes again: {again}");
}

// A rule is asked for days; one that is stored is text, in iCalendar's manner.
var bins = new Recurrence(Frequency.Weekly) { Weekdays = 0b0001001 };
var kept = RecurrenceText.Format(bins);
var today = new DateTimeOffset(saidAt.Date, saidAt.Offset);
var days = Enumerable.Range(0, 14).Select(number => today.AddDays(number))
    .Where(day => RecurrenceText.Parse(kept)!.OccursIn(new TimeInterval(day, day.AddDays(1))));
Console.WriteLine($"The bins, {kept}, in the next two weeks: {string.Join(", ", days.Select(day => $"{day:ddd d MMM}"))}");

foreach (var question in (string[])["When did I see the dentist?", "What did I do on Mondays and Thursdays?"])
{
    var asked = TimeExpressions.Find(question, saidAt).SelectMany(AskedTurns.Of).Select(Show).ToList();
    var asks = TimeExpressions.AsksWhen(question) ? "asks when, and names no time"
        : WhenQuestions.IsAsked(question) ? "asks when" : "does not ask when";
    Console.WriteLine($"{question}  {asks}{(asked.Count > 0 ? ", names " + string.Join(" and ", asked) : "")}");
}

Console.WriteLine();
var reader = new PassageReader(LongText.Of(
    "The café's baker, Zoë, sells rye bread at dawn. ", "Mount Kita is 3,193 metres high, and snow lies there in June. ", "茉莉花茶要用八十度的水。"));
foreach (var question in (string[])["How high is the mountain?", "Who bakes in the cafe?", "茉莉花茶用多热的水？"])
{
    Console.WriteLine($"{question}\n  {reader.Best(question)}");
}

return 0;

static string Show(TimeInterval interval) => $"{interval.Start:yyyy-MM-dd HH:mm} until {interval.End:yyyy-MM-dd HH:mm}";
