import { ack, assign, note, reply, type Story } from "../story.ts";

/** English tickets that are new or in an ordinary state now. */
export const arriving: Story[] = [
  {
    id: "hub-log",
    from: "peter",
    kind: "fault",
    category: "troubleshooting",
    module: "hub",
    subject: "Hub 2 restarts every 20 minutes, log attached",
    text: "After the power cut in our street the hub restarts roughly every 20 minutes. White, then nothing, then blue for a moment, then white. I pulled the log over the local interface and attached the interesting part. To me it looks like undervoltage, but the power supply is the original one.",
    fields: {
      device: "Hub 2, HH2-88F1-0406",
      version: "2.9.0",
      since: "@1 19:10",
      steps:
        "Other socket, no change. Other USB cable, no change. Unplugged all but one sensor, no change.",
      impact: "person",
      urgency: "normal",
    },
    file: {
      name: "hub2-restart.log",
      text: `18:52:04 boot reason=brownout fw=2.9.0 uptime_prev=1187s
18:52:06 psu vin=4.71V imax=0.84A
18:52:09 net eth0 up, lease ok, ntp offset 0.2s
18:52:11 radio 868 ok, 9 sensors, channel 3
18:58:30 psu vin=4.63V warn=low
19:04:12 psu vin=4.58V warn=P01
19:11:48 psu vin=4.49V warn=P01
19:11:51 radio tx retry sensor=door-3 n=2
19:11:57 psu vin=4.38V
19:11:57 brownout reset
19:12:03 boot reason=brownout fw=2.9.0 uptime_prev=1193s
`,
    },
    read: [166],
    by: "tom",
    present: { t: 9.2 },
    steps: [
      ack(9.1, "mia"),
      note(
        8.4,
        "P01 in the log, voltage falls under load until the brown-out. That's the table in the internal article: original supply, then send a new one. Tom, your warehouse contact is quicker than mine.",
        "mia",
      ),
      assign(8.3, "tom", "mia"),
      reply(
        6.3,
        `Hello Peter, your reading is right, and the log saved us a day: the voltage sinks from 4.7 to 4.4 V until the hub gives up (code P01). The power supply took damage in the power cut; the hub itself is fine.

A new supply is free of charge under warranty. It leaves our warehouse today; I'll send you the tracking number by {promise}. Until then any 5 V, 2 A phone charger with USB-C is safe to use.`,
        2.5,
      ),
    ],
  },
  {
    id: "two-homes-one-plan",
    from: "evelyn",
    kind: "question",
    category: "subscriptions",
    module: "cloud",
    subject: "Can two flats share one Home plan?",
    text: "I have three cameras at home and my mother has two at hers, in her own account. The Home plan covers eight devices. Do all of them have to be in one account, and would my mother then see into my living room? I'd like to pay once, but not at that price.",
    read: [171, 147],
    by: "mia",
    present: { t: 2.2, open: 0.12 },
    steps: [],
  },
  {
    id: "vat-number-checkout",
    from: "sofia",
    kind: "question",
    category: "invoices",
    module: "store",
    subject: "Where do I enter our VAT number before I pay?",
    text: "I'm about to order a doorbell for the studio and can't find a field for the partita IVA in the checkout. If I pay first, can the number still be put on the invoice afterwards? My accountant is strict about this.",
    searches: ["vat number", "invoice company"],
    by: "mia",
    present: { t: 9, open: 0.05 },
    steps: [],
  },
  {
    id: "motion-alerts-delivery",
    from: "jenna",
    kind: "fault",
    category: "troubleshooting",
    module: "app",
    subject: "Motion alerts come without a picture since yesterday",
    text: "Alerts still pop up, but the picture is a grey box with a little broken image. If I tap on it the clip plays fine. Two phones, same thing.",
    fields: {
      device: "Cam S, two of them",
      version: "App 5.12.0",
      since: "@1",
      impact: "department",
      urgency: "low",
    },
    by: "mia",
    present: { t: 5.5, open: 0.17 },
    steps: [],
  },
];
