import { Menu, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import {
  ChevronsUpDown,
  Languages,
  LogOut,
  Monitor,
  Moon,
  SlidersHorizontal,
  Sun,
} from "lucide-react";
import { m } from "#messages";
import { chooseLocale, useLocale } from "../language.ts";
import { Person } from "../look/Person.tsx";
import { signOut, useMe } from "../session/session.ts";
import { roleName } from "../words/roles.ts";
import classes from "./rail.module.css";

const schemes = [
  { value: "auto", label: m.console_theme_system, icon: Monitor },
  { value: "light", label: m.console_theme_light, icon: Sun },
  { value: "dark", label: m.console_theme_dark, icon: Moon },
] as const;

/** Who is signed in, and what is theirs to choose: language, light or dark, leaving. */
export function PersonMenu() {
  const me = useMe();
  const locale = useLocale();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const other = locale === "en" ? "zh" : "en";
  return (
    <Menu position="top-start" width={220} floatingStrategy="fixed">
      <Menu.Target>
        <UnstyledButton className={classes.person ?? ""}>
          <Person name={me.name} size={26} />
          <span className={classes.name}>
            {me.name}
            <small>{roleName(me.role)}</small>
          </span>
          <ChevronsUpDown size={14} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{m.console_theme()}</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(value) => setColorScheme(value as "auto" | "light" | "dark")}
        >
          {schemes.map(({ value, label }) => (
            <Menu.RadioItem key={value} value={value}>
              {label()}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item
          leftSection={<Languages size={16} />}
          lang={other === "zh" ? "zh-Hans" : "en"}
          onClick={() => chooseLocale(other)}
        >
          {other === "zh" ? "中文" : "English"}
        </Menu.Item>
        <Menu.Item
          leftSection={<SlidersHorizontal size={16} />}
          renderRoot={(props) => <Link to="/me" {...props} />}
        >
          {m.notices_me_title()}
        </Menu.Item>
        <Menu.Item leftSection={<LogOut size={16} />} onClick={() => void signOut()}>
          {m.console_sign_out()}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
