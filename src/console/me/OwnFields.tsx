import { SegmentedControl } from "@mantine/core";
import { m } from "#messages";
import type { Locale } from "../../../content/schema.ts";
import { chooseLocale, useLocale } from "../language.ts";
import { Part } from "./Part.tsx";
import type { useOwn } from "./preferences.ts";

type Own = ReturnType<typeof useOwn>;
type Props = { own: NonNullable<Own["own"]>; change: Own["change"] };

const presences = {
  online: m.notices_presence_online,
  away: m.notices_presence_away,
  off: m.notices_presence_off,
};
type Presence = keyof typeof presences;

/** Whether new tickets come, and the language. */
export function OwnFields({ own, change }: Props) {
  const locale = useLocale();
  const speak = (next: string) => {
    change({ locale: next as Locale });
    chooseLocale(next as Locale);
  };
  return (
    <>
      <Part title={m.notices_presence()} hint={m.notices_presence_hint()}>
        <SegmentedControl
          value={own.presence}
          onChange={(presence) => change({ presence: presence as Presence })}
          aria-label={m.notices_presence()}
          data={Object.entries(presences).map(([value, label]) => ({ value, label: label() }))}
        />
      </Part>
      <Part title={m.notices_language()} hint={m.notices_language_hint()}>
        <SegmentedControl
          value={locale}
          onChange={speak}
          aria-label={m.notices_language()}
          data={[
            { value: "en", label: "English" },
            { value: "zh", label: "中文" },
          ]}
        />
      </Part>
    </>
  );
}
