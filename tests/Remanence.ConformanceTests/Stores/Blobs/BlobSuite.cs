using System.Security.Cryptography;
using Remanence.Stores.Blobs;

namespace Remanence.ConformanceTests.Stores.Blobs;

/// <summary>Bytes in and out of a <see cref="BlobStore"/>.</summary>
/// <typeparam name="TFixture">Where the blobs live.</typeparam>
public abstract class BlobSuite<TFixture> : IAsyncLifetime
    where TFixture : BlobStoreFixture, new()
{
    private const int MaxLength = 4 << 20;
    private readonly TFixture _fixture = new();

    protected BlobStore Store { get; private set; } = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Store = _fixture.Create(MaxLength);
        await Store.OpenAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _fixture.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(131_072)]
    [InlineData(131_073)]
    [InlineData(MaxLength)]
    public async Task What_was_put_comes_back_under_its_hash(int length)
    {
        var bytes = Bytes(length);

        var blob = await PutAsync(bytes);

        blob.ShouldBe(new Blob(Convert.ToHexStringLower(SHA256.HashData(bytes)), length));
        (await ReadAsync(blob.Hash)).ShouldBe(bytes);
        (await Store.FindAsync(blob.Hash, Token)).ShouldBe(blob);
    }

    [Fact]
    public async Task The_same_bytes_are_kept_once_and_each_delete_is_the_last()
    {
        var first = await PutAsync(Bytes(1000));
        var other = await PutAsync(Bytes(1001));

        (await PutAsync(Bytes(1000))).ShouldBe(first);

        _fixture.CountEverything().ShouldBe(2);
        (await ListAsync()).ShouldBe([first, other], ignoreOrder: true);
        (await Store.DeleteAsync(first.Hash, Token)).ShouldBeTrue();
        (await Store.DeleteAsync(first.Hash, Token)).ShouldBeFalse();
        (await Store.OpenReadAsync(first.Hash, Token)).ShouldBeNull();
        (await Store.FindAsync(first.Hash, Token)).ShouldBeNull();
        (await ListAsync()).ShouldBe([other]);
        (await PutAsync(Bytes(1000))).ShouldBe(first);
        (await ReadAsync(first.Hash)).ShouldBe(Bytes(1000));
    }

    [Fact]
    public async Task A_stream_is_read_in_pieces_and_left_open()
    {
        await using var source = new PieceStream(3 << 20);

        var blob = await Store.PutAsync(source, Token);

        blob.Length.ShouldBe(3 << 20);
        source.LargestPiece.ShouldBeLessThanOrEqualTo(1 << 20);
        source.IsDisposed.ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_too_large_is_refused_and_leaves_nothing()
    {
        (await Should.ThrowAsync<BlobTooLargeException>(() => PutAsync(Bytes(MaxLength + 1)))).Message.ShouldContain($"{MaxLength}");

        _fixture.CountEverything().ShouldBe(0);
        (await ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_cancelled_or_fails_on_its_way_leaves_nothing()
    {
        using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using var cancelled = new PieceStream(3 << 20) { AtHalf = cancelling.Cancel };
        await Should.ThrowAsync<OperationCanceledException>(() => Store.PutAsync(cancelled, cancelling.Token));
        await using var failing = new PieceStream(3 << 20) { AtHalf = () => throw new EndOfStreamException("The sender is gone.") };
        await Should.ThrowAsync<EndOfStreamException>(() => Store.PutAsync(failing, Token));

        _fixture.CountEverything().ShouldBe(0);
        (await ListAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("../../etc/passwd")]
    [InlineData("../../../../../../../../../../../../../../../../../../../../../etc/pass")]
    [InlineData("0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde\0")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0")]
    [InlineData("０123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public async Task What_is_no_hash_is_refused(string hash)
    {
        await Should.ThrowAsync<ArgumentException>(() => Store.OpenReadAsync(hash, Token));
        await Should.ThrowAsync<ArgumentException>(() => Store.FindAsync(hash, Token));
        await Should.ThrowAsync<ArgumentException>(() => Store.DeleteAsync(hash, Token));
    }

    [Fact]
    public async Task Many_at_once_do_not_disturb_one_another()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(async () =>
        {
            var bytes = Bytes(10_000 + (i % 4));
            var blob = await PutAsync(bytes);
            (await ReadAsync(blob.Hash)).ShouldBe(bytes);
        })));

        (await ListAsync()).Count.ShouldBe(4);
        _fixture.CountEverything().ShouldBe(4);
    }

    [Fact]
    public async Task Who_reads_goes_on_reading_what_is_deleted()
    {
        var blob = await PutAsync(Bytes(2 << 20));
        await using var reading = (await Store.OpenReadAsync(blob.Hash, Token)).ShouldNotBeNull();
        await reading.ReadExactlyAsync(new byte[100], Token);

        await Store.DeleteAsync(blob.Hash, Token);

        using var rest = new MemoryStream();
        await reading.CopyToAsync(rest, Token);
        rest.Length.ShouldBe((2 << 20) - 100);
    }

    [Fact]
    public async Task Another_store_over_the_same_place_has_the_same_blobs()
    {
        if (!_fixture.IsDurable)
        {
            return;
        }

        var blob = await PutAsync(Bytes(1000));
        var second = _fixture.Create(MaxLength);
        await second.OpenAsync(Token);

        (await second.FindAsync(blob.Hash, Token)).ShouldBe(blob);
        (await second.DeleteAsync(blob.Hash, Token)).ShouldBeTrue();
        (await Store.FindAsync(blob.Hash, Token)).ShouldBeNull();
    }

    protected static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    protected async Task<Blob> PutAsync(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return await Store.PutAsync(stream, Token);
    }

    private async Task<byte[]> ReadAsync(string hash)
    {
        await using var stream = (await Store.OpenReadAsync(hash, Token)).ShouldNotBeNull();
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, Token);
        return bytes.ToArray();
    }

    private async Task<List<Blob>> ListAsync()
    {
        var blobs = new List<Blob>();
        await foreach (var blob in Store.ListAsync(Token))
        {
            blobs.Add(blob);
        }

        return blobs;
    }
}
