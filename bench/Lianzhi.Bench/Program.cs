using Lianzhi.Bench;

// script/bench starts this program; it starts itself again as the probe and as the hello-world application.
return args switch
{
    ["probe", var address, var connection] => await Probe.Run(address, connection),
    ["plan-problem", var path, var enterprises, var minutes, var seed] => PlanRow.Make(path, enterprises, minutes, seed),
    ["dispatch-problem", var path, var kind, var seed] => DispatchRow.Make(path, kind, seed),
    ["hello", var address] => await Hello.Run(address),
    ["run", .. var options] => await Runs.Run(Options.Read(options)),
    _ => throw new ArgumentException("lianzhi-bench is started by script/bench."),
};
