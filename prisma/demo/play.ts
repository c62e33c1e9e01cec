/** Plays one story through the services, with the clock at the instant of each step. */
import { Readable } from "node:stream";
import type { Answers } from "../../content/forms.ts";
import { saveDraft, submitDraft } from "../../server/articles/draft.service.ts";
import { promote, skipArticle, useArticle } from "../../server/articles/promote.service.ts";
import { storeUpload } from "../../server/attachments/attachments.service.ts";
import type { Db, Tx } from "../../server/db.ts";
import type { Agent, Deps } from "../../server/deps.ts";
import { recordOnTicket } from "../../server/reactions.ts";
import { solve } from "../../server/tickets/closing.service.ts";
import { judge, nudge, write } from "../../server/tickets/customer.service.ts";
import * as desk from "../../server/tickets/desk.service.ts";
import { makeToken } from "../../server/tickets/link.ts";
import { rederive } from "../../server/tickets/record.service.ts";
import { changePriority } from "../../server/tickets/refile.service.ts";
import { reply } from "../../server/tickets/reply.service.ts";
import { submitTicket } from "../../server/tickets/submit.service.ts";
import { answersOf, contextOf } from "./answers.ts";
import { keyOf, spoken } from "./hours.ts";
import type { Script, TimedStep } from "./schedule.ts";
import type { Who } from "./story.ts";

export type Staff = Record<Who, Agent>;

/** One step's surroundings. */
type Scene = { deps: Deps; tx: Tx; staff: Staff; script: Script; ticketId: string };

/**
 * The whole story in the caller's transaction: after a kill a ticket is there with all of it, or not
 * at all. At the end its clocks are derived at the real now, so that what was missed is recorded.
 * @param submitted called when the ticket has its number.
 */
export async function play(
  deps: Deps,
  tx: Tx,
  staff: Staff,
  script: Script,
  submitted: () => void,
): Promise<string> {
  let at = script.receivedAt;
  const then: Deps = {
    ...deps,
    db: within(tx),
    // A month of mails about things long done would help nobody.
    jobs: { send: async () => {}, sendAll: async () => {} },
    now: () => new Date(at),
  };
  const ticketId = await submit(then, script);
  submitted();
  const scene = { deps: then, tx, staff, script, ticketId };
  for (const [index, step] of script.steps.entries()) {
    at = step.at;
    await act(scene, step, keyOf("demo", script.customer.locale, script.story.id, String(index)));
  }
  await rederive({ ...then, now: deps.now }, tx, [ticketId]);
  return ticketId;
}

/** A client whose transactions are all part of the one that is running. */
const within = (tx: Tx): Db =>
  new Proxy(tx, {
    get: (target, name) =>
      name === "$transaction"
        ? (work: (tx: Tx) => unknown) => work(tx)
        : Reflect.get(target, name, target),
  }) as Db;

export const ticketKey = ({ story, customer }: Script): string =>
  keyOf("demo", customer.locale, story.id);

async function submit(deps: Deps, script: Script): Promise<string> {
  const { story, customer, receivedAt } = script;
  const files: Answers = {};
  if (story.file) {
    const stream = Readable.from(Buffer.from(story.file.text));
    const { id } = await storeUpload(deps, { name: story.file.name, stream });
    files[story.kind === "fault" ? "evidence" : "files"] = [id];
  }
  const { ticketId } = await submitTicket(
    deps,
    {
      key: ticketKey(script),
      form: "contact",
      locale: customer.locale,
      answers: { ...answersOf(script), ...files },
      context: contextOf(script),
      writtenAt: new Date(receivedAt - 4000),
    },
    { confirmed: true, check: async () => {} },
  );
  return ticketId;
}

async function act(scene: Scene, step: TimedStep, key: string): Promise<void> {
  if (await actAsCustomer(scene, step, key)) return;
  const { deps, tx, staff, script, ticketId } = scene;
  const agent = staff[step.by ?? script.story.by];
  const { version } = await tx.ticket.findUniqueOrThrow({
    where: { id: ticketId },
    select: { version: true },
  });
  const seen = { ticketId, version };
  const said = { ...seen, key, files: [] };
  switch (step.do) {
    case "ack":
      return desk.acknowledge(deps, agent, seen);
    case "assign":
      return desk.assign(deps, agent, { ...seen, assigneeId: staff[step.to].id });
    case "priority":
      return changePriority(deps, agent, { ...seen, priority: step.to, reason: step.text });
    case "note":
      return void (await desk.note(deps, agent, { ...said, body: step.text }));
    case "ask":
      return void (await reply(deps, agent, {
        ...said,
        body: step.text,
        promiseAt: null,
        // The stories' questions say what happens with the answer.
        substantive: true,
        next: "waiting_customer",
      }));
    case "reply":
      return void (await reply(deps, agent, {
        ...said,
        body: withPromise(script, step),
        promiseAt: new Date(step.promiseAt!),
        full: script.story.kind === "suggestion",
        next: step.next,
      }).then(() => tellResult(scene, step, agent)));
    case "solve":
      return solve(deps, agent, {
        ...seen,
        key,
        body: step.text,
        causeTag: step.cause,
        causeNote: step.why,
        // What was wrong is what a complaint wants put right.
        need: script.story.kind === "complaint" ? step.why : "",
      });
    case "plan":
      return recordOnTicket(deps, tx, ticketId, agent, { status: "planned" }, [
        { type: "milestone", at: step.at, name: "direction" },
        { type: "status_changed", at: step.at, from: "open", to: "planned" },
      ]);
    default:
      return capture(scene, step, agent);
  }
}

/** What a good desk has found out by its first reply; whoever waits for others has a plan with a date. */
async function tellResult({ deps, tx, ticketId }: Scene, step: TimedStep, agent: Agent) {
  const { priority } = await tx.ticket.findUniqueOrThrow({ where: { id: ticketId } });
  const owed = { P0: "workaround", P1: "cause" } as const;
  const waits = step.do === "reply" && step.next === "waiting_third_party";
  const name = owed[priority as keyof typeof owed] ?? (waits ? "conclusion" : null);
  if (!name) return;
  await recordOnTicket(deps, tx, ticketId, agent, {}, [{ type: "milestone", at: step.at, name }]);
}

const withPromise = ({ customer }: Script, step: Extract<TimedStep, { do: "reply" }>): string =>
  step.text.replaceAll("{promise}", spoken(step.promiseAt!, customer.locale, customer.timeZone));

async function actAsCustomer(scene: Scene, step: TimedStep, key: string): Promise<boolean> {
  const { deps, ticketId } = scene;
  const token = makeToken(ticketId, deps.now(), (text) => deps.secrets.sign("status-link", text));
  if (step.do === "write") await write(deps, token, { key, body: step.text, files: [] });
  else if (step.do === "nudge") await nudge(deps, token);
  else if (step.do === "judge") await judge(deps, token, step.solved);
  else return false;
  return true;
}

/** What became of the knowledge in a solved ticket. */
async function capture({ deps, ticketId }: Scene, step: TimedStep, agent: Agent): Promise<void> {
  if (step.do === "use")
    return useArticle(deps, agent, { ticketId, articleId: `kb-000${step.article}` });
  if (step.do === "skip")
    return skipArticle(deps, agent, { ticketId, reason: step.text, later: step.later });
  if (step.do !== "promote") return;
  const made = await promote(deps, agent, { ticketId });
  const { category, slug, body } = made;
  const { title, aliases, modules, audience, owner } = made.frontMatter;
  const saved = await saveDraft(deps, agent, {
    id: made.id,
    version: made.version,
    category,
    slug,
    body,
    frontMatter: { title, aliases, modules, audience, owner, description: step.description },
  });
  if (step.review) await submitDraft(deps, agent, { id: saved.id, version: saved.version });
}
