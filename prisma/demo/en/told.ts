import {
  ack,
  ask,
  assign,
  hand,
  judge,
  later,
  note,
  priority,
  reply,
  type Story,
  solve,
  use,
  write,
} from "../story.ts";

/** English tickets that are over, told in full. */
export const told: Story[] = [
  {
    id: "stranger-in-account",
    from: "ruth",
    kind: "fault",
    category: "account",
    module: "app",
    subject: "Somebody signed in from Lagos and my living room camera turned by itself",
    text: `I got a mail "New sign-in, Lagos, Android" at 5:40 this morning while I was asleep in Denver. Ten minutes later the camera in the living room turned towards the sofa. I've unplugged it. I feel sick about this.

I use the same password in several places, I know, I know.`,
    fields: {
      device: "Cam S",
      version: "App 5.11.2",
      since: "@0 05:40",
      steps:
        "Unplugged the camera. Haven't changed the password, because I didn't want to make it worse.",
      evidence: { waived: "I've deleted the mail in panic" },
      impact: "department",
      urgency: "high",
      account: "ruth.abernathy@mail.example",
    },
    searches: ["somebody in my account", "new sign-in not me"],
    by: "tom",
    wall: true,
    steps: [
      ack(0.08),
      priority(
        0.05,
        "P1",
        "Unauthorised sign-in with live access to a camera; VIP. Security case, round the clock.",
      ),
      reply(
        0.2,
        `Ruth, unplugging was exactly right, and nothing you do now makes it worse. I've ended every session of your account from here, so whoever it was is out, and I've locked live view until you say otherwise.

Please do these two things, in this order:
1. Open the app, "Forgot password", and choose a password you use nowhere else.
2. Me > Account and security > Two-step verification.

I'm going through the access log now and will tell you exactly what was seen, and when, by {promise}.`,
        2,
      ),
      note(
        0.9,
        "Log: one sign-in at 05:41 (password right at first try, so reused), live view of the living room 05:49–05:53, one pan command, no recordings opened, no share created, no e-mail change. Session ended by us.",
      ),
      reply(
        0.3,
        `Ruth, this is everything the log shows. One sign-in at 05:41 with the right password. The living room camera was watched from 05:49 to 05:53 and turned once. No recording was opened or downloaded, nobody was invited, your address and card weren't touched. There was no other access in the past 90 days.

Once two-step verification is on, tell me here and I'll unlock live view. I'll look in by {promise} in any case.`,
        10,
      ),
      write(
        1.5,
        "Both done. New password, two-step on, and I've changed the bank one as well. Four minutes. It's less than I feared, and it's still four minutes. You can unlock it.",
      ),
      solve(
        0.4,
        `Unlocked, and I've checked that your phone is the only device signed in. You can plug the camera in again.

Please also change every other account that had the old password, beginning with your mail. If you'd like to report it to the police, answer here and I'll prepare the log as a signed PDF within one working day; we keep it for 180 days.`,
        "account",
        "Password reused from another service's leak; two-step verification was off. Four minutes of live view, nothing downloaded.",
      ),
      use(144),
      judge(20, true),
    ],
  },
  {
    id: "charged-three-times",
    from: "marcus",
    kind: "complaint",
    category: "subscriptions",
    module: "cloud",
    subject: "Charged three times $80 for one Home plan",
    text: "Our card shows three charges of $80 within two minutes for the yearly Home plan. The payment page hung, I pressed the button again, as one does. I want two of them back, and I want to hear that you know why it happened, because I have eleven more houses to put on this plan.",
    fields: { impact: "company", urgency: "high", account: "marcus@norrskenlets.example" },
    read: [176],
    by: "mia",
    steps: [
      ack(0.1),
      reply(
        0.7,
        `Hello Marcus, I see all three: one is settled, two are authorisations that became charges because the page asked the bank again each time. You pressed a button that should have been grey by then. That's our fault.

I've refunded two times $80 to the same card just now. What I don't have yet is the cause in the payment page's log; I've asked for it and will write to you by {promise}.`,
        6,
      ),
      note(
        1.2,
        "Refunds RF-220914 and RF-220915. Payments team: the page's retry ignores the idempotency key after a 3-D Secure timeout. Fix goes out tonight.",
      ),
      reply(
        3,
        `Marcus, here is the cause, in plain words. Your bank's confirmation page took longer than 30 seconds. Our page then treated the second press as a new purchase instead of the same one. The correction goes live tonight, and I'd like to see it work before I tell you that it does. I'll write by {promise}.`,
        9,
      ),
      solve(
        5,
        `Marcus, the correction is live since last night; I've tried it myself with a delayed confirmation and three presses: one charge.

The two refunds have left us. Banks take 1 to 7 working days to show them. For the trouble I've added a month to your plan. And for the other eleven houses: write to me before you order, there's a volume price from ten plans on.`,
        "billing",
        "Payment page retried without its idempotency key after a 3-D Secure timeout.",
      ),
      use(176),
      judge(3, true),
    ],
  },
  {
    id: "lettings-invoice",
    from: "oliver",
    kind: "complaint",
    category: "invoices",
    module: "store",
    subject: "Third invoice, third wrong company name",
    text: `Order of 24 door sensors. First invoice: my private name. Second: "Whitcombe and Daughter Letting". Third: the right name but the old address. It's Whitcombe & Daughter Lettings, with an ampersand and an s, 4 Quay Street. My bookkeeper has begun to find it funny; I haven't.`,
    fields: { order: "HN-6620418871", impact: "department", urgency: "normal" },
    by: "mia",
    steps: [
      ack(0.15),
      reply(
        1.5,
        `Hello Oliver, three attempts at one ampersand, I'm sorry. The name is cut by the invoice system itself, so a fourth try from my side would look the same. I've stopped that and given it to the finance team with the exact text from your letterhead.

I'll tell you by {promise} when the corrected invoice leaves.`,
        8,
      ),
      hand(
        7,
        `Hello Oliver, finance has found it: the tax portal refuses "&" in names that were entered before this summer. They have to have the record changed at the portal, which takes them two to three working days. I don't like it either.

I'll write by {promise}, with the invoice or with the reason why not.`,
        24,
      ),
      note(
        20,
        "Portal ticket still open. Asked Tom to call our contact there, three days is too long for a name.",
      ),
      assign(0.2, "tom"),
      reply(
        1.5,
        `Hello Oliver, Tom here; I've taken this over so that it ends. I reached a person at the portal by phone: the record will be changed tomorrow morning. The invoice then takes minutes. You'll have it, or a call from me, by {promise}.`,
        12,
        "tom",
      ),
      solve(
        9.5,
        `Hello Oliver, attached to a separate mail you find the invoice: Whitcombe & Daughter Lettings, 4 Quay Street, with ampersand and s. I've compared it letter by letter with your letterhead. The three wrong ones are reversed, your bookkeeper can throw them away.

This took us much longer than the three days we allow ourselves. A coupon of $20 is on your account for the next batch of sensors.`,
        "third_party",
        "Tax portal refuses & in names entered before July; record changed by hand there.",
        "tom",
      ),
      later("Worth a note for agents once the portal has fixed its old records", 0.05),
    ],
  },
  {
    id: "old-chime-restarts-bell",
    from: "claire",
    kind: "fault",
    category: "setup",
    module: "bell",
    subject: "Bell 1 restarts whenever the old chime in the hall rings",
    text: "I've wired the Bell 1 to the old transformer. Whenever someone presses, the hall chime goes ding (no dong), the light ring goes dark, and the doorbell restarts. It takes a minute to come back. On battery it never did that. The transformer says 8 V, 5 VA.",
    fields: {
      device: "Bell 1, HB1-71RT-9034",
      version: "2.4.1",
      since: "@2",
      steps:
        "Changed the wires over. Existing bell is switched on in the app. Power says Wired. Charged the battery to 100 %: the same.",
      impact: "person",
      urgency: "low",
    },
    searches: [
      "doorbell restarts when pressed",
      "bell 1 transformer too weak",
      "chime only dings once",
    ],
    read: [153, 165],
    by: "mia",
    steps: [
      ack(0.12),
      ask(
        1.1,
        `Hello Claire, a ding without a dong and a restart in the same second: that's voltage breaking down. Could you tell me what the app shows under Settings > Power > Voltage, once at rest and once while you hold the button down?`,
      ),
      write(
        3,
        "At rest 8.3 V. While I press, it jumps between 4.9 and 5.6 V, then the app loses it.",
      ),
      solve(
        0.8,
        `Thank you, that settles it: while the chime rings, the old transformer falls to about 5 V, and Bell 1 needs 8. Two ways out:

1. Without an electrician: switch off Settings > Existing bell. Bell 1 then only charges over the wires, and the plug-in chime or your phones do the ringing. Works at once.
2. To keep the chime in the hall: have the transformer changed for 16 V AC and 10 VA. It fits in the same place on the rail, and takes an electrician a quarter of an hour.

With the first way you can wait for the second in peace.`,
        "how_to",
        "Transformer of 8 V and 5 VA drops to about 5 V while a mechanical chime rings; Bell 1 needs at least 8 V under load. 16 V AC with 10 VA is comfortable.",
      ),
      {
        do: "promote",
        t: 0.4,
        description:
          "Bell 1 goes dark and restarts the moment the hall chime rings: the transformer is too weak, and what to do about it.",
        review: true,
      },
      judge(18, true),
    ],
  },
];
