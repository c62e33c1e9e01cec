import { Alert, Button, Switch, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { m } from "#messages";
import { whyNot } from "../ticket/work/refresh.ts";
import classes from "./incidents.module.css";
import { type Both, type Incident, seenOf, useDeeds, useFormDeeds } from "./incidents.ts";

type Texts = { title: Both; banner: Both & { link: string } };
const textsOf = ({ title, banner }: Incident) => ({ title, banner }) as Texts;

/** Its name and its banner, in both languages, and the switch that shows the banner. */
export function TextsForm({ incident }: { incident: Incident }) {
  const [texts, setTexts] = useState(() => textsOf(incident));
  const { writeTexts } = useFormDeeds();
  const isChanged = JSON.stringify(texts) !== JSON.stringify(textsOf(incident));
  const save = (event: FormEvent) => {
    event.preventDefault();
    writeTexts.mutate({ ...seenOf(incident), ...texts });
  };
  const refused = whyNot(writeTexts);
  return (
    <section className={classes.section} aria-labelledby="texts-title">
      <h2 id="texts-title">{m.incidents_texts_title()}</h2>
      <form className={classes.form} onSubmit={save}>
        <Fields texts={texts} onChange={setTexts} />
        {refused && (
          <Alert color="breached" variant="light" role="alert">
            {refused}
          </Alert>
        )}
        <div>
          <Button
            type="submit"
            variant="default"
            disabled={!isChanged}
            loading={writeTexts.isPending}
          >
            {writeTexts.isSuccess && !isChanged ? m.incidents_saved() : m.incidents_save()}
          </Button>
        </div>
      </form>
      <BannerSwitch incident={incident} isChanged={isChanged} />
    </section>
  );
}

type FieldsProps = { texts: Texts; onChange: (texts: Texts) => void };

function Fields({ texts: { title, banner }, onChange }: FieldsProps) {
  const name = (part: Partial<Both>) => onChange({ title: { ...title, ...part }, banner });
  const say = (part: Partial<Texts["banner"]>) =>
    onChange({ title, banner: { ...banner, ...part } });
  return (
    <>
      <TextInput
        label={m.incidents_title_en()}
        value={title.en}
        maxLength={120}
        lang="en"
        onChange={(event) => name({ en: event.currentTarget.value })}
      />
      <TextInput
        label={m.incidents_title_zh()}
        value={title.zh}
        maxLength={120}
        lang="zh-Hans"
        onChange={(event) => name({ zh: event.currentTarget.value })}
      />
      <Textarea
        label={m.incidents_banner_en()}
        value={banner.en}
        maxLength={240}
        autosize
        minRows={2}
        lang="en"
        onChange={(event) => say({ en: event.currentTarget.value })}
      />
      <Textarea
        label={m.incidents_banner_zh()}
        value={banner.zh}
        maxLength={240}
        autosize
        minRows={2}
        lang="zh-Hans"
        onChange={(event) => say({ zh: event.currentTarget.value })}
      />
      <TextInput
        label={m.incidents_banner_link()}
        description={m.incidents_banner_link_hint()}
        value={banner.link}
        maxLength={300}
        spellCheck={false}
        onChange={(event) => say({ link: event.currentTarget.value })}
      />
    </>
  );
}

function BannerSwitch({ incident, isChanged }: { incident: Incident; isChanged: boolean }) {
  const { switchBanner } = useDeeds();
  const isOpen = incident.state === "open";
  const hint = !isOpen
    ? m.incidents_show_banner_closed()
    : isChanged
      ? m.incidents_show_banner_unsaved()
      : m.incidents_show_banner_hint();
  return (
    <Switch
      className={classes.switch ?? ""}
      classNames={{ description: classes.hint ?? "" }}
      checked={incident.bannerFrom !== null}
      disabled={!isOpen || switchBanner.isPending || (isChanged && !incident.bannerFrom)}
      onChange={(event) =>
        switchBanner.mutate({ ...seenOf(incident), on: event.currentTarget.checked })
      }
      label={m.incidents_show_banner()}
      description={hint}
    />
  );
}
