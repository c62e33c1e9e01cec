import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { m } from "#messages";
import { client } from "../api.ts";
import { refusalOf } from "../refusal.ts";
import classes from "./incidents.module.css";

/** Finds a ticket by its number. @param onFound gets its id. */
export function AddByNumber({ onFound }: { onFound: (ticketId: string) => void }) {
  const [number, setNumber] = useState("");
  const [error, setError] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    client.tickets.get.query({ number: Number(number) }).then(
      ({ id }) => {
        setNumber("");
        onFound(id);
      },
      (refused) => {
        const { code, message } = refusalOf(refused);
        setError(code === "not_found" ? m.incidents_add_unknown({ number }) : message);
      },
    );
  };
  return (
    <form onSubmit={submit} className={classes.add}>
      <TextInput
        label={m.incidents_add_number()}
        inputMode="numeric"
        value={number}
        error={error}
        onChange={(event) => {
          setError("");
          setNumber(event.currentTarget.value.replace(/\D/g, ""));
        }}
      />
      <Button type="submit" variant="default" disabled={!number}>
        {m.incidents_add()}
      </Button>
    </form>
  );
}
