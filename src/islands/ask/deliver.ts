/** Brings one message to the server: its files, a proof of work, the text. */
import type { Answers } from "../../../content/forms.ts";
import type { Receipt } from "../../../server/tickets/submit.service.ts";
import { api } from "../../api.ts";
import { attempt, type Outcome } from "../trouble.ts";
import { takeProof } from "./proof.ts";
import type { KeptFile, Letter } from "./store.ts";
import { uploadAll } from "./upload.ts";

type Way = {
  /** The files the letter names. */
  files: readonly KeptFile[];
  /** Called when a file has reached the server. */
  keep(file: KeptFile): Promise<void>;
  /** What was typed into the field that people don't see. */
  website?: string;
};

/**
 * Safe to repeat: the server knows the message by its key. A proof that ran out and files that were
 * dropped meanwhile are made anew once.
 */
export async function deliverLetter(letter: Letter, way: Way): Promise<Outcome<Receipt>> {
  const first = await attempt(() => send(letter, way));
  if (first.kind !== "refused") return first;
  const { code } = first.refusal;
  if (code === "file_missing") {
    for (const file of way.files) delete file.stored;
    return attempt(() => send(letter, way));
  }
  if (code === "proof_invalid" || code === "proof_spent") return attempt(() => send(letter, way));
  return first;
}

async function send(letter: Letter, way: Way): Promise<Receipt> {
  const { locale } = letter.submission;
  await uploadAll(way.files, locale, way.keep);
  const proof = await takeProof(locale);
  const submission = { ...letter.submission, answers: withFiles(letter, way.files) };
  return api(locale).forms.submit.mutate({ submission, proof, website: way.website ?? "" });
}

function withFiles({ submission, files }: Letter, kept: readonly KeptFile[]): Answers {
  const answers: Answers = { ...submission.answers };
  for (const { id, field } of files) {
    const stored = kept.find((file) => file.id === id)?.stored?.id;
    const others = answers[field];
    if (stored) answers[field] = [...(Array.isArray(others) ? others : []), stored];
  }
  return answers;
}
