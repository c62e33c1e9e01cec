import { Badge, Button, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { Check, ChevronDown } from "lucide-react";
import { m } from "#messages";
import { type Ticket, trpc } from "../../api.ts";
import { refusalOf } from "../../refusal.ts";
import { useMe } from "../../session/session.ts";
import { refreshTickets } from "../seen.ts";
import classes from "./context.module.css";

const tiers = { normal: m.console_tier_normal, vip: m.console_vip } as const;
type Tier = keyof typeof tiers;

/** How important the customer is to the company; whoever leads the desk can say so here. */
export function TierMenu({ customer }: { customer: Ticket["customer"] }) {
  const { role } = useMe();
  const tier = customer.tier === "vip" ? "vip" : "normal";
  const set = useMutation(
    trpc.customers.setTier.mutationOptions({
      onSuccess: (count, to) =>
        notifications.show({
          message: m.console_tier_changed({
            name: customer.name ?? customer.email ?? m.console_customer_nameless(),
            tier: tiers[to.tier](),
            count,
          }),
        }),
      onError: (error) =>
        notifications.show({ message: refusalOf(error).message, color: "breached" }),
      onSettled: refreshTickets,
    }),
  );
  if (role !== "lead" && role !== "admin") return <TierMark tier={tier} />;
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          className={classes.tier ?? ""}
          loading={set.isPending}
          rightSection={<ChevronDown size={12} />}
          aria-label={m.console_tier_is({ tier: tiers[tier]() })}
        >
          <TierMark tier={tier} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(Object.keys(tiers) as Tier[]).map((to) => (
          <Menu.Item
            key={to}
            disabled={to === tier}
            leftSection={<Check size={14} visibility={to === tier ? "visible" : "hidden"} />}
            onClick={() => set.mutate({ customerId: customer.id, tier: to })}
          >
            {tiers[to]()}
          </Menu.Item>
        ))}
        <Menu.Label>{m.console_tier_hint()}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
}

const TierMark = ({ tier }: { tier: Tier }) =>
  tier === "vip" ? <Badge color="open">{tiers.vip()}</Badge> : <small>{tiers.normal()}</small>;
