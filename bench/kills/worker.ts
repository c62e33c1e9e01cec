/**
 * Publishes one change after the other until it is killed. Each is told on standard output once it is
 * acknowledged: the article's path and the word that only this version of it has.
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { parse, serialise } from "../../server/articles/articlefile.ts";
import { parseEnv } from "../../server/env.ts";
import { now } from "../../server/now.ts";
import { openContentFiles } from "../../server/publishing/contentfiles.service.ts";
import { openPublisher } from "../../server/publishing/publisher.service.ts";
import { say } from "./saying.ts";

const [contentDir = "", round = ""] = process.argv.slice(2);
const env = parseEnv(process.env);
const log = pino({ level: "silent" });
const files = await openContentFiles(contentDir);
const publisher = await openPublisher({ env, log, now }, contentDir, () => {});
say("ready");

const placeOf = (path: string) => {
  const [locale, category, slug] = path.replace(/\.md$/, "").split("/") as ["en", string, string];
  return { locale, category, slug };
};
const pick = <T>(all: readonly T[]): T => all[Math.floor(Math.random() * all.length)]!;

for (let n = 0; ; n += 1) {
  const path = pick(globSync("{en,zh}/*/*.md", { cwd: contentDir }));
  const read = parse(readFileSync(join(contentDir, path), "utf8"));
  if (!read.ok || read.article.frontMatter.audience !== "public") continue;
  const word = `kill${round}x${n}`;
  const { frontMatter, body } = read.article;
  const text = `${body.replace(/\n\nkill\w+\n$/, "")}\n\n${word}\n`;
  const { locale, category, slug } = placeOf(path);
  if (n % 5 < 3) {
    await files.write([
      { kind: "article", place: placeOf(path), text: serialise(frontMatter, text) },
    ]);
    await publisher.publish([path]);
    say(`published ${path} ${word}`);
  } else {
    const next = { locale, category, slug: `${slug.replace(/-at-\w+$/, "")}-at-${word}` };
    const redirect_from = [`${category}/${slug}`];
    const moved = serialise({ ...frontMatter, redirect_from }, text);
    await files.write([{ kind: "article", place: next, text: moved }]);
    await files.remove({ locale, category, slug });
    const to = `${locale}/${category}/${next.slug}.md`;
    await publisher.publish([path, to]);
    say(`published ${to} ${word}`);
  }
}
