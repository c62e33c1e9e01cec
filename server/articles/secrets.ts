import type { Pattern } from "./kinds.ts";

/** Keys and tokens known by their form, and what stands behind "api key:" or in front of a host. */
export const secrets: Pattern[] = [
  {
    kind: "SECRET",
    pattern:
      /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]+?-----END [A-Z ]*PRIVATE KEY-----|\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}|\b(?:sk|pk|rk|ghp|gho|ghs|github_pat|glpat|xox[abeprs])[-_][A-Za-z0-9_-]{16,}|\bAKIA[0-9A-Z]{16}\b|\bAIza[\w-]{30,}/dg,
  },
  { kind: "SECRET", pattern: /\bbearer\s+(?<value>[\w.~+/-]{16,}=*)/dgi },
  {
    kind: "SECRET",
    pattern:
      /(?:api[ _-]?key|secret|access[ _-]?token|密钥|秘钥)\s*[:=]\s*(?<value>[!-~\uE000]{8,})/dgi,
  },
  { kind: "SECRET", pattern: /:\/\/[^\s/@:]+:(?<value>[^\s/@]+)@/dg },
];

const passwordWord =
  "(?:密码|口令|passwords?|pass\\s?codes?|passphrase|passwd|pwd|\\bpin(?:码| code)?)";
const passwordText = "(?:[^\\s\\u4e00-\\u9fff，。；、！？]+|[^\\s，。；、！？]+)";
const notPassword =
  "(?!(?:n[o']t|wrong|incorrect|invalid|correct|right|valid|expired|too|being|been|the|a|an|no|always|still|required|reset|changed|also|only|never|rejected|refused|accepted|fine|what|lost|forgotten|weak|strong|blocked|locked|missing|empty|saved|needed|sent|set|same|different|asked|in|on|at|to|for|there|working)(?![^\\s,.!?;，。；、！？])|什么|啥|多少|不|错|对的|正确|否|没|忘|几|怎|哪|空|由|指|需|必须|已|被|用来|\\d*\\s?位|[一二两三四五六七八九十]+位)";

/** "密码是 …", "password: …"; "the password is wrong" tells no password. */
export const passwords: Pattern[] = [
  `${passwordWord}\\s*[:=]\\s*(?<value>${passwordText})`,
  `${passwordWord}\\s*(?:是|为|is\\b)\\s*[:=]?\\s*${notPassword}(?<value>${passwordText})`,
  // Without a verb it must look like one: letters and digits together.
  `${passwordWord}\\s*(?<value>(?=[!-~]*\\d)(?=[!-~]*[a-z])[!-~]{6,})`,
].map((source) => ({ kind: "PASSWORD", pattern: new RegExp(source, "dgi") }));

/** Parameters that let their holder in, among them `t`, the key of our own ticket links. */
export const urlTokens: Pattern[] = [
  {
    kind: "URL_TOKEN",
    pattern:
      /[?&#](?:[a-z0-9_.-]*(?:token|key|secret|signature|session|password)|sig|code|auth|pwd|otp|ticket|sid)=(?<value>[^&\s#\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+)/dgi,
  },
  { kind: "URL_TOKEN", pattern: /[?&#]t=(?<value>[\w.~%-]{16,})/dg },
];
