/** Proof of work against machine-made tickets (ALTCHA, no third party): see docs/decisions. */
import { createChallenge, type Payload, randomInt, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../errors.ts";

/** A challenge is good for an hour: a form that waits for the backend asks for a new one. */
const lifetimeMs = 3_600_000;

const secrets = (deps: Deps) => ({
  hmacSignatureSecret: deps.secrets.key("proof"),
  hmacKeySignatureSecret: deps.secrets.sign("proof", "key"),
});

export function newChallenge(deps: Deps) {
  return createChallenge({
    algorithm: "PBKDF2/SHA-256",
    cost: deps.env.PROOF_COST,
    counter: randomInt(500, 1500),
    deriveKey,
    expiresAt: new Date(deps.now().getTime() + lifetimeMs),
    ...secrets(deps),
  });
}

/**
 * Checks a solved challenge and spends it, in the transaction of what it allows.
 * @param solution base64 of ALTCHA's payload.
 * @throws Problem `proof_missing`, `proof_invalid`, `proof_spent`.
 */
export async function spendProof(deps: Deps, tx: Tx, solution: string): Promise<void> {
  if (!solution) throw new Problem("proof_missing");
  const payload = decode(solution);
  const result = await verifySolution({ ...payload, deriveKey, ...secrets(deps) }).catch(
    () => null,
  );
  if (!result?.verified) throw new Problem("proof_invalid");
  const { count } = await tx.spentProof.createMany({
    data: [
      {
        id: String(payload.challenge.signature),
        expiresAt: new Date(deps.now().getTime() + 2 * lifetimeMs),
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) throw new Problem("proof_spent");
}

function decode(solution: string): Payload {
  try {
    return JSON.parse(Buffer.from(solution, "base64").toString("utf8"));
  } catch {
    throw new Problem("proof_invalid");
  }
}

/** Forgets proofs that expired anyway. Safe to repeat. */
export async function sweepProofs(deps: Deps): Promise<void> {
  await deps.db.spentProof.deleteMany({ where: { expiresAt: { lt: deps.now() } } });
}
