namespace Remanence.Benchmarks.Measuring;

/// <summary>What was measured beside what must hold. A report, not a gate.</summary>
internal sealed class LimitTable
{
    private readonly ReportTable _table = new("what", "measured", "bound", "");

    public void Below(string what, double measured, double bound, string unit) =>
        _table.Add(what, $"{Show(measured)} {unit}", $"< {bound:0.####} {unit}", measured < bound ? "ok" : "OVER");

    public void AtLeast(string what, double measured, double bound, string unit) =>
        _table.Add(what, $"{Show(measured)} {unit}", $"≥ {bound:0.####} {unit}", measured >= bound ? "ok" : "OVER");

    public void Must(string what, bool holds, string measured, string bound) => _table.Add(what, measured, bound, holds ? "ok" : "OVER");

    public void Note(string what, double measured, string unit) => _table.Add(what, $"{Show(measured)} {unit}", "", "");

    public void Print(TextWriter output) => _table.Print(output);

    private static string Show(double value) => Math.Abs(value) >= 100 ? value.ToString("#,0") : value.ToString("0.000");
}
