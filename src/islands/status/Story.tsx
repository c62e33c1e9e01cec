import { FileText } from "lucide-react";
import { m } from "#messages";
import { timeText } from "../ask/clock.ts";
import { sizeText } from "../ask/filetypes.ts";
import { useTo } from "../ask/language.ts";
import { type Entry, isDelayed, type Message, storyOf, type Ticket, type Told } from "./ticket.ts";
import { eventText } from "./words.ts";

type Props = { ticket: Ticket; token: string };

/** Everything that was said and done, oldest first. */
export function Story({ ticket, token }: Props) {
  const to = useTo();
  const story = storyOf(ticket);
  const first = story.find(({ kind }) => kind === "message");
  return (
    <section aria-labelledby="status-story">
      <h2 id="status-story">{m.ask_story_title({}, to)}</h2>
      <ol className="status-story">
        {story.map((entry) => (
          <li key={entry.key} data-kind={entry.kind === "event" ? "event" : entry.message.kind}>
            {entry.kind === "event" ? (
              <Line entry={entry} />
            ) : (
              <Said message={entry.message} told={entry.told} token={token}>
                {entry === first && isDelayed(ticket) ? (
                  m.ask_story_delayed(
                    {
                      written: timeText(ticket.writtenAt, to.locale),
                      received: timeText(ticket.receivedAt, to.locale),
                    },
                    to,
                  )
                ) : (
                  <Time at={entry.at} />
                )}
              </Said>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Line({ entry }: { entry: Extract<Entry, { kind: "event" }> }) {
  const { locale } = useTo();
  const text = eventText(entry.event, locale);
  return text ? (
    <p>
      {text} <Time at={entry.at} />
    </p>
  ) : null;
}

function Time({ at }: { at: Date }) {
  const { locale } = useTo();
  return <time dateTime={at.toISOString()}>{timeText(at, locale)}</time>;
}

type SaidProps = { message: Message; told: Told | null; token: string; children: React.ReactNode };

function Said({ message, told, token, children }: SaidProps) {
  const to = useTo();
  const who = message.kind === "customer" ? m.ask_story_you({}, to) : (message.user?.name ?? "");
  return (
    <article className="status-message">
      <h3>
        {who || m.ask_story_team({}, to)} <small>{children}</small>
      </h3>
      <p className="status-text">{message.body}</p>
      {told && (
        <p className="status-told" data-later={told.isLater}>
          {told.isLater
            ? m.ask_told_later({ time: timeText(told.by, to.locale) }, to)
            : m.ask_told({ time: timeText(told.by, to.locale) }, to)}
        </p>
      )}
      <Files files={message.attachments} token={token} />
    </article>
  );
}

function Files({ files, token }: { files: Message["attachments"]; token: string }) {
  const { locale } = useTo();
  if (files.length === 0) return null;
  return (
    <ul className="status-files">
      {files.map(({ id, name, mime, size }) => {
        const address = `/api/files/${id}?t=${encodeURIComponent(token)}`;
        const isPicture = /^image\/(png|jpeg|gif|webp|avif)$/.test(mime);
        return (
          <li key={id}>
            <a href={address} target="_blank" rel="noopener">
              {isPicture ? (
                <img src={address} alt="" loading="lazy" />
              ) : (
                <FileText className="icon" size={20} aria-hidden="true" />
              )}
              <span>{name}</span> <small>{sizeText(size, locale)}</small>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
