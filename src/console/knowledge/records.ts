/** What the API tells of articles and drafts. */
import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "../../../server/router.ts";

type Output = inferRouterOutputs<AppRouter>["articles"];
export type Article = Output["list"]["articles"][number];
export type ContentProblem = Output["list"]["problems"][number];
export type DraftRow = Output["drafts"][number];
export type Draft = Output["draft"];
export type Finding = Draft["redactions"][number];
export type Found = Draft["questions"]["found"][number];
export type Checklist = Output["checklist"];
export type CheckedPoint = Checklist["points"][number];
export type Publication = Output["publish"];
