namespace Lianzhi.Web.Features.Cases;

/// <summary>What the steps of the ordinary procedure ask besides (普通程序补充填写).</summary>
public sealed partial class StepForm
{
    public string? DistinctConduct { get; set; }
    public string? NewFacts { get; set; }
    public bool ByAgent { get; set; }
    public string? Authorisation { get; set; }
    public string? HearingAnswer { get; set; }
    public string? Education { get; set; }
    public string? Proof { get; set; }
}
