using System.Security.Cryptography;
using System.Text;
using Lianzhi.Core;
using Lianzhi.Core.Access;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Inspections;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Documents;
using Lianzhi.Web.Platform.Json;
using Lianzhi.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Lianzhi.Web.Features.Inspections;

/// <summary>What the enterprise asks.</summary>
/// <param name="Mark">核验编号 of its notice.</param>
/// <param name="Code">校验码; needed for an answer.</param>
/// <param name="Grade">Its grade.</param>
/// <param name="Text">In words.</param>
public sealed record NoticeRequest(string? Mark, string? Code, FeedbackGrade? Grade, string? Text)
{
    /// <summary>Takes the members of the body.</summary>
    internal static NoticeRequest Read(JsonMembers body) => new(body.NullableText("mark", 40), body.NullableText("code", 40), body.Has("grade") ? body.Enum<FeedbackGrade>("grade") : null, body.NullableText("text", 1000));
}

/// <summary>An officer as the enterprise sees him.</summary>
public sealed record NoticeOfficer(string Name, string Certificate, string Unit);

/// <summary>A line of the checklist as the enterprise sees it.</summary>
public sealed record NoticeItem(string Text, string Basis);

/// <summary>A change of officers as the enterprise sees it: nothing of a person's health or leave.</summary>
public sealed record NoticeCrewChange(DateOnly On, IReadOnlyList<string> Gone, IReadOnlyList<string> Came, string Ground);

/// <summary>An inspection as the enterprise sees it (检查通知): what, who, on what basis, how often, what rights.</summary>
public sealed record NoticeForEnterprise(
    string Mark, string Number, string UnitName, string TargetName, string Type, DateOnly Day, string Basis, IReadOnlyList<NoticeOfficer> Officers, IReadOnlyList<NoticeCrewChange> CrewChanges, IReadOnlyList<string> Together, IReadOnlyList<NoticeItem> Items,
    int YearCount, int? YearCap, string Stage, PaperStanding Standing, string ComplaintTo, bool MayAnswer, FeedbackGrade? Answered);

/// <summary>
/// Shows an inspection to the enterprise (扫码查看检查): by the mark in the code of its notice, as papers are verified. Nothing of the enterprise beyond the notice is shown.
/// </summary>
public sealed class ReadInspectionNotice(UseCaseRunner runner, AppDb db, InspectionDesk desk)
{
    // One answer for what does not exist and for a wrong code: nobody learns which notices there are.
    internal static readonly Refusal Unknown = new("unknown-paper", "没有查到这份检查通知书：请核对编号和校验码，区分数字和字母。仍查不到的，请向通知书上载明的机关或者区司法局核实。") { Kind = RefusalKind.NotFound };

    /// <summary>Looks it up.</summary>
    public Task<Result<NoticeForEnterprise>> Run(string? mark, CancellationToken cancel) => runner.Read<NoticeForEnterprise>(AccessTable.ReadInspectionNotice, async () =>
    {
        if (string.IsNullOrWhiteSpace(mark)) return Refusal.Invalid("mark", "请填写检查通知书末尾的核验编号，例如 J2-20261008-4K7PQW。");
        if (await Find(db, mark, null, cancel) is not { } paper || await desk.Load(paper.CaseId, cancel) is not { } folder) return Unknown;
        var (file, organisation) = (folder.File, desk.Cases.Organisation);
        return new NoticeForEnterprise(paper.Mark, paper.Number!, paper.UnitName, file.TargetName, InspectionNames.TypeOf(file.Source), file.Day, file.Basis,
            [.. file.Officers.Select(officer => new NoticeOfficer(officer.Name, officer.CertificateNumber, organisation.UnitName(officer.Unit)))],
            [.. file.Changes.Select(change => new NoticeCrewChange(change.On, change.Out, change.In, InspectionCrew.PublicNameOf(change.Ground)))], file.Together,
            [.. file.Items.Select(item => new NoticeItem(item.Check.Text, item.Check.Basis))], file.Frequency.Used, file.Frequency.Cap, InspectionNames.Of(file.Stage), paper.Standing, file.ComplaintTo,
            InspectionFlow.Check(file, InspectionStep.Answer) is null, file.Feedback?.Grade);
    });

    /// <summary>The notice of a mark; with a code only when it is the right one.</summary>
    internal static async Task<IssuedPaperRow?> Find(AppDb db, string? mark, string? code, CancellationToken cancel)
    {
        var clean = PaperMarks.CleanNumber(mark);
        if (clean.Length is 0 or > 40 || !PlainText.IsFit(clean)) return null;
        var paper = await db.Set<IssuedPaperRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Mark == clean && row.OfInspection && row.Kind == DocumentCode.InspectionNotice, cancel);
        return paper is not null && (code is null || CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(paper.Code), Encoding.UTF8.GetBytes(PaperMarks.CleanCode(code)))) ? paper : null;
    }
}

/// <summary>Takes what the enterprise thinks of an inspection (企业评价), once, with the check code of its notice.</summary>
public sealed class AnswerInspection(UseCaseRunner runner, AppDb db, InspectionDesk desk)
{
    /// <summary>Takes it.</summary>
    public Task<Result<string>> Run(NoticeRequest asked, CancellationToken cancel) => runner.Write<string>(AccessTable.AnswerInspection, null, async () =>
    {
        if (asked.Text is { } text && !PlainText.IsFit(text)) return Refusal.Invalid("text", "文字中有不能识别的字符。");
        if (await ReadInspectionNotice.Find(db, asked.Mark, asked.Code ?? "", cancel) is not { } paper || await desk.Load(paper.CaseId, cancel) is not { } folder)
            return ReadInspectionNotice.Unknown with { Kind = RefusalKind.Invalid, Field = "code" };
        if (InspectionGates.Answer(asked.Grade, asked.Text) is { } wrong) return wrong;
        if (folder.Row.Grade is not null) return new Refusal("answered-already", "已经评价过了，不再修改；有新的情况可以投诉举报。", "国办发〔2024〕54号");
        if (InspectionFlow.Check(folder.File, InspectionStep.Answer) is not null) return new Refusal("answer-too-early", "检查开始后才能评价。", "国办发〔2024〕54号");
        (folder.Row.Grade, folder.Row.FeedbackText, folder.Row.FeedbackAt) = (asked.Grade, string.IsNullOrWhiteSpace(asked.Text) ? null : asked.Text.Trim(), desk.Now);
        return paper.Mark;
    }, cancel);
}
