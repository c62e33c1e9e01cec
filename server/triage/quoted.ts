/** What somebody wrote themselves in a mail that carries older ones along. */

const headers = [
  /^-{2,}\s*(?:original message|forwarded message|原始邮件|原邮件|原始郵件|转发的邮件|轉寄郵件)/i,
  /^on\b.{6,200}\bwrote:\s*$/i,
  /^.{0,120}(?:写道|寫道)\s*[:：]\s*$/,
  /^_{10,}\s*$/,
];
const sender = /^\W{0,3}(?:from|发件人|寄件者|寄件人)\W{0,3}[:：]/i;
const dateOrReader =
  /^\W{0,3}(?:sent|date|to|发送时间|发件时间|日期|收件人|寄件日期|收件者)\W{0,3}[:：]/i;

/**
 * The text up to the first older mail, without quoted lines. A text that is nothing but quotes is
 * returned as it is: then the quoted words are what they wanted to say.
 */
export function ownWords(text: string): string {
  const lines = text.split(/\r?\n/);
  const older = lines.findIndex((line, i) => beginsOlder(line, lines[i + 1] ?? ""));
  const own = (older < 0 ? lines : lines.slice(0, older)).filter((line) => !/^\s*[>＞]/.test(line));
  const kept = own.join("\n").trim();
  return kept === "" ? text.trim() : kept;
}

/** Mail programs break "On … wrote:" over two lines; a block of headers begins with the sender. */
function beginsOlder(line: string, next: string): boolean {
  const plain = line.replace(/^[\s>＞]+/, "");
  const both = /^on\b/i.test(plain) ? `${plain} ${next.replace(/^[\s>＞]+/, "")}` : plain;
  if (headers.some((header) => header.test(plain) || header.test(both))) return true;
  return sender.test(plain) && dateOrReader.test(next);
}
