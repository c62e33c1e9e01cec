import { createServer } from "node:http";
import { existsSync, readFileSync, statSync, mkdirSync } from "node:fs";
import { join, extname } from "node:path";
import { chromium } from "playwright-core";
import { AxeBuilder } from "@axe-core/playwright";
const site = ".build/site";
const csp = JSON.parse(readFileSync(".build/site.csp.json","utf8")).scriptSrc.join(" ");
const types: Record<string,string> = {".html":"text/html; charset=utf-8",".css":"text/css",".js":"text/javascript",".svg":"image/svg+xml",".woff2":"font/woff2",".xml":"application/xml",".txt":"text/plain"};
const server = createServer((req,res)=>{ let p=decodeURIComponent(new URL(req.url!,"http://x").pathname); let f=join(site,p); if(existsSync(f)&&statSync(f).isDirectory()) f=join(f,"index.html"); const found=existsSync(f); if(!found) f=join(site,"404.html");
 res.writeHead(found?200:404,{"content-type":types[extname(f)]??"application/octet-stream","content-security-policy":`default-src 'self'; script-src 'self' 'wasm-unsafe-eval' ${csp}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; worker-src 'self' blob:`}); res.end(readFileSync(f)); }).listen(0);
const base = `http://localhost:${(server.address() as any).port}`;
const out="/tmp/shots"; mkdirSync(out,{recursive:true});
const [,, filter=""] = process.argv;
const pages: Record<string,string> = { "en-home":"/en/","zh-home":"/zh/","en-cat":"/en/invoices/","zh-cat":"/zh/invoices/","en-art":"/en/invoices/request-invoice/","zh-art":"/zh/invoices/request-invoice/","en-art2":"/en/subscriptions/compare-plans/","zh-art2":"/zh/troubleshooting/camera-offline/","en-contact":"/en/contact/","zh-404":"/zh/404/","en-404":"/nope/","en-search":"/en/search/","root404":"/zh/nope/" };
const browser = await chromium.launch({executablePath:"/usr/bin/chromium",args:"--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(" ")});
for (const [name,path] of Object.entries(pages)) { if (!name.match(filter)) continue;
 for (const scheme of ["light","dark"] as const) for (const width of [390,1280]) {
  const ctx = await browser.newContext({viewport:{width,height:width===390?844:800},colorScheme:scheme,deviceScaleFactor:1, hasTouch: width===390, isMobile: width===390});
  const page = await ctx.newPage();
  page.on("console",m=>{ if(m.type()==="error" && !/404 \(Not Found\)/.test(m.text())) console.log(name,m.text())}); page.on("pageerror",e=>console.log(name,"ERR",e.message));
  await page.goto(base+path); await page.evaluate(()=>document.fonts.ready);
  await page.screenshot({path:`${out}/${name}-${scheme}-${width}.png`,fullPage:true});
  const overflow = await page.evaluate(()=>document.documentElement.scrollWidth-innerWidth); if(overflow>0) console.log(name,width,"overflow",overflow);
  const axe = await new AxeBuilder({page}).analyze();
  for (const v of axe.violations) console.log(name,scheme,width,v.id,v.impact,v.nodes.map(n=>n.target.join(" ")+" "+(n.any[0]?.message??"")).slice(0,3));
  await ctx.close();
 } }
await browser.close(); server.close();
