namespace Lianzhi.Core.Inspections;

/// <summary>How often trouble is to be expected at a target (风险等级); decides how often it is inspected and who comes first when officers are short.</summary>
public enum RiskGrade
{
    /// <summary>低</summary>
    Low,

    /// <summary>中</summary>
    Medium,

    /// <summary>高</summary>
    High,
}
