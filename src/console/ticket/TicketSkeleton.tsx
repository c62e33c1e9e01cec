import { Skeleton } from "@mantine/core";
import { m } from "#messages";
import classes from "./ticket.module.css";

/** A ticket's boxes before it is there. */
export function TicketSkeleton() {
  return (
    <div className={classes.layout} aria-busy="true">
      <section className={classes.pane}>
        <p className="visually-hidden" role="status">
          {m.console_loading()}
        </p>
        <div className={classes.headBox}>
          <Skeleton height={18} width="60%" my={5} />
          <Skeleton height={26} width="80%" mt={10} />
          <Skeleton height={38} width="90%" mt={12} />
        </div>
        <div className={classes.scroll}>
          <Skeleton height={90} width="85%" m={20} />
          <Skeleton height={60} width="70%" m={20} />
        </div>
        <Skeleton height={150} m={12} radius="md" />
      </section>
    </div>
  );
}
