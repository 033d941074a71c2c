namespace Remanence.Text.Time.Patterns;

/// <summary>Which one of a repeating time is meant.</summary>
internal enum Occurrence
{
    /// <summary>The latest that has begun.</summary>
    Recent,

    /// <summary>The earliest that is not over.</summary>
    Coming,

    /// <summary>The latest that is over ("last May").</summary>
    Last,

    /// <summary>That of the current week or year ("this May").</summary>
    This,

    /// <summary>The earliest that has not begun ("next May").</summary>
    Next,
}
