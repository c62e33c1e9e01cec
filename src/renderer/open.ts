import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Catalog } from "../catalog.ts";

/** One rendered page. `body` has the bytes a full build writes for this path. */
export type RenderedPage = { status: number; type: string; body: Buffer };

/**
 * Renders the page at `path` (`/en/`, `/en/invoices/x/`, `/zh/rss.xml`, `/404.html` …). All pages
 * rendered with one catalog show the same moment; without one the content folder is read again.
 * Status 404 means that the path has no page (any more).
 */
export type Renderer = (path: string, catalog?: Catalog) => Promise<RenderedPage>;

type ServerEntry = { render(request: Request, options: { locals: object }): Promise<Response> };

/** Loads the program that `ANSWERABLE_BUILD=renderer astro build` wrote. */
export async function openRenderer(dir = ".build/renderer"): Promise<Renderer> {
  const entry = pathToFileURL(resolve(dir, "server/entry.mjs")).href;
  const { app } = (await import(entry)) as { app: ServerEntry };
  return async (path, catalog) => {
    const request = new Request(new URL(path, "http://localhost"));
    const response = await app.render(request, { locals: catalog ? { catalog } : {} });
    return {
      status: response.status,
      type: response.headers.get("content-type") ?? "",
      body: Buffer.from(await response.arrayBuffer()),
    };
  };
}
