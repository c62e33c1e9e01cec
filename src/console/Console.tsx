import "./look/jitless.ts";
import "./look/styles.ts";
import { MantineProvider } from "@mantine/core";
import { DatesProvider } from "@mantine/dates";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider, useQuery } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import type { Locale } from "../../content/schema.ts";
import { queryClient, trpc } from "./api.ts";
import { useLocale } from "./language.ts";
import { schemeManager } from "./look/scheme.ts";
import { cssVariablesResolver, theme } from "./look/theme.ts";
import { router } from "./router.tsx";
import { type Settings, SettingsProvider } from "./settings.ts";

/** The desk. A change of language draws it anew, so that every word on the page is of one language. */
export function Console({ settings }: { settings: Settings }) {
  const locale = useLocale();
  useReadAnew(locale);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
    >
      <DatesProvider
        key={locale}
        settings={{ locale: locale === "zh" ? "zh-cn" : "en", firstDayOfWeek: 1 }}
      >
        <Notifications position="bottom-left" zIndex={400} />
        <QueryClientProvider client={queryClient}>
          <LatestSettings built={settings}>
            <RouterProvider router={router} />
          </LatestSettings>
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  );
}

/** Names of stages, teams and levels come from the server in the language of the screen. */
function useReadAnew(locale: Locale): void {
  const shown = useRef(locale);
  useEffect(() => {
    if (shown.current === locale) return;
    shown.current = locale;
    void queryClient.invalidateQueries();
  }, [locale]);
}

/** The page was built with the names of then; those of now come from the server. */
function LatestSettings({ built, children }: { built: Settings; children: ReactNode }) {
  const { data } = useQuery(
    trpc.forms.settings.queryOptions(undefined, { placeholderData: built }),
  );
  return <SettingsProvider value={data ?? built}>{children}</SettingsProvider>;
}
