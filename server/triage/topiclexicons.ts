import type { Lexicon } from "./lexicon.ts";
import { terms } from "./wordlist.ts";

const nothing = terms("", "");

/** Words that say what a ticket is about. */
export const topicLexicons: Lexicon[] = [
  {
    id: "security",
    purpose: "Account security: risk team and flow, at least P1",
    terms: terms(
      `account hacked, hacked, hacker, hackers, hacking, unauthorized, unauthorised, password leaked,
      leaked password, stolen, identity theft, data breach, compromised, suspicious login,
      trying to access my account, trying to get into my account, trying to log into my account,
      someone logged into my, someone else logged in, someone is using my account, malware, ransomware,
      phishing, phishing email`,
      `盗号, 被盗, 盗用, 盗刷, 密码泄露, 信息泄露, 数据泄露, 异地登录, 陌生设备, 异常登录, 资金异常, 账号异常, 被黑客, 黑客,
      被入侵, 钓鱼网站, 钓鱼邮件, 木马, 勒索病毒, 冒用我`,
    ),
    except: terms(
      `401 unauthorized, unauthorized error, unauthorized exception, unauthorized use, unauthorised use,
      unauthorized disclosure, unauthorised disclosure, unauthorized access is prohibited, stolen package, package stolen,
      package was stolen, package got stolen, could get stolen, parcel stolen, parcel was stolen,
      bike was stolen, life hacks`,
      "电动车被盗, 摩托车被盗, 车辆被盗, 小区被盗, 井盖被盗, 入室被盗, 财物被盗",
    ),
    negatedBy: "any",
  },
  {
    id: "funds",
    purpose: "Money is gone or moves by itself: P0",
    terms: terms(
      `money stolen, stole my money, stolen money, money was stolen, money has been stolen,
      money is missing, money has disappeared, money disappeared, unauthorized charge,
      unauthorized charges, unauthorized transaction, unauthorized transactions, unauthorized payment,
      unauthorized payments, unauthorized withdrawal, unauthorised transaction, unauthorised payment,
      unauthorised charge, account was emptied, account has been emptied, account was drained`,
      `资金异常, 资金被, 被转走, 被转出, 盗刷, 余额不见, 余额被, 余额没了, 钱被转, 钱被盗, 钱不见了, 存款不见, 卡里的钱没,
      被盗走, 资金丢失`,
    ),
    except: terms("", "余额被冻结, 余额被锁, 资金被冻结"),
    negatedBy: "any",
  },
  {
    id: "outage",
    purpose: "Something is down: P0 with a wide impact or two such words, else P1",
    terms: terms(
      `site is down, website is down, server is down, servers are down, system is down,
      service is down, services are down, completely down, all users, every user, outage, outages,
      data loss, lost all our data, data was lost, service unavailable, nobody can log in,
      no one can log in, nobody can access, no one can access, everyone is affected`,
      `无法访问, 宕机, 全部用户, 全量用户, 所有用户, 全线失灵, 无法下单, 数据丢失, 数据全没, 系统瘫痪, 全面瘫痪, 服务瘫痪,
      服务器崩, 服务不可用, 全公司都, 大面积故障, 大面积掉线, 大面积断网, 大面积无法, 所有人都登`,
    ),
    except: terms("planned outage, scheduled outage, power outage", ""),
    negatedBy: "any",
  },
  {
    id: "core",
    purpose: "A core function is blocked for one person: P1",
    terms: terms(
      `cannot log in, can't log in, can not log in, cant log in, unable to log in, cannot login,
      can't login, cant login, unable to login, cannot sign in, can't sign in, unable to sign in,
      cannot log on, unable to log on, locked out, cannot withdraw, can't withdraw,
      unable to withdraw, cannot pay, can't pay, unable to pay, cannot check out, can't check out,
      payment failed, payment fails, withdrawal failed`,
      `无法登录, 无法登陆, 登不上, 登录不了, 登陆不了, 登不了, 登不进, 不能登录, 登录不上, 登录失败, 登陆失败, 无法提现, 提现失败,
      提现不了, 无法支付, 支付失败, 支付不了, 付不了款, 付款失败, 流程卡死, 核心报表, 下不了单, 账号被锁, 账户被锁,
      账号被封`,
    ),
    except: nothing,
    negatedBy: "any",
  },
  {
    id: "finance",
    purpose: "Invoices and contracts: finance team",
    terms: terms(
      `invoice, invoices, invoiced, contract, contracts, vat, billing, billed twice, charged twice,
      double charged, overcharged, billing statement, tax receipt`,
      `发票, 合同, 开票, 专票, 普票, 税号, 对账, 重复扣款, 多扣款, 多扣了, 乱扣费, 扣了两次`,
    ),
    except: terms("", "合同工, 合同制"),
    negatedBy: "denial",
  },
  {
    id: "callquality",
    purpose: "Technical words: tech team, at least P2",
    terms: terms(
      `crash, crashes, crashed, crashing, error, errors, stutter, stutters, stuttering, lag, lags,
      lagging, laggy`,
      "卡顿, 闪退, 崩溃, 报错, 接口",
    ),
    except: terms(
      "human error, trial and error, in error, error free, error-free, crash course, car crash",
      "usb接口, usb 接口, hdmi接口, hdmi 接口, 网线接口, 充电接口, 耳机接口, 电源接口, type-c接口, type-c 接口, 接口人, 情绪崩溃, 人都崩溃, 心态崩溃",
    ),
    negatedBy: "any",
  },
  {
    id: "trouble",
    purpose:
      "Plain words for something that doesn't work: like technical words, where nothing stronger was said",
    terms: terms(
      `not working, isn't working, doesn't work, does not work, doesn't even work,
      doesn't seem to work, doesn't seem to be working, don't work, won't work, stopped working,
      not loading, won't load, doesn't load, won't open, won't start, won't turn on, won't connect,
      can't connect, cannot connect, unable to connect, can't access, cannot access, unable to access,
      no longer works, broken, bug, bugs, buggy, glitch, glitches, freezes, freezing, frozen,
      failed, fails, failing, failure, faulty, defective, malfunction, offline, disconnects,
      disconnecting, disconnected, timeout, timed out, down again, keeps dropping, dropping out,
      having trouble, having problems, having issues, connection problem, connection problems,
      unresponsive, keeps closing, force closing, force closes, won't let me, doesn't let me,
      doesn't recognise, doesn't recognize, does not respond, not responding, keeps restarting,
      keeps skipping, out of order, no signal, no sound, black screen, blue screen`,
      `故障, 失灵, 坏了, 坏掉, 死机, 黑屏, 白屏, 花屏, 蓝屏, 卡死, 断线, 掉线, 离线, 连不上, 连接不上, 连接失败, 无法连接,
      无法打开, 打不开, 加载不出, 加载失败, 无响应, 没反应, 没有反应, 没声音, 没有声音, 不出声, 用不了, 不能用, 无法使用,
      使用不了, 不能使用, 显示异常, 乱码, 出错, 系统错误, 网络错误, 同步失败, 升级失败, 安装失败, 安装不了, 开不了机, 不开机,
      充不了电, 充不进电, 质量问题, 收不到验证码, 漏水, 不制冷, 不加热`,
    ),
    except: terms(
      "failure to comply, heart failure, no failure, offline store, offline stores, broken link building",
      "坏了规矩, 用不了多久, 用不了几, 用不了那么, 学坏了, 吓坏了, 累坏了, 急坏了, 气坏了, 饿坏了, 乐坏了",
    ),
    negatedBy: "any",
  },
  {
    id: "suggest",
    purpose: "Wishes for the product: product team",
    terms: terms(
      `feature request, feature requests, would be nice, suggestion, suggestions, i suggest,
      we suggest, would be great if, would be good if, would love to see, please add support,
      please add a feature, please add an option, please add the option, please add the ability, could you add,
      please consider adding, wish there was, wish you would`,
      `建议, 希望增加, 希望能增加, 希望可以增加, 希望添加, 希望支持, 希望能支持, 希望可以支持, 希望能加, 希望出一个, 能否增加,
      能不能加个, 优化, 功能需求, 新增一个`,
    ),
    except: terms(
      "any suggestions, any suggestion, do you have suggestions",
      "有什么建议, 有啥建议, 什么建议, 有没有建议, 给点建议, 给些建议, 给个建议, 求建议, 建议零售价, 建议书, 建议我",
    ),
    negatedBy: "denial",
  },
  {
    id: "howto",
    purpose: "Questions of use: first line",
    terms: terms(
      `how do i, how do you, how do we, how to, how can i, how can we, how does, where can i, where do i,
      where is the, can i, is it possible to, is there a way, do you support, does it support,
      what is the difference, could you explain, when will, is there any`,
      `如何, 怎么用, 怎么设置, 怎么操作, 怎么开通, 怎么办理, 怎么查, 怎么改, 怎么修改, 怎么申请, 怎么取消, 怎么绑定, 怎么解绑,
      怎么连接, 怎么弄, 怎么安装, 怎么才能, 怎么使用, 怎样, 在哪里, 在哪儿, 哪里可以, 请问, 是否支持, 支持吗, 可以吗,
      能不能, 是什么意思, 有什么区别, 什么时候`,
    ),
    except: nothing,
    negatedBy: "none",
  },
];
