/** What every page notes by script: the article that is read, the way to the form, what is unsent. */

import { unsentFlag } from "./ask/unsent.ts";
import { onHide, record } from "./events.ts";
import { startReading } from "./reading.ts";

const shown = document.querySelector<HTMLElement>("[data-article].article");
const article = shown?.dataset.article;

if (article) {
  const title = shown?.querySelector("h1")?.textContent ?? "";
  const read = () =>
    startReading({ id: article, title, category: location.pathname.split("/")[2] });
  let leave = read();
  onHide(() => leave());
  // A page that comes back from the browser's memory is read anew.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) leave = read();
  });
}

document.addEventListener("click", ({ target }) => {
  if ((target as Element).closest('a[href*="/contact/"]'))
    record({ type: "contact_click", article });
});

if (unsentFlag())
  setTimeout(() => import("./ask/outbox.ts").then(({ deliver }) => deliver()), 1500);
