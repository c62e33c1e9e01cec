import type { Customer } from "../customers.ts";

const devices = {
  huawei: { os: "HarmonyOS 5.1", browser: "华为浏览器 16" },
  iphone: { os: "iOS 26.1", browser: "Safari 26.1" },
  xiaomi: { os: "Android 16", browser: "小米浏览器 19" },
  wechat: { os: "Android 15", browser: "微信 8.0.64" },
  windows: { os: "Windows 11", browser: "Edge 142" },
  mac: { os: "macOS 26.1", browser: "Chrome 142" },
};

const person = (
  name: string,
  address: string,
  device: keyof typeof devices,
  knownFor: number,
  more: Partial<Customer> = {},
): Customer => ({
  name,
  email: address.includes("@") ? address : `${address}@mail.example`,
  tier: "normal",
  locale: "zh",
  timeZone: "Asia/Shanghai",
  ...devices[device],
  knownFor,
  ...more,
});

export const chinese: Record<string, Customer> = {
  shenlan: person("沈岚", "shenlan86", "iphone", 402, { tier: "vip" }),
  laozhou: person("周建国", "zhoujg1961", "huawei", 155),
  mingyu: person("郑明宇", "zheng.mingyu", "xiaomi", 61),
  tangyi: person("唐怡", "tangyi", "iphone", 233),
  heyuan: person("何圆", "heyuan@yuhengwuye.example", "windows", 318, {
    company: "誉恒物业服务有限公司",
    phone: "0571-5550-0162",
    tier: "vip",
  }),
  fangjie: person("方洁", "fangjie@linjiadian.example", "windows", 274, {
    company: "邻家便利连锁",
    tier: "vip",
  }),
  dulei: person("杜磊", "dulei.hz", "xiaomi", 88),
  songwen: person("宋雯", "songwen", "wechat", 47),
  qianjun: person("钱骏", "qianjun", "huawei", 190),
  luoping: person("罗萍", "luoping1968", "huawei", 73),
  jiangtao: person("江涛", "jiangtao@hengqiao.example", "mac", 129, {
    company: "衡桥设计事务所",
  }),
  xuke: person("许可", "xuke", "iphone", 36),
  guonan: person("郭楠", "guonan", "wechat", 52),
  panlei: person("潘蕾", "panlei", "iphone", 144),
  yuhang: person("于航", "yuhang.qd", "windows", 260),
  caimin: person("蔡敏", "caimin", "xiaomi", 41),
  dingyue: person("丁悦", "dingyue", "iphone", 505, { tier: "vip" }),
  maoqi: person("毛琪", "maoqi", "wechat", 34),
  weiran: person("魏然", "weiran", "mac", 118),
  baixue: person("白雪", "baixue", "huawei", 67),
};
