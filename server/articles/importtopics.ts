/** Categories that many help centers have, so that a Chinese name gets a folder one can read. */
export type CommonCategory = {
  id: string;
  en: string;
  /** The title first, then other names for the same. */
  zh: readonly [string, ...string[]];
  /** A lucide icon. */
  icon: string;
};

export const generalCategory: CommonCategory = {
  id: "general",
  en: "General",
  zh: ["综合", "其他", "其它", "通用"],
  icon: "folder",
};

export const commonCategories: readonly CommonCategory[] = [
  generalCategory,
  {
    id: "getting-started",
    en: "Getting started",
    zh: ["快速开始", "新手入门", "入门", "入门指南", "快速入门", "新手指南"],
    icon: "rocket",
  },
  {
    id: "faq",
    en: "FAQ",
    zh: ["常见问题", "常见问题解答", "常见问答", "热门问题"],
    icon: "circle-help",
  },
  {
    id: "setup",
    en: "Set-up and installation",
    zh: ["安装与设置", "安装", "设置", "安装指南", "配置", "安装配置"],
    icon: "plug",
  },
  {
    id: "troubleshooting",
    en: "Troubleshooting",
    zh: ["故障排查", "故障排除", "故障处理", "问题排查", "疑难解答"],
    icon: "wrench",
  },
  {
    id: "account",
    en: "Account",
    zh: ["账号", "账户", "帐号", "帐户", "账号管理", "账号与安全", "账户与安全", "登录注册"],
    icon: "user",
  },
  {
    id: "security",
    en: "Security and privacy",
    zh: ["安全", "安全与隐私", "隐私", "隐私与安全"],
    icon: "shield-check",
  },
  {
    id: "billing",
    en: "Billing",
    zh: ["账单", "计费", "费用", "账单与付款", "计费说明"],
    icon: "receipt",
  },
  { id: "payments", en: "Payments", zh: ["支付", "付款", "支付问题"], icon: "credit-card" },
  { id: "invoices", en: "Invoices", zh: ["发票", "发票管理", "开票"], icon: "receipt" },
  { id: "orders", en: "Orders", zh: ["订单", "订单管理", "订单问题"], icon: "shopping-bag" },
  {
    id: "delivery",
    en: "Delivery",
    zh: ["配送", "物流", "配送与物流", "物流配送", "快递"],
    icon: "truck",
  },
  {
    id: "refunds",
    en: "Returns and refunds",
    zh: ["退款", "退货", "退换货", "售后", "退货退款", "售后服务"],
    icon: "undo-2",
  },
  {
    id: "membership",
    en: "Membership",
    zh: ["会员", "会员中心", "会员权益", "会员服务"],
    icon: "star",
  },
  { id: "subscriptions", en: "Subscriptions", zh: ["订阅", "套餐", "续费"], icon: "cloud" },
  { id: "integrations", en: "Integrations", zh: ["集成", "第三方集成", "对接"], icon: "blocks" },
  { id: "api", en: "API", zh: ["接口", "接口文档", "开发者", "API 文档"], icon: "code" },
  {
    id: "reports",
    en: "Reports",
    zh: ["报表", "数据报表", "统计", "数据统计"],
    icon: "chart-column",
  },
  {
    id: "mobile",
    en: "Mobile app",
    zh: ["移动端", "手机端", "手机应用", "移动应用"],
    icon: "smartphone",
  },
  {
    id: "administration",
    en: "Administration",
    zh: ["管理", "系统管理", "管理员", "管理后台"],
    icon: "settings",
  },
  {
    id: "release-notes",
    en: "Release notes",
    zh: ["更新日志", "版本说明", "发布说明", "更新记录"],
    icon: "megaphone",
  },
  {
    id: "tutorials",
    en: "Tutorials",
    zh: ["教程", "使用教程", "操作指南", "使用指南"],
    icon: "graduation-cap",
  },
  {
    id: "policies",
    en: "Policies",
    zh: ["政策", "规则", "条款", "协议", "服务条款"],
    icon: "scale",
  },
];
