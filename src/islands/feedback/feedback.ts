import { record } from "../events.ts";

/** A vote counts once; the reason of a "No" is sent as a second event that names the same article. */
class ArticleFeedback extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => {
      const { vote, reason } = (event.target as HTMLElement).dataset;
      if (vote) this.vote(vote === "yes" ? 1 : -1);
      if (reason) this.explain(reason);
    });
  }

  private vote(vote: 1 | -1) {
    record({ type: "feedback", article: this.article, vote });
    this.step("vote").hidden = true;
    if (vote === 1) this.thank("thanksYes");
    else {
      this.step("reason").hidden = false;
      this.querySelector<HTMLElement>("#feedback-why")?.focus();
    }
  }

  private explain(reason: string) {
    record({ type: "feedback", article: this.article, vote: -1, reason });
    this.step("reason").hidden = true;
    this.thank("thanksNo");
  }

  private thank(words: "thanksYes" | "thanksNo") {
    const status = this.querySelector<HTMLElement>("[role=status]");
    if (!status) return;
    status.textContent = status.dataset[words] ?? "";
    // The pressed button is gone; without this the keyboard would start again at the top.
    status.focus();
  }

  private step(name: string): HTMLElement {
    return this.querySelector(`[data-step=${name}]`) as HTMLElement;
  }

  private get article(): string {
    return this.dataset.article ?? "";
  }
}

customElements.define("article-feedback", ArticleFeedback);
