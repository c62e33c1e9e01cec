/** Whether a role is answerable for the whole desk, as the server has it for `lead.*`. */
export const isLead = (role: string): boolean => role === "lead" || role === "admin";
