import type { Locale } from "#content/schema.ts";

/** The sections of an article made from a ticket, in this order. */
export const sectionIds = ["issue", "environment", "cause", "resolution", "workaround"] as const;
export type SectionId = (typeof sectionIds)[number];

/** The facts of a ticket's environment, in this order. */
export const environmentFields = [
  "product",
  "device",
  "version",
  "os",
  "browser",
  "page",
  "since",
] as const;
export type EnvironmentField = (typeof environmentFields)[number];

type Wording = {
  sections: Record<SectionId, string>;
  fields: Record<EnvironmentField, string>;
  /** Between a label and its value. */
  colon: string;
};

/** Part of the published text, so they stand with the article's rules and not with the messages. */
export const wording: Record<Locale, Wording> = {
  en: {
    sections: {
      issue: "Issue",
      environment: "Environment",
      cause: "Cause",
      resolution: "Resolution",
      workaround: "Workaround",
    },
    fields: {
      product: "Product",
      device: "Device",
      version: "Version",
      os: "System",
      browser: "Browser",
      page: "Page",
      since: "Since",
    },
    colon: ": ",
  },
  zh: {
    sections: {
      issue: "问题",
      environment: "使用环境",
      cause: "原因",
      resolution: "解决办法",
      workaround: "临时办法",
    },
    fields: {
      product: "产品",
      device: "设备",
      version: "版本",
      os: "系统",
      browser: "浏览器",
      page: "页面",
      since: "开始时间",
    },
    colon: "：",
  },
};
