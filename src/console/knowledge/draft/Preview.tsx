import { useComputedColorScheme } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { FlaskConical } from "lucide-react";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { m } from "#messages";
import { htmlLang, type Locale } from "../../../../content/schema.ts";
import siteStyles from "../../../styles/site.css?url";
import { client } from "../../api.ts";
import { refusalOf } from "../../refusal.ts";
import classes from "./draft.module.css";
import type { Fields } from "./fields.ts";

type Props = { fields: Fields; locale: Locale; isValidated: boolean };

const page = `<!doctype html><html><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><base target="_blank"><link rel="stylesheet" href="${siteStyles}"></head><body></body></html>`;

/** The article as its readers will see it: the site's own rendering in the site's own clothes. */
export function Preview({ fields, locale, isValidated }: Props) {
  const [body, setBody] = useState<HTMLElement | null>(null);
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  const [markdown] = useDebouncedValue(fields.body, 250);
  const { category, slug } = fields;
  const { data, error } = useQuery({
    queryKey: ["preview", locale, category, slug, markdown],
    queryFn: () => client.articles.preview.mutate({ markdown, locale, category, slug }),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => {
    const root = body?.ownerDocument.documentElement;
    if (!root) return;
    root.lang = htmlLang[locale];
    root.dataset.theme = scheme;
  }, [body, locale, scheme]);
  return (
    <div className={classes.preview}>
      {error && (
        <p role="alert" className={classes.previewFailed}>
          {refusalOf(error).message}
        </p>
      )}
      {/* No scripts run in it; links open beside it. */}
      <iframe
        title={m.knowledge_preview()}
        sandbox="allow-same-origin allow-popups"
        srcDoc={page}
        onLoad={(event) => setBody(event.currentTarget.contentDocument?.body ?? null)}
      />
      {body &&
        createPortal(
          <Page title={fields.title} locale={locale} isValidated={isValidated} html={data?.html} />,
          body,
        )}
    </div>
  );
}

type PageProps = {
  title: string;
  locale: Locale;
  isValidated: boolean;
  html: string | undefined;
};

/** The article's part of a page of the help center. */
function Page({ title, locale, isValidated, html = "" }: PageProps) {
  return (
    <main className="wrap">
      <article className="article">
        <header className="page-head">
          <h1>{title}</h1>
          {!isValidated && (
            <p className="unchecked">
              <FlaskConical className="icon" size={18} aria-hidden="true" />
              {m.site_not_validated({}, { locale })}
            </p>
          )}
        </header>
        {/* The site's own rendering, which lets no scripts through. */}
        <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
      </article>
    </main>
  );
}
