import "../ask/files.css";
import "../ask/around.css";
import "./status.css";
import { useEffect, useState } from "react";
import { m } from "#messages";
import type { Locale } from "../../../content/schema.ts";
import { api } from "../../api.ts";
import { contactPath } from "../../paths.ts";
import { Language, useTo } from "../ask/language.ts";
import { Request } from "./Request.tsx";
import { Said } from "./Said.tsx";
import { useAct } from "./useAct.ts";
import { useTicket } from "./useTicket.ts";

type Props = {
  locale: Locale;
  /** Largest attachment in bytes. */
  maxBytes: number;
};

/** Where a request stands, for whoever holds its signed link. No account, no sign-in. */
export default function Status({ locale, maxBytes }: Props) {
  const [token, setToken] = useState<string | null>(null);
  useEffect(() => setToken(new URLSearchParams(location.search).get("t") ?? ""), []);
  return (
    <Language value={locale}>
      {token === null ? <Waiting /> : <Linked token={token} maxBytes={maxBytes} />}
    </Language>
  );
}

function Linked({ token, maxBytes }: { token: string; maxBytes: number }) {
  const to = useTo();
  const { loaded, look } = useTicket(to.locale, token);
  if (!token)
    return <Trouble title={m.ask_link_none_title({}, to)} text={m.ask_link_none({}, to)} />;
  if (loaded.kind === "loading") return <Waiting />;
  if (loaded.kind === "away") {
    return (
      <Trouble title={m.ask_status_away_title({}, to)} text={m.ask_status_away_text({}, to)} />
    );
  }
  if (loaded.kind === "shown") {
    return <Request {...{ token, maxBytes, look }} ticket={loaded.ticket} away={loaded.away} />;
  }
  const { code, message } = loaded.refusal;
  if (code === "link_expired") return <Expired token={token} text={message} />;
  return <Trouble title={m.ask_link_bad_title({}, to)} text={message} />;
}

function Waiting() {
  const to = useTo();
  return (
    <div className="status-waiting" aria-busy="true">
      <h1>{m.site_ticket_title({}, to)}</h1>
      <p>{m.ask_status_loading({}, to)}</p>
    </div>
  );
}

function Trouble({ title, text }: { title: string; text: string }) {
  const to = useTo();
  return (
    <div role="alert">
      <h1>{title}</h1>
      <p className="lead">{text}</p>
      <p className="lead">
        <a href={contactPath(to.locale)}>{m.site_contact({}, to)}</a>
      </p>
    </div>
  );
}

function Expired({ token, text }: { token: string; text: string }) {
  const to = useTo();
  const { act, run } = useAct(() => {});
  return (
    <div>
      <h1>{m.ask_link_expired_title({}, to)}</h1>
      <p className="lead">{text}</p>
      <p className="status-taps">
        <button
          type="button"
          className="button"
          aria-disabled={act.busy || act.done === "asked"}
          onClick={() =>
            act.done || run("asked", () => api(to.locale).tickets.newLink.mutate({ token }))
          }
        >
          {m.ask_link_new({}, to)}
        </button>
      </p>
      <Said act={act} />
    </div>
  );
}
