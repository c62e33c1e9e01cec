import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const inlineScript =
  /<script(?![^>]*\b(?:src|type="application\/ld\+json"))[^>]*>([\s\S]*?)<\/script>/g;

/** The hashes of a page's inline scripts, as the header `script-src` names them. */
export function scriptHashes(html: string): string[] {
  return [...html.matchAll(inlineScript)].map(([, script = ""]) => {
    return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
  });
}

/**
 * Writes `<site>.csp.json` beside the site's folder: the sources that the server adds to
 * `script-src`. The list does not depend on articles, so one page of each kind would do; reading
 * every page costs little and cannot miss one.
 */
export function writeScriptHashes(site: string): void {
  const pages = globSync("**/*.html", { cwd: site });
  const hashes = pages.flatMap((page) => scriptHashes(readFileSync(join(site, page), "utf8")));
  const file = `${resolve(site)}.csp.json`;
  writeFileSync(file, `${JSON.stringify({ scriptSrc: [...new Set(hashes)].sort() })}\n`);
}
