// Bytes under their own hash: a store of one's own in front of the one that keeps files. It passes the suite of blobs (tests/Remanence.Tests, CachedBlobTests).
//
//   dotnet run --project samples/12-blobs -- README.md LICENSE
using OwnBlobs;
using Remanence.Stores.Blobs;

const long Largest = 1 << 20;
const long Cached = 64 << 10;
var stop = CancellationToken.None;
var folder = Directory.CreateTempSubdirectory("remanence-blobs-");
var store = new CachedBlobStore(new FolderBlobStore(folder.FullName, Largest), Cached);
await store.OpenAsync(stop);

string[] files = args.Length > 0 ? args
    : [Environment.ProcessPath!, Path.Combine(AppContext.BaseDirectory, "OwnBlobs.runtimeconfig.json"), typeof(BlobStore).Assembly.Location];
foreach (var file in files)
{
    try
    {
        await using var content = File.OpenRead(file);
        var blob = await store.PutAsync(content, stop);
        Console.WriteLine($"{Path.GetFileName(file)}: {blob.Length} bytes are {blob.Hash[..12]}…");
    }
    catch (BlobTooLargeException refused)
    {
        Console.WriteLine($"{Path.GetFileName(file)}: {refused.Message}");
    }
}

await foreach (var blob in store.ListAsync(stop))
{
    for (var time = 0; time < 3; time++)
    {
        await using var bytes = await store.OpenReadAsync(blob.Hash, stop);
        await bytes!.CopyToAsync(Stream.Null, stop);
    }
}

Console.WriteLine($"{Directory.GetFiles(folder.FullName, "*", SearchOption.AllDirectories).Length} files; {store.Hits} reads came out of memory");
await foreach (var blob in store.ListAsync(stop))
{
    await store.DeleteAsync(blob.Hash, stop);
}

folder.Delete(recursive: true);
