import { m } from "#messages";

/** Why something did not happen, in the reader's language. */
export type Refusal = { code: string; message: string };

/** What the server said, whether it came by tRPC or as `{problem}`; else that it can't be reached. */
export function refusalOf(error: unknown): Refusal {
  const { data, message, problem } = (error ?? {}) as {
    data?: { problem?: { code: string } } | null;
    message?: string;
    problem?: Refusal;
  };
  if (problem) return problem;
  if (data?.problem) return { code: data.problem.code, message: message ?? "" };
  return { code: "unreachable", message: m.console_unreachable() };
}
