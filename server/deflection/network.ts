/** One installation serves one help center so far. */
export const siteId = 1;

/**
 * The part of an address that a visit key is made of: the first 24 bits of IPv4, the first 48 of
 * IPv6. Neighbours share it.
 */
export function networkOf(ip: string): string {
  const v4 = /(\d+\.\d+\.\d+)\.\d+$/.exec(ip);
  if (v4) return `${v4[1]}.0/24`;
  const groups = expand(ip.split("%")[0]!);
  return `${groups.slice(0, 3).join(":")}::/48`;
}

/** `2001:db8::1` as its eight groups, without leading zeros. */
function expand(ip: string): string[] {
  const [head = "", tail] = ip.toLowerCase().split("::");
  const split = (part: string | undefined): string[] => (part ? part.split(":") : []);
  const before = split(head);
  const after = split(tail);
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => "0");
  return [...before, ...zeros, ...after].map((group) => group.replace(/^0+(?=.)/, ""));
}
