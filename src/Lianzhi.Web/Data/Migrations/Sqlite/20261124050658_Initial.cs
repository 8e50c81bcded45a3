using System;
using Lianzhi.Web.Data;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "account",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    display_name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    officer_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    unit_name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<long>(type: "INTEGER", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "area",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    centre_township = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_area", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "area_membership",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    area = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    township = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_area_membership", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "case",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    party_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    masked_party_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    party_key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    item_code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    cause = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    unit_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    township = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    area = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    clue_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    procedure = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    stage = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    officer_names = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    act_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    filed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    decision_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    served_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    fine_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_clock = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "case_officer",
                columns: table => new
                {
                    officer_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    case_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_officer", x => new { x.officer_id, x.case_id });
                });

            migrationBuilder.CreateTable(
                name: "clue",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    township = table.Column<string>(type: "TEXT", maxLength: 9, nullable: true),
                    unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    area = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    body_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    body_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    item = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    description = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    occurred = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    reporter_name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    reporter_phone = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    confidential = table.Column<bool>(type: "INTEGER", nullable: false),
                    code_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    step_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    crosses_townships = table.Column<bool>(type: "INTEGER", nullable: false),
                    major_or_complex = table.Column<bool>(type: "INTEGER", nullable: false),
                    ground = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    case_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clue", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "clue_day",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clue_day", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_key",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_key", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "department",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    short_name = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    power_holder = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    enforces = table.Column<bool>(type: "INTEGER", nullable: false),
                    lead_names = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    document_word = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    duty = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_department", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "disclosure",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    case_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    decision_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    simple = table.Column<bool>(type: "INTEGER", nullable: false),
                    party_kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    party = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    credit_code = table.Column<string>(type: "TEXT", maxLength: 18, nullable: true),
                    representative = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    domicile = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    cause = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    item = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    department = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    result_text = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    organ_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    organ_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    area = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    served_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    paragraphs = table.Column<string>(type: "TEXT", nullable: false),
                    masks = table.Column<string>(type: "TEXT", nullable: false),
                    published_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    withdrawn_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ground = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disclosure", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "document_number",
                columns: table => new
                {
                    unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    genre = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_number", x => new { x.unit, x.genre, x.year });
                });

            migrationBuilder.CreateTable(
                name: "empowerment",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    item = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    township = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    decision = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    higher_decision = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    accepted = table.Column<bool>(type: "INTEGER", nullable: false),
                    listed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    list_link = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    part = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    coercion_source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_empowerment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "holiday",
                columns: table => new
                {
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    is_off_day = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_holiday", x => x.date);
                });

            migrationBuilder.CreateTable(
                name: "idempotency",
                columns: table => new
                {
                    scope = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    route = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    body_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    location = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    answer = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency", x => new { x.scope, x.route, x.key });
                });

            migrationBuilder.CreateTable(
                name: "installation",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_installation", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "item",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    domain = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    lead_department = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    conduct = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    penalty_kinds = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    citizen_min_fen = table.Column<long>(type: "INTEGER", nullable: true),
                    citizen_max_fen = table.Column<long>(type: "INTEGER", nullable: true),
                    organisation_min_fen = table.Column<long>(type: "INTEGER", nullable: true),
                    organisation_max_fen = table.Column<long>(type: "INTEGER", nullable: true),
                    fine_rule = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    limitation_years = table.Column<int>(type: "INTEGER", nullable: false),
                    hearing_possible = table.Column<bool>(type: "INTEGER", nullable: false),
                    simple_possible = table.Column<bool>(type: "INTEGER", nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    verified = table.Column<bool>(type: "INTEGER", nullable: false),
                    power_holder = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_item", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "officer",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_officer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "record_entry",
                columns: table => new
                {
                    stream = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    schema = table.Column<int>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_entry", x => new { x.stream, x.number });
                });

            migrationBuilder.CreateTable(
                name: "reference_version",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reference_version", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "setting",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    scope = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    value = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    verified = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_setting", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "township",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    organ_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    document_word = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_township", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_login",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_login", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_account_login_account_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_role",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    account_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    area = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    confirmed_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_role", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_role_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "account_token",
                columns: table => new
                {
                    user_id = table.Column<string>(type: "TEXT", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_token", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_account_token_account_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "session",
                columns: table => new
                {
                    token_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    account_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session", x => x.token_hash);
                    table.ForeignKey(
                        name: "fk_session_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "clue_photo",
                columns: table => new
                {
                    clue_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    media_type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clue_photo", x => new { x.clue_id, x.position });
                    table.ForeignKey(
                        name: "fk_clue_photo_clue_row_clue_id",
                        column: x => x.clue_id,
                        principalTable: "clue",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "certificate",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    officer_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    issuer = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    suspended_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    suspended_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    cancelled_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    published_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificate", x => x.id);
                    table.ForeignKey(
                        name: "fk_certificate_officer_row_officer_id",
                        column: x => x.officer_id,
                        principalTable: "officer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "post",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    officer_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    area = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    signing_scope = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post", x => x.id);
                    table.ForeignKey(
                        name: "fk_post_officer_officer_id",
                        column: x => x.officer_id,
                        principalTable: "officer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "secondment",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    officer_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    home = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    area = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    township = table.Column<string>(type: "TEXT", maxLength: 9, nullable: true),
                    may_act_in_subjects_name = table.Column<bool>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_secondment", x => x.id);
                    table.ForeignKey(
                        name: "fk_secondment_officer_officer_id",
                        column: x => x.officer_id,
                        principalTable: "officer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "record_field",
                columns: table => new
                {
                    stream = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    salt = table.Column<byte[]>(type: "BLOB", nullable: true),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_field", x => new { x.stream, x.number, x.position });
                    table.ForeignKey(
                        name: "fk_record_field_record_entry_stream_number",
                        columns: x => new { x.stream, x.number },
                        principalTable: "record_entry",
                        principalColumns: new[] { "stream", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "email_index",
                table: "account",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "user_name_index",
                table: "account",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_account_login_user_id",
                table: "account_login",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_role_account_id",
                table: "account_role",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_area_code_from",
                table: "area",
                columns: new[] { "code", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_area_membership_township_from",
                table: "area_membership",
                columns: new[] { "township", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_area_id",
                table: "case",
                columns: new[] { "area", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_clue_id",
                table: "case",
                column: "clue_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_decision_number",
                table: "case",
                column: "decision_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_due_on_id",
                table: "case",
                columns: new[] { "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_number",
                table: "case",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_party_key_act_on",
                table: "case",
                columns: new[] { "party_key", "act_on" });

            migrationBuilder.CreateIndex(
                name: "ix_case_stage_id",
                table: "case",
                columns: new[] { "stage", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_unit_due_on_id",
                table: "case",
                columns: new[] { "unit", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_unit_id",
                table: "case",
                columns: new[] { "unit", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_officer_case_id",
                table: "case_officer",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_certificate_number",
                table: "certificate",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_certificate_officer_id",
                table: "certificate",
                column: "officer_id");

            migrationBuilder.CreateIndex(
                name: "ix_clue_area_id",
                table: "clue",
                columns: new[] { "area", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_clue_case_id",
                table: "clue",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_clue_number",
                table: "clue",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_clue_township_received_on",
                table: "clue",
                columns: new[] { "township", "received_on" });

            migrationBuilder.CreateIndex(
                name: "ix_clue_unit_due_on_id",
                table: "clue",
                columns: new[] { "unit", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_clue_unit_id",
                table: "clue",
                columns: new[] { "unit", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_department_code_from",
                table: "department",
                columns: new[] { "code", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_area_id",
                table: "disclosure",
                columns: new[] { "area", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_case_id",
                table: "disclosure",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_organ_code_id",
                table: "disclosure",
                columns: new[] { "organ_code", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_state_published_on_id",
                table: "disclosure",
                columns: new[] { "state", "published_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_empowerment_item_township_from",
                table: "empowerment",
                columns: new[] { "item", "township", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_created_at",
                table: "idempotency",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_item_code_from",
                table: "item",
                columns: new[] { "code", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_officer_unit_id",
                table: "officer",
                columns: new[] { "unit", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_post_area_kind_from",
                table: "post",
                columns: new[] { "area", "kind", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_post_officer_id",
                table: "post",
                column: "officer_id");

            migrationBuilder.CreateIndex(
                name: "ix_post_unit_kind_from",
                table: "post",
                columns: new[] { "unit", "kind", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_record_entry_recorded_at_stream_number",
                table: "record_entry",
                columns: new[] { "recorded_at", "stream", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_secondment_officer_id",
                table: "secondment",
                column: "officer_id");

            migrationBuilder.CreateIndex(
                name: "ix_session_account_id",
                table: "session",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_session_expires_at",
                table: "session",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_setting_key_scope_from",
                table: "setting",
                columns: new[] { "key", "scope", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_township_code_from",
                table: "township",
                columns: new[] { "code", "from" },
                unique: true);
            DatabaseObjects.Sqlite(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_login");

            migrationBuilder.DropTable(
                name: "account_role");

            migrationBuilder.DropTable(
                name: "account_token");

            migrationBuilder.DropTable(
                name: "area");

            migrationBuilder.DropTable(
                name: "area_membership");

            migrationBuilder.DropTable(
                name: "case");

            migrationBuilder.DropTable(
                name: "case_officer");

            migrationBuilder.DropTable(
                name: "certificate");

            migrationBuilder.DropTable(
                name: "clue_day");

            migrationBuilder.DropTable(
                name: "clue_photo");

            migrationBuilder.DropTable(
                name: "data_protection_key");

            migrationBuilder.DropTable(
                name: "department");

            migrationBuilder.DropTable(
                name: "disclosure");

            migrationBuilder.DropTable(
                name: "document_number");

            migrationBuilder.DropTable(
                name: "empowerment");

            migrationBuilder.DropTable(
                name: "holiday");

            migrationBuilder.DropTable(
                name: "idempotency");

            migrationBuilder.DropTable(
                name: "installation");

            migrationBuilder.DropTable(
                name: "item");

            migrationBuilder.DropTable(
                name: "post");

            migrationBuilder.DropTable(
                name: "record_field");

            migrationBuilder.DropTable(
                name: "reference_version");

            migrationBuilder.DropTable(
                name: "secondment");

            migrationBuilder.DropTable(
                name: "session");

            migrationBuilder.DropTable(
                name: "setting");

            migrationBuilder.DropTable(
                name: "township");

            migrationBuilder.DropTable(
                name: "clue");

            migrationBuilder.DropTable(
                name: "record_entry");

            migrationBuilder.DropTable(
                name: "officer");

            migrationBuilder.DropTable(
                name: "account");
        }
    }
}
