namespace Lianzhi.Core.Settings;

/// <summary>
/// Every practice value the law leaves open (设置目录): name, unit, default and source. Numbers that stand in a
/// statute are not here; they stand with their rule.
/// </summary>
public static class SettingCatalogue
{
    /// <summary>The word for yes.</summary>
    public const string Yes = "yes";

    /// <summary>The word for no.</summary>
    public const string No = "no";

    /// <summary>Treatment of a 个体工商户 as a citizen.</summary>
    public const string AsCitizen = "citizen";

    /// <summary>Treatment of a 个体工商户 as an organisation.</summary>
    public const string AsOrganisation = "organisation";

    private const string Housing = "福建省住房和城乡建设厅2021年11月16日通知";
    private const string Practice = "本区执法惯例";
    private const string Order = "福建省人民政府令第242号";

    /// <summary>Fine or confiscation that gives a citizen the right to a hearing.</summary>
    public static readonly SettingDefinition HearingThresholdCitizen =
        new("hearing.threshold-citizen", "听证标准（公民）", SettingKind.Number, "元", "10000", Housing, false) { ByDepartment = true };

    /// <summary>Fine or confiscation that gives an organisation the right to a hearing.</summary>
    public static readonly SettingDefinition HearingThresholdOrganisation =
        new("hearing.threshold-organisation", "听证标准（法人、其他组织）", SettingKind.Number, "元", "100000", Housing, false) { ByDepartment = true };

    /// <summary>Whose limits hold for a 个体工商户 in the simple procedure and the right to a hearing.</summary>
    public static readonly SettingDefinition IndividualBusiness =
        new("procedure.individual-business", "个体工商户适用的限额", SettingKind.Choice, "", AsCitizen, "民法典 第54条（自然人从事工商业经营）", false)
        {
            ByDepartment = true,
            Choices = new Dictionary<string, string> { [AsCitizen] = "按公民", [AsOrganisation] = "按法人、其他组织" },
        };

    /// <summary>Whether a right to a hearing makes a case one for collective discussion.</summary>
    public static readonly SettingDefinition CollectiveOnHearingRight = YesOrNo("procedure.collective-on-hearing-right", "达到听证标准的集体讨论", "本机关重大违法行为情形规定");

    /// <summary>Whether a major public interest makes a case one for collective discussion.</summary>
    public static readonly SettingDefinition CollectiveOnPublicInterest = YesOrNo("procedure.collective-on-public-interest", "涉及重大公共利益的集体讨论", "本机关重大违法行为情形规定");

    /// <summary>Working days for filing after the standard is met.</summary>
    public static readonly SettingDefinition FilingDays = Days("case.filing-days", "立案期限", "15", "部门行政处罚程序规定（7至15个工作日）");

    /// <summary>Working days for statement and defence at the least.</summary>
    public static readonly SettingDefinition DefenceDays = Days("case.defence-days", "陈述、申辩最短期限", "3", "部门行政处罚程序规定（3至5个工作日）");

    /// <summary>Working days for legal review.</summary>
    public static readonly SettingDefinition LegalReviewDays = Days("case.legal-review-days", "法制审核期限", "5", "乡镇法制审核办法通例");

    /// <summary>Working days for entering a case in 闽执法 afterwards.</summary>
    public static readonly SettingDefinition LateEntryDays = Days("case.late-entry-days", "闽执法平台补录期限", "5", $"{Order} 第17条");

    /// <summary>Working days for filing an on-the-spot decision with the organ.</summary>
    public static readonly SettingDefinition SimpleReportDays = Days("case.simple-report-days", "当场处罚决定报备期限", "7", "部门行政处罚程序规定（2至7日）");

    /// <summary>Years in which an earlier violation of the same kind rules out 首违不罚.</summary>
    public static readonly SettingDefinition InitialViolationYears =
        new("case.initial-violation-years", "初次违法的回溯年限（同类违法行为）", SettingKind.Number, "年", "2", Practice, false) { ByDepartment = true };

    /// <summary>Working days for publishing a decision.</summary>
    public static readonly SettingDefinition PublicationDays = Days("disclosure.publication-days", "行政处罚决定公示期限", "7", "国办发〔2018〕118号");

    /// <summary>Days a decision stays public at the least.</summary>
    public static readonly SettingDefinition DisclosureMinimumDays =
        new("disclosure.minimum-days", "公示最短时间", SettingKind.Number, "日", "60", $"{Order} 第21条", false) { ByDepartment = true };

    /// <summary>Years a decision stays public at the most.</summary>
    public static readonly SettingDefinition DisclosureMaximumYears =
        new("disclosure.maximum-years", "公示最长时间", SettingKind.Number, "年", "2", $"{Order} 第21条", false) { ByDepartment = true };

    /// <summary>Whether the public card names the legal representative.</summary>
    public static readonly SettingDefinition DisclosureRepresentative = YesOrNo("disclosure.representative-name", "公示法定代表人姓名", Practice) with { Default = No };

    /// <summary>The court that takes suits against decisions.</summary>
    public static readonly SettingDefinition RemedyCourt = Name("remedy.court", "行政诉讼管辖法院", "漳州市龙文区人民法院", "福建省行政案件跨区域管辖安排");

    /// <summary>The organ that reviews decisions.</summary>
    public static readonly SettingDefinition ReviewOrgan =
        new("remedy.review-organ", "行政复议机关", SettingKind.Text, "", "漳州市龙文区人民政府", "行政复议法 第24条第1款", true);

    /// <summary>The bank that takes fines.</summary>
    public static readonly SettingDefinition CollectingBank = Name("payment.bank", "罚款代收银行", "缴款通知书载明的代收银行", "罚款决定与罚款收缴分离实施办法 第7条");

    /// <summary>The police of the same level for transfers.</summary>
    public static readonly SettingDefinition TransferPolice = Name("transfer.police", "涉嫌犯罪案件移送的公安机关", "漳州市公安局龙文分局", "行政执法机关移送涉嫌犯罪案件的规定 第5条（名称待确认）");

    /// <summary>Working days for accepting or refusing a clue.</summary>
    public static readonly SettingDefinition ClueAcceptanceDays = Days("clue.acceptance-days", "线索受理期限", "7", Practice);

    /// <summary>Working days for answering a 12345 order.</summary>
    public static readonly SettingDefinition HotlineReplyDays = Days("clue.hotline-reply-days", "12345工单答复期限", "5", "12345工单办理惯例");

    /// <summary>Whether an officer redeployed from another township may act in this subject's name.</summary>
    public static readonly SettingDefinition RedeployedOfficerMaySign =
        new("officer.redeployed-may-sign", "跨镇街调派人员以本主体名义执法", SettingKind.Choice, "", No, "区司法局未另行规定时从严", false) { Choices = YesNo };

    /// <summary>Years a law-enforcement certificate holds.</summary>
    public static readonly SettingDefinition CertificateYears =
        new("officer.certificate-years", "行政执法证有效期", SettingKind.Number, "年", "5", "行政执法证管理惯例", false);

    /// <summary>All settings in the order people see them.</summary>
    public static readonly IReadOnlyList<SettingDefinition> All =
    [
        HearingThresholdCitizen, HearingThresholdOrganisation, IndividualBusiness, CollectiveOnHearingRight, CollectiveOnPublicInterest,
        FilingDays, DefenceDays, LegalReviewDays, LateEntryDays, SimpleReportDays, InitialViolationYears,
        PublicationDays, DisclosureMinimumDays, DisclosureMaximumYears, DisclosureRepresentative,
        RemedyCourt, ReviewOrgan, CollectingBank, TransferPolice, ClueAcceptanceDays, HotlineReplyDays, RedeployedOfficerMaySign, CertificateYears,
        Clues.ClueSettings.HandlingDays, Clues.ClueSettings.DuplicateDays, Disclosure.DisclosureSettings.TermDays,
        Cases.PlatformSettings.Duty, Cases.PlatformSettings.NumbersAndSeal,
        .. ProcedureSettingCatalogue.All,
        Documents.Overprint.Left, Documents.Overprint.Top,
        Cases.Measures.MeasureSetting.PreservationLapses, Cases.Measures.MeasureSetting.FastDays, Cases.Measures.MeasureSetting.ReviewDemolition, Cases.Measures.MeasureSetting.ReviewSealing,
        .. Evidence.RecordingSettings.All,
        Inspections.PlanSettings.OpinionDays,
        Duty.DutySettings.RestAfterNight,
        .. Dispatch.DispatchSettings.All,
        .. Inspections.InspectionSettings.All,
        .. Supervision.SupervisionSettings.All,
    ];

    /// <summary>The definition of a key; null when there is none.</summary>
    public static SettingDefinition? Find(string key) => All.FirstOrDefault(setting => setting.Key == key);

    private static Dictionary<string, string> YesNo => new() { [Yes] = "是", [No] = "否" };

    private static SettingDefinition Days(string key, string title, string days, string source) => new(key, title, SettingKind.Number, "工作日", days, source, false);

    private static SettingDefinition Name(string key, string title, string name, string source) => new(key, title, SettingKind.Text, "", name, source, false);

    private static SettingDefinition YesOrNo(string key, string title, string source) => new(key, title, SettingKind.Choice, "", Yes, source, false) { Choices = YesNo };
}
