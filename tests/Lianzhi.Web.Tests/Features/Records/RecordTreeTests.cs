using Lianzhi.Core.Access;
using Lianzhi.Core.Records;
using Lianzhi.Web.Data;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Crypto;
using Lianzhi.Web.Platform.Records;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhi.Web.Tests.Features.Records;

public sealed class RecordTreeTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    private sealed record Said(string Text);

    /// <summary>Appends entries to a stream in one transaction.</summary>
    private static Task<Lianzhi.Core.Result<bool>> Append(TestHost host, string stream, int count) => host.Within(services =>
        services.GetRequiredService<UseCaseRunner>().InTransaction<bool>(async () =>
        {
            for (var i = 0; i < count; i++) await services.GetRequiredService<RecordWriter>().Append(stream, AccessTable.AskRules, "said", 1, new Said($"{i}"), Cancel);
            await services.GetRequiredService<AppDb>().SaveChangesAsync(Cancel);
            return (true, true);
        }, Cancel));

    private static Task<T> Tree<T>(TestHost host, Func<RecordTree, Task<T>> work) => host.Within(services => work(services.GetRequiredService<RecordTree>()));

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Sequence_ManyAtOnce_GivesEveryEntryOnePlaceWithoutGaps(Database database)
    {
        await using var host = await TestHost.Start(database);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async stream =>
        {
            for (var i = 0; i < 12; i++)
            {
                await Append(host, $"test/{stream}", 9);
                await Tree(host, tree => tree.Sequence(null, Cancel));
            }
        }));
        // On PostgreSQL an entry waits for every transaction of the cluster that is older, also for those of other tests.
        var limit = DateTime.UtcNow.AddMinutes(2);
        while (await host.Within(services => services.GetRequiredService<AppDb>().Set<RecordPendingRow>().AnyAsync()) && DateTime.UtcNow < limit)
        {
            await Tree(host, tree => tree.Sequence(null, Cancel));
            await Task.Delay(50, Cancel);
        }
        await host.Within(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var rows = await db.Set<RecordPositionRow>().AsNoTracking().OrderBy(row => row.Position).ToListAsync();
            Assert.Equal(Enumerable.Range(0, rows.Count).Select(i => (long)i), rows.Select(row => row.Position));
            Assert.Equal(await db.Set<RecordEntryRow>().CountAsync(), rows.Count);
            foreach (var stream in rows.GroupBy(row => row.Stream)) Assert.Equal(stream.Select(row => row.Number).Order(), stream.Select(row => row.Number));
            // The stored subtrees are those of the leaves.
            var leaves = rows.ConvertAll(row => row.Hash);
            var nodes = await db.Set<RecordNodeRow>().AsNoTracking().OrderBy(row => row.Place).ToListAsync();
            Assert.Equal(rows.Count / 256, nodes.Count(node => node.Level == 8));
            foreach (var node in nodes) Assert.Equal(MerkleTree.Of(leaves.GetRange((int)node.Place * 256, 256), Sm3.Hash).Root(256), node.Hash);
            return true;
        });
    }

    [Fact]
    public async Task Sequence_OlderTransactionStillOpen_WaitsForItAndKeepsEachStreamInOrder()
    {
        await using var host = await TestHost.Start(Database.Postgres, services: services => services.Remove(services.Single(service => service.ImplementationType?.Name == "Sequencer")));
        async Task<long> Settle(long size)
        {
            // Transactions of other tests in the cluster hold entries back too, for a moment.
            var limit = DateTime.UtcNow.AddMinutes(2);
            while (await Tree(host, tree => tree.Sequence(null, Cancel)) < size && DateTime.UtcNow < limit) await Task.Delay(50, Cancel);
            return await Tree(host, tree => tree.Sequence(null, Cancel));
        }
        await Append(host, "test/early", 2);
        var before = await host.Within(services => services.GetRequiredService<AppDb>().Set<RecordEntryRow>().LongCountAsync(Cancel));
        Assert.Equal(before, await Settle(before));
        await host.Within(async services =>
        {
            // A writer who has begun and may still commit something that was recorded earlier.
            var db = services.GetRequiredService<AppDb>();
            await using var open = await db.Database.BeginTransactionAsync(Cancel);
            await db.Database.ExecuteSqlRawAsync("SELECT pg_current_xact_id()", Cancel);
            await Append(host, "test/early", 2);
            await Append(host, "test/late", 3);
            Assert.Equal(before, await Tree(host, tree => tree.Sequence(null, Cancel)));
            await open.CommitAsync(Cancel);
            return true;
        });
        Assert.Equal(before + 5, await Settle(before + 5));
        var rows = await host.Within(services => services.GetRequiredService<AppDb>().Set<RecordPositionRow>().AsNoTracking().OrderBy(row => row.Position).ToListAsync(Cancel));
        Assert.Equal([1, 2, 3, 4], rows.Where(row => row.Stream == "test/early").Select(row => row.Number));
        Assert.Equal([1, 2, 3], rows.Where(row => row.Stream == "test/late").Select(row => row.Number));
    }

    [Theory, MemberData(nameof(TestHost.Databases), MemberType = typeof(TestHost))]
    public async Task Seal_EachDay_ContinuesTheDayBeforeAndNeverChanges(Database database)
    {
        await using var host = await TestHost.Start(database);
        for (var day = 9; day <= 12; day++)
        {
            await Append(host, $"test/{day}", day * 20);
            host.Time.Set(2026, 10, day + 1);
            await Tree(host, tree => tree.Seal(new DateOnly(2026, 10, day), Cancel));
            Assert.Null(await Tree(host, tree => tree.Seal(new DateOnly(2026, 10, day), Cancel)));
        }
        var heads = HeadList.Parse(await host.Client().GetByteArrayAsync("/api/v1/public/heads"))!;
        Assert.Equal([9, 10, 11, 12], heads.Items.Select(head => head.Day!.Value.Day));
        Assert.Null(heads.FirstBroken(Sm3.Hash, Sm2.Verify));
        var leaves = await host.Within(services => services.GetRequiredService<AppDb>().Set<RecordPositionRow>().OrderBy(row => row.Position).Select(row => row.Hash).ToListAsync());
        foreach (var head in heads.Items) Assert.Equal(Convert.ToHexStringLower(MerkleTree.Of(leaves, Sm3.Hash).Root(head.Size)), head.Root);
        foreach (var statement in new[] { "UPDATE tree_head SET root = 'x'", "DELETE FROM tree_head", "UPDATE record_position SET number = 9", "DELETE FROM record_node", "UPDATE signing_key SET public_key = 'x'", "DELETE FROM signing_key" })
            await host.Within(services => Assert.ThrowsAnyAsync<System.Data.Common.DbException>(async () =>
            {
                await services.GetRequiredService<AppDb>().Database.ExecuteSqlRawAsync(statement);
                // No node of 256 may stand yet; a statement over no row raises nothing.
                if (statement.Contains("record_node", StringComparison.Ordinal) && !await services.GetRequiredService<AppDb>().Set<RecordNodeRow>().AnyAsync()) throw new InvalidOperationException();
            }));
    }

    [Fact]
    public async Task Seal_EntriesAfterMidnight_FallInTheNextDay()
    {
        await using var host = await TestHost.Start(services: services => services.Remove(services.Single(service => service.ImplementationType?.Name == "Sequencer")));
        await Append(host, "test/day", 3);
        var before = await Tree(host, tree => tree.Sequence(null, Cancel));
        host.Time.Set(2026, 10, 9);
        await Append(host, "test/morning", 2);
        var head = await Tree(host, tree => tree.Seal(new DateOnly(2026, 10, 8), Cancel));
        Assert.Equal(before, head!.Size);
        Assert.Equal(before + 2, await Tree(host, tree => tree.Sequence(null, Cancel)));
    }

    [Fact]
    public async Task Rotate_NewKey_IsSignedByTheOldAndSignsFromThenOn()
    {
        await using var host = await TestHost.Start();
        await Append(host, "test/1", 3);
        host.Time.Set(2026, 10, 9);
        await Tree(host, tree => tree.Seal(new DateOnly(2026, 10, 8), Cancel));
        var rotated = await host.Within(services => services.GetRequiredService<Web.Features.Records.RotateKey>().Run("例行更换", endorse: true, Cancel));
        Assert.True(rotated.IsOk);
        host.Time.Set(2026, 10, 10);
        await Tree(host, tree => tree.Seal(new DateOnly(2026, 10, 9), Cancel));
        var heads = HeadList.Parse(await host.Client().GetByteArrayAsync("/api/v1/public/heads"))!;
        Assert.Null(heads.FirstBroken(Sm3.Hash, Sm2.Verify));
        Assert.Equal(rotated.Value.Fingerprint, heads.Items[^1].Key);
        Assert.True(heads.HandsOver(heads.Items[0].Key, rotated.Value.Fingerprint, Sm3.Hash, Sm2.Verify));
        var kept = await host.Within(services => services.GetRequiredService<SigningKeys>().All(Cancel));
        Assert.Equal([true, false], kept.Select(key => key.Protected is null));
    }

    [Fact]
    public void Vault_OtherPassphrase_DoesNotOpenTheKey()
    {
        var folder = Directory.CreateTempSubdirectory("lianzhi-vault-").FullName;
        KeyVault Vault(string? passphrase) => new(new InstallationMode(folder), new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Record:KeyPassphrase"] = passphrase, ["Passwords:IterationCount"] = "1000" }).Build());
        var key = Enumerable.Range(0, 32).Select(i => (byte)i).ToArray();
        var withPassphrase = Vault("first").Protect(key);
        Assert.Equal(key, Vault("first").Unprotect(withPassphrase));
        Assert.Throws<InvalidOperationException>(() => Vault("second").Unprotect(withPassphrase));
        Assert.Throws<InvalidOperationException>(() => Vault(null).Unprotect(withPassphrase));
        var withFile = Vault(null).Protect(key);
        Assert.Equal(key, Vault(null).Unprotect(withFile));
        File.Delete(Vault(null).FilePath);
        Assert.Throws<InvalidOperationException>(() => Vault(null).Unprotect(withFile));
        Directory.Delete(folder, recursive: true);
    }
}
