using System.Text;

namespace Remanence.OpenAI.Chat;

/// <summary>
/// Separates <c>&lt;think&gt;…&lt;/think&gt;</c> from the answer, in pieces as they come. Only a block before the answer counts, or one right after such a
/// block: further on, the tag is part of what the model says.
/// </summary>
internal sealed class ThoughtSplitter
{
    private const string Open = "<think>";
    private const string Close = "</think>";

    private readonly StringBuilder _held = new();
    private State _state = State.Start;

    private enum State
    {
        Start,
        Thought,
        Answer,
    }

    /// <summary>A whole reply. Templates that put the opening tag into the prompt leave only the closing one in it; here that is understood too.</summary>
    public static List<(string Text, bool IsThought)> Split(string text)
    {
        var splitter = new ThoughtSplitter();
        if (!text.AsSpan().TrimStart().StartsWith(Open, StringComparison.Ordinal) && text.Contains('\n' + Close, StringComparison.Ordinal))
        {
            splitter._state = State.Thought;
        }

        return [.. splitter.Push(text), .. splitter.Finish()];
    }

    /// <summary>The next piece: what is settled by now.</summary>
    public IEnumerable<(string Text, bool IsThought)> Push(string piece)
    {
        _held.Append(piece);
        while (_state != State.Answer && _held.Length > 0)
        {
            if (_state == State.Start)
            {
                var held = _held.ToString();
                var start = held.AsSpan().TrimStart();
                if (start.StartsWith(Open, StringComparison.Ordinal))
                {
                    _held.Remove(0, held.Length - start.Length + Open.Length);
                    _state = State.Thought;
                }
                else if (Open.AsSpan().StartsWith(start, StringComparison.Ordinal))
                {
                    yield break;
                }
                else
                {
                    _state = State.Answer;
                }
            }
            else if (Thought(out var thought))
            {
                if (thought.Length > 0)
                {
                    yield return (thought, true);
                }
            }
            else
            {
                yield break;
            }
        }

        if (_state == State.Answer && _held.Length > 0)
        {
            yield return (Take(_held.Length), false);
        }
    }

    /// <summary>The end: what was held back in case it was the beginning of a tag.</summary>
    public IEnumerable<(string Text, bool IsThought)> Finish()
    {
        if (_held.Length > 0)
        {
            yield return (Take(_held.Length), _state == State.Thought);
        }
    }

    /// <summary>Takes what is surely thought; false when nothing more can be said yet.</summary>
    private bool Thought(out string thought)
    {
        var held = _held.ToString();
        var end = held.IndexOf(Close, StringComparison.Ordinal);
        if (end >= 0)
        {
            thought = Take(end);
            _held.Remove(0, Close.Length);
            while (_held.Length > 0 && char.IsWhiteSpace(_held[0]))
            {
                _held.Remove(0, 1);
            }

            _state = State.Start;
            return true;
        }

        var kept = Enumerable
            .Range(1, Math.Min(Close.Length - 1, held.Length))
            .LastOrDefault(length => Close.StartsWith(held[^length..], StringComparison.Ordinal));
        thought = Take(held.Length - kept);
        return thought.Length > 0;
    }

    private string Take(int length)
    {
        var text = _held.ToString(0, length);
        _held.Remove(0, length);
        return text;
    }
}
