/** A contact form as it arrives, and what a ticket takes from it. */
import { z } from "zod";
import {
  type Answers,
  answersSchema,
  checkAnswers,
  type Form,
  keepAsked,
} from "../../content/forms.ts";
import { localeSchema } from "../../content/schema.ts";
import { Problem } from "../errors.ts";
import { kindSchema } from "../sla/log.ts";

/** Shown to the sender before sending; each part can be removed. No IP address. */
export const contextSchema = z.object({
  /** Path of the page the reader came from. */
  page: z.string().max(500).optional(),
  browser: z.string().max(200).optional(),
  os: z.string().max(100).optional(),
  screen: z.string().max(40).optional(),
  /** IANA zone. */
  timeZone: z.string().max(60).optional(),
  /** What was searched for in this visit. */
  searches: z.array(z.string().max(200)).max(20).optional(),
  /** Ids of articles read in this visit. */
  articles: z.array(z.string().max(20)).max(50).optional(),
});

export const submissionSchema = z.object({
  /** Made when the form was opened; sending twice makes one ticket. */
  key: z.uuid(),
  form: z.string().max(40),
  locale: localeSchema,
  answers: answersSchema,
  context: contextSchema.default({}),
  /** When it was written, by the sender's device. */
  writtenAt: z.coerce.date(),
  episodeId: z.uuid().optional(),
  /** Token of the status link of a closed request that this one goes on from. */
  follows: z.string().max(200).optional(),
});
export type Submission = z.infer<typeof submissionSchema>;

/** The columns of a ticket that come from the answers. */
export type TicketFacts = {
  subject: string;
  description: string;
  kind: z.infer<typeof kindSchema>;
  category: string;
  module: string;
  impact: string;
  urgency: string;
  email: string;
  name: string;
  company: string;
  phone: string;
};

const text = (answers: Answers, id: string): string => {
  const value = answers[id];
  return typeof value === "string" ? value.trim() : "";
};

/**
 * @returns the answers to keep and the facts taken from them.
 * @throws Problem naming the first field that is wrong.
 */
export function readSubmission(
  form: Form,
  submission: Submission,
  allowed: { categories: readonly string[]; modules: readonly string[] },
): { answers: Answers; facts: TicketFacts } {
  const answers = keepAsked(form, submission.answers);
  const [fault] = checkAnswers(form, answers, allowed);
  if (fault) throw new Problem(fault.code, { field: fault.field, max: fault.max ?? 0 });
  const kind = kindSchema.safeParse(text(answers, "kind"));
  return {
    answers,
    facts: {
      subject: text(answers, "subject"),
      description: text(answers, "description"),
      kind: kind.success ? kind.data : "question",
      category: text(answers, "category"),
      module: text(answers, "module"),
      impact: text(answers, "impact"),
      urgency: text(answers, "urgency"),
      email: text(answers, "email").toLowerCase(),
      name: text(answers, "name"),
      company: text(answers, "company"),
      phone: text(answers, "phone"),
    },
  };
}

/** Ids of the uploaded files that the answers name. */
export function fileIds(form: Form, answers: Answers): string[] {
  return form.fields
    .filter(({ type }) => type === "files")
    .flatMap(({ id }) => (Array.isArray(answers[id]) ? answers[id] : []));
}
