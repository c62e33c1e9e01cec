import { useForm } from "@mantine/form";
import { useEffect, useRef, useState } from "react";
import { m } from "#messages";
import type { Refusal } from "../refusal.ts";
import { Entrance } from "./Entrance.tsx";
import { EmailAndPassword, EntranceForm } from "./fields.tsx";
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
      <EntranceForm
        onSubmit={submit}
        refusal={refusal}
        isBusy={isBusy}
        action={m.console_sign_in()}
      >
        <EmailAndPassword form={form} first={first} password="current-password" />
      </EntranceForm>
    </Entrance>
  );
}
