namespace Remanence.Models.Calls;

/// <summary>What a failure is called in logs and metrics.</summary>
internal static class CallFailures
{
    public static string Name(Exception exception) => exception is ModelException model ? model.Failure.ToString() : exception.GetType().Name;
}
