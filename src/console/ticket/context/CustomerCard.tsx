import { Building2, Clock3, Languages, Mail, Phone, UserRoundCheck } from "lucide-react";
import type { ReactNode } from "react";
import { m } from "#messages";
import type { Ticket } from "../../api.ts";
import { intlLocale } from "../../language.ts";
import { Person } from "../../look/Person.tsx";
import { dayOrToday, timeIn } from "../../time/dates.ts";
import { useFromNow } from "../../time/now.ts";
import classes from "./context.module.css";
import { TierMenu } from "./TierMenu.tsx";

type Customer = Ticket["customer"];

/** Who wrote, how to reach them, and what time it is where they are. */
export function CustomerCard({ customer }: { customer: Customer }) {
  const { name, email, company, phone, timeZone, locale } = customer;
  return (
    <section className={classes.customer} aria-label={m.console_customer()}>
      <header>
        <Person name={name ?? email ?? "?"} size={36} />
        <div>
          <h2>{name ?? m.console_customer_nameless()}</h2>
          <TierMenu customer={customer} />
        </div>
      </header>
      <ul className={classes.lines}>
        {company && <Line icon={<Building2 size={14} />}>{company}</Line>}
        {email && (
          <Line icon={<Mail size={14} />}>
            <a href={`mailto:${email}`}>{email}</a>
          </Line>
        )}
        {phone && (
          <Line icon={<Phone size={14} />}>
            <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</a>
          </Line>
        )}
        {timeZone && <LocalTime zone={timeZone} />}
        <Line icon={<Languages size={14} />}>{languageName(locale)}</Line>
        <Line icon={<UserRoundCheck size={14} />}>
          {m.console_customer_since({ day: dayOrToday(customer.createdAt.getTime()) })}
        </Line>
      </ul>
    </section>
  );
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li>
      {icon}
      <span>{children}</span>
    </li>
  );
}

function LocalTime({ zone }: { zone: string }) {
  const time = useFromNow((now) => timeIn(zone, now));
  if (!time) return null;
  return <Line icon={<Clock3 size={14} />}>{m.console_local_time({ time, zone })}</Line>;
}

const languageName = (locale: string): string =>
  new Intl.DisplayNames(intlLocale(), { type: "language" }).of(locale) ?? locale;
