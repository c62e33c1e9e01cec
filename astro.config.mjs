import react from "@astrojs/react";
import { defineConfig, passthroughImageService } from "astro/config";
import { residentRenderer } from "./src/renderer/adapter.ts";
import { answerable } from "./src/renderer/integration.ts";

/**
 * Two builds of the same pages: `site` writes every page as a file; `renderer` makes a program
 * that renders one page at a time for publishing. Whatever could change a byte of a page or the
 * name of an asset is the same for both.
 */
const renderer = process.env.ANSWERABLE_BUILD === "renderer";

export default defineConfig({
  site: process.env.PUBLIC_URL || "http://localhost:4321",
  outDir: renderer
    ? process.env.RENDERER_DIR || "./.build/renderer"
    : process.env.SITE_DIR || "./.build/site",
  cacheDir: renderer ? "./.build/cache/renderer" : "./.build/cache/site",
  output: renderer ? "server" : "static",
  ...(renderer && { adapter: residentRenderer() }),
  // Pictures of articles have addresses of their own and are served as they are.
  image: { service: passthroughImageService() },
  integrations: [react(), answerable({ renderer })],
  trailingSlash: "always",
  build: { format: "directory", inlineStylesheets: "never" },
  // Not "jsx", which drops the space between two links.
  compressHTML: true,
  devToolbar: { enabled: false },
  vite: {
    build: {
      // Scripts and pictures stay files: the content security policy allows nothing inline.
      assetsInlineLimit: 0,
      cssTarget: ["chrome123", "firefox120", "safari17.5"],
    },
  },
});
