using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Remanence.OpenAI.Requests;

namespace Remanence.OpenAI.Chat;

/// <summary>The content of one message: a plain text where it is only text, a list of parts otherwise.</summary>
internal static class ContentWriter
{
    public static JsonNode Write(ChatMessage message)
    {
        var contents = message.Contents.Where(content => content is TextContent or DataContent or UriContent).ToList();
        return contents.TrueForAll(content => content is TextContent)
            ? RequestJson.Text(string.Concat(contents.Cast<TextContent>().Select(content => content.Text)))
            : new JsonArray([.. contents.Where(content => content is not TextContent { Text.Length: 0 }).Select(Part)]);
    }

    private static JsonNode Part(AIContent content) => content switch
    {
        TextContent text => new JsonObject { ["type"] = "text", ["text"] = RequestJson.Text(text.Text) },
        UriContent uri when uri.HasTopLevelMediaType("image") => Image(uri.Uri.OriginalString, content),
        DataContent image when image.HasTopLevelMediaType("image") => Image(image.Uri, content),
        DataContent audio when audio.HasTopLevelMediaType("audio") => new JsonObject
        {
            ["type"] = "input_audio",
            ["input_audio"] = new JsonObject { ["data"] = audio.Base64Data.ToString(), ["format"] = AudioFormat(audio.MediaType) },
        },
        UriContent video when video.HasTopLevelMediaType("video") => Linked("video_url", video.Uri.OriginalString),
        DataContent video when video.HasTopLevelMediaType("video") => Linked("video_url", video.Uri),
        DataContent file => new JsonObject
        {
            ["type"] = "file",
            ["file"] = new JsonObject { ["filename"] = RequestJson.Text(file.Name ?? "file"), ["file_data"] = file.Uri },
        },
        UriContent other => throw new NotSupportedException($"An OpenAI-compatible endpoint takes no address of type {other.MediaType}; send the bytes."),
        _ => throw new NotSupportedException($"Content of type {content.GetType().Name} cannot be sent."),
    };

    private static JsonObject Image(string address, AIContent content)
    {
        var image = Linked("image_url", address);
        if (content.AdditionalProperties?.TryGetValue("detail", out var detail) == true)
        {
            image["image_url"]!["detail"] = RequestJson.Value(detail);
        }

        return image;
    }

    private static JsonObject Linked(string type, string address) => new() { ["type"] = type, [type] = new JsonObject { ["url"] = address } };

    private static string AudioFormat(string mediaType) => mediaType switch
    {
        "audio/mpeg" or "audio/mp3" => "mp3",
        "audio/wav" or "audio/x-wav" or "audio/wave" => "wav",
        _ => mediaType["audio/".Length..],
    };
}
