using System.Globalization;
using Remanence.Stores;

namespace Remanence.Transfer;

/// <summary>What stops an import between two of its steps says what is in by then. The same import sent again skips that, and brings the rest.</summary>
internal static class StoppedImport
{
    /// <summary>Whether it is told; what is no fault of the store's is a defect, and goes on as it is.</summary>
    public static bool Tells(Exception exception) => exception is OperationCanceledException or StoreFullException or StoreUnavailableException;

    public static Exception After(Exception exception, ImportResult stored)
    {
        var told = string.Create(
            CultureInfo.InvariantCulture, $"Of the import {stored.Memories} memories and {stored.Messages} messages are in; send it again");
        return exception switch
        {
            OperationCanceledException stopped => new OperationCanceledException($"{told}, and the rest comes to them.", stopped, stopped.CancellationToken),
            StoreFullException full => new StoreFullException($"{full.Message} {told} when there is room, and the rest comes to them.", full),
            StoreDamagedException damaged => new StoreDamagedException($"{damaged.Message} {told} when that is done, and the rest comes to them.", damaged),
            _ => new StoreUnavailableException($"{exception.Message} {told} when it is back, and the rest comes to them.", exception),
        };
    }
}
