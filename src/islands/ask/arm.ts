/** Whether the form shows what it finds: while its effect is measured, a share of people sees nothing. */

/** `except`: topics whose askers are always shown suggestions. */
export type Arm = { arm: "T" | "C"; except: readonly string[] };

export const everybody: Arm = { arm: "T", except: [] };

/** Milliseconds after which the form no longer waits for an answer, and shows what it found. */
const patience = 1500;

export const isShown = ({ arm, except }: Arm, category: string): boolean =>
  arm === "T" || except.includes(category);

/** Asked once there is something to show. Whoever can't be asked about is helped. */
export async function askArm(): Promise<Arm> {
  try {
    const response = await fetch("/api/arm", { signal: AbortSignal.timeout(patience) });
    return response.ok ? await response.json() : everybody;
  } catch {
    return everybody;
  }
}
