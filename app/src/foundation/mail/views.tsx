import { Button, type Column, DataTable, EmptyState, Form, formatDateTime, Page, type Shell } from '../ui/index.ts';
import type { ListedMessage } from './message.store.ts';
import { mailTexts } from './texts.ts';

interface MailPageProps {
  readonly shell: Shell;
  readonly messages: readonly ListedMessage[];
  readonly most: number;
  readonly mailOn: boolean;
}

export function MailPage({ shell, messages, most, mailOn }: MailPageProps) {
  const texts = mailTexts(shell.language);
  const waiting = messages.filter(({ state }) => state === 'queued').length;
  return (
    <Page
      shell={shell}
      title={texts.title}
      lead={mailOn ? texts.lead(waiting) : texts.leadOff}
      crumbs={[{ href: '/administration', label: texts.administration }, { label: texts.title }]}
    >
      <DataTable
        caption={texts.caption(most)}
        columns={columns(texts, mailOn)}
        rows={messages}
        empty={
          <EmptyState title={texts.emptyTitle}>
            <p>{texts.emptyText}</p>
          </EmptyState>
        }
      />
    </Page>
  );
}

function columns(texts: ReturnType<typeof mailTexts>, mailOn: boolean): Column<ListedMessage>[] {
  const retry: Column<ListedMessage> = {
    key: 'retry',
    label: texts.actions,
    quietLabel: true,
    cell: ({ id, state, recipient }) =>
      state === 'queued' ? (
        <Form action={`/administration/post/${id}/forsok`}>
          <Button variant="secondary" small label={texts.retryLabel(recipient)}>
            {texts.retry}
          </Button>
        </Form>
      ) : (
        ''
      ),
  };
  return [
    { key: 'subject', label: texts.subject, cell: ({ subject }) => subject },
    { key: 'recipient', label: texts.recipient, cell: ({ recipient }) => recipient },
    { key: 'written', label: texts.written, cell: ({ createdAt }) => formatDateTime(createdAt) },
    { key: 'state', label: texts.state, cell: (message) => stateWords(message, texts) },
    { key: 'fault', label: texts.answer, cell: ({ fault }) => fault ?? '' },
    ...(mailOn ? [retry] : []),
  ];
}

function stateWords(message: ListedMessage, texts: ReturnType<typeof mailTexts>): string {
  if (message.state === 'sent' && message.sentAt !== null) return texts.sentAt(formatDateTime(message.sentAt));
  if (message.state === 'queued' && message.attempts > 0)
    return texts.waitsUntil(message.attempts, formatDateTime(message.notBefore));
  return texts.states[message.state];
}
