import { Button } from './button.tsx';
import { Form, FormActions } from './form.tsx';
import { useTexts } from './language.tsx';

export interface ConflictField {
  readonly name: string;
  readonly label: string;
  /** What the person behind this form wrote. */
  readonly mine: string;
  /** What someone else has saved meanwhile. */
  readonly theirs: string;
  /** What both started from. */
  readonly base?: string | undefined;
  /** Stored values are codes; this is how one is read. */
  readonly show?: (value: string) => string;
}

export interface ConflictViewProps {
  readonly action: string;
  /** The version that was saved meanwhile: the choice is made against it. */
  readonly version: number;
  readonly fields: readonly ConflictField[];
  readonly hidden?: Readonly<Record<string, string | number>>;
}

/**
 * Both versions side by side, and a choice for each field that differs. The form posts the chosen value under the
 * field's own name, so the same handler that saves the ordinary form saves the choice. Nothing is lost by looking:
 * both texts stand on the page. Fields that did not differ travel along unseen.
 */
export function ConflictView({ action, version, fields, hidden = {} }: ConflictViewProps) {
  const texts = useTexts();
  const same = fields.filter(({ mine, theirs }) => mine === theirs);
  const different = fields.filter(({ mine, theirs }) => mine !== theirs);
  const unseen = { ...hidden, version, ...Object.fromEntries(same.map(({ name, mine }) => [name, mine])) };
  return (
    <Form action={action} hidden={unseen}>
      <p>{texts.conflictLead}</p>
      {different.map((field) => (
        <Choice field={field} />
      ))}
      <FormActions>
        <Button>{texts.conflictSave}</Button>
      </FormActions>
    </Form>
  );
}

function Choice({ field }: { field: ConflictField }) {
  const texts = useTexts();
  const show = field.show ?? ((value: string) => value);
  const words = (value: string) => (value === '' ? <em class="muted">{texts.emptyText}</em> : show(value));
  // What only the other changed is theirs to keep; what both changed is the person's own to decide, mine first.
  const mineFirst = field.base === undefined || field.mine !== field.base;
  const options = [
    { value: field.mine, heading: texts.conflictMine, keep: texts.keepMine, checked: mineFirst },
    { value: field.theirs, heading: texts.conflictTheirs, keep: texts.keepTheirs, checked: !mineFirst },
  ];
  return (
    <fieldset class="conflict">
      <legend>
        <span class="unseen">{texts.conflictChoose(field.label)}</span>
        <span aria-hidden="true">{field.label}</span>
      </legend>
      <div class="conflict-sides">
        {options.map((option, index) => (
          <div class="conflict-side">
            <p class="conflict-heading">{option.heading}</p>
            <div class="conflict-words">{words(option.value)}</div>
            <div class="choice">
              <input
                class="ds-input"
                type="radio"
                name={field.name}
                value={option.value}
                checked={option.checked}
                id={`conflict-${field.name}-${index}`}
              />
              <label for={`conflict-${field.name}-${index}`}>{option.keep}</label>
            </div>
          </div>
        ))}
      </div>
      {field.base !== undefined && (
        <p class="conflict-base">
          <span class="muted">{texts.conflictBase}:</span> {words(field.base)}
        </p>
      )}
    </fieldset>
  );
}
