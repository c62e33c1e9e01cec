import { openRenderer } from "../../src/renderer/open.ts";
import { readCatalog, related } from "../../src/catalog.ts";
import { readFileSync } from "node:fs";
const time = async (n: string, f: () => any) => { const t = performance.now(); const r = await f(); console.log(n, (performance.now()-t).toFixed(1)); return r; };
const c = await time("cold catalog", () => readCatalog("/tmp/big"));
console.log(c.entries.length, c.problems.length);
const c2 = await time("warm catalog", () => readCatalog("/tmp/big"));
await time("related all", () => { for (const e of c2.entries) related(c2, e); });
const render = await time("open", () => openRenderer());
for (const p of [c2.entries[5].href, c2.entries[6].href, "/en/invoices/", "/en/", "/sitemap.xml", "/en/rss.xml","/en/invoices/"]) { const r = await time(p, () => render(p, c2)); const f = "/tmp/bigsite"+p+(p.endsWith("/")?"index.html":""); console.log(r.status, r.body.length, r.body.equals(readFileSync(f))); }
let same=0; const t=performance.now(); for (const e of c2.entries) { const r = await render(e.href, c2); if (r.body.equals(readFileSync("/tmp/bigsite"+e.href+"index.html"))) same++; } console.log(same, ((performance.now()-t)/c2.entries.length).toFixed(2), "ms/page", process.memoryUsage().rss/1e6|0);
