import { defineConfig } from "prisma/config";

/** `prisma generate|validate|format` only; the server applies the migrations itself (server/migrate.ts). */
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
