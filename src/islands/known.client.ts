/** Problems we know about, on every page: asked from one small file, so that no page is built again. */
const place = document.querySelector<HTMLElement>("[data-known]");
type Issue = { id: number; en: string; zh: string; link: string };

/** Which ones the reader has put away in this tab. Storage may be switched off. */
const key = "known";
const put = (ids: string) => {
  try {
    sessionStorage.setItem(key, ids);
  } catch {}
};
const away = (): string => {
  try {
    return sessionStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
};

/** As text, whatever somebody wrote; a link goes to our own pages or to https, nowhere else. */
function line({ en, zh, link }: Issue): HTMLElement {
  const p = document.createElement("p");
  const locale = document.documentElement.lang === "en" ? "en" : "zh";
  p.textContent = { en, zh }[locale];
  if (/^(https:\/|\/[^/\\])/.test(link)) {
    const a = document.createElement("a");
    a.href = link.replace(/^\/(en|zh)\//, `/${locale}/`);
    a.textContent = place!.dataset.follow!;
    p.append(" ", a);
  }
  return p;
}

function show(issues: Issue[]): void {
  const ids = issues.map(({ id }) => id).join();
  const close = place!.querySelector("button");
  if (!ids || (close && away() === ids)) return;
  place!.querySelector("div")!.replaceChildren(...issues.map(line));
  place!.dataset.known = "shown";
  close?.addEventListener("click", () => {
    put(ids);
    place!.dataset.known = "";
  });
}

if (place)
  fetch("/known-issues.json", { cache: "no-cache" })
    .then((answer) => answer.json())
    .then(show)
    // Without the file the page says nothing, and works.
    .catch(() => {});
