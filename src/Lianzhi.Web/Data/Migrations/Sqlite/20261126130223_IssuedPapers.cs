using System;
using Lianzhi.Web.Data;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Sqlite
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
                    mark = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    case_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    unit_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    area = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    masks = table.Column<string>(type: "TEXT", nullable: false),
                    erased = table.Column<bool>(type: "INTEGER", nullable: false),
                    standing = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    standing_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    standing_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
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
            DatabaseObjects.SqlitePapers(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "issued_paper");
        }
    }
}
