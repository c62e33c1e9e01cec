const words = /尽快|马上|稍后|很快|\b(?:asap|as soon as possible|soon|shortly|right away)\b/i;

/** The first word in a reply that stands where a time should; undefined if there is none. */
export const vagueTime = (text: string): string | undefined => words.exec(text)?.[0];
