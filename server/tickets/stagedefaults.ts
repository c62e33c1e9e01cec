/** Procedures that a new desk begins with. Questions and suggestions need none. */
import { complaintProcedure } from "./complaintstages.ts";
import { faultProcedure } from "./faultstages.ts";
import { securityProcedure } from "./securitystages.ts";
import { type Procedures, stagesSchema } from "./stages.ts";

export const defaultStages: Procedures = stagesSchema.parse({
  templates: [faultProcedure, complaintProcedure, securityProcedure],
});
