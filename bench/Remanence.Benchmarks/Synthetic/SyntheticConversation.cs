using System.Globalization;
using System.Text;
using Remanence.Messages;

namespace Remanence.Benchmarks.Synthetic;

/// <summary>
/// Endless talk of two speakers a session, the same for the same seed: plausible English and some Chinese, with word frequencies like those of real
/// talk, so that common terms have long postings and most terms are rare. Not thread-safe.
/// </summary>
internal sealed class SyntheticConversation(int seed)
{
    private const int RareNames = 20_000;
    private const double ChineseShare = 0.1;
    private static readonly string[] Syllables =
        ["ka", "lo", "mi", "ren", "ta", "vo", "shi", "dar", "bel", "nu", "quin", "os", "fe", "gri", "zan", "lu", "pra", "tho", "wex", "im"];

    private static readonly ZipfSampler RareRanks = new(RareNames);
    private readonly Random _random = new(seed);
    private DateTimeOffset _time = new(2022, 1, 3, 9, 0, 0, TimeSpan.Zero);
    private string _user = "";
    private string _assistant = "";
    private bool _chinese;
    private int _left;
    private int _said;

    /// <summary>The next messages, sessions of 10 to 40 one after the other, some hours or days between.</summary>
    public List<Message> Messages(int count)
    {
        var messages = new List<Message>(count);
        while (messages.Count < count)
        {
            messages.Add(NextMessage());
        }

        return messages;
    }

    /// <summary>The text of a message.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        var sentences = 1 + _random.Next(4);
        for (var i = 0; i < sentences; i++)
        {
            var asks = i == sentences - 1 && _random.Next(6) == 0;
            var sentence = _chinese ? Vocabulary.ChineseStatements : asks ? Vocabulary.Asked : Vocabulary.Statements;
            if (i > 0 && !_chinese)
            {
                text.Append(' ');
            }

            Fill(sentence.Next(_random), text);
        }

        return text.ToString();
    }

    /// <summary>Questions to a memory of such talk.</summary>
    public string[] Questions(int count) => Questions(count, Vocabulary.Questions, Vocabulary.ChineseQuestions);

    /// <summary>Questions that name a time.</summary>
    public string[] TimedQuestions(int count) => Questions(count, Vocabulary.TimedQuestions, Vocabulary.ChineseTimedQuestions);

    /// <summary>Questions that name a time by an event, told of or not.</summary>
    public string[] EventQuestions(int count) => Questions(count, Vocabulary.EventQuestions, Vocabulary.ChineseEventQuestions);

    private string[] Questions(int count, WordList english, WordList chinese)
    {
        var questions = new string[count];
        for (var i = 0; i < count; i++)
        {
            var text = new StringBuilder();
            Fill((_random.NextDouble() < ChineseShare ? chinese : english).Next(_random), text);
            questions[i] = text.ToString();
        }

        return questions;
    }

    private Message NextMessage()
    {
        if (_left == 0)
        {
            BeginSession();
        }

        _left--;
        _time += TimeSpan.FromSeconds(5 + _random.Next(90));
        var byUser = _said++ % 2 == 0;
        return new Message { Role = byUser ? "user" : "assistant", Name = byUser ? _user : _assistant, Content = Text(), Time = _time };
    }

    private void BeginSession()
    {
        _left = 10 + _random.Next(31);
        _said = 0;
        _time += TimeSpan.FromHours(4 + _random.Next(40));
        _chinese = _random.NextDouble() < ChineseShare;
        var people = _chinese ? Vocabulary.ChinesePeople : Vocabulary.People;
        var first = _random.Next(people.Length);
        _user = people[first];
        _assistant = people[(first + 1 + _random.Next(people.Length - 1)) % people.Length];
    }

    private void Fill(ReadOnlySpan<char> sentence, StringBuilder text)
    {
        var begin = text.Length;
        while (sentence.IndexOf('{') is >= 0 and var open)
        {
            var close = sentence.IndexOf('}');
            text.Append(sentence[..open]).Append(Word(sentence[(open + 1)..close].ToString()));
            sentence = sentence[(close + 1)..];
        }

        text.Append(sentence);
        text[begin] = char.ToUpperInvariant(text[begin]);
    }

    private string Word(string list) => list switch
    {
        "rare" => Rare(RareRanks.Next(_random)),
        "number" => _random.Next(10_000, 1_000_000).ToString(CultureInfo.InvariantCulture),
        _ => Vocabulary.Lists[list].Next(_random),
    };

    // Rank → name, one to one: the digits of the rank in base 20, and one syllable more so that none is too short.
    private static string Rare(int rank)
    {
        var name = new StringBuilder(Syllables[(rank * 7) % Syllables.Length]);
        do
        {
            name.Append(Syllables[rank % Syllables.Length]);
            rank /= Syllables.Length;
        }
        while (rank > 0);
        name[0] = char.ToUpperInvariant(name[0]);
        return name.ToString();
    }
}
