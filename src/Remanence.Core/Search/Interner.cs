namespace Remanence.Search;

/// <summary>Numbers strings from 0; null is −1. Not thread-safe.</summary>
internal sealed class Interner
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _values = [];

    public int Count => _values.Count;

    public string this[int number] => _values[number];

    public int Add(string? value)
    {
        if (value is null)
        {
            return -1;
        }

        if (!_numbers.TryGetValue(value, out var number))
        {
            number = _values.Count;
            _numbers.Add(value, number);
            _values.Add(value);
        }

        return number;
    }

    /// <summary>−1 for null, −2 for what was never added, so that neither matches anything.</summary>
    public int Find(string? value) => value is null ? -1 : _numbers.GetValueOrDefault(value, -2);
}
