using Remanence.ConformanceTests.Stores.Blobs;
using Remanence.Stores;
using Remanence.Stores.Blobs;

namespace Remanence.Tests.Stores.Blobs;

public sealed class FolderBlobTests : BlobSuite<FolderBlobFixture>
{
    [Fact]
    public async Task What_a_killed_process_left_goes_when_it_is_old_and_what_another_writes_stays()
    {
        await using var fixture = new FolderBlobFixture();
        await fixture.Create(100).OpenAsync(Token);
        var (old, young) = (Path.Combine(fixture.Path, "drafts", "old"), Path.Combine(fixture.Path, "drafts", "young"));
        await File.WriteAllTextAsync(old, "half of it", Token);
        await File.WriteAllTextAsync(young, "half of it", Token);
        File.SetLastWriteTimeUtc(old, File.GetLastWriteTimeUtc(young) - FolderBlobStore.DraftAge - TimeSpan.FromMinutes(1));

        await fixture.Create(100).OpenAsync(Token);

        (File.Exists(old), File.Exists(young)).ShouldBe((false, true));
    }

    [Fact]
    public async Task Bytes_that_were_damaged_are_whole_again_when_they_are_put_again()
    {
        await using var fixture = new FolderBlobFixture();
        var store = fixture.Create(100);
        await store.OpenAsync(Token);
        using var content = new MemoryStream([1, 2, 3]);
        var blob = await store.PutAsync(content, Token);
        var file = Path.Combine(fixture.Path, blob.Hash[..2], blob.Hash[2..4], blob.Hash);
        await File.WriteAllBytesAsync(file, [1], Token);

        content.Position = 0;
        await store.PutAsync(content, Token);

        (await File.ReadAllBytesAsync(file, Token)).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Files_of_others_are_no_blobs()
    {
        await using var fixture = new FolderBlobFixture();
        var store = fixture.Create(100);
        await store.OpenAsync(Token);
        Directory.CreateDirectory(Path.Combine(fixture.Path, "ab", "cd"));
        await File.WriteAllTextAsync(Path.Combine(fixture.Path, "ab", "cd", "notes.txt"), "mine", Token);

        store.ListAsync(Token).ToBlockingEnumerable(Token).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_folder_that_is_a_file_is_said_to_be_unusable()
    {
        await using var fixture = new FolderBlobFixture();
        await File.WriteAllTextAsync(fixture.Path, "not a folder", Token);

        (await Should.ThrowAsync<StoreUnavailableException>(() => fixture.Create(100).OpenAsync(Token))).Message.ShouldContain("cannot be used");
    }
}
