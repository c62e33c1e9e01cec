/** The only reader of the clock. Everything else is handed the time. */
export const now = (): Date => new Date();
