using Spectre.Console;

namespace Remanence.Cli.Terminal;

/// <summary>A progress bar on standard error while long work runs; nothing when nobody watches.</summary>
internal static class WorkProgress
{
    public static async Task<T> RunAsync<T>(CommandOutput output, ICommandConsole console, string title, Func<IProgress<double>, Task<T>> work)
    {
        if (!console.IsErrorTerminal || !output.Error.Profile.Capabilities.Interactive)
        {
            return await work(new Silent());
        }

        return await output.Error.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => work(new Bar(context.AddTask(Markup.Escape(title), maxValue: 1))));
    }

    private sealed class Silent : IProgress<double>
    {
        public void Report(double value)
        {
        }
    }

    // Not Progress<T>: that one reports on the thread pool, where reports overtake each other.
    private sealed class Bar(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = Math.Clamp(value, 0, 1);
    }
}
