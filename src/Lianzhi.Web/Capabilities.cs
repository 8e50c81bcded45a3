using Lianzhi.Web.Features.Access;
using Lianzhi.Web.Features.Calendar;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Features.Disclosure;
using Lianzhi.Web.Features.Discretion;
using Lianzhi.Web.Features.Dispatch;
using Lianzhi.Web.Features.Draws;
using Lianzhi.Web.Features.Documents;
using Lianzhi.Web.Features.Duty;
using Lianzhi.Web.Features.Equipment;
using Lianzhi.Web.Features.Evidence;
using Lianzhi.Web.Features.Inspections;
using Lianzhi.Web.Features.Ledgers;
using Lianzhi.Web.Features.Operations;
using Lianzhi.Web.Features.Organisation;
using Lianzhi.Web.Features.Plans;
using Lianzhi.Web.Features.Powers;
using Lianzhi.Web.Features.Records;
using Lianzhi.Web.Features.Requirements;
using Lianzhi.Web.Features.Reviews;
using Lianzhi.Web.Features.Rules;
using Lianzhi.Web.Features.Seals;
using Lianzhi.Web.Features.Settings;
using Lianzhi.Web.Features.Supervision;
using Lianzhi.Web.Features.Targets;
using Lianzhi.Web.Features.Workbench;
using Lianzhi.Web.Platform;

namespace Lianzhi.Web;

/// <summary>The explicit list of what this platform can do, in the order reference data is loaded.</summary>
public static class Capabilities
{
    /// <summary>All capabilities.</summary>
    public static readonly IReadOnlyList<Capability> All =
    [
        new AccessCapability(),
        new CalendarCapability(),
        new SettingsCapability(),
        new OrganisationCapability(),
        new PowersCapability(),
        new DiscretionCapability(),
        new RulesCapability(),
        new TargetCapability(),
        new RequirementCapability(),
        new PlanCapability(),
        new InspectionCapability(),
        new OperationCapability(),
        new DrawCapability(),
        new EquipmentCapability(),
        new DutyCapability(),
        new DispatchCapability(),
        new ClueCapability(),
        new RecordCapability(),
        new CaseCapability(),
        new ReviewCapability(),
        new EvidenceCapability(),
        new LedgerCapability(),
        new SupervisionCapability(),
        new DisclosureCapability(),
        new WorkbenchCapability(),
        new DocumentCapability(),
        new SealCapability(),
    ];
}
