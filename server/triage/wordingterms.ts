/** Patterns of the composer's checks. Both scripts are written out: offsets must be those of the text. */

/** "as soon as you…" is a condition, "as soon as possible" is not a time. */
export const vague =
  /尽快|盡快|儘快|尽早|盡早|尽速|马上|馬上|立刻|立即|稍后|稍後|稍候|稍等|过会儿?|過會兒?|晚点|晚點|回头|改天|过几天|過幾天|近期|不久|(?<![\w-])(?:asap|a\.s\.a\.p\.?|as soon as possible|soon(?! as)(?<!as soon)|shortly|right away|in a while|in due course|at the earliest|promptly|momentarily|before long|later(?! (?:than|today|version)))(?![\w-])/giu;

const number = "(?:\\d+|[一二两兩三四五六七八九十半几]+)";
const chineseTimes = [
  "\\d{1,2}\\s*[:：]\\s*\\d{2}",
  `${number}\\s*[点點](?!击|擊|开|開|儿|兒|选|選)`,
  `\\d{1,2}\\s*月\\s*\\d{1,2}|\\d{1,2}\\s*[日号號](?!码|碼|线|線)`,
  `${number}\\s*[个個]?\\s*(?:分钟|分鐘|小时|小時|工作日|天|周|週|星期)(?:之?[内內]|以[内內]|后|後)?`,
  "今天|今日|今晚|明天|明日|明早|明晚|后天|後天|本周|本週|下周|下週|这周|這週|(?:周|週|星期|礼拜|禮拜)[一二三四五六日天]|下班前|中午前|上午|下午|月底|年底",
];
const englishTimes = [
  "\\d{1,2}[:.]\\d{2}(?!\\d)|\\d{1,2}\\s?[ap]\\.?m\\b|\\d{4}-\\d{2}-\\d{2}|noon|midnight",
  "\\b(?:within|in|under)\\s+(?:the\\s+next\\s+)?(?:\\d+|an?|one|two|three|four|five|six|twelve|twenty-four|half an)(?:\\s+(?:working|business))?\\s*-?(?:minutes?|mins?|hours?|hrs?|h|days?|weeks?)?\\b(?=\\W|$)",
  "\\b(?:today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|this (?:morning|afternoon|evening|week)|next week|end of (?:the )?(?:day|week)|eod)\\b",
  "\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)|\\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\\.?\\s+\\d{1,2}\\b",
];

/** A time somebody can look at a clock for. */
export const times = new RegExp([...chineseTimes, ...englishTimes].join("|"), "iu");

const entry = (pattern: RegExp, en: string, zh: string) => ({ pattern, plain: { en, zh } });
const words = (list: string) => new RegExp(`(?<![\\w-])(?:${list})(?![\\w-])`, "gi");

/** Technical words and what a customer understands. */
export const jargon: { pattern: RegExp; plain: { en: string; zh: string } }[] = [
  entry(
    /清(?:理|除|空)?(?:缓存|緩存)|(?:缓存|緩存)/gu,
    "saved copies of pages",
    "设备上暂存的旧数据",
  ),
  entry(words("cached?|caching"), "saved copy", "暂存的旧数据"),
  entry(
    /接口超时|接口超時|请求超时|請求超時/gu,
    "our system took too long to answer",
    "系统响应太慢，没有及时返回结果",
  ),
  entry(
    words("api time-?outs?|request timed out|gateway time-?outs?"),
    "our system took too long to answer",
    "系统响应太慢，没有及时返回结果",
  ),
  entry(/接口(?:报错|報錯|异常|異常)?/gu, "the link between two of our systems", "系统之间的连接"),
  entry(words("api|endpoint"), "the link between two systems", "系统之间的连接"),
  entry(words("stack ?traces?"), "the technical error report", "技术错误记录"),
  entry(/堆栈|堆棧|调用栈|調用棧/gu, "the technical error report", "技术错误记录"),
  entry(/日志|日誌/gu, "the record our system keeps", "系统运行记录"),
  entry(words("log files?|server logs?"), "the record our system keeps", "系统运行记录"),
  entry(/空指针|空指針/gu, "a fault in our program", "程序里的一个错误"),
  entry(
    words("null pointer(?: exception)?|exception|segfault"),
    "a fault in our program",
    "程序里的一个错误",
  ),
  entry(/回滚|回滾/gu, "we went back to the earlier version", "恢复到之前的版本"),
  entry(words("roll(?:ed)?[ -]?back"), "went back to the earlier version", "恢复到之前的版本"),
  entry(/灰度(?:发布|發佈)?/gu, "a release to some customers first", "先对部分用户开放"),
  entry(
    words("canary(?: release)?|feature flag"),
    "a release to some customers first",
    "先对部分用户开放",
  ),
  entry(/(?:数据库|數據庫)?死锁|死鎖/gu, "two operations blocked each other", "两个操作互相卡住了"),
  entry(
    words("deadlocks?|race condition"),
    "two operations got in each other's way",
    "两个操作互相影响",
  ),
  entry(/丢包|丟包/gu, "data was lost on the way", "网络传输中丢失了数据"),
  entry(words("packet loss"), "data was lost on the way", "网络传输中丢失了数据"),
  entry(/令牌|鉴权|鑑權/gu, "sign-in check", "登录验证"),
  entry(words("auth(?:entication)? token|access token|oauth"), "sign-in check", "登录验证"),
  entry(/带宽|帶寬/gu, "the speed of the connection", "网络速度"),
  entry(words("latency"), "delay", "延迟"),
  entry(words("http [45]\\d\\d|[45]\\d\\d error"), "an error page", "出错页面"),
];
