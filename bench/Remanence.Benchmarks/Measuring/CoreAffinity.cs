using System.Globalization;
using System.Runtime.InteropServices;

namespace Remanence.Benchmarks.Measuring;

/// <summary>
/// Holds every thread of this process on one core until disposed: on Linux, the runtime's own <c>Process.ProcessorAffinity</c> moves the main thread
/// only. Elsewhere it does nothing.
/// </summary>
internal sealed unsafe partial class CoreAffinity : IDisposable
{
    private const int MaskBytes = 128;
    private readonly byte[] _before = new byte[MaskBytes];

    private CoreAffinity()
    {
        fixed (byte* before = _before)
        {
            if (GetAffinity(0, MaskBytes, before) < 0)
            {
                return;
            }
        }

        Core = LastOf(_before);
        var one = new byte[MaskBytes];
        one[Core / 8] = (byte)(1 << (Core % 8));
        Apply(one);
    }

    /// <summary>The core; −1 when nothing was done.</summary>
    public int Core { get; } = -1;

    public static CoreAffinity? Pin() => OperatingSystem.IsLinux() ? new CoreAffinity() : null;

    public void Dispose()
    {
        if (Core >= 0)
        {
            Apply(_before);
        }
    }

    private static int LastOf(byte[] mask)
    {
        var core = (MaskBytes * 8) - 1;
        while (core > 0 && (mask[core / 8] & (1 << (core % 8))) == 0)
        {
            core--;
        }

        return core;
    }

    // A thread that ended meanwhile is refused, which is as good; one that begins takes its parent's mask.
    private static void Apply(byte[] mask)
    {
        foreach (var path in Directory.EnumerateDirectories("/proc/self/task"))
        {
            fixed (byte* bytes = mask)
            {
                _ = SetAffinity(int.Parse(Path.GetFileName(path), CultureInfo.InvariantCulture), MaskBytes, bytes);
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetAffinity(int thread, nuint size, byte* mask);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetAffinity(int thread, nuint size, byte* mask);
}
