using Lianzhi.Web.Platform.Files;
using Microsoft.AspNetCore.Diagnostics;

namespace Lianzhi.Web.Platform.Problems;

/// <summary>What a program is told when something went wrong outside any rule; never the fault itself.</summary>
internal static class ApiFaults
{
    public static Task Answer(HttpContext http)
    {
        var fault = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        var status = fault switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            not null when StorageFaults.StatusOf(fault) is { } storage => storage,
            System.Data.Common.DbException => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };
        if (status >= 500)
            http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Lianzhi.Faults")
                .LogError("{Fault} at {Path}: {Trace}", fault?.GetType().Name, http.Request.Path, fault?.StackTrace);
        return ProblemAnswers.Write(http, status, "fault", Words(status));
    }

    public static string Words(int status) => status switch
    {
        400 => "请求内容有误。",
        404 => "没有找到。",
        405 => "此地址不支持该方法。",
        413 => "内容超过允许的大小。",
        415 => "请使用 application/json。",
        503 => "系统暂时不可用，请稍后重试。",
        507 => "存储空间不足，内容没有保存。",
        _ => "系统出错，请稍后重试；如果仍有问题，请联系管理员。",
    };
}
