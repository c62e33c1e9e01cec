import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { CircleCheckBig, ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import { m } from "#messages";
import type { Locale } from "../../../../content/schema.ts";
import { articlePath } from "../../../paths.ts";
import { focusOnce } from "../focus.ts";
import type { Draft, Publication } from "../records.ts";
import { numberWord } from "../words.ts";
import classes from "./review.module.css";

type Props = { draft: Draft; publication: Publication | null; children: ReactNode };

/** Where readers find it now, and how long that took; `publication` only just after the click. */
export function Published({ draft, publication, children }: Props) {
  const { category, slug, frontMatter } = draft;
  const address = articlePath(draft.locale as Locale, category, slug);
  const isPublic = frontMatter.audience === "public";
  const seconds = numberWord((publication?.tookMs ?? 0) / 1000, { maximumFractionDigits: 1 });
  return (
    <main className={classes.published}>
      <CircleCheckBig size={28} strokeWidth={1.5} aria-hidden="true" />
      <h1 ref={focusOnce} tabIndex={-1}>
        {m.knowledge_published_title({ title: frontMatter.title })}
      </h1>
      <p role="status">
        {!isPublic && m.knowledge_published_hidden()}
        {isPublic && publication && m.knowledge_published_in({ seconds })}
      </p>
      {isPublic && (
        <p>
          <a href={address} target="_blank" rel="noopener">
            {location.origin + address}
          </a>
        </p>
      )}
      {children}
      <div className={classes.ways}>
        {isPublic && (
          <Button
            component="a"
            href={address}
            target="_blank"
            rel="noopener"
            rightSection={<ExternalLink size={14} />}
          >
            {m.knowledge_open_page()}
          </Button>
        )}
        <Button variant="default" renderRoot={(props) => <Link to="/knowledge" {...props} />}>
          {m.knowledge_back()}
        </Button>
      </div>
    </main>
  );
}
