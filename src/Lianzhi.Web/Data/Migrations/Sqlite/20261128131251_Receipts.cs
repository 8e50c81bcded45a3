using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lianzhi.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Receipts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "case_receipt",
                columns: table => new
                {
                    receipt = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    case_id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_receipt", x => x.receipt);
                });

            // Receipts that were registered before: the first case that had one keeps it.
            migrationBuilder.Sql("""
                INSERT OR IGNORE INTO case_receipt (receipt, case_id) SELECT substr(trim(json_extract(f.value, '$.receipt')), 1, 60), substr(e.stream, 6)
                FROM record_entry e JOIN record_field f ON f.stream = e.stream AND f.number = e.number AND f.path = ''
                WHERE e.type IN ('payment-recorded', 'cash-collected') AND length(e.stream) = 31 AND trim(json_extract(f.value, '$.receipt')) <> ''
                ORDER BY e.stream, e.number
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_receipt");
        }
    }
}
