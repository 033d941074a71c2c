namespace Remanence.Time;

/// <summary>The period after which a recurring time comes again.</summary>
internal enum Frequency
{
    Daily,
    Weekly,
    Monthly,
    Yearly,
}
