/**
 * A piece of work that shows that a person's device sends this, begun when the form is first
 * touched so that sending need not wait for it.
 */
import type { Challenge, Solution } from "altcha-lib/types";
import type { Locale } from "../../../content/schema.ts";
import { api } from "../../api.ts";

type Proof = { text: string; goodUntil: number };

/** Kept in hand for this long before the challenge runs out. */
const reserve = 120_000;

let begun: Promise<Proof> | null = null;

export function beginProof(locale: Locale): void {
  begun ??= make(locale);
  begun.catch(() => {
    begun = null;
  });
}

/** A proof that was not used before. @throws when the server can't be asked for a challenge. */
export async function takeProof(locale: Locale): Promise<string> {
  const ready = await begun?.catch(() => null);
  begun = null;
  const fresh = ready && ready.goodUntil > Date.now() ? ready : await make(locale);
  return fresh.text;
}

async function make(locale: Locale): Promise<Proof> {
  const challenge = (await api(locale).forms.challenge.query()) as Challenge;
  const solution = await solve(challenge);
  if (!solution) throw new Error("no solution in time");
  const expiresAt = (challenge.parameters.expiresAt ?? Number.POSITIVE_INFINITY) * 1000;
  return { text: btoa(JSON.stringify({ challenge, solution })), goodUntil: expiresAt - reserve };
}

/** In a worker; where none can be started, here, in slices. */
function solve(challenge: Challenge): Promise<Solution | null> {
  return inWorker(challenge).catch(async () => {
    const [{ solveChallenge }, { deriveKey }] = await Promise.all([
      import("altcha-lib"),
      import("altcha-lib/algorithms/web/pbkdf2"),
    ]);
    return solveChallenge({ challenge, deriveKey });
  });
}

function inWorker(challenge: Challenge): Promise<Solution | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./proof.worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      reject(new Error("the worker could not be started"));
    };
    worker.postMessage(challenge);
  });
}
