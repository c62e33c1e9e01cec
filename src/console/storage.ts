/** What the browser keeps. Storage may be switched off or full; the desk then forgets, and works. */

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param value null removes the key. */
export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {}
}

/** A JSON value, or undefined where there is none or a broken one. */
export function recallJson(key: string): unknown {
  try {
    return JSON.parse(recall(key) ?? "") as unknown;
  } catch {
    return undefined;
  }
}
