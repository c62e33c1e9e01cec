/** Whether a question or a title says that something is not so. */

const NEGATION =
  /不(?!知道|好意思)|没|無|无法|未|别|(?<!\p{L})(?:not|no|never|without|unable|cannot|cant|wont|dont|doesnt)(?!\p{L})|n['’]t(?!\p{L})/iu;

/** @returns true for `can't sign in`, `连不上`, `没收到`; politeness such as 不好意思 is none */
export function isNegated(text: string): boolean {
  return NEGATION.test(text);
}
