import { openRenderer } from "../../src/renderer/open.ts";
import { readCatalog } from "../../src/catalog.ts";
import { globSync, readFileSync } from "node:fs";
const render = await openRenderer();
const c = readCatalog();
let same=0, bad: string[]=[];
const t=performance.now();
for (const f of globSync("**/*.{html,xml,txt}", {cwd: ".build/site"})) {
  const path = "/"+f.replace(/index\.html$/,"").replace(/^404\.html$/, "404/");
  const r = await render(path, c);
  if (r.body.equals(readFileSync(".build/site/"+f))) same++; else bad.push(`${path} ${r.status} ${r.type} ${r.body.length} ${readFileSync(".build/site/"+f).length}`);
}
console.log(same, bad, performance.now()-t);
const r = await render("/en/none/x/"); console.log(r.status, r.body.length);
