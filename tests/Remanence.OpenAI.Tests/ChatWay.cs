namespace Remanence.OpenAI.Tests;

/// <summary>The two ways to ask, so that a test holds for both.</summary>
public enum ChatWay
{
    Whole,
    Streamed,
}
