using System.CommandLine;

namespace Lianzhi.Web.Cli;

/// <summary>The verbs of <c>lianzhi</c>; <c>serve</c> when none is named.</summary>
internal static class Commands
{
    public static RootCommand Make()
    {
        var root = new RootCommand("联执 Lianzhi：片区联合执法平台");
        root.SetAction((_, cancel) => Serve.Run(cancel));
        var serve = new Command("serve", "启动平台（默认）");
        serve.SetAction((_, cancel) => Serve.Run(cancel));
        root.Add(serve);
        root.Add(Migrate.Command());
        root.Add(Users.Command());
        root.Add(Verify.Command());
        root.Add(Keys.Command());
        root.Add(Tokens.Command());
        root.Add(SampleData.Command());
        root.Add(Demo.Command());
        root.Add(new Command("import", "导入基础数据") { Import.Items(), Import.Holidays(), Import.Organisation(), Import.HearingThresholds(), Import.Benchmarks(), Import.Targets() });
        root.Add(Backups.Backup());
        root.Add(Backups.Restore());
        root.Add(Doctor.Command());
        root.Add(Dispatch.Command());
        root.Add(Plan.Command());
        return root;
    }
}
