import { acceptedExtensions, fileKindsText, fileProblemText, isShownInline } from '../files/index.ts';
import type { Language } from '../texts/index.ts';
import { Button, describe, Field, type Flash, Form, formatDateTime, formatNumber } from '../ui/index.ts';
import type { Attached } from './attachment.commands.ts';
import type { AttachmentsPart } from './attachment.queries.ts';
import { attachmentHref, mostFiles } from './attachment.rules.ts';
import type { Attachment } from './attachment.store.ts';
import { attachmentTexts } from './attachment.texts.ts';
import type { Register } from './register.rules.ts';
import type { Row } from './row.store.ts';

interface AttachmentsProps {
  readonly register: Register;
  readonly row: Row;
  readonly part: AttachmentsPart;
  readonly mayChange: boolean;
  readonly language: Language;
}

export function Attachments({ register, row, part, mayChange, language }: AttachmentsProps) {
  const t = attachmentTexts(language);
  const here = `${register.path}/${row.id}/bilagor`;
  const inUse = part.attachments.filter(({ active }) => active);
  const removed = part.attachments.filter(({ active }) => !active);
  if (inUse.length === 0 && !mayChange) return null;
  return (
    <section class="attachments" id="bilagor">
      <h2>{t.title}</h2>
      {inUse.length > 0 && (
        <ul class="attachment-list">
          {inUse.map((attachment) => (
            <li>
              <OneAttachment attachment={attachment} people={part.people} language={language} />
              {mayChange && (
                <form action={`${here}/${attachment.id}/ta-bort`} method="post">
                  <Button variant="quiet" small label={t.removeLabel(attachment.fileName)}>
                    {t.remove}
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <>
          <details class="hanging-form" open={false}>
            <summary>{t.add}</summary>
            <UploadForm action={here} limit={part.limit} language={language} />
          </details>
          {removed.length > 0 && (
            <details class="hanging-form">
              <summary>{t.removedOnes(removed.length)}</summary>
              <ul class="attachment-list">
                {removed.map((attachment) => (
                  <li>
                    <OneAttachment attachment={attachment} people={part.people} language={language} />
                    <form action={`${here}/${attachment.id}/ta-tillbaka`} method="post">
                      <Button variant="quiet" small label={t.takeBackLabel(attachment.fileName)}>
                        {t.takeBack}
                      </Button>
                    </form>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </section>
  );
}

interface OneAttachmentProps {
  readonly attachment: Attachment;
  readonly people: ReadonlyMap<string, string>;
  readonly language: Language;
}

function OneAttachment({ attachment, people, language }: OneAttachmentProps) {
  const t = attachmentTexts(language);
  const { id, fileName, mediaType, bytes, createdAt, createdBy } = attachment;
  const who = (createdBy !== null && people.get(createdBy)) || t.someone;
  return (
    <span class="attachment">
      <a href={attachmentHref(id)} download data-turbo="false">
        {fileName}
      </a>{' '}
      <span class="muted">
        {t.kinds[mediaType] ?? mediaType}, {fileSize(bytes, language)} · {t.byWhom(who, formatDateTime(createdAt))}
      </span>{' '}
      {isShownInline(mediaType) && (
        <a href={`${attachmentHref(id)}?visa`} data-turbo="false" aria-label={t.showLabel(fileName)}>
          {t.show}
        </a>
      )}
    </span>
  );
}

function UploadForm({ action, limit, language }: { action: string; limit: number; language: Language }) {
  const t = attachmentTexts(language);
  const field = {
    name: 'file',
    label: t.files,
    help: t.help(fileKindsText(language), fileSize(limit, language), String(mostFiles)),
    required: true,
  };
  return (
    <file-upload max-bytes={String(limit)}>
      <Form action={action} id="bifoga" label={t.add} multipart>
        <Field {...field}>
          <input
            class="ds-input"
            type="file"
            name="file"
            multiple
            accept={acceptedExtensions.join(',')}
            {...describe(field)}
          />
        </Field>
        <Button variant="secondary">{t.send}</Button>
      </Form>
    </file-upload>
  );
}

function fileSize(bytes: number, language: Language): string {
  if (bytes < 1024) return `${formatNumber(bytes, language)} byte`;
  if (bytes < 1024 * 1024) return `${formatNumber(bytes / 1024, language)} kB`;
  const megabytes = bytes / (1024 * 1024);
  return `${formatNumber(megabytes, language, Number.isInteger(megabytes) ? 0 : 1)} MB`;
}

const mostWords = 1500;

/** What became of the files, as a message on the row's page. It travels in a cookie, so it is not let to be long. */
export function attachedFlash({ added, same, refused }: Attached, limit: number, language: Language): Flash {
  const t = attachmentTexts(language);
  const sentences = [
    ...(added.length > 0 ? [t.added(added.length)] : []),
    ...same.map(({ name, as }) => t.same(name, as)),
    ...refused.map(({ name, problem }) => `${name}: ${fileProblemText(problem, limit, language)}`),
  ];
  let text = '';
  for (const sentence of sentences) {
    if (text.length + sentence.length > mostWords) {
      text = `${text} ${t.andMore}`;
      break;
    }
    text = text === '' ? sentence : `${text} ${sentence}`;
  }
  if (sentences.length === 0) return { kind: 'warning', text: t.nothing };
  return { kind: refused.length > 0 ? 'warning' : same.length > 0 ? 'info' : 'success', text };
}
