import { Navigate } from "@tanstack/react-router";
import { m } from "#messages";
import { Notice } from "../look/Notice.tsx";
import { useMe } from "../session/session.ts";
import { sectionsFor } from "./sections.ts";

/** `/settings` itself leads to the first section that is the person's. */
export function FirstSection() {
  const [first] = sectionsFor(useMe().role);
  return first ? <Navigate to={first.to} replace /> : <Notice title={m.settings_not_yours()} />;
}
