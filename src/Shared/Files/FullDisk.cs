namespace Remanence.Diagnostics;

// Tells a full disk from other failures to write.
internal static class FullDisk
{
    private const int NoSpace = 28;
    private const int FileTooBig = 27;
    private const int QuotaOnLinux = 122;
    private const int QuotaOnMac = 69;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    public static bool Is(Exception exception) => exception is IOException
        && (OperatingSystem.IsWindows() ? exception.HResult == WindowsDiskFull
            : exception.HResult is NoSpace or FileTooBig || exception.HResult == (OperatingSystem.IsMacOS() ? QuotaOnMac : QuotaOnLinux));
}
