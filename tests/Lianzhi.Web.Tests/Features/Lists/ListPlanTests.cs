using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using Lianzhi.Core.Access;
using Lianzhi.Core.Cases;
using Lianzhi.Core.Clues;
using Lianzhi.Core.Documents;
using Lianzhi.Core.Equipment;
using Lianzhi.Core.Evidence;
using Lianzhi.Core.Inspections;
using Lianzhi.Core.Operations;
using Lianzhi.Core.Supervision;
using Lianzhi.Core.Seals;
using Lianzhi.Web.Data;
using Lianzhi.Web.Features.Cases;
using Lianzhi.Web.Features.Clues;
using Lianzhi.Web.Features.Disclosure;
using Lianzhi.Web.Features.Documents;
using Lianzhi.Web.Features.Draws;
using Lianzhi.Web.Features.Equipment;
using Lianzhi.Web.Features.Evidence;
using Lianzhi.Web.Features.Inspections;
using Lianzhi.Web.Features.Ledgers;
using Lianzhi.Web.Features.Operations;
using Lianzhi.Web.Features.Plans;
using Lianzhi.Web.Features.Supervision;
using Lianzhi.Web.Features.Seals;
using Lianzhi.Web.Features.Targets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lianzhi.Web.Tests.Features.Lists;

/// <summary>
/// Every list at 100,000 rows on PostgreSQL: the statements the use cases really send are explained, and none may read a
/// table from end to end or sort more than a few pages. Runs by itself: its long transactions would keep the entries of
/// other tests from being settled.
/// </summary>
[Collection(nameof(Alone))]
public class ListPlanTests
{
    private const int Rows = 100_000;
    private const int MostRead = 3_000;

    // A search looks through the newest 2,000 in reach; to find those of one of six units the walk may pass the others'.
    private const int MostReadForText = 15_000;
    private const string Officer = "01plan0000000000000officer";

    [Fact]
    public async Task Lists_HundredThousandRows_WalkAnIndex()
    {
        var sent = new Sent();
        await using var host = await TestHost.Start(Database.Postgres, services => services.ConfigureDbContext<PostgresAppDb>(options => options.AddInterceptors(sent)));
        await host.Within(async services =>
        {
            var database = services.GetRequiredService<AppDb>().Database;
            database.SetCommandTimeout(TimeSpan.FromMinutes(5));
            return await database.ExecuteSqlRawAsync(Fill);
        });
        var officer = new Actor("01plan0000000000000account", "甲", Officer, [new Assignment(Role.Officer, "350603003", "A1")]);
        var chief = new Actor("chief", "乙", null, [new Assignment(Role.AreaChief, null, "A1")]);
        var justice = new Actor("justice", "丙", null, [new Assignment(Role.JusticeSupervisor, "justice", null)]);
        foreach (var actor in new[] { officer, chief, justice })
        {
            var filters = new[]
            {
                new CaseFilter(), new CaseFilter(Sort: "due"), new CaseFilter(Stage: CaseStage.Proposed), new CaseFilter(Stage: CaseStage.Closed), new CaseFilter(Unit: "350603003"),
                new CaseFilter(Unit: "350603003", Stage: CaseStage.Noticed), new CaseFilter(Text: "渣土"), new CaseFilter(Text: "第77777件"), new CaseFilter(Text: "渣土 第4242件"),
            };
            foreach (var filter in filters)
            {
                await Check<ListCases>(host, sent, actor, $"cases {filter}", list => list.Run(filter, default), filter.Text is null ? MostRead : MostReadForText);
                // The second page asks the way the first ended.
                var page = await host.Within(services => services.GetRequiredService<ListCases>().Run(filter, default), actor);
                if (page.Value!.Next is { } next) await Check<ListCases>(host, sent, actor, $"cases {filter}, second page", list => list.Run(filter with { After = next }, default), filter.Text is null ? MostRead : MostReadForText);
            }
            foreach (var filter in new[] { new ClueFilter(), new ClueFilter(Sort: "due"), new ClueFilter(State: ClueState.Reported), new ClueFilter(State: ClueState.Answered) })
                await Check<ListClues>(host, sent, actor, $"clues {filter}", list => list.Run(filter, default));
            foreach (var text in new[] { "渣土", "第77777件", "渣土 第4242件" })
                await Check<ListClues>(host, sent, actor, $"clues {text}", list => list.Run(new ClueFilter(Text: text), default), MostReadForText);
            foreach (var all in new[] { false, true })
            {
                await Check<ListLedger>(host, sent, actor, $"ledger {all}", list => list.Run(LedgerKind.Goods, all, null, null, default));
                var page = await host.Within(services => services.GetRequiredService<ListLedger>().Run(LedgerKind.Goods, all, null, null, default), actor);
                if (page.Value!.Next is { } next) await Check<ListLedger>(host, sent, actor, $"ledger {all}, second page", list => list.Run(LedgerKind.Goods, all, next, null, default));
            }
            await Check<ListClues>(host, sent, actor, "figures of clues", list => list.Counts([ClueState.Unseen, ClueState.Reported, ClueState.Answered], default), MostReadForText);
            await Check<ListCases>(host, sent, actor, "figures of cases", list => list.Counts([CaseStage.Proposed, CaseStage.Noticed, CaseStage.Served, CaseStage.Closed], default), MostReadForText);
        }
        var head = new Actor("head", "丁", null, [new Assignment(Role.Head, "350603003", "A1")]);
        foreach (var actor in new[] { head, justice })
            foreach (var state in new DisclosureState?[] { null, DisclosureState.Proposed, DisclosureState.Published })
                await Check<ListDisclosures>(host, sent, actor, $"disclosures {state}", list => list.Run(state, null, null, null, default));
        foreach (var actor in new[] { head, justice })
            foreach (var text in new[] { "渣土", "第77777件", "渣土 第4242件" })
                await Check<ListDisclosures>(host, sent, actor, $"disclosures {text}", list => list.Run(null, text, null, null, default), MostReadForText);
        foreach (var text in new[] { "渣土", "第99990件" })
            await Check<ReadDecisions>(host, sent, Actor.Public, $"public decisions {text}", list => list.List(text, null, null, null, default), MostReadForText);
        foreach (var actor in new[] { officer, justice })
            foreach (var filter in new[] { new NumberFilter(), new NumberFilter(Year: 2021), new NumberFilter(Kind: "prior-notice"), new NumberFilter(State: NumberState.Reserved), new NumberFilter(Standing: PaperStanding.Revoked) })
                await Check<ListNumbers>(host, sent, actor, $"numbers {filter}", list => list.Run(filter, default));
        foreach (var actor in new[] { officer, justice })
            foreach (var filter in new[] { new SealFilter(), new SealFilter(Kind: "prior-notice"), new SealFilter(Kind: "demand"), new SealFilter(Stage: SealStage.Requested), new SealFilter(Stage: SealStage.Sealed), new SealFilter(From: new(2021, 1, 1), To: new(2021, 12, 31)) })
            {
                await Check<ListSeals>(host, sent, actor, $"seals {filter}", list => list.Run(filter, default));
                var page = await host.Within(services => services.GetRequiredService<ListSeals>().Run(filter, default), actor);
                if (page.Value!.Next is { } next) await Check<ListSeals>(host, sent, actor, $"seals {filter}, second page", list => list.Run(filter with { After = next }, default));
            }
        foreach (var filter in new[] { new EquipmentFilter(), new EquipmentFilter(Area: "A1"), new EquipmentFilter(Kind: EquipmentKind.Drone), new EquipmentFilter(Faulty: true) })
        {
            await Check<ListEquipment>(host, sent, officer, $"equipment {filter}", list => list.Run(filter, default));
            var page = await host.Within(services => services.GetRequiredService<ListEquipment>().Run(filter, default), officer);
            if (page.Value!.Next is { } next) await Check<ListEquipment>(host, sent, officer, $"equipment {filter}, second page", list => list.Run(filter with { After = next }, default));
        }
        foreach (var filter in new[] { new TargetFilter(), new TargetFilter(Township: "350603003"), new TargetFilter(Risk: RiskGrade.High) })
        {
            await Check<ListTargets>(host, sent, officer, $"targets {filter}", list => list.Run(filter, default));
            var page = await host.Within(services => services.GetRequiredService<ListTargets>().Run(filter, default), officer);
            if (page.Value!.Next is { } next) await Check<ListTargets>(host, sent, officer, $"targets {filter}, second page", list => list.Run(filter with { After = next }, default));
        }
        foreach (var text in new[] { "渣土", "第77777件", "渣土 第4242件" })
        {
            await Check<ListTargets>(host, sent, officer, $"targets {text}", list => list.Run(new TargetFilter(Text: text), default), MostReadForText);
            await Check<ListTargets>(host, sent, officer, $"targets of a township {text}", list => list.Run(new TargetFilter(Township: "350603003", Text: text), default), MostReadForText);
        }
        await Check<ListTargets>(host, sent, officer, "figure of targets", list => list.Count(new TargetFilter(), default));
        await Check<ListPlans>(host, sent, officer, "plans", list => list.Run(null, null, default));
        await Check<ReadDraws>(host, sent, officer, "draws", read => read.List(true, null, null, default));
        await Check<ReadDraws>(host, sent, Actor.Public, "draws for everyone", read => read.List(false, null, null, default));
        foreach (var (kind, stage) in new (OperationKind?, OperationStage?)[] { (null, null), (OperationKind.Simple, null), (null, OperationStage.Running), (OperationKind.AcrossTownships, OperationStage.Finished) })
            await Check<ListOperations>(host, sent, officer, $"operations {kind} {stage}", list => list.Run(kind, stage, null, null, default));
        foreach (var actor in new[] { head, justice })
            foreach (var state in new SupervisionState?[] { null, SupervisionState.Issued, SupervisionState.Closed })
                await Check<ListSupervision>(host, sent, actor, $"supervision {state}", list => list.Run(state, null, null, default));
        foreach (var actor in new[] { officer, chief, justice })
            foreach (var filter in new[]
                     {
                         new InspectionFilter(), new InspectionFilter(Stage: InspectionStage.Started), new InspectionFilter(Stage: InspectionStage.Closed), new InspectionFilter(Unit: "350603003"), new InspectionFilter(Target: "target77"),
                         new InspectionFilter(Officer: Officer), new InspectionFilter(Day: new DateOnly(2021, 3, 5)),
                     })
                await Check<ListInspections>(host, sent, actor, $"inspections {filter}", list => list.Run(filter, default));
        // What an officer is assigned to is found walking past what others are; a kind on top of that is not held to a bound.
        foreach (var actor in new[] { officer, chief, justice })
            foreach (var filter in new[] { new EvidenceFilter(), new EvidenceFilter(CaseId: "case" + "200".PadLeft(22, '0')), new EvidenceFilter(Kind: EvidenceKind.Documentary), new EvidenceFilter(Kind: EvidenceKind.ExpertOpinion) })
            {
                if (actor == officer && filter.Kind is not null) continue;
                var most = actor == officer ? MostReadForText : MostRead;
                await Check<ListEvidence>(host, sent, actor, $"evidence {filter}", list => list.Run(filter, default), most);
                var page = await host.Within(services => services.GetRequiredService<ListEvidence>().Run(filter, default), actor);
                if (page.Value!.Next is { } next) await Check<ListEvidence>(host, sent, actor, $"evidence {filter}, second page", list => list.Run(filter with { After = next }, default), most);
            }
        await Check<ReadDecisions>(host, sent, Actor.Public, "public decisions", list => list.List(null, null, null, null, default));
        await Check<ReadDecisions>(host, sent, Actor.Public, "public decisions of an organ", list => list.List(null, "350603003", null, null, default), MostReadForText);
    }

    /// <summary>Runs a list and explains each statement it sent.</summary>
    private static async Task Check<T>(TestHost host, Sent sent, Actor actor, string what, Func<T, Task> run, int most = MostRead) where T : class
    {
        sent.Statements.Clear();
        await host.Within(async services =>
        {
            await run(services.GetRequiredService<T>());
            var connection = (NpgsqlConnection)services.GetRequiredService<AppDb>().Database.GetDbConnection();
            await connection.OpenAsync();
            Assert.NotEmpty(sent.Statements);
            foreach (var (text, parameters) in sent.Statements)
            {
                await using var command = new NpgsqlCommand($"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {text}", connection);
                foreach (var parameter in parameters) command.Parameters.Add(parameter.Clone());
                var plan = (string)(await command.ExecuteScalarAsync())!;
                Nodes(JsonDocument.Parse(plan).RootElement[0].GetProperty("Plan"), node => Judge(node, what, text, plan, most));
            }
            return true;
        }, actor);
    }

    private static void Judge(JsonElement node, string what, string text, string plan, int most)
    {
        var type = node.GetProperty("Node Type").GetString()!;
        var table = node.TryGetProperty("Relation Name", out var name) ? name.GetString() : null;
        var rows = (node.GetProperty("Actual Rows").GetDouble() + (node.TryGetProperty("Rows Removed by Filter", out var removed) ? removed.GetDouble() : 0)) * node.GetProperty("Actual Loops").GetDouble();
        if (type == "Seq Scan" && table is "case" or "case_search" or "evidence" or "case_officer" or "clue" or "disclosure" or "disclosure_search" or "equipment" or "inspection" or "inspection_officer" or "operation" or "supervision" or "seal_request" or "target" or "inspection_plan" or "draw" || rows > most)
            Assert.Fail($"{what}: {type} {table} read {rows} rows\n{text}\n{plan}");
    }

    private static void Nodes(JsonElement node, Action<JsonElement> judge)
    {
        judge(node);
        if (node.TryGetProperty("Plans", out var plans))
            foreach (var child in plans.EnumerateArray()) Nodes(child, judge);
    }

    private static readonly string Fill =
        $"""
        INSERT INTO "case" (id, number, title, party_name, masked_party_name, party_key, item_code, cause, unit, unit_name, township, area, procedure, stage, officer_names,
            act_on, opened_on, filed_on, decision_number, fine_fen, due_on, version)
        SELECT 'case' || lpad(i::text, 22, '0'), 'n' || i, '第' || i || '件渣土', '某', '某', 'k' || i, 'CG-030', '渣土', '35060300' || (1 + i % 6), '某街道', '35060300' || (1 + i % 6),
            'A' || (1 + i % 2), 'Ordinary', CASE WHEN i % 97 = 0 THEN 'Proposed' WHEN i % 31 = 0 THEN 'Noticed' WHEN i % 17 = 0 THEN 'Investigating' ELSE 'Closed' END, '甲、乙',
            DATE '2020-01-01' + i / 50, DATE '2020-01-01' + i / 50, DATE '2020-01-01' + i / 50, 'd' || i, 0,
            CASE WHEN i % 97 = 0 OR i % 31 = 0 OR i % 17 = 0 THEN DATE '2020-03-01' + i / 50 ELSE DATE '2199-12-31' END, 3
        FROM generate_series(1, {Rows}) AS i;
        INSERT INTO case_officer (officer_id, case_id) SELECT CASE WHEN i % 200 = 0 THEN '{Officer}' ELSE 'o' || i % 400 END, 'case' || lpad(i::text, 22, '0') FROM generate_series(1, {Rows}) AS i;
        INSERT INTO case_search (key, case_id, text, pairs)
        SELECT i, 'case' || lpad(i::text, 22, '0'), t, (SELECT string_agg(DISTINCT lpad(to_hex(ascii(substr(t, j, 1))), 4, '0') || lpad(to_hex(ascii(substr(t, j + 1, 1))), 4, '0'), ' ') FROM generate_series(1, length(t) - 1) AS j)
        FROM (SELECT i, '第' || i || '件渣土' AS t FROM generate_series(1, {Rows}) AS i) AS texts;
        INSERT INTO clue (id, number, source, state, township, unit, area, body_name, description, address, confidential, received_at, received_on, step_from, due_on, crosses_townships, major_or_complex, version)
        SELECT 'clue' || lpad(i::text, 22, '0'), 'c' || i, 'Patrol', CASE WHEN i % 53 = 0 THEN 'Reported' WHEN i % 7 = 0 THEN 'Accepted' ELSE 'Answered' END, '35060300' || (1 + i % 6), '35060300' || (1 + i % 6),
            'A' || (1 + i % 2), '某街道', '渣土', '路', false, now(), DATE '2020-01-01' + i / 50, DATE '2020-01-01' + i / 50, CASE WHEN i % 7 = 0 THEN DATE '2020-02-01' + i / 50 ELSE DATE '2199-12-31' END, false, false, 1
        FROM generate_series(1, {Rows}) AS i;
        INSERT INTO clue_search (key, id, text, pairs)
        SELECT i, 'clue' || lpad(i::text, 22, '0'), t, (SELECT string_agg(DISTINCT lpad(to_hex(ascii(substr(t, j, 1))), 4, '0') || lpad(to_hex(ascii(substr(t, j + 1, 1))), 4, '0'), ' ') FROM generate_series(1, length(t) - 1) AS j)
        FROM (SELECT i, '第' || i || '件渣土' AS t FROM generate_series(1, {Rows}) AS i) AS texts;
        INSERT INTO ledger (case_id, kind, place, number, title, unit, area, what, standing, since, due_on, settled, fell)
        SELECT 'case' || lpad(i::text, 22, '0'), CASE WHEN i % 2 = 0 THEN 'Goods' ELSE 'Remedies' END, 0, 'n' || i, '渣土', '35060300' || (1 + i % 6), 'A' || (1 + i % 2), '扣押', '在封（扣）', DATE '2020-01-01' + i / 50,
            CASE WHEN i % 20 < 2 THEN DATE '2020-02-01' + i / 50 ELSE DATE '2199-12-31' END, i % 20 > 2, false
        FROM generate_series(1, {Rows}) AS i;
        INSERT INTO disclosure (id, case_id, state, decision_number, simple, party_kind, party, cause, item, result_text, basis, organ_code, organ_name, area, decided_on, served_on, paragraphs, masks, published_on, ends_on, version)
        SELECT 'disc' || lpad(i::text, 22, '0'), 'case' || lpad(i::text, 22, '0'), CASE WHEN i % 101 = 0 THEN 'Proposed' WHEN i % 5 = 0 THEN 'Published' ELSE 'Withheld' END, 'd' || i, false, 'Citizen', '某', '渣土', 'CG-030', '罚款', '',
            '35060300' || (1 + i % 6), '某街道', 'A' || (1 + i % 2), DATE '2020-01-01' + i / 41, DATE '2020-01-01' + i / 41, '[]', '[]', CASE WHEN i % 5 = 0 AND i % 101 <> 0 THEN DATE '2020-01-01' + i / 41 END, CASE WHEN i % 5 = 0 THEN DATE '2021-01-01' + i / 41 END, 1
        FROM generate_series(1, {Rows}) AS i;
        INSERT INTO disclosure_search (key, id, text, pairs)
        SELECT i, 'disc' || lpad(i::text, 22, '0'), t, (SELECT string_agg(DISTINCT lpad(to_hex(ascii(substr(t, j, 1))), 4, '0') || lpad(to_hex(ascii(substr(t, j + 1, 1))), 4, '0'), ' ') FROM generate_series(1, length(t) - 1) AS j)
        FROM (SELECT i, '第' || i || '件渣土' AS t FROM generate_series(1, {Rows}) AS i) AS texts;
        INSERT INTO inspection (id, number, joint_id, unit, unit_name, township, area, target_id, target_name, target_address, enterprise, source, reason, stage, urgent, day, scope, basis, year_count, year_granted, proposed_by, proposer_name, proposed_on, officer_names, version)
        SELECT 'insp' || lpad(i::text, 22, '0'), 'n' || i, 'j' || i, '35060300' || (1 + i % 6), '某街道', '35060300' || (1 + i % 6), 'A' || (1 + i % 2), 'target' || i % 2000, '某店', '路', 'e' || i % 2000, 'Plan', '计划',
            CASE WHEN i % 97 = 0 THEN 'Started' WHEN i % 31 = 0 THEN 'Correcting' ELSE 'Closed' END, false, DATE '2020-01-01' + i / 50, '市容', '要求', 0, 0, 'a', '甲', DATE '2020-01-01' + i / 50, '甲、乙', 1
        FROM generate_series(1, {Rows}) AS i;
        INSERT INTO target (id, key, name, address, township, area, block, sectors, risk, open_days, hours, status, version)
        SELECT 'targ' || lpad(i::text, 22, '0'), 'k' || i, '第' || i || '店', '路', '35060300' || (1 + i % 6), 'A' || (1 + i % 2), '', '餐饮', CASE WHEN i % 50 = 0 THEN 'High' ELSE 'Low' END, '1234567', '09:00-18:00', 'Operating', 1
        FROM generate_series(1, {Rows}) AS i;
        INSERT INTO target_search (key, id, text, pairs)
        SELECT i, 'targ' || lpad(i::text, 22, '0'), t, (SELECT string_agg(DISTINCT lpad(to_hex(ascii(substr(t, j, 1))), 4, '0') || lpad(to_hex(ascii(substr(t, j + 1, 1))), 4, '0'), ' ') FROM generate_series(1, length(t) - 1) AS j)
        FROM (SELECT i, '第' || i || '件渣土店' AS t FROM generate_series(1, {Rows}) AS i) AS texts;
        INSERT INTO inspection_plan (id, kind, area, year, title, "from", "to", "only", edition, stage, seed, planned, unmerged, by_hand, unserved, objective, bound, version)
        SELECT 'plan' || lpad(i::text, 22, '0'), 'Campaign', 'A' || (1 + i % 2), 2020 + i % 7, '专项', DATE '2020-01-01', DATE '2020-12-31', '', 1, 'Published', 1, 0, 0, 0, 0, 0, 0, 1 FROM generate_series(1, {Rows}) AS i;
        INSERT INTO draw (id, area, title, subject, input_hash, commitment, committed_on, count, population, version)
        SELECT 'draw' || lpad(i::text, 22, '0'), 'A' || (1 + i % 2), '抽取', 'xf', '', '', DATE '2020-01-01', 1, 2, 1 FROM generate_series(1, {Rows}) AS i;
        INSERT INTO operation (id, kind, stage, area, townships, title, reason, handler, leader, opened_on, version)
        SELECT 'oper' || lpad(i::text, 22, '0'), CASE WHEN i % 40 = 0 THEN 'Simple' ELSE 'AcrossTownships' END, CASE WHEN i % 97 = 0 THEN 'Running' ELSE 'Finished' END, 'A' || (1 + i % 2), '350603003', '整治', '反复', 'cg', '甲', DATE '2020-01-01' + i / 50, 1
        FROM generate_series(1, {Rows}) AS i;
        INSERT INTO supervision (id, kind, number, bureau, bureau_name, body, body_name, matter, problem, basis, demand, issued_on, issued_by, due_on, mark, state, answer_due_on, version)
        SELECT 'supe' || lpad(i::text, 22, '0'), 'Notice', 'n' || i, 'sf', '区司法局', '35060300' || (1 + i % 6), '某街道', '事由', '问题', '依据', '要求', DATE '2020-01-01' + i / 50, '甲', DATE '2020-01-11' + i / 50, 'm' || i,
            CASE WHEN i % 497 = 0 THEN 'Issued' ELSE 'Closed' END, DATE '2020-01-11' + i / 50, 1
        FROM generate_series(1, {Rows}) AS i;
        INSERT INTO equipment (id, kind, name, stock_number, area, version)
        SELECT 'equi' || lpad(i::text, 22, '0'), CASE WHEN i % 50 = 0 THEN 'Drone' ELSE 'Vehicle' END, '车' || i, 's' || i, 'A' || (1 + i % 2), 1 FROM generate_series(1, {Rows}) AS i;
        INSERT INTO equipment_fault (id, equipment_id, text, reported_by, reported_on, repaired_on, version)
        SELECT 'faul' || lpad(i::text, 22, '0'), 'equi' || lpad(i::text, 22, '0'), '坏', '某', DATE '2020-01-01', CASE WHEN i % 500 = 0 THEN NULL ELSE DATE '2020-01-02' END, 1 FROM generate_series(1, {Rows}) AS i;
        INSERT INTO inspection_officer (inspection_id, officer_id, name, certificate, home, version) SELECT 'insp' || lpad(i::text, 22, '0'), CASE WHEN i % 200 = 0 THEN '{Officer}' ELSE 'o' || i % 400 END, '甲', '证', '350603003', 1 FROM generate_series(1, {Rows}) AS i;
        INSERT INTO paper_number (id, unit, unit_name, genre, year, serial, number, kind, case_id, taken_on, state, standing, of_inspection, version)
        SELECT '35060300' || (1 + i % 6) || '/x/2020/' || lpad(i::text, 6, '0'), '35060300' || (1 + i % 6), '某街道', 'x', 2020, i, 'n' || i, CASE WHEN i % 3 = 0 THEN 'PriorNotice' ELSE 'PenaltyDecision' END, 'case' || lpad(i::text, 22, '0'),
            DATE '2020-01-01' + i / 50, CASE WHEN i % 997 = 0 THEN 'Reserved' ELSE 'Used' END, CASE WHEN i % 499 = 0 THEN 'Revoked' ELSE 'InForce' END, false, 1
        FROM generate_series(1, {Rows}) AS i;
        INSERT INTO seal_request (id, number, unit, unit_name, paper, file_id, of_inspection, kind, title, edition, issued_on, digest, copies, straddle, asker_account, asker_officer, asker_name, asked_at, asked_on, stage, signed_before, version)
        SELECT 'seal' || lpad(i::text, 22, '0'), 'n' || i, '35060300' || (1 + i % 6), '某街道', 'm' || i, 'case' || lpad(i::text, 22, '0'), false, CASE WHEN i % 991 = 0 THEN 'Demand' WHEN i % 5 = 0 THEN 'PriorNotice' ELSE 'PenaltyDecision' END, '书', 1,
            DATE '2020-01-01' + i / 50, '', 3, false, 'a', CASE WHEN i % 200 = 0 THEN '{Officer}' ELSE 'o' || i % 400 END, '甲', TIMESTAMPTZ '2020-01-01' + i * INTERVAL '1 hour', DATE '2020-01-01' + i / 50,
            CASE WHEN i % 499 = 0 THEN 'Requested' WHEN i % 997 = 0 THEN 'Approved' ELSE 'Sealed' END, false, 1
        FROM generate_series(1, {Rows}) AS i;
        INSERT INTO evidence (id, case_id, case_number, case_title, unit, area, number, kind, title, source, phase, at, sensitive, files, excluded, gone)
        SELECT 'evid' || lpad(i::text, 22, '0'), 'case' || lpad(i::text, 22, '0'), 'n' || i, '第' || i || '件渣土', '35060300' || (1 + i % 6), 'A' || (1 + i % 2), 1, CASE WHEN i % 997 = 0 THEN 'ExpertOpinion' WHEN i % 3 = 0 THEN 'Documentary' ELSE 'InspectionRecord' END,
            '照片', 'OnSite', 'Investigation', TIMESTAMPTZ '2020-01-01' + i * INTERVAL '1 hour', false, 1, false, false
        FROM generate_series(1, {Rows}) AS i;
        ANALYZE clue_search, target_search, ledger, target, inspection_plan, draw, evidence, equipment, equipment_fault, "case", case_officer, case_search, clue, disclosure, disclosure_search, paper_number, inspection, inspection_officer, operation, supervision, seal_request;
        """;

    /// <summary>Keeps the statements that were sent.</summary>
    private sealed class Sent : DbCommandInterceptor
    {
        public ConcurrentQueue<(string Text, IReadOnlyList<NpgsqlParameter> Parameters)> Statements { get; } = new();

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains("FROM \"case\"", StringComparison.Ordinal) || command.CommandText.Contains("FROM clue", StringComparison.Ordinal)
                || command.CommandText.Contains("FROM ledger", StringComparison.Ordinal) || command.CommandText.Contains("case_officer", StringComparison.Ordinal) || command.CommandText.Contains("FROM disclosure", StringComparison.Ordinal)
                || command.CommandText.Contains("FROM equipment", StringComparison.Ordinal) || command.CommandText.Contains("FROM inspection", StringComparison.Ordinal) || command.CommandText.Contains("FROM evidence", StringComparison.Ordinal) || command.CommandText.Contains("FROM operation", StringComparison.Ordinal) || command.CommandText.Contains("FROM supervision", StringComparison.Ordinal) || command.CommandText.Contains("FROM seal_request", StringComparison.Ordinal) || command.CommandText.Contains("FROM target", StringComparison.Ordinal) || command.CommandText.Contains("FROM draw", StringComparison.Ordinal) || command.CommandText.Contains("FROM paper_number", StringComparison.Ordinal))
                Statements.Enqueue((command.CommandText, [.. command.Parameters.Cast<NpgsqlParameter>().Select(parameter => parameter.Clone())]));
            return ValueTask.FromResult(result);
        }
    }
}
