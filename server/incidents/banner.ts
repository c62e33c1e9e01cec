/** The one small file that the pages of the help center ask: problems we know about. */
import { z } from "zod";

/** A known problem as readers see it. `link` empty: nowhere to follow it. `since`: epoch ms. */
export const knownIssueSchema = z.object({
  id: z.int(),
  en: z.string(),
  zh: z.string(),
  link: z.string(),
  since: z.int(),
});
export type KnownIssue = z.infer<typeof knownIssueSchema>;

/** Its place below the site's root. */
export const knownIssuesFile = "known-issues.json";

/** A page shows the latest; more than three are no notice any more. */
const most = 3;

type Shown = { number: number; banner: unknown; bannerFrom: Date | null };

const written = knownIssueSchema.pick({ en: true, zh: true, link: true });

/** The latest first. What is missing in one language is said in the other rather than not at all. */
export function knownIssues(incidents: readonly Shown[]): KnownIssue[] {
  return incidents
    .flatMap(({ number, banner, bannerFrom }) => {
      const said = written.safeParse(banner);
      if (!bannerFrom || !said.success || !(said.data.en || said.data.zh)) return [];
      const { en, zh, link } = said.data;
      return [{ id: number, en: en || zh, zh: zh || en, link, since: bannerFrom.getTime() }];
    })
    .sort((a, b) => b.since - a.since)
    .slice(0, most);
}
