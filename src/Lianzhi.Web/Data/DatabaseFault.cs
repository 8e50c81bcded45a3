using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Data;

/// <summary>Which faults are the database's, so that what works in the background waits for it and tries again.</summary>
internal static class DatabaseFault
{
    /// <summary>Whether the database did not answer, answered with an error, or was not reached. The provider wraps what may pass in an invalid operation.</summary>
    public static bool Is(Exception fault) => fault is DbException or DbUpdateException or TimeoutException or InvalidOperationException;
}
