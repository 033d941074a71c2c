using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Remanence.Diagnostics;
using Remanence.Http;
using Remanence.Server.Wire;
using Remanence.Services;

namespace Remanence.Server.Native;

/// <summary>A document sent as a form: the part <c>file</c> is its text, the other parts are the members of the JSON body.</summary>
internal static class ResourceUpload
{
    private const int MaxParts = 16;
    private const int MaxBoundary = 100;
    private const string FilePart = "file";

    private static readonly string[] Parts = [FilePart, .. ResourceBody.Members];

    public static async Task<ResourceRequest> ReadAsync(NativeCall call)
    {
        MediaTypes.RequirePlainEncoding(call.Context.Request);
        var reader = new MultipartReader(Boundary(call.Context.Request), call.Context.Request.Body) { HeadersCountLimit = MaxParts, HeadersLengthLimit = 8192 };
        var request = new ResourceRequest { Text = string.Empty, IdempotencyKey = call.IdempotencyKey };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            while (await reader.ReadNextSectionAsync(call.Cancelled) is { } section)
            {
                var disposition = section.GetContentDispositionHeader();
                var name = HeaderUtilities.RemoveQuotes(disposition?.Name ?? default).ToString();
                if (!Parts.Contains(name, StringComparer.Ordinal))
                {
                    throw JsonFields.Unknown(name, string.Empty, Parts);
                }

                if (!seen.Add(name))
                {
                    throw new InvalidRequestException(name, $"{name} is sent more than once; send it once.");
                }

                request = await ReadPartAsync(request, name, section, disposition!, call.MaxBodyBytes, call.Cancelled);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new InvalidRequestException("body", $"The form cannot be read: {Printable.Line(exception.Message.Trim())}", exception);
        }

        return seen.Contains(FilePart) ^ seen.Contains("text")
            ? request
            : throw new InvalidRequestException(FilePart, "The form needs the document either as the part file or as the part text.");
    }

    private static async Task<ResourceRequest> ReadPartAsync(
        ResourceRequest request,
        string name,
        MultipartSection section,
        ContentDispositionHeaderValue disposition,
        long maxBytes,
        CancellationToken cancellationToken)
    {
        using var body = await RequestBody.ReadAsync(section.Body, maxBytes, 4096, cancellationToken);
        if (name == "metadata")
        {
            using var metadata = JsonText.ParseObject(body.Bytes, "metadata");
            return request with { Metadata = metadata.RootElement.Clone() };
        }

        var text = Text(name, section, body.Bytes.Span);
        return name switch
        {
            FilePart => request with
            {
                Text = text,
                Name = request.Name ?? FileName(disposition),
                MediaType = request.MediaType ?? MediaType(section),
            },
            "text" => request with { Text = text },
            "modality" => request with { Modality = text },
            "name" => request with { Name = text },
            "media_type" => request with { MediaType = text },
            "user_id" => request with { UserId = text },
            "agent_id" => request with { AgentId = text },
            _ => request with { SessionId = text },
        };
    }

    private static string Text(string name, MultipartSection section, ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes);
        }

        var type = section.ContentType is { } given ? " of type " + Printable.Show(given) : string.Empty;
        throw new UnsupportedMediaTypeException(name, $"The part {name}{type} is not UTF-8 text; only text documents can be understood, so send its text.");
    }

    private static string? FileName(ContentDispositionHeaderValue disposition)
    {
        var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
        return name.Length > 0 ? name.ToString() : null;
    }

    private static string? MediaType(MultipartSection section) =>
        MediaTypeHeaderValue.TryParse(section.ContentType, out var type) ? type.MediaType.ToString() : null;

    private static string Boundary(HttpRequest request)
    {
        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary) : default;
        return boundary.Length is > 0 and <= MaxBoundary
            ? boundary.ToString()
            : throw new InvalidRequestException("Content-Type", $"The multipart Content-Type needs a boundary of 1 to {MaxBoundary} characters.");
    }
}
