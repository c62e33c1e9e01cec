/** Who sits where in the demo company, who is here today, and who is called at night. */
import type { Deps, Role } from "../../server/deps.ts";
import { save } from "../../server/settings/settings.service.ts";
import { DAY, HOUR } from "../../server/sla/instant.ts";

type Place = { team: string; skills: string[]; presence: "online" | "away" | "off" };

/**
 * By the first part of the address. Mia and Siyuan are away from their desks: new tickets wait for
 * whoever tries the demo in their place, instead of being given to them at once.
 */
const places: Record<string, Place> = {
  mia: { team: "l1", skills: ["how-to"], presence: "away" },
  siyuan: { team: "tech", skills: ["tech"], presence: "away" },
  tom: { team: "care", skills: ["complaints", "csm"], presence: "online" },
  xiaowen: { team: "product", skills: ["product"], presence: "online" },
  minzhao: { team: "l1", skills: ["how-to"], presence: "off" },
  jonas: { team: "tech", skills: ["tech"], presence: "off" },
  priya: { team: "finance", skills: ["billing"], presence: "online" },
  chuan: { team: "risk", skills: ["security"], presence: "online" },
  linzhou: { team: "l2-reports", skills: ["reports"], presence: "away" },
};

/** Colleagues whom nobody signs in as. */
export const colleagues: { name: string; role: Role; email: string; locale: "en" | "zh" }[] = [
  { name: "赵敏", role: "agent", email: "minzhao@heronby.example", locale: "zh" },
  { name: "Jonas Weber", role: "agent", email: "jonas@heronby.example", locale: "en" },
  { name: "Priya Nair", role: "agent", email: "priya@heronby.example", locale: "en" },
  { name: "何川", role: "agent", email: "chuan@heronby.example", locale: "zh" },
  { name: "周琳", role: "agent", email: "linzhou@heronby.example", locale: "zh" },
];

export async function placeStaff(deps: Deps): Promise<void> {
  for (const [name, place] of Object.entries(places)) {
    const where = { email: `${name}@heronby.example` };
    await deps.db.user.update({ where, data: place });
  }
  await planNights(deps);
}

/** Weeks of being on call, in turn; made once. */
async function planNights(deps: Deps): Promise<void> {
  const { version, document } = await deps.settings.current("oncall");
  if (document.rotations.length > 0) return;
  const find = (name: string) =>
    deps.db.user.findUniqueOrThrow({ where: { email: `${name}@heronby.example` } });
  const [tom, ada] = [await find("tom"), await find("ada")];
  const lead = { kind: "agent", id: tom.id, name: tom.name, role: "lead", locale: "en" } as const;
  await save(deps, lead, {
    kind: "oncall",
    base: version,
    note: "Nights and holidays, a week each",
    data: {
      rotations: [
        {
          ...{ id: "nights", tz: "Asia/Shanghai", handoverAt: "09:00", days: 7 },
          ...{ from: mondayBefore(deps.now()), people: [tom.id, ada.id] },
        },
      ],
      overrides: [],
    },
  });
}

/** The Monday four weeks ago, in China, YYYY-MM-DD. */
function mondayBefore(now: Date): string {
  const there = new Date(now.getTime() + 8 * HOUR);
  const sinceMonday = (there.getUTCDay() + 6) % 7;
  return new Date(there.getTime() - (sinceMonday + 28) * DAY).toISOString().slice(0, 10);
}
