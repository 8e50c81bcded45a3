using System.Threading.Channels;
using Lianzhi.Core.Access;
using Lianzhi.Core.Calendar;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Disclosure;
using Lianzhi.Core.Organisation;
using Lianzhi.Core.Powers;
using Lianzhi.Core.Settings;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Platform;
using Lianzhi.Web.Platform.Hosting;
using Lianzhi.Web.Platform.Reference;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Demo.Sample;

/// <summary>
/// Fills an empty database with made-up cases for benchmarks (样例数据). Three things go on at once, a few batches apart so
/// that memory stays bounded: steps are taken in order, entries are hashed on all cores, rows are copied.
/// </summary>
public sealed class SampleLoader(IServiceProvider services, Action<string> progress)
{
    private const int BatchSize = 250;

    /// <summary>Loads so many cases; the people are those of the demonstration.</summary>
    /// <returns>Null when loaded; otherwise why nothing was done.</returns>
    public async Task<string?> Load(int count, int seed, CancellationToken cancel)
    {
        if (await Occupied(cancel)) return "数据库里已有账号、线索或者案件，不能装入样例数据。";
        var today = services.GetRequiredService<TimeProvider>().Today();
        await Prepare(today, cancel);
        var settings = services.GetRequiredService<Snapshot<SettingsBook>>().Current;
        var calendar = services.GetRequiredService<Snapshot<WorkCalendar>>().Current;
        var world = new SampleWorld(
            calendar, settings,
            services.GetRequiredService<Snapshot<OrganisationRegister>>().Current, services.GetRequiredService<Snapshot<Catalogue>>().Current, today);
        var cases = new SampleCases(world, await Towns(cancel), DisclosureSettings.Of(settings.AsOf(today), null), calendar, today, seed);

        // Batches are hashed side by side and written in order.
        var hashed = Channel.CreateBounded<Task<SampleBatch>>(Environment.ProcessorCount + 1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var made = Task.Run(async () =>
        {
            try
            {
                foreach (var batch in cases.Make(count).Chunk(BatchSize))
                    await hashed.Writer.WriteAsync(Task.Run(() => Hash(batch, seed, state => CaseAlarmBook.NextLook(state, today, calendar, settings)), stop.Token), stop.Token);
                hashed.Writer.Complete();
            }
            catch (Exception fault)
            {
                hashed.Writer.Complete(fault);
            }
        }, stop.Token);
        try
        {
            await Write(hashed.Reader, count, cancel);
            await WriteNumbers(cases, cancel);
        }
        finally
        {
            await stop.CancelAsync();
            await made;
        }
        return null;
    }

    private async Task<bool> Occupied(CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        return await db.Users.AnyAsync(cancel) || await db.Set<CaseRow>().AnyAsync(cancel) || await db.Set<ClueRow>().AnyAsync(cancel);
    }

    /// <summary>Marks the database as a demonstration before anything else stands in it, and loads the people.</summary>
    private async Task Prepare(DateOnly today, CancellationToken cancel)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            if (!await db.Set<InstallationRow>().AnyAsync(row => row.Name == InstallationMode.ContentName, cancel))
                db.Add(new InstallationRow { Name = InstallationMode.ContentName, Value = "demo" });
            await db.SaveChangesAsync(cancel);
        }
        await DatabaseStart.LoadReferenceData(services, cancel);
        progress("  机构、人员和证件");
        await new DemoPeople(services, today).Load(cancel);
    }

    private async Task<IReadOnlyList<SampleTown>> Towns(CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var accounts = await scope.ServiceProvider.GetRequiredService<AppDb>().Users.AsNoTracking().ToDictionaryAsync(account => account.UserName!, cancel);
        Actor Person(string userName) => accounts[userName] is var account ? new Actor(account.Id, account.DisplayName, account.OfficerId, []) : Actor.System;
        var organisation = services.GetRequiredService<Snapshot<OrganisationRegister>>().Current;
        return [.. accounts.Keys.Where(name => name.EndsWith(".officer1", StringComparison.Ordinal)).Select(name => name[..^9]).Order(StringComparer.Ordinal)
            .Where(town => accounts.ContainsKey($"{town}.head") && accounts.ContainsKey($"{town}.officer2"))
            .Select(town => (town, unit: organisation.Officers.First(officer => officer.Id == accounts[$"{town}.officer1"].OfficerId).Unit))
            .Where(pair => organisation.KnowsTownship(pair.unit))
            .Select(pair => new SampleTown(pair.unit, Person($"{pair.town}.officer1"), Person($"{pair.town}.officer2"), Person($"{pair.town}.head")))];
    }

    private SampleBatch Hash(SampleCase[] cases, int seed, Func<CaseState, DateOnly?> nextLook)
    {
        using var scope = services.CreateScope();
        var model = scope.ServiceProvider.GetRequiredService<AppDb>();
        // Asked for one new row at a time, which is let go at once: there is nothing to compare.
        model.ChangeTracker.AutoDetectChangesEnabled = false;
        var batch = new SampleBatch(model, new SampleEntropy(unchecked((seed * 1_000_003) + cases[0].Number)), nextLook);
        foreach (var made in cases) batch.Add(made);
        return batch;
    }

    private async Task Write(ChannelReader<Task<SampleBatch>> batches, int count, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        using var turn = await services.GetRequiredService<WriteGate>().Enter(db.IsEmbedded, cancel);
        var copies = SampleCopy.Of(services, db.IsEmbedded);
        try
        {
            foreach (var copy in copies) await copy.Begin(cancel);
            var (done, told) = (0, 0);
            await foreach (var hashed in batches.ReadAllAsync(cancel))
            {
                var batch = await hashed;
                await Task.WhenAll(copies.Select(copy => copy.Write(batch, cancel)));
                done += batch.Count;
                if ((done - told) * 20L < count && done < count) continue;
                told = done;
                progress($"  已写入 {done} 件案件（{done * 100L / count}%）");
            }
            progress($"  索引 {copies.Sum(copy => copy.Indexes)} 个");
            await Task.WhenAll(copies.Select(copy => copy.MakeIndexes(cancel)));
            foreach (var copy in copies) await copy.Commit(cancel);
        }
        finally
        {
            foreach (var copy in copies) await copy.DisposeAsync();
        }
        if (!db.IsEmbedded) await db.Database.ExecuteSqlRawAsync("ANALYZE", cancel);
    }

    private async Task WriteNumbers(SampleCases cases, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.AddRange(cases.Numbers);
        await db.SaveChangesAsync(cancel);
    }
}
