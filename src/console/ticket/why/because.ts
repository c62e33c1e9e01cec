import type { client } from "../../api.ts";

/** What the server says of why a ticket stands where it stands. */
export type Because = NonNullable<Awaited<ReturnType<typeof client.triage.why.query>>>;
