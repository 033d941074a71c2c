namespace Remanence.Evaluation.Times;

/// <summary>The times that were read out of messages.</summary>
/// <param name="Messages">Messages read.</param>
/// <param name="Timed">Messages that tell of a time.</param>
/// <param name="Several">Messages that tell of more than one.</param>
/// <param name="Intervals">Intervals in all.</param>
/// <param name="Vague">Intervals that a vague word alone names.</param>
/// <param name="VagueShare">Their share, 0 to 1.</param>
/// <param name="Seed">What the sample was drawn with.</param>
/// <param name="Sample">Intervals drawn at random, for reading.</param>
internal sealed record TimesReport(
    int Messages,
    int Timed,
    int Several,
    int Intervals,
    int Vague,
    double VagueShare,
    int Seed,
    IReadOnlyList<DrawnTime> Sample);
