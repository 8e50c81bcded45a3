using Lianzhi.Web.Platform.Crypto;
using Lianzhi.Web.Tests.Platform;
using Microsoft.Data.Sqlite;

namespace Lianzhi.Web.Tests.Cli;

/// <summary>The verbs of the program, each as a process of its own.</summary>
public class CommandTests
{
    private const string Password = "a-long-password";

    [Fact]
    public async Task Help_EveryVerb_IsListed()
    {
        using var cli = new Verbs();
        var (status, output) = await cli.Run("--help");
        Assert.Equal(0, status);
        Assert.All(["serve", "migrate", "import", "user", "token", "backup", "restore", "doctor"], verb => Assert.Contains($"  {verb}", output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Accounts_AddedAtTheCommandLine_HoldTheirRolesAtOnceAndNameTheCaller()
    {
        using var cli = new Verbs();
        Assert.Equal((1, true), await Shown(cli.Run("doctor"), "还没有数据库"));
        Assert.Equal(0, (await cli.RunWith(Password, [], "user", "add", "wang", "--role", "JusticeSupervisor")).Status);
        Assert.Equal((1, true), await Shown(cli.Run("doctor"), "问题\t系统管理员账号"));
        Assert.Equal(0, (await cli.RunWith(Password, [], "user", "add", "lin")).Status);
        Assert.Equal(2, (await cli.RunWith("short", [], "user", "add", "chen")).Status);
        Assert.Equal((0, true), await Shown(cli.Run("user", "list"), "wang"));
        Assert.Equal(0, (await cli.RunWith(Password, [], "user", "reset", "wang")).Status);
        var (status, token) = await cli.Run("token", "create", "wang");
        Assert.Equal((0, 43), (status, token.Trim().Length));
        Assert.Equal((1, true), await Shown(cli.Run("token", "create", "nobody"), "没有用户"));
        Assert.Equal((0, false), await Shown(cli.Run("doctor"), "问题\t"));

        Assert.Equal("2", Ask(cli, "SELECT count(*) FROM account_role WHERE confirmed_by IS NOT NULL"));
        Assert.Equal("1", Ask(cli, "SELECT count(*) FROM session"));
        foreach (var type in (string[])["access-add-account", "access-reset-account", "access-create-token"])
            Assert.NotEqual("0", Ask(cli, $"SELECT count(*) FROM record_entry JOIN record_field USING (stream, number) WHERE type = '{type}' AND value LIKE '%命令行 {Environment.UserName}%'"));
    }

    [Fact]
    public async Task HearingThresholds_File_IsCheckedThenTakenOnce()
    {
        using var cli = new Verbs();
        var file = Path.Combine(cli.Folder, "thresholds.csv");
        const string Header = "department,citizen_yuan,organisation_yuan,from,source,verified\n";
        await File.WriteAllTextAsync(file, $"{Header}城管,5000,many,2026-01-01,某文件,true\n工商,1,1,2026-01-01,某文件,true\n", TestContext.Current.CancellationToken);
        var (status, output) = await cli.Run("import", "hearing-thresholds", file);
        Assert.Equal(2, status);
        Assert.Contains("第 2 行 organisation_yuan", output, StringComparison.Ordinal);
        Assert.Contains("第 3 行 department", output, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, $"{Header}城管,5000,50000,2026-01-01,某文件,true\n", TestContext.Current.CancellationToken);
        Assert.Equal((0, true), await Shown(cli.Run("import", "hearing-thresholds", file, "--dry-run"), "变更 2"));
        Assert.Equal("0", Ask(cli, "SELECT count(*) FROM setting WHERE scope = '城管'"));
        Assert.Equal((0, true), await Shown(cli.Run("import", "hearing-thresholds", file), "变更 2"));
        Assert.Equal((0, true), await Shown(cli.Run("import", "hearing-thresholds", file), "变更 0，不变 2"));
        Assert.Equal("2", Ask(cli, "SELECT count(*) FROM setting WHERE scope = '城管'"));
    }

    [Fact]
    public async Task Backup_PutBackElsewhere_HoldsDatabaseAndFilesAndNotesTheRestore()
    {
        using var cli = new Verbs();
        using var other = new Verbs();
        Assert.Equal(0, (await cli.RunWith(Password, [], "user", "add", "lin")).Status);
        var content = "evidence"u8.ToArray();
        var name = Convert.ToHexStringLower(Lianzhi.Web.Platform.Crypto.Sm3.Hash(content));
        Directory.CreateDirectory(Path.Combine(cli.Folder, "files", name[..2]));
        await File.WriteAllBytesAsync(Path.Combine(cli.Folder, "files", name[..2], name), content, TestContext.Current.CancellationToken);
        var archive = Path.Combine(cli.Folder, "backup.tar.gz");
        Assert.Equal((0, true), await Shown(cli.Run("backup", archive), "数据库和 1 个文件"));
        Assert.Equal((2, true), await Shown(cli.Run("backup", archive), "已存在"));
        Assert.Equal((1, true), await Shown(cli.Run("restore", archive), "已有数据库"));

        var torn = Path.Combine(cli.Folder, "torn.tar.gz");
        var bytes = await File.ReadAllBytesAsync(archive, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(torn, bytes[..(bytes.Length / 2)], TestContext.Current.CancellationToken);
        Assert.Equal(1, (await other.Run("restore", torn)).Status);
        Assert.Empty(Directory.EnumerateFileSystemEntries(other.Folder));

        var (status, output) = await other.Run("restore", archive);
        Assert.True(status == 0, output);
        Assert.Equal((0, true), await Shown(other.Run("user", "list"), "lin"));
        Assert.Equal(content, await File.ReadAllBytesAsync(Path.Combine(other.Folder, "files", name[..2], name), TestContext.Current.CancellationToken));
        Assert.Equal("1", Ask(other, "SELECT count(*) FROM record_entry WHERE type = 'installation-restore'"));
        Assert.False(Directory.Exists(Path.Combine(other.Folder, "restoring")));
    }

    [Fact]
    public async Task Backup_OfAnObjectStore_HoldsItsContentAndPutsItIntoAnother()
    {
        using var cli = new Verbs();
        using var other = new Verbs();
        await using var store = await ObjectStoreStub.Start();
        await using var empty = await ObjectStoreStub.Start();
        var (small, large) = ("evidence"u8.ToArray(), new byte[20_000_000]);
        new Random(1).NextBytes(large);
        foreach (var content in new[] { small, large }) store.Objects[$"sm3/{Convert.ToHexStringLower(Sm3.Hash(content))}"] = (content, DateTimeOffset.UtcNow);
        Assert.Equal(0, (await cli.RunWith(Password, store.Settings, "user", "add", "lin")).Status);
        var archive = Path.Combine(cli.Folder, "backup.tar.gz");
        Assert.Equal((0, true), await Shown(cli.RunWith("", store.Settings, "backup", archive), "数据库和 2 个文件"));
        var (status, output) = await other.RunWith("", empty.Settings, "restore", archive);
        Assert.True(status == 0, output);
        Assert.Equal(store.Objects.Keys.Order(), empty.Objects.Keys.Order());
        Assert.All(empty.Objects, one => Assert.Equal(store.Objects[one.Key].Bytes, one.Value.Bytes));
        Assert.False(Directory.Exists(Path.Combine(other.Folder, "files")));
        Assert.Equal(0, store.Unsigned + empty.Unsigned);
    }

    private static async Task<(int Status, bool Holds)> Shown(Task<(int Status, string Output)> run, string text)
    {
        var (status, output) = await run;
        return (status, output.Contains(text, StringComparison.Ordinal));
    }

    private static string Ask(Verbs cli, string question)
    {
        using var connection = new SqliteConnection($"Data Source={cli.Database};Mode=ReadOnly;Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture)!;
    }
}
