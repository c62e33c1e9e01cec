import { Avatar } from "@mantine/core";

/** Two letters of a Latin name, the last character or two of a Chinese one. */
export function initials(name: string): string {
  if (/\p{Script=Han}/u.test(name)) return [...name.replace(/\s/g, "")].slice(-2).join("");
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ""];
  return letters
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
}

/** A face made of letters; the name stands beside it or is read out. */
export function Person({ name, size = 22 }: { name: string; size?: number }) {
  const letters = initials(name);
  const font = letters.length > 1 && /\p{Script=Han}/u.test(letters) ? 0.38 : 0.42;
  return (
    <Avatar
      size={size}
      radius="xl"
      color="gray"
      aria-hidden="true"
      styles={{
        placeholder: {
          fontSize: size * font,
          fontWeight: 560,
          color: "var(--color-text)",
          background: "var(--color-line)",
        },
      }}
    >
      {letters}
    </Avatar>
  );
}
