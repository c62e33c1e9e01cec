import { ack, ask, hand, note, nudge, plan, priority, reply, type Story } from "../story.ts";

/** English tickets that are under way now. */
export const running: Story[] = [
  {
    id: "clinics-offline",
    from: "priya",
    kind: "fault",
    category: "troubleshooting",
    module: "cam",
    subject: "All 14 cameras at our three clinics went offline at the same moment",
    text: `Half an hour ago all 14 Cam X in our three clinics dropped off within the same minute. Three different buildings, three different internet providers, so I don't believe it's our Wi-Fi. The app says "Can't reach the service (E-503)" and live view just spins.

Two of the cameras watch the recovery ward. My nurses are now walking over every ten minutes because they can't see the animals on the drip. Please treat this accordingly.`,
    fields: {
      device: "Cam X, 14 of them; for example HX2-7Q41-0093",
      version: "Firmware 3.8.2, app 5.12.0",
      since: "@0",
      steps:
        "Restarted one camera: no change. Restarted the router at Tampines: no change. Tried the app on mobile data: same error. Other internet services work at all three sites.",
      evidence: { waived: "The error is the text I quoted, nothing else on the screen" },
      impact: "company",
      urgency: "high",
      account: "priya.raman@larkfield.example",
    },
    searches: ["all cameras offline", "E-503"],
    read: [161],
    by: "tom",
    wall: true,
    present: { t: 1.4 },
    steps: [
      ack(1.35),
      note(
        1.32,
        "Confirmed with the status board: the relay in Singapore (sg-2) answers 503 since 25 minutes before this ticket. Two more accounts on the same relay show no live sessions. This is ours, not theirs.",
      ),
      priority(
        1.29,
        "P0",
        "Relay sg-2 is down; every camera routed through it is blind. Recovery ward of a VIP customer without supervision.",
      ),
      reply(
        1.24,
        `Priya, you're right: this is on our side, not your Wi-Fi. The server in Singapore that connects your cameras to the app is down, and our network team has been on it since before you wrote.

What you can do for the ward right now: on a phone that is in the clinic's own Wi-Fi, open the app, then the camera, Settings > Network > Local view. That picture doesn't pass through our server. Recording to the microSD cards goes on meanwhile, nothing is being lost.

I have your case myself. You'll hear from me by {promise}, with or without news.`,
        -0.3,
      ),
      {
        do: "write",
        t: 0.95,
        text: "Local view works at Tampines, thank you, that calms the ward down. The other two sites have the tablets locked away, so they still need the normal way. Waiting to hear.",
      },
      note(
        0.7,
        "Network team: sg-2 ran out of file handles after the last deployment; rolling back. Sessions will be moved to sg-1 in batches, Larkfield in the first batch.",
        "tom",
      ),
      reply(
        0.5,
        `Priya, an update as promised. The cause is found: a change we had installed on that server shortly before. It's being taken back, and cameras are moved to another server in batches. Yours are in the first batch.

You don't have to restart anything; the cameras will come back one by one. I'll write again by {promise} and tell you how many of the 14 I can see online from here.`,
        0.35,
      ),
    ],
  },
  {
    id: "bell-rings-late",
    from: "dermot",
    kind: "fault",
    category: "troubleshooting",
    module: "bell",
    subject: "My phone rings 40 seconds after the visitor has walked away",
    text: `Since I moved the Bell 1 from the back door to the front, my phone rings about 40 seconds after somebody presses the button. The chime in the hall rings at once. By the time I see the picture there's only the postman's back.

I stopped it with a watch: 38, 41, 44 and 37 seconds. On Wi-Fi and on mobile data it's the same.`,
    fields: {
      device: "Bell 1, HB1-33K0-5512",
      version: "2.4.1",
      since: "@3",
      steps:
        "Battery use of the app is on Unrestricted. Notifications for Doorbell are on. Reinstalled the app. Signal under Device info: 2 of 4 bars with the door closed.",
      impact: "department",
      urgency: "normal",
      account: "dermot.kehoe@mail.example",
    },
    searches: ["doorbell late", "bell rings late phone"],
    read: [165],
    by: "mia",
    present: { t: 6.6 },
    steps: [ack(6.45), nudge(1.1)],
  },
  {
    id: "purple-picture",
    from: "grace",
    kind: "fault",
    category: "troubleshooting",
    module: "cam",
    subject: "Daytime picture is pink and purple since the update",
    text: "Green spruces are purple and the snow is pink. At night everything looks normal in black and white. It began the morning after the camera updated itself. It's a Cam X under the eaves, it never did this in its first year.",
    fields: {
      device: "Cam X, HX2-19PD-2208",
      version: "3.8.2",
      since: "@2 07:30",
      steps:
        "Switched it off for a minute. Set night vision to Off: still pink. Covered the lens by hand: I don't hear any click.",
      evidence: { waived: "I'll send one as soon as I'm back at the cabin on the weekend" },
      impact: "person",
      urgency: "normal",
    },
    read: [164, 157],
    by: "mia",
    present: { t: 3.5 },
    steps: [
      ack(3.35),
      note(
        1.2,
        "No click and pink by day: looks like the IR filter is stuck, not the firmware. Checking with Tom whether 3.8.2 changed the filter's driving current before I tell her to send it in.",
      ),
    ],
  },
  {
    id: "locker-parcel",
    from: "tunde",
    kind: "complaint",
    category: "delivery",
    module: "store",
    subject: "Courier put my hub in a locker and nobody has the code",
    text: `Tracking says "Delivered to parcel locker", but I never chose a locker, I got no code by text or e-mail, and the locker company says the courier has to send it. The courier says ask the sender. So here I am asking the sender.

It's a Hub 2 and two leak sensors, and my kitchen is being plumbed on Friday week.`,
    fields: { order: "HN-7741920583", impact: "person", urgency: "high" },
    searches: ["locker code", "delivered but not received"],
    read: [115],
    by: "mia",
    present: { t: 15.5 },
    steps: [
      ack(15.4),
      hand(
        13.2,
        `Hello Tunde, being sent in a circle is our problem to break, not yours. We're the courier's customer, so they have to answer us: I've opened an investigation with them (their reference BX-40117) and asked for the code or a second delivery to your door.

They owe me an answer within one working day. I'll tell you what they said by {promise}.`,
        -6,
      ),
      note(
        7.5,
        "Courier portal: locker module lost power on the day of delivery, codes were never sent out. They want to collect and deliver again, date not confirmed yet.",
      ),
      hand(
        6.6,
        `Hello Tunde, the courier has admitted it: the locker had a power cut, so no codes were sent that day. They'll collect the parcel and bring it to your door; the date isn't fixed yet.

If I don't have a date from them when I write to you by {promise}, I'll send you a second parcel from our own stock the same day, and the one in the locker is no longer your concern. Either way it arrives before your plumber.`,
        6,
      ),
      {
        do: "write",
        t: 5.8,
        text: "That's the first sensible thing I've heard in four days. Thanks, Mia.",
      },
    ],
  },
  {
    id: "gaps-at-night",
    from: "hannah",
    kind: "fault",
    category: "troubleshooting",
    module: "cloud",
    subject: "Recordings are missing between two and three every night",
    text: "I have the Home plan. Every night there is a hole in the timeline of the Cam X in the courtyard, from about 02:05 to 02:55. The other two cameras have no hole. The bicycles were moved during one of those holes, which is how I noticed.",
    fields: {
      device: "Cam X, HX2-0B7C-1471",
      version: "3.8.1",
      since: "@6",
      steps:
        "Checked the timeline of seven nights in the app and on a tablet. Restarted the camera twice. Signal is 4 of 4 bars.",
      evidence: { waived: "The pictures show my neighbours' windows, I'd rather not send them" },
      impact: "person",
      urgency: "normal",
      account: "hannah.vogel@mail.example",
    },
    read: [168],
    by: "mia",
    present: { t: 35 },
    steps: [
      ack(34.9),
      ask(
        33.4,
        `Hello Hannah, thank you for checking seven nights, that saves us a round. One camera, always the same hour, full signal: that smells of something in the house that happens at two o'clock.

Could you look in your router for a schedule at that time (Wi-Fi pause, channel search, nightly restart), and tell me whether this camera is the only one on the 5 GHz band?`,
      ),
      {
        do: "write",
        t: 30.5,
        text: "Yes to both! The FRITZ!Box searches for a new 5 GHz channel at 2:00, and only the courtyard camera is on 5 GHz. I wouldn't have thought of it.",
      },
      {
        do: "solve",
        t: 28.8,
        text: `Then we have it. During the channel search the 5 GHz band is silent, and this camera waits up to 50 minutes before it tries again.

1. In the app: camera > Settings > Network > Band > 2.4 GHz only. It takes a minute and comes back by itself.
2. Or set the router's channel by hand; then it doesn't search at all.

Tonight's timeline should be whole. If it isn't, answer here and the ticket opens again.`,
        cause: "network",
        why: "Nightly 5 GHz channel search of the router; Cam X backs off for up to 50 minutes before it reconnects.",
      },
      { do: "judge", t: 3.4, solved: false },
      {
        do: "write",
        t: 3.3,
        text: "I set it to 2.4 GHz. The hole is smaller but it's still there: 02:05 to 02:20. Both nights.",
      },
      reply(
        1.8,
        `Hello Hannah, thank you for watching two more nights. Smaller but not gone means that the band was half of it. I've switched on the detailed connection log of this camera for tonight (no pictures, only times and error codes); it ends by itself tomorrow at 04:00.

I'll read it in the morning and tell you what happens at 02:05 by {promise}.`,
        5,
      ),
    ],
  },
  {
    id: "beeping-leak-sensor",
    from: "scott",
    kind: "fault",
    category: "troubleshooting",
    module: "sensors",
    subject: "Leak sensor chirps every few minutes but the app says it's dry",
    text: "The leak sensor behind the washer chirps twice every four or five minutes. Floor's bone dry, app says Dry, battery 71 %. I've got a three-week-old baby and that chirp is going to end me.",
    fields: {
      device: "Leak sensor, no idea about the serial",
      version: "hub 2.9.0",
      since: "@1",
      impact: "department",
      urgency: "high",
    },
    by: "mia",
    present: { t: 10.5 },
    steps: [
      ack(10.35),
      ask(
        8.6,
        `Hi Scott, congratulations, and let's get you some silence first: slide the sensor's cover to the left and take the battery out. You lose leak alerts for that spot until it's back in, nothing else.

Two chirps with a dry reading means that the sensor can't reach the hub, and it complains about that rather than about water. Two questions, so that I can tell you which fix it is:

- Did anything move lately: the hub, the washer, a metal shelf?
- In the app, under the sensor > Device info, how many bars are there, and what does "Last contact" say?`,
      ),
    ],
  },
  {
    id: "nobody-home-widget",
    from: "rahul",
    kind: "suggestion",
    category: "setup",
    module: "app",
    subject: 'A one-tap "nobody home" switch for the Android home screen',
    text: "When we leave, I open the app, wait for it to load, go to Modes, tap Away, confirm. With two kids at the door that's four taps too many. A widget or a quick-settings tile that switches between Home and Away would make my wife use it too. Today she doesn't, and then the alarm is never on.",
    by: "mia",
    present: { t: 27 },
    steps: [
      ack(26.9),
      reply(
        22,
        `Hello Rahul, thanks for telling us what happens at your door rather than just "please add a widget": that your wife doesn't use Away at all is the stronger argument.

I've put your case before the app team, who collect for the next version on Wednesdays. I'll tell you their answer, also if it's no, by {promise}.`,
        -10,
      ),
      note(
        11,
        "App team: quick-settings tile for modes is accepted for 5.14 (planned for the week after next), the widget isn't (needs background location). OK to tell customers about the tile.",
      ),
      reply(
        10.4,
        `Hello Rahul, here is the answer: the quick-settings tile is coming. It switches between Home and Away with one tap from the lock screen, and is planned for version 5.14. The home screen widget won't come for now, because Android would want your location all day for it.

I keep your ticket open until the version is out. By {promise} you'll hear from me whether the date holds.`,
        22,
      ),
      plan(10.3),
    ],
  },
];
