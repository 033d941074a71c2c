using System.Runtime.InteropServices;
using Remanence.Cli.Connections;
using Remanence.Cli.Invocation;
using Remanence.Cli.Terminal;

namespace Remanence.Cli;

/// <summary>A command as a process: its console, its environment and its signals.</summary>
internal static class CommandProcess
{
    public static async Task<int> RunAsync(string[] args)
    {
        using var stop = new CancellationTokenSource();
        var context = new CliContext(new SystemCommandConsole(), Environment.GetEnvironmentVariable, TimeProvider.System)
        {
            OpenChat = (run, name) => ConfiguredModels.OpenChat(run.LoadSettings(), run.Time, name),
        };

        // The first signal asks politely; the handlers then let go, so that a second one ends the process whatever it is doing.
        void Stop(PosixSignalContext signal)
        {
            if (!stop.IsCancellationRequested)
            {
                signal.Cancel = true;
                stop.Cancel();
            }
        }

        // A conversation ends an answer with it, and only then itself.
        void Interrupt(PosixSignalContext signal)
        {
            if (context.Interrupts.Signal())
            {
                signal.Cancel = true;
            }
            else
            {
                Stop(signal);
            }
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return await RemanenceCommandLine.RunAsync(context, args, stop.Token);
    }
}
