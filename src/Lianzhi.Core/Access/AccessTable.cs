using static Lianzhi.Core.Access.Audience;
using static Lianzhi.Core.Access.Reach;
using static Lianzhi.Core.Access.Role;

namespace Lianzhi.Core.Access;

/// <summary>
/// Who may do what (权限表): every use case of the platform, with the roles that may do it and how far they
/// reach. This is the only place where permission is given; pages, routes and forms take it from here.
/// </summary>
public static class AccessTable
{
    // Groups of grants that several use cases share stand first: static fields are set in the order of the file.
    private static readonly (Role, Reach)[] ClueHandlers = [(Officer, Unit), (BrigadeLeader, Unit), (Liaison, Unit)];

    private static readonly (Role, Reach)[] ClueReaders =
    [
        .. ClueHandlers, (TownshipDeputy, Unit), (Head, Unit), (DeputyHead, Unit), (AreaChief, Area), (AreaCoordinator, Area), (JusticeSupervisor, District),
    ];

    private static readonly (Role, Reach)[] CaseReaders =
    [
        (Officer, Unit), (Officer, Assigned), (BrigadeLeader, Unit), (TownshipDeputy, Unit), (Head, Unit), (DeputyHead, Unit), (LegalReviewer, Unit), (LegalReviewer, Assigned), (Liaison, Unit),
        (AreaChief, Area), (AreaCoordinator, Area), (JusticeSupervisor, District), (JusticeReviewer, District),
    ];

    private static readonly (Role, Reach)[] SupervisionReaders =
    [
        (Officer, Unit), (BrigadeLeader, Unit), (TownshipDeputy, Unit), (Liaison, Unit), (Head, Unit), (DeputyHead, Unit), (LegalReviewer, Unit), (JusticeSupervisor, District),
    ];

    private static readonly (Role, Reach)[] TargetKeepers = [(Officer, Unit), (BrigadeLeader, Unit), (TownshipDeputy, Unit), (AreaChief, Area), (AreaCoordinator, Area)];

    private static readonly (Role, Reach)[] EquipmentKeepers = [(BrigadeLeader, Unit), (TownshipDeputy, Unit), (AreaChief, Area), (AreaCoordinator, Area)];

    private static readonly (Role, Reach)[] Dispatchers = [(AreaChief, Area), (AreaCoordinator, Area)];

    private static readonly (Role, Reach)[] BoardReaders =
    [
        .. Dispatchers, (Officer, Area), (Officer, Assigned), (BrigadeLeader, Area), (TownshipDeputy, Area), (Head, Area), (DeputyHead, Area), (Liaison, District), (JusticeSupervisor, District),
    ];

    private static readonly (Role, Reach)[] Inspectors = [(Officer, Unit), (Officer, Assigned)];

    private static readonly (Role, Reach)[] InspectionReaders =
    [
        .. Inspectors, (BrigadeLeader, Unit), (TownshipDeputy, Unit), (Liaison, Unit), (Head, Unit), (DeputyHead, Unit), (LegalReviewer, Unit),
        (AreaChief, Area), (AreaCoordinator, Area), (JusticeSupervisor, District),
    ];

    private static readonly (Role, Reach)[] OperationReaders =
    [
        (Officer, District), (BrigadeLeader, District), (TownshipDeputy, District), (Liaison, District), (Head, District), (DeputyHead, District), (LegalReviewer, District),
        (AreaChief, District), (AreaCoordinator, District), (JusticeSupervisor, District),
    ];

    private static readonly (Role, Reach)[] SealReaders =
    [
        (Officer, Unit), (Officer, Assigned), (BrigadeLeader, Unit), (TownshipDeputy, Unit), (Head, Unit), (DeputyHead, Unit), (LegalReviewer, Unit), (Liaison, Unit), (SealKeeper, Unit),
        (JusticeSupervisor, District),
    ];

    // ---- access ----------------------------------------------------------------------------------------
    /// <summary>登录.</summary>
    public static readonly UseCase SignIn = Open("access.sign-in", "登录");
    /// <summary>退出.</summary>
    public static readonly UseCase SignOut = Open("access.sign-out", "退出");

    /// <summary>当前会话.</summary>
    public static readonly UseCase ViewSession = ForSignedIn("access.view-session", "查看当前会话");
    /// <summary>新建账号.</summary>
    public static readonly UseCase AddAccount = For("access.add-account", "新建账号", (Administrator, District));
    /// <summary>账号列表: names, units and roles, no personal data beyond.</summary>
    public static readonly UseCase ListAccounts = For("access.list-accounts", "账号与角色", (Administrator, District), (JusticeSupervisor, District));
    /// <summary>授予角色: by the administrator, never to himself.</summary>
    public static readonly UseCase GrantRole = For("access.grant-role", "授予角色", (Administrator, District));
    /// <summary>确认角色: a role with case access becomes active when a justice supervisor confirms it.</summary>
    public static readonly UseCase ConfirmRole = For("access.confirm-role", "确认角色", (JusticeSupervisor, District));
    /// <summary>终止角色.</summary>
    public static readonly UseCase EndRole = For("access.end-role", "终止角色", (Administrator, District), (JusticeSupervisor, District));
    /// <summary>重置账号.</summary>
    public static readonly UseCase ResetAccount = For("access.reset-account", "重置账号", (Administrator, District));

    /// <summary>签发令牌: at the command line only.</summary>
    public static readonly UseCase CreateToken = For("access.create-token", "签发令牌");

    // ---- installation ----------------------------------------------------------------------------------
    /// <summary>从备份恢复: at the command line only.</summary>
    public static readonly UseCase RestoreBackup = For("installation.restore", "从备份恢复");

    // ---- workbench -------------------------------------------------------------------------------------
    /// <summary>工作台: my to-dos with time left.</summary>
    public static readonly UseCase ViewWorkbench = ForSignedIn("workbench.view", "工作台");

    /// <summary>全站搜索: cases, clues and items within reach.</summary>
    public static readonly UseCase SearchEverything = ForSignedIn("workbench.search", "全站搜索");

    // ---- calendar --------------------------------------------------------------------------------------
    /// <summary>导入节假日安排.</summary>
    public static readonly UseCase ImportHolidays = For("calendar.import", "导入节假日安排", (Administrator, District), (JusticeSupervisor, District));

    // ---- rules -----------------------------------------------------------------------------------------
    /// <summary>规则查询: the rules without side effect, for other systems.</summary>
    public static readonly UseCase AskRules = Open("rules.ask", "规则查询");

    // ---- settings --------------------------------------------------------------------------------------
    /// <summary>查看设置: dated practice values with their source.</summary>
    public static readonly UseCase ViewSettings = ForSignedIn("settings.view", "查看设置");
    /// <summary>修改设置: only the justice bureau.</summary>
    public static readonly UseCase ChangeSetting = For("settings.change", "修改设置", (JusticeSupervisor, District));

    /// <summary>导入听证标准.</summary>
    public static readonly UseCase ImportHearingThresholds = For("settings.import-hearing-thresholds", "导入部门听证标准", (JusticeSupervisor, District));

    // ---- organisation ----------------------------------------------------------------------------------
    /// <summary>片区划分 for everyone.</summary>
    public static readonly UseCase ViewAreas = Open("organisation.view-areas", "片区和镇街");
    /// <summary>联合执法人员名单 as published.</summary>
    public static readonly UseCase ViewRoster = Open("organisation.view-roster", "联合执法人员名单");
    /// <summary>片区、镇街、部门和岗位 on a day, with what is missing.</summary>
    public static readonly UseCase ViewOrganisation = ForSignedIn("organisation.view", "片区与镇街");
    /// <summary>人员名册.</summary>
    public static readonly UseCase ListOfficers = ForSignedIn("organisation.list-officers", "人员名册");
    /// <summary>人员情况.</summary>
    public static readonly UseCase ViewOfficer = ForSignedIn("organisation.view-officer", "人员情况");
    /// <summary>登记人员.</summary>
    public static readonly UseCase AddOfficer = For("organisation.add-officer", "登记人员",
        (OrganisationStaff, District), (JusticeSupervisor, District), (Liaison, Unit), (BrigadeLeader, Unit));
    /// <summary>变更人员: name, or the last day in the unit.</summary>
    public static readonly UseCase ChangeOfficer = For("organisation.change-officer", "变更人员",
        (OrganisationStaff, District), (JusticeSupervisor, District), (Liaison, Unit), (BrigadeLeader, Unit));
    /// <summary>导入技能名单: of people of the own unit, or of all for the staff of the district.</summary>
    public static readonly UseCase ImportSkills = For("organisation.import-skills", "导入专业技能",
        (OrganisationStaff, District), (JusticeSupervisor, District), (Liaison, Unit), (BrigadeLeader, Unit));
    /// <summary>登记证件: only the justice bureau.</summary>
    public static readonly UseCase AddCertificate = For("organisation.add-certificate", "登记行政执法证", (JusticeSupervisor, District));
    /// <summary>变更证件: suspension, cancellation, publication on the roster.</summary>
    public static readonly UseCase ChangeCertificate = For("organisation.change-certificate", "变更行政执法证", (JusticeSupervisor, District));
    /// <summary>下沉派驻.</summary>
    public static readonly UseCase SendDown = For("organisation.send-down", "下沉派驻", (OrganisationStaff, District), (Liaison, Unit));
    /// <summary>结束派驻.</summary>
    public static readonly UseCase EndSecondment = For("organisation.end-secondment", "结束派驻", (OrganisationStaff, District), (Liaison, Unit));
    /// <summary>任职: who holds a post from which day.</summary>
    public static readonly UseCase FillPost = For("organisation.fill-post", "任职", (OrganisationStaff, District), (JusticeSupervisor, District));
    /// <summary>导入组织基础数据.</summary>
    public static readonly UseCase ImportOrganisation = For("organisation.import", "导入组织基础数据", (EstablishmentStaff, District), (JusticeSupervisor, District));

    // ---- powers ----------------------------------------------------------------------------------------
    /// <summary>谁来执法 for everyone.</summary>
    public static readonly UseCase AskWhoEnforces = Open("powers.who-enforces", "谁来执法");
    /// <summary>谁来执法 for officers, with the other lawful answers beside it.</summary>
    public static readonly UseCase AskWhoEnforcesAtWork = ForSignedIn("powers.who-enforces-at-work", "谁来执法");
    /// <summary>赋权事项清单 for everyone.</summary>
    public static readonly UseCase ViewPowers = Open("powers.view", "赋权事项清单");
    /// <summary>事项清单.</summary>
    public static readonly UseCase ListItems = ForSignedIn("powers.list-items", "事项清单");
    /// <summary>事项详情.</summary>
    public static readonly UseCase ViewItem = ForSignedIn("powers.view-item", "事项详情");
    /// <summary>导入事项清单.</summary>
    public static readonly UseCase ImportItems = For("powers.import-items", "导入事项清单", (EstablishmentStaff, District), (JusticeSupervisor, District));
    /// <summary>调整赋权: hand on, accept, enter in the list of powers, take back.</summary>
    public static readonly UseCase ChangeEmpowerment = For("powers.change-empowerment", "调整赋权", (EstablishmentStaff, District), (JusticeSupervisor, District));

    // ---- targets ---------------------------------------------------------------------------------------
    /// <summary>检查对象.</summary>
    public static readonly UseCase ListTargets = ForSignedIn("targets.list", "检查对象");
    /// <summary>检查对象详情.</summary>
    public static readonly UseCase ViewTarget = ForSignedIn("targets.view", "检查对象详情");
    /// <summary>登记检查对象.</summary>
    public static readonly UseCase RegisterTarget = For("targets.register", "登记检查对象", TargetKeepers);
    /// <summary>变更检查对象.</summary>
    public static readonly UseCase ChangeTarget = For("targets.change", "变更检查对象", TargetKeepers);
    /// <summary>导入检查对象.</summary>
    public static readonly UseCase ImportTargets = For("targets.import", "导入检查对象", (AreaChief, Area), (AreaCoordinator, Area));
    /// <summary>合并重复对象.</summary>
    public static readonly UseCase MergeTargets = For("targets.merge", "合并重复对象", (BrigadeLeader, Unit), (AreaChief, Area), (AreaCoordinator, Area));

    // ---- requirements ----------------------------------------------------------------------------------
    /// <summary>检查要求.</summary>
    public static readonly UseCase ListRequirements = ForSignedIn("requirements.list", "检查要求");
    /// <summary>填报检查要求: each department its own.</summary>
    public static readonly UseCase SetRequirement = For("requirements.set", "填报检查要求", (Liaison, Unit), (Head, Unit), (DeputyHead, Unit));
    /// <summary>停止检查要求.</summary>
    public static readonly UseCase EndRequirement = For("requirements.end", "停止检查要求", (Liaison, Unit), (Head, Unit), (DeputyHead, Unit));
    /// <summary>设定频次上限: the justice bureau, for all bodies.</summary>
    public static readonly UseCase SetCap = For("requirements.set-cap", "设定入企检查频次上限", (JusticeSupervisor, District));
    /// <summary>突破频次上限: the area's chief, with the ground.</summary>
    public static readonly UseCase GrantException = For("requirements.grant-exception", "批准突破频次上限", (AreaChief, Area));
    /// <summary>设定停止检查日.</summary>
    public static readonly UseCase SetBlackout = For("requirements.set-blackout", "设定停止检查日", (AreaChief, Area), (AreaCoordinator, Area));

    /// <summary>撤销停止检查日.</summary>
    public static readonly UseCase WithdrawBlackout = For("requirements.withdraw-blackout", "撤销停止检查日", (AreaChief, Area), (AreaCoordinator, Area));
    /// <summary>撤销突破频次上限的批准: who may grant it.</summary>
    public static readonly UseCase WithdrawException = For("requirements.withdraw-exception", "撤销突破频次上限的批准", (AreaChief, Area));

    // ---- plans -----------------------------------------------------------------------------------------
    /// <summary>检查计划.</summary>
    public static readonly UseCase ListPlans = ForSignedIn("plans.list", "检查计划");
    /// <summary>检查计划详情.</summary>
    public static readonly UseCase ViewPlan = ForSignedIn("plans.view", "检查计划详情");
    /// <summary>公布的检查计划 for everyone.</summary>
    public static readonly UseCase ReadPlans = Open("plans.read", "公布的检查计划");
    /// <summary>编制检查计划.</summary>
    public static readonly UseCase StartPlan = For("plans.start", "编制检查计划", (AreaChief, Area), (AreaCoordinator, Area));
    /// <summary>镇街报送.</summary>
    public static readonly UseCase SubmitPlanPart = For("plans.submit-part", "镇街报送检查计划", (TownshipDeputy, Unit), (BrigadeLeader, Unit));
    /// <summary>智能编排.</summary>
    public static readonly UseCase OptimisePlan = For("plans.optimise", "智能编排检查计划", (AreaChief, Area), (AreaCoordinator, Area));
    /// <summary>停止编排.</summary>
    public static readonly UseCase StopPlanRun = For("plans.stop-run", "停止编排", (AreaChief, Area), (AreaCoordinator, Area));
    /// <summary>采用编排结果: only the platform itself, after it checked the plan.</summary>
    public static readonly UseCase KeepPlanSolution = For("plans.keep-solution", "采用编排结果");
    /// <summary>手工调整: the area's people, and the township's deputy for visits in the township.</summary>
    public static readonly UseCase EditPlan = For("plans.edit", "手工调整检查计划", (AreaChief, Area), (AreaCoordinator, Area), (TownshipDeputy, Unit));
    /// <summary>送部门会签.</summary>
    public static readonly UseCase SendPlanForOpinion = For("plans.send-for-opinion", "检查计划送部门会签", (AreaChief, Area));
    /// <summary>会签.</summary>
    public static readonly UseCase GivePlanOpinion = For("plans.give-opinion", "会签检查计划", (Liaison, Unit), (Head, Unit), (DeputyHead, Unit));
    /// <summary>提交联席会议.</summary>
    public static readonly UseCase SubmitPlanToMeeting = For("plans.submit-to-meeting", "检查计划提交联席会议", (AreaChief, Area));
    /// <summary>记录审议结果: the lead convenes the joint meeting.</summary>
    public static readonly UseCase RecordPlanMeeting = For("plans.record-meeting", "记录检查计划审议结果", (Liaison, Unit), (Head, Unit));
    /// <summary>公布检查计划.</summary>
    public static readonly UseCase PublishPlan = For("plans.publish", "公布检查计划", (AreaChief, Area));
    /// <summary>修订检查计划.</summary>
    public static readonly UseCase AmendPlan = For("plans.amend", "修订检查计划", (AreaChief, Area));
    /// <summary>登记执行情况.</summary>
    public static readonly UseCase ReportPlanVisit = For("plans.report-visit", "登记计划执行情况", (Officer, Unit), (BrigadeLeader, Unit), (AreaCoordinator, Area));

    /// <summary>检查实施后登记计划执行: joins the signing of an inspection's record, which was judged by itself.</summary>
    public static readonly UseCase CarryOutPlanVisit = For("plans.carry-out", "检查实施后登记计划执行", Inspectors);

    // ---- inspections -----------------------------------------------------------------------------------
    /// <summary>行政检查.</summary>
    public static readonly UseCase ListInspections = For("inspections.list", "行政检查", InspectionReaders);
    /// <summary>行政检查详情.</summary>
    public static readonly UseCase ViewInspection = For("inspections.view", "行政检查详情", InspectionReaders);
    /// <summary>行政检查文书.</summary>
    public static readonly UseCase ReadInspectionPaper = For("inspections.read-paper", "查看行政检查文书", InspectionReaders);
    /// <summary>提请检查: the subject's people, and the area's coordinator from the plan.</summary>
    public static readonly UseCase ProposeInspection = For("inspections.propose", "提请行政检查", (Officer, Unit), (BrigadeLeader, Unit), (Liaison, Unit), (AreaCoordinator, Area));
    /// <summary>审批检查: the subject's head.</summary>
    public static readonly UseCase ApproveInspection = For("inspections.approve", "审批行政检查", (Head, Unit), (DeputyHead, Unit));
    /// <summary>制发检查通知书.</summary>
    public static readonly UseCase NotifyInspection = For("inspections.notify", "制发检查通知书", [.. Inspectors, (BrigadeLeader, Unit), (Liaison, Unit)]);
    /// <summary>到场检查: only the officers named.</summary>
    public static readonly UseCase StartInspection = For("inspections.start", "到场开始检查", Inspectors);
    /// <summary>填写检查表.</summary>
    public static readonly UseCase CheckInspection = For("inspections.check", "填写检查表", Inspectors);
    /// <summary>抽样、询问.</summary>
    public static readonly UseCase AddInspectionScene = For("inspections.add-scene", "检查中抽样、询问", Inspectors);
    /// <summary>签署检查笔录.</summary>
    public static readonly UseCase RecordInspection = For("inspections.record", "签署检查笔录", Inspectors);
    /// <summary>作出检查结论.</summary>
    public static readonly UseCase ConcludeInspection = For("inspections.conclude", "作出检查结论", Inspectors);
    /// <summary>告知检查结果.</summary>
    public static readonly UseCase TellInspectionResult = For("inspections.tell-result", "告知检查结果", Inspectors);
    /// <summary>登记移送回执.</summary>
    public static readonly UseCase NoteTransferReceipt = For("inspections.note-receipt", "登记移送回执", [.. Inspectors, (BrigadeLeader, Unit), (Liaison, Unit)]);
    /// <summary>复查.</summary>
    public static readonly UseCase RecheckInspection = For("inspections.recheck", "办理复查", Inspectors);
    /// <summary>取消检查.</summary>
    public static readonly UseCase CancelInspection = For("inspections.cancel", "取消行政检查", [.. Inspectors, (BrigadeLeader, Unit), (Liaison, Unit), (Head, Unit), (DeputyHead, Unit)]);
    /// <summary>变更检查人员: before the visit begins, with its ground; the enterprise is told.</summary>
    public static readonly UseCase ChangeInspectionCrew = For("inspections.change-crew", "变更检查人员", [.. Inspectors, (BrigadeLeader, Unit), (Liaison, Unit)]);
    /// <summary>查看检查通知 for the enterprise, by the mark on its notice.</summary>
    public static readonly UseCase ReadInspectionNotice = Open("inspections.read-notice", "查看检查通知");
    /// <summary>企业评价: with the check code of the notice.</summary>
    public static readonly UseCase AnswerInspection = Open("inspections.answer", "评价行政检查");

    // ---- operations ------------------------------------------------------------------------------------
    /// <summary>联合行动.</summary>
    public static readonly UseCase ListOperations = For("operations.list", "联合行动", OperationReaders);
    /// <summary>联合行动详情.</summary>
    public static readonly UseCase ViewOperation = For("operations.view", "联合行动详情", OperationReaders);
    /// <summary>片长安排: a joint operation across townships.</summary>
    public static readonly UseCase ArrangeOperation = For("operations.arrange", "片长安排联片联合执法", (AreaChief, Area));
    /// <summary>简易联动: within the 副片长's own township.</summary>
    public static readonly UseCase OpenSimpleOperation = For("operations.open-simple", "简易联动", (TownshipDeputy, Unit));
    /// <summary>单位回复.</summary>
    public static readonly UseCase ReplyToOperation = For("operations.reply", "回复联合行动安排", (Liaison, Unit), (TownshipDeputy, Unit), (BrigadeLeader, Unit));
    /// <summary>制定行动方案.</summary>
    public static readonly UseCase PlanOperation = For("operations.plan", "制定行动方案", (AreaChief, Area), (AreaCoordinator, Area), (TownshipDeputy, Unit));
    /// <summary>下达调度令.</summary>
    public static readonly UseCase OrderOperation = For("operations.order", "下达调度令", (AreaChief, Area), (TownshipDeputy, Unit));
    /// <summary>集合签到: by the leader.</summary>
    public static readonly UseCase SignInOperation = For("operations.sign-in", "联合行动集合签到", (AreaChief, Area), (AreaCoordinator, Area), (TownshipDeputy, Unit));
    /// <summary>登记结果: each unit its own.</summary>
    public static readonly UseCase ReportOperation = For("operations.report", "登记联合行动结果", (Officer, Unit), (Liaison, Unit), (BrigadeLeader, Unit), (TownshipDeputy, Unit));
    /// <summary>行动小结.</summary>
    public static readonly UseCase SumUpOperation = For("operations.sum-up", "联合行动小结", (AreaChief, Area), (AreaCoordinator, Area), (TownshipDeputy, Unit));
    /// <summary>取消行动.</summary>
    public static readonly UseCase CancelOperation = For("operations.cancel", "取消联合行动", (AreaChief, Area), (TownshipDeputy, Unit));
    /// <summary>派出（驻）机构.</summary>
    public static readonly UseCase ListStations = ForSignedIn("operations.list-stations", "派出（驻）机构");
    /// <summary>登记派出（驻）机构: the department it belongs to.</summary>
    public static readonly UseCase RegisterStation = For("operations.register-station", "登记派出（驻）机构", (Liaison, Unit));

    // ---- draws -----------------------------------------------------------------------------------------
    /// <summary>双随机抽取.</summary>
    public static readonly UseCase ListDraws = ForSignedIn("draws.list", "双随机抽取");
    /// <summary>公布的抽取结果 for everyone.</summary>
    public static readonly UseCase ReadDraws = Open("draws.read", "公布的抽取结果");
    /// <summary>设定抽取: who may be drawn is frozen, and the seed committed to.</summary>
    public static readonly UseCase CommitDraw = For("draws.commit", "设定双随机抽取", (AreaChief, Area), (AreaCoordinator, Area));
    /// <summary>抽取: the seed is published with what was drawn.</summary>
    public static readonly UseCase RunDraw = For("draws.run", "双随机抽取并公布", (AreaChief, Area), (AreaCoordinator, Area));

    // ---- equipment -------------------------------------------------------------------------------------
    /// <summary>车辆装备.</summary>
    public static readonly UseCase ListEquipment = ForSignedIn("equipment.list", "车辆装备");
    /// <summary>装备详情.</summary>
    public static readonly UseCase ViewEquipment = ForSignedIn("equipment.view", "装备详情");
    /// <summary>登记装备.</summary>
    public static readonly UseCase RegisterEquipment = For("equipment.register", "登记装备", EquipmentKeepers);
    /// <summary>移交装备.</summary>
    public static readonly UseCase HandOverEquipment = For("equipment.hand-over", "移交装备", EquipmentKeepers);
    /// <summary>报修.</summary>
    public static readonly UseCase ReportFault = For("equipment.report-fault", "装备报修", [.. EquipmentKeepers, (Officer, Area)]);
    /// <summary>修复.</summary>
    public static readonly UseCase RepairEquipment = For("equipment.repair", "登记修复", EquipmentKeepers);
    /// <summary>检定.</summary>
    public static readonly UseCase CalibrateEquipment = For("equipment.calibrate", "登记检定", EquipmentKeepers);
    /// <summary>停用.</summary>
    public static readonly UseCase RetireEquipment = For("equipment.retire", "停用装备", EquipmentKeepers);
    /// <summary>预约装备.</summary>
    public static readonly UseCase BookEquipment = For("equipment.book", "预约装备", EquipmentKeepers);
    /// <summary>取消预约.</summary>
    public static readonly UseCase ReleaseEquipment = For("equipment.release", "取消装备预约", EquipmentKeepers);

    // ---- duty ------------------------------------------------------------------------------------------
    /// <summary>班次与值守.</summary>
    public static readonly UseCase ViewDuty = For("duty.view", "班次与值守", BoardReaders);
    /// <summary>登记勤务: officers their own, leaders those of their unit.</summary>
    public static readonly UseCase EnterDuty = For("duty.enter", "登记勤务", [(Officer, Assigned), (BrigadeLeader, Unit), (TownshipDeputy, Unit), (Liaison, Unit), .. Dispatchers]);
    /// <summary>撤销勤务登记.</summary>
    public static readonly UseCase WithdrawDuty = For("duty.withdraw", "撤销勤务登记", [(Officer, Assigned), (BrigadeLeader, Unit), (TownshipDeputy, Unit), (Liaison, Unit), .. Dispatchers]);

    // ---- dispatch --------------------------------------------------------------------------------------
    /// <summary>调度台.</summary>
    public static readonly UseCase ViewBoard = For("dispatch.view", "调度台", BoardReaders);
    /// <summary>收集任务: visits of the plan, urgent clues, what cases are due for.</summary>
    public static readonly UseCase CollectJobs = For("dispatch.collect", "收集当日任务", Dispatchers);
    /// <summary>线索派到调度台: an urgent clue, whenever it falls due.</summary>
    public static readonly UseCase SendClue = For("dispatch.send-clue", "线索派到调度台", Dispatchers);
    /// <summary>照上周编组.</summary>
    public static readonly UseCase CopyBoard = For("dispatch.copy", "照上周编组", Dispatchers);
    /// <summary>添加任务.</summary>
    public static readonly UseCase AddJob = For("dispatch.add-job", "添加任务", Dispatchers);
    /// <summary>移出任务.</summary>
    public static readonly UseCase DropJob = For("dispatch.drop-job", "移出任务", Dispatchers);
    /// <summary>移出户外任务: rain, typhoon, examinations.</summary>
    public static readonly UseCase DeferJobs = For("dispatch.defer-jobs", "移出户外任务", Dispatchers);
    /// <summary>恢复移出的任务.</summary>
    public static readonly UseCase ResumeJobs = For("dispatch.resume-jobs", "恢复移出的任务", Dispatchers);
    /// <summary>申报回避: by the officer, or by who dispatches.</summary>
    public static readonly UseCase DeclareRecusal = For("dispatch.declare-recusal", "申报回避", [(Officer, Area), (Officer, Assigned), .. Dispatchers]);
    /// <summary>自动排班.</summary>
    public static readonly UseCase ProposeCrews = For("dispatch.propose", "自动排班", Dispatchers);
    /// <summary>人工调整: people, vehicles, jobs; of an issued order with the reason.</summary>
    public static readonly UseCase ArrangeCrews = For("dispatch.arrange", "调整小组", Dispatchers);
    /// <summary>重排: few changes after a sick call or an urgent clue.</summary>
    public static readonly UseCase ReplanBoard = For("dispatch.replan", "重排", Dispatchers);
    /// <summary>下达调度令: the area's chief.</summary>
    public static readonly UseCase IssueOrder = For("dispatch.issue", "下达调度令", (AreaChief, Area));
    /// <summary>撤销调度令.</summary>
    public static readonly UseCase CancelOrder = For("dispatch.cancel", "撤销调度令", (AreaChief, Area));
    /// <summary>查看调度令.</summary>
    public static readonly UseCase ViewOrder = For("dispatch.view-order", "查看调度令", BoardReaders);
    /// <summary>借人函.</summary>
    public static readonly UseCase ViewLetter = For("dispatch.view-letter", "借人函", [.. BoardReaders, (Head, Unit), (DeputyHead, Unit)]);
    /// <summary>回复借人函: the unit whose officers are asked for.</summary>
    public static readonly UseCase AnswerLetter = For("dispatch.answer-letter", "回复借人函", (Liaison, Unit), (Head, Unit), (DeputyHead, Unit));
    /// <summary>签收调度令: an officer of the crew.</summary>
    public static readonly UseCase AcknowledgeOrder = For("dispatch.acknowledge", "签收调度令", (Officer, Assigned), (BrigadeLeader, Assigned), (Liaison, Assigned));
    /// <summary>出发.</summary>
    public static readonly UseCase StartOrder = For("dispatch.start", "登记出发", (Officer, Assigned), (BrigadeLeader, Assigned), (Liaison, Assigned));
    /// <summary>登记任务结果.</summary>
    public static readonly UseCase ReportJob = For("dispatch.report-job", "登记任务结果", (Officer, Assigned), (BrigadeLeader, Assigned), (Liaison, Assigned));

    /// <summary>检查实施后登记抽查任务办结: joins the signing of an inspection's record, which was judged by itself.</summary>
    public static readonly UseCase FinishDrawnJob = For("dispatch.finish-drawn", "检查实施后登记抽查任务办结", Inspectors);

    /// <summary>求助: whoever is at an order under way or at an inspection.</summary>
    public static readonly UseCase AskForHelp = For("dispatch.help", "求助", (Officer, Assigned), (BrigadeLeader, Assigned), (Liaison, Assigned));
    /// <summary>查看求助: the crew, the chief, the coordinator, and the leader of who called; nobody else.</summary>
    public static readonly UseCase ViewHelp = For("dispatch.view-help", "查看求助", [(Officer, Assigned), (BrigadeLeader, Assigned), (BrigadeLeader, Unit), (Liaison, Assigned), .. Dispatchers]);
    /// <summary>登记求助处置: the chief, or the leader of who called.</summary>
    public static readonly UseCase CloseHelp = For("dispatch.close-help", "登记求助处置", (AreaChief, Area), (BrigadeLeader, Unit), (BrigadeLeader, Assigned));
    /// <summary>到期删除求助位置: by the platform itself.</summary>
    public static readonly UseCase EraseHelpPlaces = For("dispatch.erase-help-places", "到期删除求助位置");

    // ---- clues -----------------------------------------------------------------------------------------
    /// <summary>投诉举报: anybody, on the portal.</summary>
    public static readonly UseCase SendComplaint = Open("complaints.send", "投诉举报");
    /// <summary>查询进度: with number and query code.</summary>
    public static readonly UseCase FindProgress = Open("complaints.progress", "查询办理进度");
    /// <summary>线索列表.</summary>
    public static readonly UseCase ListClues = For("clues.list", "查看线索列表", ClueReaders);
    /// <summary>查看线索, who reported masked.</summary>
    public static readonly UseCase ViewClue = For("clues.view", "查看线索", ClueReaders);
    /// <summary>查看举报人信息: only who handles it, each reading recorded.</summary>
    public static readonly UseCase ShowReporter = For("clues.show-reporter", "查看举报人信息", ClueHandlers);
    /// <summary>登记线索.</summary>
    public static readonly UseCase RegisterClue = For("clues.register", "登记线索",
        (Officer, Unit), (BrigadeLeader, Unit), (TownshipDeputy, Unit), (Liaison, Unit), (AreaCoordinator, Area));
    /// <summary>核定地点和事项.</summary>
    public static readonly UseCase AmendClue = For("clues.amend", "核定线索地点和事项", ClueHandlers);
    /// <summary>受理线索.</summary>
    public static readonly UseCase AcceptClue = For("clues.accept", "受理线索", ClueHandlers);
    /// <summary>不予受理.</summary>
    public static readonly UseCase RejectClue = For("clues.reject", "不予受理线索", (BrigadeLeader, Unit), (Liaison, Unit), (Head, Unit), (DeputyHead, Unit));
    /// <summary>移送线索.</summary>
    public static readonly UseCase TransferClue = For("clues.transfer", "移送线索", ClueHandlers);
    /// <summary>报告片长.</summary>
    public static readonly UseCase ReportClue = For("clues.report", "报告片长", ClueHandlers);
    /// <summary>片长安排: which lawful subject handles a reported clue.</summary>
    public static readonly UseCase ArrangeClue = For("clues.arrange", "片长安排", (AreaChief, Area));
    /// <summary>线索转立案.</summary>
    public static readonly UseCase LinkClue = For("clues.link", "线索转立案", ClueHandlers);
    /// <summary>线索办结.</summary>
    public static readonly UseCase CloseClue = For("clues.close", "线索办结", [.. ClueHandlers, (Head, Unit), (DeputyHead, Unit)]);
    /// <summary>答复举报人.</summary>
    public static readonly UseCase AnswerClue = For("clues.answer", "答复举报人", ClueHandlers);
    /// <summary>阶段性答复: how the matter stands, before its result.</summary>
    public static readonly UseCase AnswerClueMeanwhile = For("clues.answer-meanwhile", "阶段性答复", ClueHandlers);

    // ---- cases -----------------------------------------------------------------------------------------
    /// <summary>案件列表.</summary>
    public static readonly UseCase ListCases = For("cases.list", "查看案件列表", CaseReaders);
    /// <summary>查看案件.</summary>
    public static readonly UseCase ViewCase = For("cases.view", "查看案件", CaseReaders);
    /// <summary>案件文书.</summary>
    public static readonly UseCase ReadCaseDocument = For("cases.read-document", "查看案件文书", CaseReaders);
    /// <summary>案卷自查.</summary>
    public static readonly UseCase AuditCase = For("cases.audit", "案卷自查", CaseReaders);
    /// <summary>归档包: papers, evidence and the whole record of a closed case; recorded before it is sent.</summary>
    public static readonly UseCase PackArchive = For("cases.pack-archive", "制作归档包", CaseReaders);
    /// <summary>提请立案.</summary>
    public static readonly UseCase ProposeCase = For("cases.propose", "提请立案", (Officer, Unit));
    /// <summary>当场处罚.</summary>
    public static readonly UseCase PenaliseOnSpot = For("cases.penalise-on-spot", "当场处罚", (Officer, Unit));
    /// <summary>办理案件步骤; who takes which step follows from <see cref="HandleCase"/> and <see cref="ApproveCase"/>.</summary>
    public static readonly UseCase TakeCaseStep = For("cases.take-step", "办理案件", (Officer, Unit), (Officer, Assigned), (Head, Unit), (DeputyHead, Unit),
        (BrigadeLeader, Unit), (TownshipDeputy, Unit), (LegalReviewer, Unit), (LegalReviewer, Assigned), (JusticeReviewer, District), (JusticeSupervisor, District));
    /// <summary>承办案件: steps of the officers.</summary>
    public static readonly UseCase HandleCase = For("cases.handle", "承办案件", (Officer, Unit), (Officer, Assigned));
    /// <summary>审批案件: steps of the head.</summary>
    public static readonly UseCase ApproveCase = For("cases.approve", "审批案件", (Head, Unit), (DeputyHead, Unit));
    /// <summary>主持听证和记录: whoever the notice of the hearing names.</summary>
    public static readonly UseCase ConductHearing = For("cases.conduct-hearing", "主持听证和记录",
        (Officer, Unit), (BrigadeLeader, Unit), (TownshipDeputy, Unit), (LegalReviewer, Unit), (JusticeReviewer, District), (JusticeSupervisor, District));
    /// <summary>法制审核: the reviewer the case was sent to.</summary>
    public static readonly UseCase ReviewCase = For("cases.review", "法制审核", (LegalReviewer, Unit), (LegalReviewer, Assigned), (JusticeReviewer, District));
    /// <summary>法制审核列表 with what was found.</summary>
    public static readonly UseCase ListReviews = For("reviews.list", "法制审核列表",
        (LegalReviewer, Unit), (LegalReviewer, Assigned), (JusticeReviewer, District), (JusticeSupervisor, District), (Head, Unit), (DeputyHead, Unit), (BrigadeLeader, Unit));
    /// <summary>内部案件审核: somebody of the unit who does not investigate the case.</summary>
    public static readonly UseCase CheckCase = For("cases.check", "内部案件审核", (BrigadeLeader, Unit), (TownshipDeputy, Unit), (LegalReviewer, Unit), (Officer, Unit));

    /// <summary>批量办理: one thing for several cases; each is decided by the use case it stands for.</summary>
    public static readonly UseCase BulkCases = For("cases.bulk", "批量办理案件", (Officer, Unit), (BrigadeLeader, Unit), (Head, Unit), (DeputyHead, Unit));
    /// <summary>到账对账: registers the payments of a list; each is decided by the payment step.</summary>
    public static readonly UseCase MatchReceipts = For("cases.match-receipts", "到账对账", (Officer, Unit));
    /// <summary>督办提醒.</summary>
    public static readonly UseCase RemindOfficers = For("cases.remind", "督办提醒", (BrigadeLeader, Unit), (Head, Unit), (DeputyHead, Unit));
    /// <summary>闽执法对账.</summary>
    public static readonly UseCase ReconcilePlatform = For("cases.reconcile", "闽执法对账",
        (Officer, Unit), (BrigadeLeader, Unit), (Head, Unit), (DeputyHead, Unit), (Liaison, Unit), (JusticeSupervisor, District));
    /// <summary>收到的函件: what other units' cases ask of the unit.</summary>
    public static readonly UseCase ListCaseLetters = For("cases.list-letters", "收到的函件",
        (Officer, Unit), (BrigadeLeader, Unit), (TownshipDeputy, Unit), (Head, Unit), (DeputyHead, Unit), (LegalReviewer, Unit), (Liaison, Unit));
    /// <summary>接收或者退回来函.</summary>
    public static readonly UseCase AnswerCaseLetter = For("cases.answer-letter", "回复来函", (BrigadeLeader, Unit), (TownshipDeputy, Unit), (Head, Unit), (DeputyHead, Unit), (Liaison, Unit));
    /// <summary>台账: goods in custody, reviews and suits, payment in parts.</summary>
    public static readonly UseCase ListLedgers = For("cases.ledgers", "查看台账",
        (Officer, Unit), (BrigadeLeader, Unit), (TownshipDeputy, Unit), (Head, Unit), (DeputyHead, Unit), (LegalReviewer, Unit), (Liaison, Unit), (AreaChief, Area), (AreaCoordinator, Area),
        (JusticeSupervisor, District), (JusticeReviewer, District));
    /// <summary>时限巡检: only the platform itself.</summary>
    public static readonly UseCase SweepDeadlines = For("cases.sweep-deadlines", "时限巡检");
    /// <summary>导出全过程记录: with all values, for court or party; recorded before the file is sent.</summary>
    public static readonly UseCase ExportCaseRecord = For("cases.export-record", "导出全过程记录", CaseReaders);
    /// <summary>删除记录中的个人信息 (个人信息保护法 第47条): by the justice bureau on a written ground.</summary>
    public static readonly UseCase EraseCaseFields = For("cases.erase-fields", "删除记录中的个人信息", (JusticeSupervisor, District));

    // ---- evidence --------------------------------------------------------------------------------------
    /// <summary>证据列表.</summary>
    public static readonly UseCase ListEvidence = For("evidence.list", "查看证据列表", CaseReaders);
    /// <summary>查看证据: photos without what the camera wrote into them.</summary>
    public static readonly UseCase ViewEvidence = For("evidence.view", "查看证据", CaseReaders);
    /// <summary>打开敏感证据和原件: with a reason, recorded before the content is sent.</summary>
    public static readonly UseCase OpenEvidence = For("evidence.open", "打开敏感证据和原件",
        (Officer, Unit), (Officer, Assigned), (BrigadeLeader, Unit), (Head, Unit), (DeputyHead, Unit), (LegalReviewer, Unit), (LegalReviewer, Assigned), (JusticeReviewer, District), (JusticeSupervisor, District));
    /// <summary>上传证据文件: each account sees only its own uploads.</summary>
    public static readonly UseCase UploadEvidence = For("evidence.upload", "上传证据文件", (Officer, Unit), (Officer, Assigned));
    /// <summary>登记证据.</summary>
    public static readonly UseCase KeepEvidence = For("evidence.keep", "登记证据", (Officer, Unit), (Officer, Assigned));
    /// <summary>登记证据流转.</summary>
    public static readonly UseCase MoveEvidence = For("evidence.move", "登记证据流转", (Officer, Unit), (Officer, Assigned));
    /// <summary>排除证据.</summary>
    public static readonly UseCase ExcludeEvidence = For("evidence.exclude", "排除证据", (Officer, Unit), (Officer, Assigned));
    /// <summary>清理过期上传: only the platform itself.</summary>
    public static readonly UseCase SweepUploads = For("evidence.sweep-uploads", "清理过期上传");

    // ---- documents -------------------------------------------------------------------------------------
    /// <summary>文书核验 for everyone: by mark, or by number and check code.</summary>
    public static readonly UseCase VerifyPaper = Open("documents.verify", "文书核验");
    /// <summary>文号登记.</summary>
    public static readonly UseCase ListNumbers = For("documents.list-numbers", "文号登记",
        (Officer, Unit), (BrigadeLeader, Unit), (TownshipDeputy, Unit), (Liaison, Unit), (Head, Unit), (DeputyHead, Unit), (LegalReviewer, Unit), (JusticeSupervisor, District), (JusticeReviewer, District));
    /// <summary>预留文号 for a device.</summary>
    public static readonly UseCase ReserveNumbers = For("documents.reserve-numbers", "预留文号", (Officer, Unit), (BrigadeLeader, Unit));
    /// <summary>作废预留文号.</summary>
    public static readonly UseCase VoidNumber = For("documents.void-number", "作废预留文号", (Officer, Unit), (BrigadeLeader, Unit), (Head, Unit), (DeputyHead, Unit));
    /// <summary>文书模板.</summary>
    public static readonly UseCase ListTemplates = For("templates.list", "文书模板", (JusticeSupervisor, District), (Administrator, District));
    /// <summary>更换文书模板.</summary>
    public static readonly UseCase AddTemplate = For("templates.add", "更换文书模板", (JusticeSupervisor, District), (Administrator, District));
    /// <summary>停用文书模板.</summary>
    public static readonly UseCase WithdrawTemplate = For("templates.withdraw", "停用文书模板", (JusticeSupervisor, District), (Administrator, District));
    /// <summary>制发文书: the platform keeps what goes out, in the transaction of the step.</summary>
    public static readonly UseCase IssuePaper = For("documents.issue", "制发文书");

    // ---- supervision -----------------------------------------------------------------------------------
    /// <summary>执法监督: the bureau all papers, a body those written to it.</summary>
    public static readonly UseCase ListSupervision = For("supervision.list", "执法监督", SupervisionReaders);
    /// <summary>查看执法监督文书.</summary>
    public static readonly UseCase ViewSupervision = For("supervision.view", "查看执法监督文书", SupervisionReaders);
    /// <summary>制发执法监督文书: only the justice bureau.</summary>
    public static readonly UseCase IssueSupervision = For("supervision.issue", "制发执法监督文书", (JusticeSupervisor, District));
    /// <summary>回复执法监督文书: the head of the body it was written to.</summary>
    public static readonly UseCase AnswerSupervision = For("supervision.answer", "回复执法监督文书", (Head, Unit), (DeputyHead, Unit));
    /// <summary>审核执法监督回复: only the justice bureau.</summary>
    public static readonly UseCase ReviewSupervision = For("supervision.review", "审核执法监督回复", (JusticeSupervisor, District));

    // ---- seals -----------------------------------------------------------------------------------------
    /// <summary>用印登记簿.</summary>
    public static readonly UseCase ListSeals = For("seals.list", "用印登记", SealReaders);
    /// <summary>查看用印单.</summary>
    public static readonly UseCase ViewSeal = For("seals.view", "查看用印单", SealReaders);
    /// <summary>申请用印: by an officer of the subject, for an issued paper.</summary>
    public static readonly UseCase RequestSeal = For("seals.request", "申请用印", (Officer, Unit), (Officer, Assigned), (BrigadeLeader, Unit));
    /// <summary>批准用印: for papers the head has not signed.</summary>
    public static readonly UseCase ApproveSeal = For("seals.approve", "批准用印", (Head, Unit), (DeputyHead, Unit));
    /// <summary>退回用印申请: by the head before approval, by the keeper after it.</summary>
    public static readonly UseCase ReturnSeal = For("seals.return", "退回用印申请", (Head, Unit), (DeputyHead, Unit), (SealKeeper, Unit));
    /// <summary>登记用印: by the keeper of the seal.</summary>
    public static readonly UseCase RegisterSeal = For("seals.register", "登记用印", (SealKeeper, Unit));

    // ---- record ----------------------------------------------------------------------------------------
    /// <summary>当日校验值 for everyone.</summary>
    public static readonly UseCase ReadHeads = Open("record.read-heads", "查看当日校验值");
    /// <summary>更换签名密钥: by command on the server only.</summary>
    public static readonly UseCase RotateKey = For("record.rotate-key", "更换签名密钥");

    // ---- discretion ------------------------------------------------------------------------------------
    /// <summary>裁量基准.</summary>
    public static readonly UseCase ViewBenchmarks = ForSignedIn("discretion.view", "查看裁量基准");
    /// <summary>导入裁量基准.</summary>
    public static readonly UseCase ImportBenchmarks = For("discretion.import", "导入裁量基准", (JusticeSupervisor, District));

    // ---- disclosure ------------------------------------------------------------------------------------
    /// <summary>公示门户首页.</summary>
    public static readonly UseCase ViewPortal = Open("portal.view", "公示门户");
    /// <summary>查看听证公告.</summary>
    public static readonly UseCase ReadPublicHearings = Open("hearing.read", "查看听证公告");
    /// <summary>查看公示的决定.</summary>
    public static readonly UseCase ReadDecisions = Open("disclosure.read", "查看公示的处罚决定");
    /// <summary>公示管理.</summary>
    public static readonly UseCase ListDisclosures = For("disclosure.list", "公示管理",
        (Officer, Unit), (BrigadeLeader, Unit), (TownshipDeputy, Unit), (Liaison, Unit), (Head, Unit), (DeputyHead, Unit), (LegalReviewer, Unit),
        (AreaChief, Area), (AreaCoordinator, Area), (JusticeSupervisor, District), (JusticeReviewer, District));
    /// <summary>拟公示.</summary>
    public static readonly UseCase ProposeDisclosure = For("disclosure.propose", "提出公示",
        (Officer, Unit), (BrigadeLeader, Unit), (Liaison, Unit), (Head, Unit), (DeputyHead, Unit));
    /// <summary>批准公示: publication is a decision by itself.</summary>
    public static readonly UseCase PublishDisclosure = For("disclosure.publish", "批准公示", (Head, Unit), (DeputyHead, Unit));
    /// <summary>不予公示.</summary>
    public static readonly UseCase WithholdDisclosure = For("disclosure.withhold", "不予公示", (Head, Unit), (DeputyHead, Unit));
    /// <summary>撤下公示.</summary>
    public static readonly UseCase WithdrawDisclosure = For("disclosure.withdraw", "撤下公示", (Head, Unit), (DeputyHead, Unit), (JusticeSupervisor, District));

    /// <summary>Every use case by name.</summary>
    public static readonly IReadOnlyDictionary<string, UseCase> All = typeof(AccessTable).GetFields()
        .Where(field => field.FieldType == typeof(UseCase))
        .Select(field => (UseCase)field.GetValue(null)!)
        .ToDictionary(useCase => useCase.Name, StringComparer.Ordinal);

    private static UseCase Open(string name, string title) => new(name, title, Everyone, []);

    private static UseCase ForSignedIn(string name, string title) => new(name, title, SignedIn, []);

    private static UseCase For(string name, string title, params (Role Role, Reach Reach)[] grants) =>
        new(name, title, Granted, [.. grants.Select(grant => new Grant(grant.Role, grant.Reach))]);
}
