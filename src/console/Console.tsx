import "./look/jitless.ts";
import "./look/styles.ts";
import { MantineProvider } from "@mantine/core";
import { DatesProvider } from "@mantine/dates";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { queryClient } from "./api.ts";
import { useLocale } from "./language.ts";
import { schemeManager } from "./look/scheme.ts";
import { cssVariablesResolver, theme } from "./look/theme.ts";
import { router } from "./router.tsx";
import { type Settings, SettingsProvider } from "./settings.ts";

/** The desk. A change of language draws it anew, so that every word on the page is of one language. */
export function Console({ settings }: { settings: Settings }) {
  const locale = useLocale();
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
        <SettingsProvider value={settings}>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </SettingsProvider>
      </DatesProvider>
    </MantineProvider>
  );
}
