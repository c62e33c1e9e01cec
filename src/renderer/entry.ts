import { createApp } from "astro/app/entrypoint";

/** The pages of the help center as a program; `open.ts` loads the built file and asks it for pages. */
export const app = createApp({ streaming: false });
