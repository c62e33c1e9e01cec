import { Switch, Table } from "@mantine/core";
import { m } from "#messages";
import type { Preferences } from "../api.ts";
import { noticeWords } from "../notices/words.ts";
import classes from "./me.module.css";
import { Part } from "./Part.tsx";

type Way = Preferences["ways"][number];
type Props = { email: string; ways: Way[]; save: (change: { ways: Way[] }) => void };

/** Every kind of notice with a switch a way. */
export function WaysTable({ email, ways, save }: Props) {
  const change = (changed: Way) =>
    save({ ways: ways.map((way) => (way.kind === changed.kind ? changed : way)) });
  return (
    <Part title={m.notices_ways()} hint={m.notices_ways_hint({ email })}>
      <Table verticalSpacing={6} horizontalSpacing={0} className={classes.ways ?? ""}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{m.notices_way_kind()}</Table.Th>
            <Table.Th scope="col">{m.notices_way_app()}</Table.Th>
            <Table.Th scope="col">{m.notices_way_mail()}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ways.map((way) => (
            <WayRow key={way.kind} way={way} change={change} />
          ))}
        </Table.Tbody>
      </Table>
    </Part>
  );
}

function WayRow({ way, change }: { way: Way; change: (way: Way) => void }) {
  const { label, icon: Icon } = noticeWords[way.kind];
  const kind = label();
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <span className={classes.kind}>
          <Icon size={15} aria-hidden="true" />
          {kind}
        </span>
      </Table.Th>
      <Table.Td>
        <Switch
          size="sm"
          checked={way.app}
          onChange={(event) => change({ ...way, app: event.currentTarget.checked })}
          aria-label={m.notices_way_app_label({ kind })}
        />
      </Table.Td>
      <Table.Td>
        <Switch
          size="sm"
          checked={way.mail}
          onChange={(event) => change({ ...way, mail: event.currentTarget.checked })}
          aria-label={m.notices_way_mail_label({ kind })}
        />
      </Table.Td>
    </Table.Tr>
  );
}
