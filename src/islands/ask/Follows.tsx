import { m } from "#messages";
import { followed } from "./followed.ts";
import { useTo } from "./language.ts";

/** Says which request the message goes on from. */
export function Follows() {
  const to = useTo();
  const number = new URLSearchParams(location.search).get("number") ?? "";
  if (!followed() || !/^\d{1,9}$/.test(number)) return null;
  return <p className="ask-restored">{m.ask_follows({ number }, to)}</p>;
}
