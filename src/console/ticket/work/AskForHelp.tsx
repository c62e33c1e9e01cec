import { m } from "#messages";
import { client, type Ticket } from "../../api.ts";
import { ReasonDialog } from "../../look/ReasonDialog.tsx";
import { refreshWork } from "./refresh.ts";

/** One step up, at once. */
export const AskForHelp = ({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) => (
  <ReasonDialog
    title={m.work_help_ask()}
    action={m.work_help_send()}
    label={m.work_help_reason()}
    maxLength={2000}
    onSend={(reason) =>
      client.escalation.askForHelp.mutate({ ticketId: ticket.id, reason }).finally(refreshWork)
    }
    onClose={onClose}
  >
    <p>{m.work_help_what()}</p>
  </ReasonDialog>
);
