/** What sign-in and the first account both ask for, and the one button that answers. */
import { Alert, Button, PasswordInput, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import type { ReactNode, Ref } from "react";
import { m } from "#messages";
import type { Refusal } from "../refusal.ts";
import classes from "./entrance.module.css";

/** Of an uncontrolled form, whatever else it asks for. */
// biome-ignore lint/suspicious/noExplicitAny: a form is invariant in its values, and only two are used
type Form = UseFormReturnType<any>;

type Props = {
  form: Form;
  /** Tells password managers whether they have it or make it. */
  password: "current-password" | "new-password";
  hint?: string;
  first?: Ref<HTMLInputElement>;
};

export function EmailAndPassword({ form, password, hint, first }: Props) {
  return (
    <>
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
        autoComplete={password}
        label={m.console_password()}
        description={hint}
        visibilityToggleButtonProps={{ "aria-label": m.console_password_show() }}
      />
    </>
  );
}

type FormProps = {
  onSubmit: () => void;
  refusal: Refusal | null;
  isBusy: boolean;
  /** What the button says. */
  action: string;
  children: ReactNode;
};

export function EntranceForm({ onSubmit, refusal, isBusy, action, children }: FormProps) {
  return (
    <form onSubmit={onSubmit} noValidate className={classes.fields}>
      {children}
      {refusal && (
        <Alert color="breached" variant="light" role="alert">
          {refusal.message}
        </Alert>
      )}
      <Button type="submit" size="sm" fullWidth loading={isBusy}>
        {action}
      </Button>
    </form>
  );
}
