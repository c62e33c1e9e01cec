/** The contact form for browsers without script: a plain post, a page back. */

import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Form } from "../../content/forms.ts";
import { type Locale, localeSchema } from "../../content/schema.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { localeOf } from "../language.ts";
import { statusUrl } from "../links.ts";
import { problemText } from "../problemtext.ts";
import { problemOf } from "../trpc.ts";
import { confirmPlainForm, submitPlainForm } from "./contact.service.ts";
import { readParts } from "./parts.service.ts";
import { answersOf, firstOf, type Posted, typedText } from "./plainanswers.ts";
import { plainFailure, plainReceipt } from "./plainpage.ts";

const confirmSchema = z.object({
  ticket: z.uuid(),
  signature: z.string().max(100),
  locale: localeSchema,
});

/** Files are cut off past the limit instead of ending everything; that they are cut is found out. */
const toTheEnd = { throwFileSizeLimit: false, preservePath: false };

export async function contactRoutes(
  http: FastifyInstance,
  { deps }: { deps: Deps },
): Promise<void> {
  // Tighter than with script: five in ten minutes.
  const limit = { config: { rateLimit: { max: Math.min(5, deps.env.RATE_LIMIT) } } };
  const errorHandler = (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
    refuse(deps, reply, { error, locale: localeOf(request), fields: new Map() });

  http.post("/api/contact", { ...limit, errorHandler }, async (request, reply) => {
    const { fields, files, problem } = await readParts(deps, request.parts(toTheEnd));
    const locale = localeSchema.catch("en").parse(firstOf(fields, "locale"));
    try {
      if (problem) throw problem;
      const submission = {
        key: z.uuid().catch(randomUUID()).parse(firstOf(fields, "key")),
        form: "contact",
        locale,
        answers: answersOf(formOf(deps), fields, files),
        context: {},
        writtenAt: deps.now(),
      };
      const website = firstOf(fields, "website");
      const { number } = await submitPlainForm(deps, { submission, website });
      const facts = { locale, site: siteName(deps, locale), number };
      return page(reply, 200, plainReceipt({ ...facts, email: firstOf(fields, "email") }));
    } catch (error) {
      return refuse(deps, reply, { error, locale, fields });
    }
  });

  http.get("/api/contact/confirm", { ...limit, errorHandler }, async (request, reply) => {
    const link = confirmSchema.safeParse(request.query);
    if (!link.success) throw new Problem("link_invalid");
    const { ticket, signature } = link.data;
    const { locale } = await confirmPlainForm(deps, { ticket, signature });
    return reply.redirect(statusUrl(deps, locale, ticket), 303);
  });
}

type Failure = { error: unknown; locale: Locale; fields: Posted };

/** Says what is wrong and shows what was typed. */
function refuse(deps: Deps, reply: FastifyReply, { error, locale, fields }: Failure) {
  const problem = problemOf(error);
  if (problem.status >= 500) deps.log.error({ err: error }, "plain form failed");
  const form = formOf(deps);
  const wrong = form.fields.find(({ id }) => id === problem.params.field);
  return page(
    reply,
    problem.status,
    plainFailure({
      locale,
      site: siteName(deps, locale),
      message: problemText(problem, locale),
      field: wrong?.label[locale] ?? "",
      typed: typedText(form, locale, fields),
    }),
  );
}

const siteName = (deps: Deps, locale: Locale): string => deps.content().site.name[locale];

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
