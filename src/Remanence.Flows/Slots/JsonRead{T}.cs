using System.Text.Json;

namespace Remanence.Flows.Slots;

/// <summary>Reads JSON; a fault that is null means that the whole is of the wrong kind.</summary>
internal delegate bool JsonRead<T>(JsonElement json, out T value, out JsonFault? fault);
