namespace Lianzhi.Core.Cases;

/// <summary>Acts of officers in the investigation: from then on they have investigated the case (办案人员).</summary>
internal interface IByOfficers
{
    /// <summary>The officers.</summary>
    IReadOnlyList<CaseOfficer> Officers { get; }
}

/// <summary>Acts a head signs: from then on the head has approved in the case (签批人).</summary>
internal interface IBySigner
{
    /// <summary>The head; null in entries from before it was kept.</summary>
    CaseSigner? Signer { get; }
}
