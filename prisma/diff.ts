/**
 * Compares `prisma/migrations` with `prisma/schema.prisma` on an in-memory PostgreSQL.
 *
 *   node prisma/diff.ts --check          exit code 1 and the missing SQL if they differ
 *   node prisma/diff.ts --write <name>   writes the difference as a new migration
 *
 * The engine is Prisma's own, as WebAssembly, because its native one is a download of its own.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { SchemaEngine } from "@prisma/schema-engine-wasm";
import { PrismaPGlite } from "pglite-prisma-adapter";

const folder = "prisma/migrations";
const schema = {
  path: "prisma/schema.prisma",
  content: readFileSync("prisma/schema.prisma", "utf8"),
};
const header = "-- This is an empty migration.";

/** The SQL that turns the result of all migrations into the schema; empty if nothing is missing. */
async function difference(): Promise<string> {
  const migrationDirectories = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok" as const,
          value: readFileSync(join(folder, name, "migration.sql"), "utf8"),
        },
      },
    }))
    .sort((a, b) => a.path.localeCompare(b.path));
  const adapters = bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(new PGlite()));
  const engine = await SchemaEngine.new(
    { datamodels: [[schema.path, schema.content]] },
    () => {},
    adapters,
  );
  const { stdout } = await engine.diff({
    from: {
      tag: "migrations",
      baseDir: folder,
      lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
      shadowDbInitScript: "",
      migrationDirectories,
    },
    to: { tag: "schemaDatamodel", files: [schema] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  const sql = (stdout ?? "").trim();
  return sql === header ? "" : sql;
}

const [mode, name] = process.argv.slice(2);
const sql = await difference();
if (mode === "--write" && name && sql) {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  mkdirSync(join(folder, `${stamp}_${name}`), { recursive: true });
  writeFileSync(join(folder, `${stamp}_${name}`, "migration.sql"), `${sql}\n`);
  console.log(`wrote ${folder}/${stamp}_${name}/migration.sql`);
} else console.log(sql || "schema and migrations agree");
// Said outright: the in-memory database leaves a code of its own behind.
process.exit(mode === "--check" && sql ? 1 : 0);
