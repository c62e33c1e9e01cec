import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";

/**
 * Makes the resident renderer of the same routes that a full build writes as files. There is no
 * second route for publishing: a page's styles and scripts belong to its route, so another route
 * would name other files. `@astrojs/node` is a web server; here only the pages are wanted.
 */
export function residentRenderer(): AstroIntegration {
  return {
    name: "resident-renderer",
    hooks: {
      "astro:config:done": ({ setAdapter }) => {
        setAdapter({
          name: "resident-renderer",
          entrypointResolution: "auto",
          serverEntrypoint: fileURLToPath(new URL("./entry.ts", import.meta.url)),
          adapterFeatures: { buildOutput: "server", middlewareMode: "classic" },
          supportedAstroFeatures: { serverOutput: "stable", staticOutput: "stable" },
        });
      },
    },
  };
}
