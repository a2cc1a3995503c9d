import {
  Button,
  type Crumb,
  errorFor,
  Form,
  FormActions,
  LinkButton,
  Notice,
  Page,
  type Shell,
  TextField,
} from '../../foundation/ui/index.ts';
import { economyTexts } from './economy.texts.ts';
import type { FrameFault, FrameForm } from './frame.rules.ts';

export interface FrameFormProps {
  readonly shell: Shell;
  readonly crumbs: readonly Crumb[];
  readonly form: FrameForm;
  readonly version: number;
  readonly faults: readonly FrameFault[];
  /** What somebody else has saved since the form was opened, in a sentence. */
  readonly conflict?: string;
}

export function FrameFormPage({ shell, crumbs, form, version, faults, conflict }: FrameFormProps) {
  const t = economyTexts(shell.language).frame;
  const errors = faults.map(({ field, reason }) => ({ field, text: t.faults[reason] }));
  const help: Partial<Record<keyof FrameForm, string>> = { discountRate: t.discountRateHelp, budget: t.budgetHelp };
  return (
    <Page shell={shell} narrow title={t.title} lead={t.lead} crumbs={crumbs}>
      {conflict !== undefined && (
        <Notice kind="warning">
          <p>{conflict}</p>
        </Notice>
      )}
      <Form action="/forslag/ram" id="ram" keep errors={errors} hidden={{ version }}>
        {(['discountRate', 'budget', 'from', 'to'] as const).map((name) => (
          <TextField
            name={name}
            label={t[name]}
            help={help[name]}
            value={form[name]}
            error={errorFor(errors, name)}
            required={name === 'discountRate'}
            inputmode="decimal"
            size={12}
          />
        ))}
        <FormActions>
          <Button>{t.save}</Button>
          <LinkButton href="/forslag/portfolj">{t.cancel}</LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}
