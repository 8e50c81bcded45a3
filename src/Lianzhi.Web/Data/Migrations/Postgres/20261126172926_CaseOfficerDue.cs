using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CaseOfficerDue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "due_on",
                table: "case_officer",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            // An officer's list asks for this day: with the default the cases there are would be missing from it.
            migrationBuilder.Sql("UPDATE case_officer SET due_on = (SELECT due_on FROM \"case\" WHERE \"case\".id = case_officer.case_id) WHERE EXISTS (SELECT 1 FROM \"case\" WHERE \"case\".id = case_officer.case_id);");

            migrationBuilder.CreateIndex(
                name: "ix_case_officer_officer_id_due_on_case_id",
                table: "case_officer",
                columns: new[] { "officer_id", "due_on", "case_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_case_officer_officer_id_due_on_case_id",
                table: "case_officer");

            migrationBuilder.DropColumn(
                name: "due_on",
                table: "case_officer");
        }
    }
}
