using System.Runtime.InteropServices;

namespace Remanence.Text.Time.Calendar;

/// <summary>How many, in halves ("one and a half" is 3); a range where the words are vague ("a few").</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Quantity(int Least, int Most)
{
    /// <summary>Larger counts are no time expressions, and would lead out of the calendar.</summary>
    public const int Limit = 9999;

    /// <summary>"a few", "several", 几.</summary>
    public static Quantity Few => new(4, 14);

    public static Quantity Couple => new(4, 6);

    public bool Fuzzy => Least != Most;

    public static Quantity Of(int whole) => new(2 * whole, 2 * whole);

    public static Quantity OfHalves(int halves) => new(halves, halves);

    public Quantity PlusHalf() => new(Least + 1, Most + 1);

    public Quantity Times(int factor) => new(Least * factor, Most * factor);
}
