/** What an agent wrote down for a customer, made ready to be sent. */
import { checkAnswers, isAsked, keepAsked } from "../../../content/answers.ts";
import type { Answers, Form } from "../../../content/forms.ts";
import type { Locale } from "../../../content/schema.ts";
import { isLive, type StaffChannel } from "../../../server/tickets/channels.ts";

export type Call = {
  channel: StaffChannel;
  /** What the customer reads and writes. */
  locale: Locale;
  answers: Answers;
  told: string;
  promiseAt: Date | null;
};

export const begun = (locale: Locale): Call => ({
  ...{ channel: "phone", locale, told: "", promiseAt: null },
  answers: { kind: "question" },
});

/**
 * The answers as they are stored: what the form allows to be waived is waived where it stayed empty,
 * because nobody attaches a picture to a telephone call.
 * @param reason why, in the customer's language.
 */
export function answered(form: Form, { answers }: Call, reason: string): Answers {
  const asked = keepAsked(form, answers);
  const waived = form.fields.filter(
    (field) => field.waive && field.required && isAsked(field, answers) && isEmpty(asked[field.id]),
  );
  return { ...asked, ...Object.fromEntries(waived.map(({ id }) => [id, { waived: reason }])) };
}

const isEmpty = (answer: Answers[string] | undefined): boolean =>
  answer === undefined || Object.keys(answer).length === 0;

type Allowed = Parameters<typeof checkAnswers>[2];

/** Everything that keeps it from being sent. */
export function faultsOf(form: Form, call: Call, allowed: Allowed) {
  const { told, channel, promiseAt } = call;
  return {
    answers: checkAnswers(form, answered(form, call, "-"), allowed),
    isUntold: isLive(channel) && told.trim() === "",
    isUnpromised: told.trim() !== "" && promiseAt === null,
  };
}
