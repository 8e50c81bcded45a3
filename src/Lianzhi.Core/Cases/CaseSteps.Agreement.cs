namespace Lianzhi.Core.Cases;

/// <content>The agreement on the execution (执行协议).</content>
public static partial class CaseSteps
{
    private static Result<CaseEvent> Agree(CaseState state, MakeAgreement c, StepContext context)
    {
        var signer = Gates.Signer(state, context);
        return Answer(
            [.. AgreementGates.Allowed(state), .. AgreementGates.Terms(state, c, context.Today), Given(c.SignedBy, "signedBy", "当事人签名人"), .. signer.Refusals],
            () => new AgreementMade(context.Now, c.Plan, Blank(c.Stages), Blank(c.Remedy), c.WaivedFen, c.SignedBy, signer.Value!));
    }

    private static Result<CaseEvent> EndAgreement(CaseState state, EndAgreement c, StepContext context)
    {
        var signer = Gates.Signer(state, context);
        return Answer(
            [AgreementGates.Broken(state, context.Today), Given(c.Reason, "reason", "当事人不履行协议的情况"), .. signer.Refusals],
            () => new AgreementEnded(context.Now, c.Reason, signer.Value!));
    }
}
