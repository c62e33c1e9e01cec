import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";

type File = { data: { astro?: { frontmatter: Record<string, unknown> } } };

/**
 * Articles link to each other's files and to pictures; readers get the address on the site.
 * `place` in the file's data says where the article lies, `<locale>/<category>/<slug>`.
 */
export function rehypeLinks() {
  return (tree: Root, file: File) => {
    const place = String(file.data.astro?.frontmatter.place ?? "");
    visit(tree, "element", (node) => {
      if (node.tagName === "a") link(node, place);
      if (node.tagName === "img") picture(node, place);
    });
  };
}

function link(node: Element, place: string) {
  const href = String(node.properties.href ?? "");
  if (/^https?:/i.test(href)) node.properties.rel = ["noopener"];
  else if (isRelative(href) && /\.md(?:#|$)/.test(href)) {
    const [path = "", ...hash] = href.split("#");
    const address = resolve(path, place).replace(/\.md$/, "/");
    node.properties.href = [address, ...hash].join("#");
  }
}

function picture(node: Element, place: string) {
  node.properties.loading = "lazy";
  node.properties.decoding = "async";
  const src = String(node.properties.src ?? "");
  if (isRelative(src)) node.properties.src = resolve(src, place);
}

function isRelative(address: string): boolean {
  return address !== "" && !/^(?:[a-z][a-z0-9+.-]*:|[/#])/i.test(address);
}

/** `../invoices/x.md` seen from `en/orders/z` is `/en/invoices/x.md`. */
function resolve(path: string, place: string): string {
  const base = `file:///${place}`;
  return URL.canParse(path, base) ? new URL(path, base).pathname : path;
}
