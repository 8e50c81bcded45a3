using Lianzhi.Web.Cli;

return await Commands.Make().Parse(args).InvokeAsync();
