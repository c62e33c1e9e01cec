import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { m } from "#messages";
import { trpc } from "../api.ts";
import { useLocale } from "../language.ts";
import { refusalOf } from "../refusal.ts";
import { Entrance } from "./Entrance.tsx";
import classes from "./entrance.module.css";
import { EmailAndPassword, EntranceForm } from "./fields.tsx";
import { signIn } from "./session.ts";

/** The first administrator, by the link that the server printed. */
export function Welcome() {
  const locale = useLocale();
  const link = useSearch({ from: "/welcome" });
  const navigate = useNavigate();
  const make = useMutation(
    trpc.accounts.welcome.mutationOptions({
      async onSuccess(_, { email, password }) {
        await signIn(email, password);
        await navigate({ to: "/" });
      },
    }),
  );
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { name: "", email: "", password: "" },
    validate: {
      name: (value) => (value.trim() ? null : m.console_name_needed()),
      email: (value) => (/^\S+@\S+\.\S+$/.test(value) ? null : m.console_email_needed()),
      password: (value) => (value.length >= 10 ? null : m.console_password_short()),
    },
  });
  useEffect(() => {
    document.title = m.console_welcome_title();
  }, []);
  const submit = form.onSubmit((person) => make.mutate({ ...person, ...link, locale }));
  return (
    <Entrance title={m.console_welcome_title()}>
      <p className={classes.lead}>{m.console_welcome_text()}</p>
      <EntranceForm
        onSubmit={submit}
        refusal={make.error && refusalOf(make.error)}
        isBusy={make.isPending}
        action={m.console_welcome_make()}
      >
        <TextInput
          {...form.getInputProps("name")}
          key={form.key("name")}
          size="md"
          autoComplete="name"
          label={m.console_name()}
        />
        <EmailAndPassword form={form} password="new-password" hint={m.console_password_hint()} />
      </EntranceForm>
    </Entrance>
  );
}
