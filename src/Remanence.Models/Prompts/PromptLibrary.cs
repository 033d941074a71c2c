using System.Reflection;
using System.Text;
using Remanence.Diagnostics;

namespace Remanence.Models.Prompts;

/// <summary>
/// The prompts of one file: a YAML map from key to text, the Chinese one under the key with <c>_zh</c> behind it; <c>{name}</c> is a placeholder, <c>{{</c> and
/// <c>}}</c> are braces. A file of the same shape replaces texts key by key. Immutable.
/// </summary>
public sealed class PromptLibrary
{
    private const string ChineseSuffix = "_zh";
    private const int MaxFileLength = 1_000_000;
    private readonly string _origin;
    private readonly IReadOnlyDictionary<string, PromptTemplate> _templates;

    private PromptLibrary(string origin, IReadOnlyDictionary<string, PromptTemplate> templates)
    {
        _origin = origin;
        _templates = templates;
    }

    /// <summary>The keys, without those of the Chinese texts.</summary>
    public IEnumerable<string> Keys => _templates.Keys.Select(Plain).Distinct(StringComparer.Ordinal);

    /// <summary>Reads prompts that are embedded in an assembly.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="resourceName">The resource's logical name.</param>
    /// <exception cref="PromptException">There is no such resource, or it is no file of prompts.</exception>
    public static PromptLibrary Embedded(Assembly assembly, string resourceName)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentException.ThrowIfNullOrEmpty(resourceName);
        using var stream =
            assembly.GetManifestResourceStream(resourceName)
            ?? throw new PromptException(
                resourceName,
                null,
                $"the assembly {assembly.GetName().Name} holds no such resource; embed the file under this logical name.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(reader.ReadToEnd(), resourceName);
    }

    /// <summary>Reads prompts from text.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="origin">What to call it in errors.</param>
    /// <exception cref="PromptException">It is no file of prompts.</exception>
    public static PromptLibrary Parse(string yaml, string origin)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        ArgumentException.ThrowIfNullOrEmpty(origin);
        return new PromptLibrary(origin, PromptFile.Read(yaml, origin));
    }

    /// <summary>These prompts, with those of a user's file in their place.</summary>
    /// <param name="path">The file, in UTF-8; null or empty: none.</param>
    /// <exception cref="PromptException">The file can't be read, is none of prompts, or holds a key that these do not.</exception>
    public PromptLibrary WithFile(string? path)
    {
        return string.IsNullOrEmpty(path) ? this : With(Read(path));
    }

    /// <summary>A user's file of prompts.</summary>
    /// <param name="path">The file, in UTF-8.</param>
    /// <exception cref="PromptException">The file can't be read, or is none of prompts.</exception>
    public static PromptLibrary Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return Parse(PlainFile.ReadText(path, MaxFileLength, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)), path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DecoderFallbackException or NotSupportedException)
        {
            throw new PromptException(path, null, $"cannot be read ({Printable.Line(exception.Message)}); name a readable UTF-8 file.", exception);
        }
    }

    /// <summary>These prompts, with others in their place, key by key and language by language.</summary>
    /// <param name="overrides">The others.</param>
    /// <exception cref="PromptException">The others hold a key that these do not.</exception>
    public PromptLibrary With(PromptLibrary overrides)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        var merged = new Dictionary<string, PromptTemplate>(_templates, StringComparer.Ordinal);
        foreach (var (key, template) in overrides._templates)
        {
            if (!_templates.ContainsKey(key) && !_templates.ContainsKey(Plain(key)) && !_templates.ContainsKey(key + ChineseSuffix))
            {
                throw new PromptException(template.File, template.Line, $"{Printable.Show(key)} is no key of {_origin}; {Remedy(Plain(key))}.");
            }

            merged[key] = template;
        }

        return new PromptLibrary(_origin, merged);
    }

    /// <summary>A prompt, checked: to be called when an operator is made, so that a fault stops the start.</summary>
    /// <param name="key">Its key, without <c>_zh</c>.</param>
    /// <param name="placeholders">All placeholders that it may use.</param>
    /// <exception cref="PromptException">There is no such key, or its text uses another placeholder.</exception>
    public Prompt Get(string key, params ReadOnlySpan<string> placeholders)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var english = _templates.GetValueOrDefault(key);
        var chinese = _templates.GetValueOrDefault(key + ChineseSuffix);
        if (english is null && chinese is null)
        {
            throw new PromptException(_origin, null, $"the key {Printable.Show(key)} is missing; {Remedy(key)}.");
        }

        english?.Check(key, placeholders);
        chinese?.Check(key + ChineseSuffix, placeholders);
        return new Prompt(key, english, chinese);
    }

    private static string Plain(string key) => key.EndsWith(ChineseSuffix, StringComparison.Ordinal) ? key[..^ChineseSuffix.Length] : key;

    private string Remedy(string key) =>
        Nearest.Find(key, Keys) is { } nearest ? $"did you mean {nearest}" : $"there is {string.Join(", ", Keys.Order(StringComparer.Ordinal))}";
}
