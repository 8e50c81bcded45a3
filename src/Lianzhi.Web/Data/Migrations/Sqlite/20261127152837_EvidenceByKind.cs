using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class EvidenceByKind : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_evidence_area_kind_id",
                table: "evidence",
                columns: new[] { "area", "kind", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_kind_id",
                table: "evidence",
                columns: new[] { "kind", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_unit_kind_id",
                table: "evidence",
                columns: new[] { "unit", "kind", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_evidence_area_kind_id",
                table: "evidence");

            migrationBuilder.DropIndex(
                name: "ix_evidence_kind_id",
                table: "evidence");

            migrationBuilder.DropIndex(
                name: "ix_evidence_unit_kind_id",
                table: "evidence");
        }
    }
}
