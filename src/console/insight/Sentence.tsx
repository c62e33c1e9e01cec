import { Fragment, type ReactNode } from "react";

/** Characters that stand in no text: a place for something that is more than text. */
const opening = "\uE000";
const closing = "\uE001";

/** What a message is given in place of a number that becomes a link. */
export const slot = (name: string): string => opening + name + closing;

/** Texts and names of slots in turn, a text first. */
export const partsOf = (text: string): string[] => text.split(/\uE000(\w+)\uE001/);

/** A message whose slots are filled with elements. */
export function Sentence({ text, slots }: { text: string; slots: Record<string, ReactNode> }) {
  return partsOf(text).map((part, i) => (
    <Fragment key={i}>{i % 2 === 1 ? slots[part] : part}</Fragment>
  ));
}
