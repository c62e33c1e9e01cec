import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { contentDir } from "../catalog/read.ts";
import { writeScriptHashes } from "./hashes.ts";

/** What Astro is taught for Answerable: hydration on intent, pictures of articles, script hashes. */
export function answerable({ renderer }: { renderer: boolean }): AstroIntegration {
  return {
    name: "answerable",
    hooks: {
      "astro:config:setup": ({ addClientDirective }) => {
        addClientDirective({ name: "intent", entrypoint: "./src/directives/intent.ts" });
      },
      "astro:build:done": ({ dir }) => {
        if (renderer) return;
        const site = fileURLToPath(dir);
        const media = join(contentDir(), "media");
        if (existsSync(media)) cpSync(media, join(site, "media"), { recursive: true });
        writeScriptHashes(site);
      },
    },
  };
}
