/** An hour in which many customers write about one thing. */
import { randomUUID } from "node:crypto";
import type { TestApp } from "../app.ts";
import { faultAnswers, type Person, writeIn } from "../cast.ts";

export const shanghai = "Asia/Shanghai";

/** Somebody of a region who never wrote before. */
export const neighbour = (locale: "en" | "zh" = "zh", timeZone = shanghai): Person => ({
  ...{ name: locale === "zh" ? "李娜" : "Noah Reed", locale, timeZone },
  email: `${randomUUID()}@mail.example`,
});

/** Something is broken for somebody, who says so in the contact form. @returns the ticket's id. */
export async function seesNoPicture(
  app: TestApp,
  person: Person = neighbour(),
  category = "account",
): Promise<string> {
  const { ticketId } = await writeIn(app, person, {
    ...faultAnswers,
    ...{ subject: "头像不显示", description: "账号页面里的头像从昨晚起一直不显示。", category },
  });
  return ticketId;
}

/** Several of them, five minutes apart, each looked at by the worker at once. */
export async function wave(app: TestApp, people: readonly Person[], category?: string) {
  const ids: string[] = [];
  for (const person of people) {
    ids.push(await seesNoPicture(app, person, category));
    await app.ring();
    app.clock.advance({ minutes: 5 });
  }
  return ids;
}

/** A publisher that only remembers what it was told to announce. */
export function announcer() {
  const said: object[][] = [];
  const announce = async (read: () => Promise<object[]>) => void said.push(await read());
  return { said, publisher: { announce } as never };
}
