/** What can come of asking the server: it answers, it refuses, or nobody is there. */
import type { ProblemCode } from "../../server/errors.ts";

/** A sentence of the server's for the reader. */
export type Refusal = {
  code: ProblemCode;
  message: string;
  /** The field it is about, or empty. */
  field: string;
};

export type Outcome<T> =
  | { kind: "done"; value: T }
  | { kind: "refused"; refusal: Refusal }
  /** Not reachable, or not able to answer now: asking again later may help. */
  | { kind: "away" };

/** A refusal that didn't come by way of the typed client. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

type Answered = {
  message?: string;
  data?: {
    httpStatus?: number;
    problem?: { code: ProblemCode; params: Record<string, string | number> };
  } | null;
};

/** Turns whatever `work` throws into an outcome. Only a refusal says that trying again is no use. */
export async function attempt<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { kind: "done", value: await work() };
  } catch (error) {
    const refusal = refusalOf(error);
    return refusal ? { kind: "refused", refusal } : { kind: "away" };
  }
}

export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refused) return error.refusal;
  const { message = "", data } = (error ?? {}) as Answered;
  const { problem, httpStatus = 0 } = data ?? {};
  if (!problem || httpStatus >= 500) return null;
  return { code: problem.code, message, field: String(problem.params.field ?? "") };
}
