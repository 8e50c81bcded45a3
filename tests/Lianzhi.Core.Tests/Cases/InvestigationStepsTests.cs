using Lianzhi.Core.Cases;
using Lianzhi.Core.Documents;
using static Lianzhi.Core.Tests.Cases.CaseScenario;

namespace Lianzhi.Core.Tests.Cases;

public sealed class InvestigationStepsTests
{
    [Fact]
    public void Investigation_Lawful_KeepsRecordsWithCertificates()
    {
        var state = Concluded().State;
        Assert.Equal(CaseStage.Concluded, state.Stage);
        Assert.Equal(["示o1", "示o2"], state.Inspections[0].Officers.Select(officer => officer.CertificateNumber));
        Assert.Equal("示o1", state.Correction!.Service.Officers[0].CertificateNumber);
        Assert.True(state.CorrectionCheck!.Corrected);
        Assert.False(state.Conclusion!.Assessment.HearingRight);
        Assert.False(state.Conclusion.Assessment.SimpleAllowed);
    }

    [Fact]
    public void InterviewOutline_OfACase_AsksWhatDecidesWeightAndProcedure()
    {
        var state = Filed().State;
        var questions = InterviewOutline.For(state);
        Assert.Contains(questions, question => question.Contains(state.Item!.Conduct, StringComparison.Ordinal) && question.Contains(state.Place!.Address, StringComparison.Ordinal));
        Assert.Contains(questions, question => question.Contains("改正", StringComparison.Ordinal));
        Assert.Contains(questions, question => question.Contains("同类行为", StringComparison.Ordinal));
        Assert.DoesNotContain(questions, question => question.Contains("许可", StringComparison.Ordinal));
        Assert.Contains(InterviewOutline.For(state with { Item = state.Item! with { Conduct = "未经批准擅自挖掘城市道路" } }), question => question.Contains("许可", StringComparison.Ordinal));
        Assert.Contains(InterviewOutline.For(state with { Item = state.Item with { Kinds = ["罚款", "没收违法所得"] } }), question => question.Contains("违法所得", StringComparison.Ordinal));
        // Every question needs its answer: the outline alone is not a record of an interview.
        Assert.Equal("answers", Assert.Single(Filed().On("2026-03-04 18:00").Refused(Commands.Interview() with { Answers = [.. questions.Select(question => new CaseAnswer(question, ""))] })).Field);
    }

    [Fact]
    public void InterviewRecord_ReadAloudAndInterpreted_SaysSoAndLetsTheInterpreterSign()
    {
        string Paper(InterviewReading? reading) =>
            CaseDocuments.Content(Filed().On("2026-03-04 18:00").Do(Commands.Interview() with { Reading = reading }).State, DocumentCode.InterviewRecord)!.Text();

        var interpreted = Paper(new(true, 3, 2, "闽南话", "王某（漳州市翻译协会）"));
        Assert.Contains("共3页，本人阅读有困难，已向本人宣读，与所述相符。询问使用闽南话，由翻译人员翻译。改动2处，均由本人捺指印确认。", interpreted, StringComparison.Ordinal);
        Assert.Contains("翻译人员", interpreted, StringComparison.Ordinal);
        Assert.Contains("王某（漳州市翻译协会）", interpreted, StringComparison.Ordinal);
        var plain = Paper(new(false, 1));
        Assert.Contains("共1页，本人已看过，与所述相符。", plain, StringComparison.Ordinal);
        Assert.DoesNotContain("改动", plain, StringComparison.Ordinal);
        Assert.DoesNotContain("已向本人宣读", plain, StringComparison.Ordinal);
        Assert.Contains("执法人员通晓该语言", Paper(new(false, 1, 0, "闽南话")), StringComparison.Ordinal);
    }

    [Fact]
    public void OrderCorrection_Again_ForgetsTheOldCheck() =>
        Assert.Null(Investigated().On("2026-03-10 18:00").Do(Commands.Check()).Do(Commands.Order() with { At = At("2026-03-10 12:00"), DueOn = Day("2026-03-12") }).State.CorrectionCheck);

    [Fact]
    public void Investigation_Refusals_ArePinned() => GateSnapshot.Match("investigation.txt",
    [
        ("没有出示证件", Filed().On("2026-03-04 18:00").Refused(Commands.Inspect() with { CertificatesShown = false })),
        ("立案以前", Filed().On("2026-03-04 18:00").Refused(Commands.Inspect() with { At = At("2026-03-02 12:00") })),
        ("结束早于开始", Filed().On("2026-03-04 18:00").Refused(Commands.Inspect() with { Until = At("2026-03-04 08:00") })),
        ("询问没有内容", Filed().On("2026-03-04 18:00").Refused(Commands.Interview() with { Answers = [] })),
        ("询问没有回答", Filed().On("2026-03-04 18:00").Refused(Commands.Interview() with { Answers = [new("渣土堆放了多久？", "三天。"), new("为什么没有遮盖？", " ")] })),
        ("翻译没有写明语言", Filed().On("2026-03-04 18:00").Refused(Commands.Interview() with { Reading = new(false, 1, 0, null, "王某（漳州市翻译协会）") })),
        ("笔录没有页数", Filed().On("2026-03-04 18:00").Refused(Commands.Interview() with { Reading = new(false, 0, -1) })),
        ("无证人员询问", Filed().On("2026-03-04 18:00").Refused(Commands.Interview() with { Officers = ["o1", "o3"] })),
        ("改正期限在前", Filed().On("2026-03-04 18:00").Refused(Commands.Order() with { DueOn = Day("2026-03-03") })),
        ("留置送达没有见证", Filed().On("2026-03-04 18:00").Refused(Commands.Order() with { Service = Commands.Handed() with { Method = ServiceMethod.Left } })),
        ("电子送达没有确认书", Filed().On("2026-03-04 18:00").Refused(Commands.Order() with { Service = Commands.Handed() with { Method = ServiceMethod.Electronic } })),
        ("没有责令就复查", Filed().On("2026-03-10 18:00").Refused(Commands.Check())),
        ("没有调查就终结", Filed().On("2026-03-12 18:00").Refused(Commands.Conclude())),
        ("没有证据", Investigated().On("2026-03-12 18:00").Refused(Commands.Conclude() with { Evidence = [] })),
        ("身份证号码的当事人不满十四周岁，没有填出生日期", Investigated(BornOn("2012-02-28") with { BornOn = null }).On("2026-03-12 18:00").Refused(Commands.Conclude())),
        ("不满十四周岁", Investigated(BornOn("2012-02-28")).On("2026-03-12 18:00").Refused(Commands.Conclude())),
        ("还没有立案", Proposed().On("2026-03-04 18:00").Refused(Commands.Inspect())),
    ]);
}
