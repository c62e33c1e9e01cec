const courtesies =
  /(?:you['’]re|you are) (?:very )?welcome|glad (?:to|I|we)|have a (?:nice|great|good)|thank(?:s| you)|anything else|closing (?:this|the) (?:ticket|case)|best regards|kind regards|不(?:用|必)?客气|感谢|谢谢|祝您?(?:生活|工作|一切)?(?:愉快|顺利)|还有(?:其他|别的)|请问还有|满意|好评|再见|您好|亲/gi;

/** Whether a reply says something beyond courtesy: at least eight Chinese characters or six words. */
export function isSubstantive(reply: string): boolean {
  const sentences = reply.split(/[\n.!?。！？；;]+/).filter((sentence) => {
    courtesies.lastIndex = 0;
    return !courtesies.test(sentence);
  });
  const rest = sentences.join(" ");
  const han = rest.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = rest.match(/[\p{Script=Latin}\p{N}'’-]+/gu)?.length ?? 0;
  return han + (words * 4) / 3 >= 8;
}

/** The last reply that says how it was solved, for the Resolution; null if none does. */
export function lastSubstantive(replies: readonly string[]): string | null {
  return replies.findLast(isSubstantive) ?? null;
}
