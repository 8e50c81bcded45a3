using Lianzhi.Core.Cases;

namespace Lianzhi.Web.Features.Cases;

/// <summary>
/// Told in the transaction of every event of a case (案件行已写), so that other capabilities keep rows of their own
/// made from the same state.
/// </summary>
public delegate Task CaseProjected(CaseState state, CancellationToken cancel);
