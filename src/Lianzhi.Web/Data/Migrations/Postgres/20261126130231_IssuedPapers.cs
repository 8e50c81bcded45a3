using System;
using Lianzhi.Web.Data;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class IssuedPapers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "issued_paper",
                columns: table => new
                {
                    mark = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    case_id = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    unit_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    area = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    masks = table.Column<string>(type: "text", nullable: false),
                    erased = table.Column<bool>(type: "boolean", nullable: false),
                    standing = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    standing_on = table.Column<DateOnly>(type: "date", nullable: true),
                    standing_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_issued_paper", x => x.mark);
                });

            migrationBuilder.CreateIndex(
                name: "ix_issued_paper_case_id_kind_key_edition",
                table: "issued_paper",
                columns: new[] { "case_id", "kind", "key", "edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_issued_paper_number",
                table: "issued_paper",
                column: "number");
            DatabaseObjects.PostgresPapers(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "issued_paper");
        }
    }
}
