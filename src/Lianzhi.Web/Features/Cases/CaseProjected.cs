using Lianzhi.Core.Cases;

namespace Lianzhi.Web.Features.Cases;

/// <summary>
/// Told in the transaction of every event of a case (案件行已写), so that other capabilities keep rows of their own
/// made from the same state.
/// </summary>
public delegate Task CaseProjected(CaseState state, CancellationToken cancel);

/// <summary>Told in the transaction that erased values of a case (个人信息已删除), so that copies of them go as well.</summary>
public delegate Task CaseErased(CaseState state, CancellationToken cancel);
