/** The console reads its language from the browser when it is loaded: here it is told English. */
Object.assign(globalThis, { document: { documentElement: { lang: "en" } } });
Object.defineProperty(globalThis, "navigator", {
  value: { language: "en-GB" },
  configurable: true,
});
