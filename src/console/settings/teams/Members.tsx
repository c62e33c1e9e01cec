import { NumberInput, Select, TagsInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery } from "@tanstack/react-query";
import { m } from "#messages";
import { type client, queryClient, trpc } from "../../api.ts";
import { Person } from "../../look/Person.tsx";
import { refusalOf } from "../../refusal.ts";
import { roleName } from "../../words/roles.ts";
import documentClasses from "../document/document.module.css";
import type { Choice } from "../rules/choices.ts";
import classes from "./teams.module.css";

type Member = Awaited<ReturnType<typeof client.triage.members.query>>[number];
type Change = Omit<Parameters<typeof client.triage.changeMember.mutate>[0], "userId">;

/** Everybody, their team and what they can be given. A change counts at once. */
export function Members({ teams, skills }: { teams: Choice[]; skills: string[] }) {
  const { data = [] } = useQuery(trpc.triage.members.queryOptions());
  const save = useMutation(
    trpc.triage.changeMember.mutationOptions({
      onError: (error) =>
        notifications.show({ message: refusalOf(error).message, color: "breached" }),
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.triage.members.queryKey() }),
    }),
  );
  return (
    <section className={documentClasses.section} aria-labelledby="members-title">
      <h2 id="members-title">{m.settings_members()}</h2>
      <p className={documentClasses.hint}>{m.settings_members_hint()}</p>
      <div className={classes.columns} aria-hidden="true">
        <span>{m.settings_member()}</span>
        <span>{m.settings_member_team()}</span>
        <span>{m.settings_member_skills()}</span>
        <span>{m.settings_member_presence()}</span>
        <span>{m.settings_member_load()}</span>
      </div>
      <ul className={classes.members}>
        {data.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            teams={teams}
            skills={skills}
            onChange={(change) => save.mutate({ userId: member.id, ...change })}
          />
        ))}
      </ul>
    </section>
  );
}

const presences = () => [
  { value: "online", label: m.settings_presence_online() },
  { value: "away", label: m.settings_presence_away() },
  { value: "off", label: m.settings_presence_off() },
];

type RowProps = {
  member: Member;
  teams: Choice[];
  skills: string[];
  onChange: (change: Change) => void;
};

function MemberRow({ member, teams, skills, onChange }: RowProps) {
  const { name, role, team, presence, maxLoad, open } = member;
  const named = (field: string) => ({ "aria-label": m.settings_member_of({ field, name }) });
  return (
    <li className={classes.member}>
      <span className={classes.person}>
        <Person name={name} size={24} />
        <span>
          {name}
          <small>
            {roleName(role)} · {m.settings_member_open()}: {open}
          </small>
        </span>
      </span>
      <Select
        {...named(m.settings_member_team())}
        clearable
        placeholder={m.settings_member_none()}
        data={teams}
        value={team || null}
        onChange={(next) => onChange({ team: next ?? "" })}
      />
      <TagsInput
        styles={{ inputField: { minWidth: "3rem" } }}
        {...named(m.settings_member_skills())}
        placeholder={member.skills.length === 0 ? m.settings_member_skills() : ""}
        data={skills}
        value={member.skills}
        onChange={(next) => onChange({ skills: next })}
      />
      <Select
        {...named(m.settings_member_presence())}
        allowDeselect={false}
        data={presences()}
        value={presence}
        onChange={(next) => next && onChange({ presence: next as Change["presence"] & string })}
      />
      <NumberInput
        {...named(m.settings_member_load())}
        title={m.settings_member_load()}
        min={0}
        max={500}
        prefix="≤ "
        defaultValue={maxLoad}
        onBlur={(event) => {
          const digits = event.currentTarget.value.replace(/\D/g, "");
          if (digits !== "" && Number(digits) !== maxLoad) onChange({ maxLoad: Number(digits) });
        }}
      />
    </li>
  );
}
