import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** The parts of a lucide icon: SVG element names with their attributes. */
export type IconNode = [tag: string, attributes: Record<string, string>][];

const known = new Map<string, Promise<IconNode>>();

/**
 * The drawing of the lucide icon `name`; a folder where there is none of that name. Resolved from
 * the project's folder, because a built page cannot bundle names that only the content knows.
 */
export function iconNode(name: string): Promise<IconNode> {
  const node = known.get(name) ?? load(name).catch(() => load("folder"));
  known.set(name, node);
  return node;
}

async function load(name: string): Promise<IconNode> {
  if (!/^[a-z0-9-]+$/.test(name)) throw new Error(`No icon can be called ${name}`);
  const lucide = createRequire(join(process.cwd(), "package.json")).resolve("lucide-react");
  const file = join(lucide, "../../esm/icons", `${name}.mjs`);
  const { __iconData } = await import(/* @vite-ignore */ pathToFileURL(file).href);
  return __iconData.node;
}
