/** The contact form for browsers without script: a plain post, a page back. */

import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import type { Answer, Answers, Form } from "../../content/forms.ts";
import { localeSchema } from "../../content/schema.ts";
import { storeUpload } from "../attachments/attachments.service.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { statusUrl } from "../links.ts";
import { problemText } from "../problemtext.ts";
import { problemOf } from "../trpc.ts";
import { confirmPlainForm, submitPlainForm } from "./contact.service.ts";
import { plainFailure, plainReceipt } from "./plainpage.ts";

const confirmSchema = z.object({
  ticket: z.uuid(),
  signature: z.string().max(100),
  locale: localeSchema,
});

export async function contactRoutes(
  http: FastifyInstance,
  { deps }: { deps: Deps },
): Promise<void> {
  // Tighter than with script: five in ten minutes.
  const limit = { config: { rateLimit: { max: Math.min(5, deps.env.RATE_LIMIT) } } };

  http.post("/api/contact", limit, async (request, reply) => {
    const { fields, files } = await readParts(deps, request.parts());
    const locale = localeSchema.catch("en").parse(fields.get("locale")?.[0]);
    const site = deps.content().site.name[locale];
    try {
      const submission = {
        key: z.uuid().catch(randomUUID()).parse(fields.get("key")?.[0]),
        form: "contact",
        locale,
        answers: answersOf(formOf(deps), fields, files),
        context: {},
        writtenAt: deps.now(),
      };
      const receipt = await submitPlainForm(deps, {
        submission,
        website: fields.get("website")?.[0] ?? "",
      });
      return page(
        reply,
        200,
        plainReceipt({
          locale,
          site,
          number: receipt.number,
          email: fields.get("email")?.[0] ?? "",
        }),
      );
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status >= 500) deps.log.error({ err: error }, "plain form failed");
      const message = problemText(problem, locale);
      const field =
        formOf(deps).fields.find(({ id }) => id === problem.params.field)?.label[locale] ?? "";
      return page(
        reply,
        problem.status,
        plainFailure({
          locale,
          site,
          message,
          field,
          typed: typedText(formOf(deps), locale, fields),
        }),
      );
    }
  });

  http.get("/api/contact/confirm", limit, async (request, reply) => {
    const { ticket, signature } = confirmSchema.parse(request.query);
    const { locale } = await confirmPlainForm(deps, { ticket, signature });
    return reply.redirect(statusUrl(deps, locale, ticket), 303);
  });
}

const page = (reply: FastifyReply, status: number, html: string) =>
  reply
    .status(status)
    .type("text/html; charset=utf-8")
    .header("cache-control", "no-store")
    .send(html);

function formOf(deps: Deps): Form {
  const form = deps.content().forms.find(({ id }) => id === "contact");
  if (!form) throw new Problem("not_found");
  return form;
}

type Part =
  | { type: "field"; fieldname: string; value: unknown }
  | { type: "file"; fieldname: string; filename: string; file: import("node:stream").Readable };

async function readParts(deps: Deps, parts: AsyncIterable<unknown>) {
  const fields = new Map<string, string[]>();
  const files = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, key: string, value: string) =>
    map.set(key, [...(map.get(key) ?? []), value]);
  for await (const part of parts as AsyncIterable<Part>) {
    if (part.type === "field") add(fields, part.fieldname, String(part.value));
    else if (part.filename)
      add(
        files,
        part.fieldname,
        (await storeUpload(deps, { name: part.filename, stream: part.file })).id,
      );
    else part.file.resume();
  }
  return { fields, files };
}

/** `steps.waived` = "on" or a reason stands for "I can't". */
function answersOf(
  form: Form,
  fields: Map<string, string[]>,
  files: Map<string, string[]>,
): Answers {
  const answers = form.fields.flatMap(({ id, type, waive }): [string, Answer][] => {
    if (type === "files" && files.has(id)) return [[id, files.get(id)!]];
    const given = fields.get(id)?.[0] ?? "";
    const waived = fields.get(`${id}.waived`)?.[0];
    if (waive && !given && waived !== undefined)
      return [[id, { waived: waived === "on" ? "" : waived }]];
    return given ? [[id, given]] : [];
  });
  return Object.fromEntries(answers);
}

/** What was typed, to be shown again: nothing is lost when a form is refused. */
function typedText(
  form: Form,
  locale: "en" | "zh",
  fields: Map<string, string[]>,
): { label: string; value: string }[] {
  return form.fields.flatMap(({ id, label }) => {
    const value = fields.get(id)?.[0]?.trim();
    return value ? [{ label: label[locale], value }] : [];
  });
}
