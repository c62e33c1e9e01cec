import { useEffect, useState } from "react";
import { m } from "#messages";
import { timeText } from "./clock.ts";
import { useTo } from "./language.ts";
import { news } from "./news.ts";
import { loadOutbox } from "./sendingparts.ts";
import type { Letter } from "./store.ts";
import { unsentFlag } from "./unsent.ts";

type Props = {
  /** The message that is shown by itself already. */
  except: string;
  takeBack: (letter: Letter) => void;
};

/** Messages of earlier that still wait on this device. */
export function Unsent({ except, takeBack }: Props) {
  const to = useTo();
  const letters = useUnsent().filter(({ key }) => key !== except);
  if (letters.length === 0) return null;
  return (
    <ul className="ask-unsent">
      {letters.map((letter) => (
        <li key={letter.key}>
          <p>{m.ask_unsent({ subject: String(letter.submission.answers.subject ?? "") }, to)}</p>
          <p className="ask-hint">
            {letter.refusal?.message ??
              m.ask_kept_written({ time: timeText(letter.submission.writtenAt, to.locale) }, to)}
          </p>
          <button type="button" className="ask-link" onClick={() => takeBack(letter)}>
            {m.ask_kept_edit({}, to)}
          </button>
        </li>
      ))}
    </ul>
  );
}

function useUnsent(): Letter[] {
  const [letters, setLetters] = useState<Letter[]>([]);
  useEffect(() => {
    const look = () => {
      if (!unsentFlag()) return setLetters([]);
      loadOutbox()
        .then(({ unsentLetters }) => unsentLetters())
        .then(setLetters, () => {});
    };
    look();
    const timer = setInterval(look, 2000);
    const stop = news.view(() => {
      look();
      return false;
    });
    return () => {
      clearInterval(timer);
      stop();
    };
  }, []);
  return letters;
}
