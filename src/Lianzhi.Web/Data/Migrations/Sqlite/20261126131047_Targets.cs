using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Targets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "target",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 640, nullable: false),
                    credit_code = table.Column<string>(type: "TEXT", maxLength: 18, nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    township = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    area = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    block = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    longitude = table.Column<int>(type: "INTEGER", nullable: true),
                    latitude = table.Column<int>(type: "INTEGER", nullable: true),
                    sectors = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    risk = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    open_days = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    hours = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    merged_into = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    import_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_target", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "target_import",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    file_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    imported_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    added = table.Column<int>(type: "INTEGER", nullable: false),
                    changed = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_target_import", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_target_credit_code",
                table: "target",
                column: "credit_code");

            migrationBuilder.CreateIndex(
                name: "ix_target_key",
                table: "target",
                column: "key");

            migrationBuilder.CreateIndex(
                name: "ix_target_merged_into",
                table: "target",
                column: "merged_into");

            migrationBuilder.CreateIndex(
                name: "ix_target_name",
                table: "target",
                column: "name");

            migrationBuilder.CreateIndex(
                name: "ix_target_township_id",
                table: "target",
                columns: new[] { "township", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "target");

            migrationBuilder.DropTable(
                name: "target_import");
        }
    }
}
