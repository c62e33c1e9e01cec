import { Alert, Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { m } from "#messages";
import { dropCopy, recallCopy } from "./localcopy.ts";

/** Words of this person that came too late: the draft was published or thrown away meanwhile. */
export function Leftover({ id }: { id: string }) {
  const [copy, setCopy] = useState(() => recallCopy(id));
  if (!copy) return null;
  const forget = () => {
    dropCopy(id);
    setCopy(null);
  };
  return (
    <Alert color="risk" variant="light" title={m.knowledge_leftover()}>
      <Textarea
        aria-label={m.knowledge_leftover()}
        value={copy.fields.body}
        readOnly
        autosize
        minRows={3}
        maxRows={10}
      />
      <Button variant="default" mt="xs" onClick={forget}>
        {m.knowledge_leftover_forget()}
      </Button>
    </Alert>
  );
}
