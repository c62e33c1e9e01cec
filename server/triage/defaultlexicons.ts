import { type Lexicon, lexiconSchema } from "./lexicon.ts";
import { topicLexicons } from "./topiclexicons.ts";
import { terms } from "./wordlist.ts";

/** Words of mood and pressure; `emotionScale` gives them points. */
const moodLexicons: Lexicon[] = [
  {
    id: "strong",
    purpose: "Insults and charges of fraud: complaint, strong mood",
    terms: terms(
      `scam, scams, scammer, scammers, scammed, fraud, fraudsters, garbage, rubbish, useless, worthless,
      pathetic, disgusting, disgraceful, ripoff, rip off, rip-off, ripped off, crap, liars,
      thieves, crooks, waste of money, worst service, worst company, worst customer service`,
      `垃圾, 骗子, 骗人, 骗钱, 欺诈, 坑人, 坑钱, 黑心, 无良, 无耻, 不要脸, 恶心, 流氓, 混蛋, 王八蛋, 奸商, 霸王条款,
      虚假宣传, 太差劲, 什么玩意, 破玩意, 耍我, 糊弄`,
    ),
    except: terms(
      `garbage collection, garbage collector, garbage truck, garbage bin, garbage disposal, scam email,
      scam emails, scam call, scam calls, scam text, fraud department, fraud team, fraud alert,
      fraud protection, fraud detection, anti-fraud`,
      `垃圾桶, 垃圾箱, 垃圾邮件, 垃圾短信, 垃圾电话, 垃圾信息, 垃圾文件, 垃圾分类, 垃圾站, 垃圾场, 垃圾袋, 垃圾车,
      垃圾处理, 垃圾清运, 垃圾清理, 垃圾堆, 垃圾点, 垃圾池, 垃圾房, 垃圾分拣, 垃圾回收, 垃圾焚烧, 垃圾填埋, 垃圾中转, 倒垃圾, 扔垃圾, 丢垃圾, 收垃圾, 生活垃圾,
      建筑垃圾, 装修垃圾, 厨余垃圾, 恶心呕吐`,
    ),
    negatedBy: "any",
  },
  {
    id: "angry",
    purpose: "Anger and announced steps: complaint, strong mood",
    terms: terms(
      `complaint, complaints, complain, complaining, furious, angry, outraged, outrageous, livid,
      infuriating, fed up, sick of, sick and tired, appalled, appalling, lawyer, legal action,
      small claims, ombudsman, trading standards, consumer protection, never buying, never buy from,
      report you`,
      `投诉, 愤怒, 气愤, 生气, 气死, 火大, 忍无可忍, 举报, 曝光, 12315, 消协, 消费者协会, 起诉, 律师函, 法院见,
      维权, 讨个说法, 讨说法, 差评, 强烈不满, 再也不买, 再也不用`,
    ),
    except: terms("angry birds", "投诉电话, 投诉热线, 投诉渠道, 维权中心, 不生气"),
    negatedBy: "any",
  },
  {
    id: "displeased",
    purpose: "Disappointment: a point of mood, no complaint by itself",
    terms: terms(
      `disappointed, disappointing, frustrated, frustrating, annoyed, annoying, terrible, horrible,
      awful, ridiculous, unacceptable, unprofessional, shocking, a joke, waste of time, worst, wtf,
      fucking, shit, shitty, bullshit, sucks, bloody, irritating, fuming, still waiting, no response, no reply, nobody answers, ignored, ignoring`,
      `失望, 不满, 无语, 太差, 差劲, 坑爹, 忽悠, 敷衍, 推诿, 踢皮球, 推卸责任, 不负责任, 不作为, 没人管, 无人管, 没人理, 不理人, 欺负人, 离谱, 过分, 什么态度, 态度恶劣, 烦死, 受不了, 岂有此理`,
    ),
    except: terms("bloody mary", "不过分"),
    negatedBy: "denial",
  },
  {
    id: "loss",
    purpose: "Losses and claims: strong mood",
    terms: terms(
      `loss, losses, losing money, lost money, losing customers, losing sales, lost revenue, damages,
      compensation, compensate, compensated`,
      "损失, 赔偿, 赔钱, 索赔, 亏损",
    ),
    except: terms(
      `packet loss, data loss, signal loss, connection loss, power loss, loss of signal, weight loss,
      at a loss, profit and loss, loss of connection, loss of power`,
      "止损, 损失险, 损失厌恶, 亏损弥补",
    ),
    negatedBy: "any",
  },
  {
    id: "urgent",
    purpose: "Hurry: a point of mood",
    terms: terms(
      `urgent, urgently, asap, immediately, right now, right away, straight away, at once, emergency,
      time critical`,
      "马上, 立刻, 立即, 赶紧, 赶快, 急用, 急需, 紧急, 火速, 十万火急",
    ),
    except: terms(
      `emergency contact, emergency contacts, emergency call, emergency calls, emergency light,
      emergency button, emergency exit, non-urgent, not urgent`,
      `紧急联系人, 紧急按钮, 紧急呼叫, 紧急电话, 紧急模式, 紧急出口, 应急, 不紧急, 不急, 立即购买, 立即下单, 立即体验,
      立即登录, 立即支付, 立即领取, 马上消费, 马上金融`,
    ),
    negatedBy: "any",
  },
  {
    id: "scene",
    purpose: "A situation that can't wait: at least P1, strong mood",
    terms: terms(
      `in a meeting, in the middle of a meeting, in the middle of a presentation, presenting right now,
      client is waiting, clients are waiting, customer is waiting, customers are waiting,
      client waiting, delayed our project, delaying our project, blocking the project,
      blocking our project, holding up the project, holding up our project, project is blocked,
      project is on hold because`,
      `正在开会, 会议正在进行, 客户在等, 客户等着, 客户在催, 客户正在等, 耽误了项目, 耽误项目, 耽误我们项目, 影响项目进度,
      耽误我大事, 耽误大事, 误了大事, 正在直播, 正在演示, 正在路演, 马上要开会, 正在面试`,
    ),
    except: terms("", ""),
    negatedBy: "any",
  },
  {
    id: "nudge",
    purpose: "Asking again: counts as a nudge on a ticket we owe an answer",
    terms: terms(
      `any update, any updates, any news, still waiting, following up, follow up on, just checking in,
      any progress, chasing, haven't heard, have not heard, no response yet, when will i hear`,
      `催, 怎么还没, 还没处理, 有进展吗, 有结果吗, 还要多久, 还要等多久, 进度怎么样, 什么进度, 为什么还不, 等了好几天,
      多长时间了, 一直没有回复, 到现在没有`,
    ),
    except: terms("", "催化, 催促还款, 催收"),
    negatedBy: "none",
  },
];

/** The lexicons a new desk begins with, in both languages. */
export const defaultLexicons: Lexicon[] = [...moodLexicons, ...topicLexicons].map((lexicon) =>
  lexiconSchema.parse(lexicon),
);
