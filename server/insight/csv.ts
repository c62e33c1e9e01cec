/** Comma-separated values (RFC 4180) that spreadsheets open as they are meant. */

type Cell = string | number | Date | null;

/** A cell that begins like a formula would be calculated: a quote in front keeps it text. */
const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (cell instanceof Date) return cell.toISOString();
  const text = typeof cell === "number" ? String(cell) : inert(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @param columns keys of the rows, in the order of the columns; they are the header too. */
export function csvOf<T extends Record<string, Cell>>(
  columns: readonly (keyof T & string)[],
  rows: readonly T[],
): string {
  const lines = rows.map((row) => columns.map((column) => cellText(row[column]!)).join(","));
  // The mark in front says UTF-8 to spreadsheets that would guess otherwise.
  return `\uFEFF${[columns.join(","), ...lines].join("\r\n")}\r\n`;
}
