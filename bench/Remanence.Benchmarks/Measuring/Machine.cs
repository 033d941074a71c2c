using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Remanence.Benchmarks.Measuring;

/// <summary>What a reader of numbers must know of where they were taken.</summary>
internal static class Machine
{
    public static void Print(TextWriter output)
    {
        output.WriteLine($"{Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
        output.WriteLine($"AVX2 {Avx2.IsSupported}, AVX-512 {Avx512F.IsSupported}, AVX-VNNI {AvxVnni.IsSupported}; load average {LoadAverage()}");
    }

    public static string LoadAverage() =>
        File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "unknown";

    private static string Processor() =>
        File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
                ?? "unknown CPU"
            : "unknown CPU";
}
