/** What every page does by script: the theme switch, the `/` key and the remembered language. */
import "../islands/known.client.ts";
import "../islands/visit.client.ts";

const root = document.documentElement;
const systemDark = matchMedia("(prefers-color-scheme: dark)");

function isDark(): boolean {
  return (root.dataset.theme ?? (systemDark.matches ? "dark" : "light")) === "dark";
}

function showTheme(button: HTMLButtonElement) {
  const label = isDark() ? button.dataset.toLight : button.dataset.toDark;
  button.setAttribute("aria-label", label ?? "");
  button.title = label ?? "";
}

/** Storage may be switched off; the page then forgets, and works. */
function remember(key: string, value: string) {
  try {
    localStorage.setItem(key, value);
  } catch {}
}

const themeSwitch = document.querySelector<HTMLButtonElement>("[data-theme-switch]");
if (themeSwitch) {
  showTheme(themeSwitch);
  systemDark.addEventListener("change", () => showTheme(themeSwitch));
  themeSwitch.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    remember("theme", root.dataset.theme);
    showTheme(themeSwitch);
  });
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target as HTMLElement;
  if (target.closest("input, textarea, select, [contenteditable]")) return;
  const field = document.querySelector<HTMLInputElement>("input[type=search]");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

document.querySelector("[data-language-switch]")?.addEventListener("click", (event) => {
  remember("locale", (event.currentTarget as HTMLElement).dataset.languageSwitch ?? "");
});
