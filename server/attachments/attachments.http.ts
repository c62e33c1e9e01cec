/** Files in and out. They are downloads with the type found in them; only pictures are shown. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { ticketOfLink } from "../tickets/customer.service.ts";
import { tokenSchema } from "../tickets/link.ts";
import { fileForStaff, fileOfTicket, type StoredFile } from "./attachments.repo.ts";
import { readStored, storeUpload } from "./attachments.service.ts";
import { inlineTypes } from "./filetype.ts";

type Options = { deps: Deps; agentOf(request: FastifyRequest): Promise<Agent | null> };

const fileSchema = z.object({ id: z.uuid(), t: tokenSchema.optional() });

export async function attachmentRoutes(
  http: FastifyInstance,
  { deps, agentOf }: Options,
): Promise<void> {
  http.post("/api/files", { config: { rateLimit: {} } }, async (request) => {
    const part = await request.file();
    if (!part) throw new Problem("file_missing");
    const { id, name, mime, size } = await storeUpload(deps, {
      name: part.filename,
      stream: part.file,
    });
    return { id, name, mime, size };
  });

  http.get("/api/files/:id", async (request, reply) => {
    const { id, t } = fileSchema.parse({
      ...(request.params as object),
      ...(request.query as object),
    });
    const file = t
      ? await fileOfTicket(deps.db, await ticketOfLink(deps, t), id)
      : await staffFile(deps, await agentOf(request), id);
    if (!file) throw new Problem("not_found");
    return send(reply, deps, file);
  });
}

async function staffFile(deps: Deps, agent: Agent | null, id: string): Promise<StoredFile | null> {
  if (!agent) throw new Problem("sign_in_required");
  return fileForStaff(deps.db, id);
}

function send(reply: FastifyReply, deps: Deps, file: StoredFile) {
  const how = inlineTypes.has(file.mime) ? "inline" : "attachment";
  return reply
    .type(file.mime)
    .header("content-length", file.size)
    .header("content-disposition", `${how}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header("content-security-policy", "sandbox; default-src 'none'")
    .header("cache-control", "private, max-age=3600")
    .send(readStored(deps, file.id));
}
