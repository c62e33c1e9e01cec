import type { ReactNode } from "react";
import { useEffect } from "react";
import { m } from "#messages";
import { adoptLocale } from "../language.ts";
import { Notice } from "../look/Notice.tsx";
import { useTrouble } from "../patience.ts";
import { refusalOf } from "../refusal.ts";
import { ShellSkeleton } from "../shell/ShellSkeleton.tsx";
import { SignIn } from "./SignIn.tsx";
import { useSession } from "./session.ts";

/** The desk for those who are signed in, the sign-in page at the same address for everybody else. */
export function Gate({ children }: { children: ReactNode }) {
  const session = useSession();
  const { data: me, isPending, refetch } = session;
  const trouble = useTrouble(session);
  const locale = me?.locale;
  useEffect(() => {
    if (locale) adoptLocale(locale);
  }, [locale]);
  if (trouble) {
    return (
      <Notice
        title={refusalOf(trouble).message}
        action={{ label: m.console_retry(), run: () => void refetch() }}
      />
    );
  }
  if (isPending) return <ShellSkeleton />;
  return me ? children : <SignIn />;
}
