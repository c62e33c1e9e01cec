import type { Customer } from "../customers.ts";

const devices = {
  iphone: { os: "iOS 26.1", browser: "Safari 26.1" },
  pixel: { os: "Android 16", browser: "Chrome 142" },
  galaxy: { os: "Android 15", browser: "Samsung Internet 29" },
  mac: { os: "macOS 26.1", browser: "Safari 26.1" },
  windows: { os: "Windows 11", browser: "Edge 142" },
  linux: { os: "Ubuntu 26.04", browser: "Firefox 145" },
};

const person = (
  name: string,
  device: keyof typeof devices,
  city: string,
  knownFor: number,
  more: Partial<Customer> = {},
): Customer => ({
  name,
  email: `${name.toLowerCase().replaceAll("'", "").replaceAll(" ", ".")}@mail.example`,
  tier: "normal",
  locale: "en",
  timeZone: city,
  ...devices[device],
  knownFor,
  ...more,
});

export const english: Record<string, Customer> = {
  priya: person("Priya Raman", "windows", "Asia/Singapore", 410, {
    company: "Larkfield Veterinary Clinics",
    email: "priya.raman@larkfield.example",
    phone: "+65 5550 0147",
    tier: "vip",
  }),
  grace: person("Grace Miller", "iphone", "America/New_York", 220),
  dermot: person("Dermot Kehoe", "pixel", "Europe/Dublin", 96),
  hannah: person("Hannah Vogel", "mac", "Europe/Berlin", 301),
  liam: person("Liam O'Connor", "galaxy", "Australia/Sydney", 58),
  sofia: person("Sofia Marchetti", "iphone", "Europe/Rome", 140),
  tunde: person("Tunde Adeyemi", "pixel", "Europe/London", 33),
  claire: person("Claire Dubois", "mac", "Europe/Paris", 187),
  marcus: person("Marcus Lindgren", "windows", "Europe/Stockholm", 260, {
    company: "Norrsken Holiday Lets",
    email: "marcus@norrskenlets.example",
    tier: "vip",
  }),
  jenna: person("Jenna Park", "iphone", "America/Los_Angeles", 45),
  rahul: person("Rahul Deshpande", "galaxy", "Asia/Kolkata", 75),
  evelyn: person("Evelyn Tan", "iphone", "Asia/Singapore", 512),
  peter: person("Peter Novak", "linux", "Europe/Prague", 122),
  amara: person("Amara Diallo", "pixel", "Europe/Paris", 38),
  scott: person("Scott Brennan", "windows", "America/Chicago", 203),
  ingrid: person("Ingrid Solberg", "iphone", "Europe/Oslo", 167),
  oliver: person("Oliver Whitcombe", "mac", "Europe/London", 340, {
    company: "Whitcombe & Daughter Lettings",
    email: "oliver@whitcombe-lettings.example",
  }),
  nadia: person("Nadia Haddad", "iphone", "Asia/Dubai", 81),
  ben: person("Ben Kowalczyk", "galaxy", "Europe/Warsaw", 51),
  ruth: person("Ruth Abernathy", "windows", "America/Denver", 640, { tier: "vip" }),
};
