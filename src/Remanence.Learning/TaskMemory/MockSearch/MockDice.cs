using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Remanence.TaskMemory.MockSearch;

/// <summary>Chance that is the same whenever the same is asked with the same seed, on every machine.</summary>
internal static class MockDice
{
    /// <summary>Three independent numbers of a throw, each from 0 up to 1.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="of">What is thrown for.</param>
    public static (double First, double Second, double Third) Throw(int seed, params ReadOnlySpan<string> of)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{string.Join('\n', of)}"));
        return (Number(hash), Number(hash.AsSpan(8)), Number(hash.AsSpan(16)));
    }

    private static double Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32BigEndian(bytes) / (uint.MaxValue + 1.0);
}
