/** Moves the focus through the rows of the list. @param step 1 down, −1 up. */
export function focusIncident(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-incident]")];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step;
  rows[Math.min(Math.max(next, 0), rows.length - 1)]?.focus();
}
