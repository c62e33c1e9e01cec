import type { Tx } from "../db.ts";

export type StoredVersion = {
  kind: string;
  version: number;
  note: string;
  byId: string | null;
  at: Date;
};

/** Number of the version in force; 0 when none was ever stored. */
export const latestVersion = async (tx: Tx, kind: string): Promise<number> =>
  (await latestVersions(tx, [kind]))[0]!;

/** The same of several kinds, in their order. */
export async function latestVersions(tx: Tx, kinds: readonly string[]): Promise<number[]> {
  const rows = await tx.$queryRaw<{ version: number }[]>`
    SELECT coalesce((SELECT max(version) FROM setting_versions v WHERE v.kind = k.kind), 0) AS version
    FROM unnest(${kinds}::text[]) WITH ORDINALITY AS k (kind, place) ORDER BY place`;
  return rows.map(({ version }) => version);
}

/** The document of one version, or null. */
export async function storedDocument(tx: Tx, kind: string, version: number): Promise<unknown> {
  const found = await tx.settingVersion.findUnique({
    where: { kind_version: { kind, version } },
    select: { data: true },
  });
  return found?.data ?? null;
}

/** @returns false when this version exists already: somebody else was first. */
export async function insertVersion(
  tx: Tx,
  row: { kind: string; version: number; data: object; note: string; byId: string | null; at: Date },
): Promise<boolean> {
  const { count } = await tx.settingVersion.createMany({ data: [row], skipDuplicates: true });
  return count === 1;
}

/** All versions of a kind, newest first, without their documents. */
export function listVersions(tx: Tx, kind: string): Promise<StoredVersion[]> {
  return tx.settingVersion.findMany({
    where: { kind },
    orderBy: { version: "desc" },
    select: { kind: true, version: true, note: true, byId: true, at: true },
  });
}

/** Appends to the audit log. */
export async function audit(
  tx: Tx,
  entry: { at: Date; userId: string | null; action: string; subject: string; data?: object },
): Promise<void> {
  await tx.auditEntry.create({ data: { ...entry, data: entry.data ?? {} } });
}

/** Names of staff by id, active or not: old versions name people who have left. */
export async function staffNames(tx: Tx): Promise<Map<string, { name: string; active: boolean }>> {
  const rows = await tx.user.findMany({ select: { id: true, name: true, active: true } });
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}
