namespace Remanence.Server.Native;

internal enum QueryParameterType
{
    Text,
    Integer,
    Flag,
}
