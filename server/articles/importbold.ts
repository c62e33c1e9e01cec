/** What a parser takes for punctuation, hidden code included. */
const sign = String.raw`[\p{P}\p{S}\ue000\ue001]`;
const letter = String.raw`[\p{L}\p{N}]`;
const beginsWithSign = new RegExp(`^${sign}`, "u");
const endsWithSign = new RegExp(`${sign}$`, "u");
const beginsWithLetter = new RegExp(`^${letter}`, "u");
const endsWithLetter = new RegExp(`${letter}$`, "u");
const pause = /[，。：；、！？]+$/;

/**
 * Bold words that a parser would not see: beside a letter, `**` next to punctuation is no sign, which
 * hits Chinese most (`**注意：**请看`), and neither is one next to a blank (`**Open **`). Pauses and
 * blanks move out of the bold words; otherwise a blank comes between.
 */
export const firmBold = (text: string): string =>
  text.includes("**") ? text.split("\n").map(firmLine).join("\n") : text;

function firmLine(line: string): string {
  const parts = line.split("**");
  // Every second part is bold; with an odd number of signs nobody can say which.
  if (parts.length < 3 || parts.length % 2 === 0 || line.includes("***")) return line;
  let done = parts[0]!;
  for (let i = 1; i < parts.length; i += 2) {
    const { before, bold, after } = firm(done, parts[i]!, parts[i + 1]!);
    done = `${before}**${bold}**${after}`;
  }
  return done;
}

function firm(before: string, words: string, after: string) {
  const { bold, lead, tail } = unpadded(words);
  const start = before + lead;
  if (bold === "") return { before: start, bold: words, after };
  const ended = beginsWithLetter.test(tail + after) ? (pause.exec(bold)?.[0] ?? "") : "";
  const kept = bold.slice(0, bold.length - ended.length);
  if (kept === "") return { before: start, bold: words, after };
  const end = ended + tail + after;
  const needsBefore = beginsWithSign.test(kept) && endsWithLetter.test(start);
  const needsAfter = endsWithSign.test(kept) && beginsWithLetter.test(end);
  return {
    before: needsBefore ? `${start} ` : start,
    bold: kept,
    after: needsAfter ? ` ${end}` : end,
  };
}

/** A blank on one side is a slip; blanks on both make it a sign of arithmetic. */
function unpadded(words: string): { bold: string; lead: string; tail: string } {
  const bold = words.trim();
  const lead = words.slice(0, words.length - words.trimStart().length);
  const tail = words.slice(words.trimEnd().length);
  return lead !== "" && tail !== "" ? { bold: "", lead: "", tail: "" } : { bold, lead, tail };
}
