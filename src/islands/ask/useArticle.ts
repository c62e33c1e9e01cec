import { useEffect, useState } from "react";

type Body = { kind: "loading" } | { kind: "failed" } | { kind: "loaded"; html: string };

/** The text of an article's page, to be shown in another one. */
export function useArticle(url: string): Body {
  const [body, setBody] = useState<Body>({ kind: "loading" });
  useEffect(() => {
    let gone = false;
    read(url)
      .then((html) => !gone && setBody({ kind: "loaded", html }))
      .catch(() => !gone && setBody({ kind: "failed" }));
    return () => {
      gone = true;
    };
  }, [url]);
  return body;
}

async function read(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`answered ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const prose = page.querySelector("article .prose");
  if (!prose) throw new Error("not an article");
  return guest(prose, new URL(url, location.href)).innerHTML;
}

/** Names must not clash with the form's, and links must not lead away from what is typed. */
function guest(prose: Element, address: URL): Element {
  for (const element of prose.querySelectorAll(".anchor, script")) element.remove();
  for (const element of prose.querySelectorAll("[id]")) element.removeAttribute("id");
  for (const link of prose.querySelectorAll("a[href]")) {
    link.setAttribute("href", new URL(link.getAttribute("href")!, address).href);
    link.setAttribute("target", "_blank");
    link.setAttribute("rel", "noopener");
  }
  return prose;
}
