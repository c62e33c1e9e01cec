/** Names of browsers and systems as people know them, read from what the browser says of itself. */

const browsers: [RegExp, string][] = [
  [/MicroMessenger\/(\d+)/, "WeChat"],
  [/Edg(?:A|iOS)?\/(\d+)/, "Edge"],
  [/OPR\/(\d+)/, "Opera"],
  [/SamsungBrowser\/(\d+)/, "Samsung Internet"],
  [/(?:Firefox|FxiOS)\/(\d+)/, "Firefox"],
  [/(?:Chrome|CriOS)\/(\d+)/, "Chrome"],
  [/Version\/(\d+(?:\.\d+)?).*Safari/, "Safari"],
];

/** "Firefox 144", or nothing where the name isn't known. */
export function browserOf(userAgent: string): string | undefined {
  for (const [pattern, name] of browsers) {
    const version = pattern.exec(userAgent)?.[1];
    if (version) return `${name} ${version}`;
  }
  return undefined;
}

const systems: [RegExp, (match: RegExpExecArray) => string][] = [
  [/HarmonyOS|OpenHarmony/, () => "HarmonyOS"],
  [/Android (\d+)/, ([, version]) => `Android ${version}`],
  [/(?:iPhone|CPU) OS (\d+)_(\d+)/, ([, major, minor]) => `iOS ${major}.${minor}`],
  [/Windows NT/, () => "Windows"],
  [/CrOS/, () => "ChromeOS"],
  [/Mac OS X/, () => "macOS"],
  [/Linux/, () => "Linux"],
];

/** "Android 16", "Windows": versions only where the browser still tells the truth about them. */
export function systemOf(userAgent: string): string | undefined {
  for (const [pattern, name] of systems) {
    const match = pattern.exec(userAgent);
    if (match) return name(match);
  }
  return undefined;
}
