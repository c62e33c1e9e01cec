import { z } from "zod";
import { redact } from "#server/articles/redaction.ts";
import type { Suite } from "./suite.ts";

// The vectors name no allowed number, but expect the hotline of the demo company to stay.
const hotline = "400-000-0000";

const shape = z.object({
  vectors: z.array(
    z.object({
      id: z.string(),
      input: z.string(),
      known_names: z.array(z.string()),
      allowed_phones: z.array(z.string()).default([hotline]),
      expect: z.object({
        text: z.string(),
        kinds: z.array(z.string()),
        suspects: z.array(z.string()),
      }),
    }),
  ),
});

const suite: Suite = {
  accepts: (_file, data) => shape.safeParse(data).success,
  vectors: (data) =>
    shape.parse(data).vectors.map(({ id, input, known_names, allowed_phones, expect }) => ({
      id,
      kind: "redaction",
      expected: expect,
      run: () => {
        const result = redact(input, { knownNames: known_names, allowedPhones: allowed_phones });
        return {
          text: result.text,
          kinds: result.findings.map(({ kind }) => kind),
          suspects: result.suspects.map(({ text }) => text),
        };
      },
    })),
};
export default suite;
