using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Evidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "evidence",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    case_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    case_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    case_title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    area = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    phase = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    sensitive = table.Column<bool>(type: "INTEGER", nullable: false),
                    files = table.Column<int>(type: "INTEGER", nullable: false),
                    excluded = table.Column<bool>(type: "INTEGER", nullable: false),
                    gone = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "evidence_file",
                columns: table => new
                {
                    evidence_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_file", x => new { x.evidence_id, x.position });
                });

            migrationBuilder.CreateTable(
                name: "upload",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    account = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    case_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    expected_sm3 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    expected_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    begun_with = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    begun_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    why = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    sm3 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    media_type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_upload", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_area_id",
                table: "evidence",
                columns: new[] { "area", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_case_id_id",
                table: "evidence",
                columns: new[] { "case_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_unit_id",
                table: "evidence",
                columns: new[] { "unit", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_file_hash",
                table: "evidence_file",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "ix_upload_account_begun_with",
                table: "upload",
                columns: new[] { "account", "begun_with" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_upload_account_state",
                table: "upload",
                columns: new[] { "account", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_upload_expires_at",
                table: "upload",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_upload_sm3",
                table: "upload",
                column: "sm3");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "evidence");

            migrationBuilder.DropTable(
                name: "evidence_file");

            migrationBuilder.DropTable(
                name: "upload");
        }
    }
}
