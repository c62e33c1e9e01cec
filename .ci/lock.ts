/**
 * `npm run lock:complete`: adds to package-lock.json the optional dependencies of other platforms
 * that npm left out because the registry in use lacks them. Without them `npm ci` refuses the lock
 * file on those platforms. Run after every change of dependencies.
 */
import { readFileSync, writeFileSync } from "node:fs";

type Entry = {
  version?: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};
type Lock = { packages: Record<string, Entry> };

const lock: Lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const systems = [
  "linux",
  "darwin",
  "win32",
  "freebsd",
  "android",
  "openbsd",
  "netbsd",
  "sunos",
  "aix",
  "openharmony",
];
const processors = [
  "x64",
  "arm64",
  "arm",
  "ia32",
  "riscv64",
  "ppc64",
  "ppc64le",
  "s390x",
  "loong64",
  "mips64el",
  "wasm32",
];

/** What a binding's name says about where it runs, as npm writes it. */
function platformOf(name: string): Pick<Entry, "os" | "cpu" | "libc"> {
  const words = name.replace("windows", "win32").replace("32ia32", "ia32").split(/[-/@]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  const libc = words.includes("musl") ? "musl" : words.includes("gnu") ? "glibc" : undefined;
  return { ...(cpu && { cpu: [cpu] }), ...(os && { os: [os] }), ...(libc && { libc: [libc] }) };
}

/** Where npm would find `name` from a package: the nearest node_modules upwards. */
function isLocked(from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.replace(/\/?node_modules\/(?:@[^/]+\/)?[^/]+$/, "")) {
    if (lock.packages[`${folder}${folder && "/"}node_modules/${name}`]) return true;
    if (folder === "") return false;
  }
}

const missing = Object.entries(lock.packages).flatMap(([from, { optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies).filter(([name]) => !isLocked(from, name)),
);
for (const [name, range] of missing) {
  const version = range.replace(/^npm:.*@/, "").replace(/^[\^~>=v]+/, "");
  lock.packages[`node_modules/${name}`] ??= { version, optional: true, ...platformOf(name) };
}
const { "": root, ...rest } = lock.packages;
lock.packages = {
  "": root!,
  ...Object.fromEntries(Object.entries(rest).sort(([a], [b]) => a.localeCompare(b, "en"))),
};
writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${missing.length} entries added`);
