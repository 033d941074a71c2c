using System.Runtime.InteropServices;
using Remanence.Cli;
using Remanence.Cli.Connections;
using Remanence.Cli.Terminal;

using var stop = new CancellationTokenSource();

// The first signal asks politely; the handlers then let go, so that a second one ends the process whatever it is doing.
void Stop(PosixSignalContext signal)
{
    if (!stop.IsCancellationRequested)
    {
        signal.Cancel = true;
        stop.Cancel();
    }
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
var context = new CliContext(new SystemCommandConsole(), Environment.GetEnvironmentVariable, TimeProvider.System) { OpenChat = ConfiguredModels.OpenChat };
return await RemanenceCommandLine.RunAsync(context, args, stop.Token);
