using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Reviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "qualification",
                table: "post",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "review",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    unit_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    reviewer_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    reviewer_name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    grounds = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    submitted_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    concluded_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    opinion = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    waits = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review", x => new { x.case_id, x.round });
                });

            migrationBuilder.CreateTable(
                name: "review_finding",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    aspect = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_finding", x => new { x.case_id, x.round, x.aspect });
                });

            migrationBuilder.CreateIndex(
                name: "ix_review_reviewer_id_waits_due_on",
                table: "review",
                columns: new[] { "reviewer_id", "waits", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_review_submitted_on",
                table: "review",
                column: "submitted_on");

            migrationBuilder.CreateIndex(
                name: "ix_review_unit_due_on",
                table: "review",
                columns: new[] { "unit", "due_on" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "review");

            migrationBuilder.DropTable(
                name: "review_finding");

            migrationBuilder.DropColumn(
                name: "qualification",
                table: "post");
        }
    }
}
