/** The published site as files: pages, search index, console. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Deps } from "../deps.ts";
import { localeOf } from "../language.ts";

/** Names with a hash in them never change. */
const immutable = /\/(_astro|search\/(en|zh)\/(base|delta)-)/;

/** The search index comes compressed. */
const packed = /\.(pagefind|pf_[a-z]+)$/;

export async function siteRoutes(http: FastifyInstance, { deps }: { deps: Deps }): Promise<void> {
  const root = join(deps.env.DATA_DIR, "site");
  await http.register(fastifyStatic, {
    root,
    wildcard: true,
    redirect: true,
    index: ["index.html"],
    cacheControl: false,
    setHeaders(reply, path) {
      const forever = immutable.test(path.slice(root.length));
      // Packed already: said so, or they would be packed once more.
      if (packed.test(path)) reply.header("content-type", "application/gzip");
      reply.header("cache-control", forever ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  const moved = redirectsAt(join(root, "_redirects"));
  http.addHook("onRequest", async (request, reply) => {
    const [path = "", query] = request.url.split("?");
    const to = moved().get(path);
    if (to) return reply.redirect(query ? `${to}?${query}` : to, 301);
  });
  // The first visit goes to the reader's language; the page at `/` itself works without a server.
  http.get("/", (request, reply) => reply.redirect(`/${localeOf(request)}/`, 302));
  // The console is one page with its own addresses.
  http.get("/console", (_, reply) => reply.redirect("/console/", 302));
  http.get("/console/*", (_, reply) => sendPage(reply, root, "console/index.html", 200));
  http.setNotFoundHandler((request, reply) => {
    const locale = /^\/(en|zh)\//.exec(request.url)?.[1] ?? localeOf(request);
    return sendPage(reply, root, `${locale}/404/index.html`, 404);
  });
}

/** What the file says, read again when it is another. */
function redirectsAt(file: string): () => Map<string, string> {
  let [read, redirects] = [0, new Map<string, string>()];
  return () => {
    const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (written !== read) {
      const lines = written ? readFileSync(file, "utf8").split("\n") : [];
      redirects = new Map(lines.map((line) => line.split(" ") as [string, string]));
      read = written;
    }
    return redirects;
  };
}

function sendPage(reply: FastifyReply, root: string, file: string, status: number) {
  if (!existsSync(join(root, file))) return reply.status(404).type("text/plain").send("Not found");
  return reply.status(status).header("cache-control", "no-cache").sendFile(file);
}
