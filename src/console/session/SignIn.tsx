import { Alert, Button, PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useEffect, useRef, useState } from "react";
import { m } from "#messages";
import type { Refusal } from "../refusal.ts";
import { Entrance } from "./Entrance.tsx";
import classes from "./entrance.module.css";
import { signIn } from "./session.ts";

export function SignIn() {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { email: "", password: "" },
    validate: {
      email: (value) => (/^\S+@\S+$/.test(value) ? null : m.console_email_needed()),
      password: (value) => (value ? null : m.console_password_needed()),
    },
  });
  useEffect(() => {
    document.title = m.console_sign_in_title();
    first.current?.focus();
  }, []);
  const submit = form.onSubmit(async ({ email, password }) => {
    setBusy(true);
    setRefusal(await signIn(email, password));
    setBusy(false);
  });
  return (
    <Entrance title={m.console_sign_in_title()}>
      <form onSubmit={submit} noValidate className={classes.fields}>
        <TextInput
          {...form.getInputProps("email")}
          key={form.key("email")}
          ref={first}
          size="md"
          type="email"
          autoComplete="username"
          label={m.console_email()}
        />
        <PasswordInput
          {...form.getInputProps("password")}
          key={form.key("password")}
          size="md"
          autoComplete="current-password"
          label={m.console_password()}
          visibilityToggleButtonProps={{ "aria-label": m.console_password_show() }}
        />
        {refusal && (
          <Alert color="breached" variant="light" role="alert">
            {refusal.message}
          </Alert>
        )}
        <Button type="submit" size="sm" fullWidth loading={isBusy}>
          {m.console_sign_in()}
        </Button>
      </form>
    </Entrance>
  );
}
