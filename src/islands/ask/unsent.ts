/** Whether this device holds messages that haven't reached us. Known without opening the database. */

const place = "answerable.unsent";

export function unsentFlag(): boolean {
  try {
    return localStorage.getItem(place) !== null;
  } catch {
    return false;
  }
}

export function setUnsentFlag(unsent: boolean): void {
  try {
    if (unsent) localStorage.setItem(place, "1");
    else localStorage.removeItem(place);
  } catch {}
}
