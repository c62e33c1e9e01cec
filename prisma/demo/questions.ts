/** What the demo's readers search. Some of it was sent with tickets too, so that its words are known. */
import type { Locale } from "../../content/schema.ts";

export const questions: Record<Locale, readonly string[]> = {
  en: [
    "vat number",
    "doorbell late",
    "new sign-in not me",
    "all cameras offline",
    "invoice company",
    "delivered but not received",
    "camera wifi",
    "cancel plan",
  ],
  zh: [
    "退款多久到账",
    "账号被盗",
    "摄像机半夜掉线",
    "取消后录像还在吗",
    "异地登录",
    "发票抬头错了",
    "摄像机连不上网",
    "换绑手机号",
  ],
};

/** Nothing is found for these. */
export const unanswered: Record<Locale, readonly string[]> = {
  en: ["E-503", "locker code", "bell rings late phone"],
  zh: ["网关 N13", "hub2 琥珀色 灯", "跨月发票怎么改"],
};
