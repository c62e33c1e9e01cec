/** What happens in one visit of the demo, as rows of the visit log. */
import type { Prisma } from "#prisma";
import type { Locale } from "../../content/schema.ts";
import { questionId, questionOf } from "../../server/deflection/question.ts";
import { chance, type Dice } from "./dice.ts";
import { questions, unanswered } from "./questions.ts";

export type Row = Prisma.VisitEventCreateManyInput & { ts: Date };
export type Shelf = readonly { article: number; locale: Locale; category: string }[];

/** Tells one visit; time goes on with what is told. */
export type Teller = {
  dice: Dice;
  /** Rows told so far, oldest first. */
  rows: Row[];
  /** A row of this visit at its present time, not yet told. */
  row(etype: Row["etype"], also?: Partial<Row>): Row;
  tell(etype: Row["etype"], also?: Partial<Row>): void;
  waits(seconds: number): void;
  /** An article of the visit's category. */
  article(): number;
  category: string;
  locale: Locale;
};

/** How a visit with a form ends. */
export type Ending = "confirmed" | "assumed" | "abandoned" | "submitted";

/** Topics of a smart home's customers, the frequent ones first; others are rare. */
const demand: Record<string, number> = {
  troubleshooting: 24,
  setup: 17,
  account: 13,
  subscriptions: 13,
  delivery: 11,
  refunds: 9,
  invoices: 8,
  orders: 7,
};

export function tellerOf(
  dice: Dice,
  shelf: Shelf,
  locale: Locale,
  start: Date,
  wanted?: string,
): Teller {
  const own = shelf.filter((entry) => entry.locale === locale);
  const categories = [...new Set(own.map(({ category }) => category))];
  const drawn = categories[dice.weighted(categories.map((id) => demand[id] ?? 2))]!;
  const category = wanted ?? drawn;
  const near = own.filter((entry) => entry.category === category);
  const articles = near.length > 0 ? near : own;
  const visitKey = dice.key();
  const traffic = (["human", "bot", "internal"] as const)[dice.weighted([95, 3, 2])]!;
  let at = start.getTime();
  const rows: Row[] = [];
  const row: Teller["row"] = (etype, also) => ({
    eventId: dice.uuid(),
    ts: new Date(at),
    etype,
    visitKey,
    locale,
    // A ticket is somebody's, whatever browser it came from.
    traffic: wanted === undefined ? traffic : "human",
    n: null,
    ...also,
  });
  return {
    dice,
    rows,
    row,
    category,
    locale,
    tell: (etype, also) => void rows.push(row(etype, also)),
    waits: (seconds) => {
      at += seconds * 1000;
    },
    // The first articles of a category are read more than the last ones.
    article: () => articles[Math.floor(dice.next() ** 1.7 * articles.length)]!.article,
  };
}

/** Searches or follows a link, reads, perhaps votes, goes. */
export function browse(teller: Teller): Row[] {
  const { dice, tell, waits } = teller;
  if (chance(dice, 0.65)) {
    const found = searches(teller);
    if (!found) return teller.rows;
  }
  const articleId = teller.article();
  reads(teller, articleId, dice.between(4, 150));
  if (chance(dice, 0.14)) {
    waits(2);
    tell("feedback", { articleId, vote: chance(dice, 0.78) ? 1 : -1 });
  }
  if (chance(dice, 0.3)) {
    waits(dice.between(2, 40));
    reads(teller, teller.article(), dice.between(5, 90));
  }
  return teller.rows;
}

/** @returns whether something was found and opened. */
function searches({ dice, tell, waits, article, locale }: Teller): boolean {
  const n = chance(dice, 0.09) ? 0 : dice.between(1, 10);
  const question = dice.of(n === 0 ? unanswered[locale] : questions[locale]);
  tell("search", { n, queryId: questionId(questionOf(question)) });
  waits(dice.between(3, 15));
  if (n === 0 || chance(dice, 0.22)) return false;
  tell("search_click", { articleId: article(), rank: dice.between(1, Math.min(n, 4)) });
  waits(1);
  return true;
}

function reads({ tell, waits, category }: Teller, articleId: number, seconds: number): void {
  tell("article_view", { articleId, category });
  waits(seconds);
  tell("article_leave", { articleId, n: seconds * 1000 });
}

/** Opens the form; suggestions come while the question is written. */
export function contactVisit(teller: Teller, ending: Ending): Row[] {
  const { dice, tell, waits, category } = teller;
  const episodeId = dice.uuid();
  if (chance(dice, 0.55)) browse(teller);
  waits(dice.between(3, 30));
  if (chance(dice, 0.2)) tell("contact_click");
  waits(2);
  tell("form_open", { episodeId, category, arm: "T" });
  waits(dice.between(15, 60));
  const n = dice.between(ending === "confirmed" || ending === "assumed" ? 1 : 0, 5);
  if (n > 0) {
    tell("suggest_ready", { episodeId, n });
    tell("suggest_shown", { episodeId, n, arm: "T" });
  }
  endings[ending](teller, episodeId, n);
  return teller.rows;
}

const endings: Record<Ending, (teller: Teller, episodeId: string, n: number) => void> = {
  confirmed(teller, episodeId) {
    const articleId = opens(teller, episodeId, teller.dice.between(12, 140));
    teller.tell("form_solved", { articleId, episodeId });
  },
  assumed(teller, episodeId) {
    opens(teller, episodeId, teller.dice.between(11, 160));
  },
  abandoned(teller, episodeId, n) {
    if (n > 0 && chance(teller.dice, 0.4)) opens(teller, episodeId, teller.dice.between(2, 8));
  },
  submitted(teller, episodeId, n) {
    const { dice, tell, waits, category } = teller;
    if (n > 0 && chance(dice, 0.35)) opens(teller, episodeId, dice.between(3, 60));
    waits(dice.between(60, 400));
    tell("ticket_created", { episodeId, category, channel: "web" });
  },
};

function opens(teller: Teller, episodeId: string, seconds: number): number {
  const articleId = teller.article();
  teller.waits(3);
  teller.tell("suggest_click", { articleId, rank: teller.dice.between(1, 3), episodeId });
  reads(teller, articleId, seconds);
  teller.waits(2);
  return articleId;
}
