/** Reply templates that a new desk begins with. */
import { careTemplates } from "./caretemplates.ts";
import { outcomeTemplates } from "./outcometemplates.ts";
import { rhythmTemplates } from "./rhythmtemplates.ts";
import { type Templates, templatesSchema } from "./templates.ts";

export const defaultTemplates: Templates = templatesSchema.parse({
  templates: [...rhythmTemplates, ...careTemplates, ...outcomeTemplates],
});
