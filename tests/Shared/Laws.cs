using System.Globalization;
using FsCheck;

namespace Remanence.Testing;

/// <summary>
/// Checks properties with the same draws in each run, so that a failure tells of the change it came with. To hunt for more, give other draws and more of them:
/// <c>REMANENCE_LAW_SEED=7 REMANENCE_LAW_TIMES=50 dotnet test</c>.
/// </summary>
internal static class Laws
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;
    private static readonly ulong Seed = Read("REMANENCE_LAW_SEED");
    private static readonly int Times = (int)Read("REMANENCE_LAW_TIMES");

    public static void Hold(this Property property, int draws = 100, int size = 100) =>
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(draws * Times).WithEndSize(size).WithReplay(Seed, Gamma));

    private static ulong Read(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : 1;
}
