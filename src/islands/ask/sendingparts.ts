/**
 * The parts that send: they come after the form itself, but before anybody can have typed a message,
 * so that they are at hand when the connection goes.
 */
export const loadOutbox = () => import("./outbox.ts");
export const loadProof = () => import("./proof.ts");

/** Without it the browser posts the form as if there were no script. */
export const canProve = (): boolean => globalThis.crypto?.subtle !== undefined;
