using System.CommandLine;
using Lianzhi.Web.Features.Records;
using Lianzhi.Web.Platform.Records;

namespace Lianzhi.Web.Cli;

/// <summary>Keys that sign the heads of the record (签名密钥), recorded under the name of the operating-system account.</summary>
internal static class Keys
{
    public static Command Command()
    {
        var reason = new Option<string>("--reason") { Description = "更换原因", Required = true };
        var lost = new Option<bool>("--old-key-lost") { Description = "原私钥已经遗失，新公钥不经原密钥背书" };
        var rotate = new Command("rotate", "更换签名密钥：新公钥由原密钥签名背书，原私钥销毁") { reason, lost };
        rotate.SetAction((parsed, cancel) => CommandHost.Run(async services =>
        {
            var made = await services.GetRequiredService<RotateKey>().Run(parsed.GetRequiredValue(reason), !parsed.GetValue(lost), cancel);
            if (!made.IsOk) return CommandHost.Fail(made.Refusals);
            Console.WriteLine($"新公钥指纹\t{made.Value.Fingerprint}");
            return 0;
        }, cancel));
        var list = new Command("list", "列出签名公钥和指纹");
        list.SetAction((_, cancel) => CommandHost.Run(async services =>
        {
            foreach (var key in await services.GetRequiredService<SigningKeys>().All(cancel))
                Console.WriteLine($"{key.Fingerprint}\t{Core.Records.CanonicalText.Instant(key.At)}\t{(key.Protected is null ? "已更换" : "在用")}\t{key.PublicKey}");
            return 0;
        }, cancel));
        return new Command("key", "签名密钥") { rotate, list };
    }
}
