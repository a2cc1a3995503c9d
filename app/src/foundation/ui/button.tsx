import type { Content } from './children.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'quiet';

export interface ButtonProps {
  readonly children: Content;
  /** One primary a view. */
  readonly variant?: ButtonVariant;
  readonly type?: 'submit' | 'button';
  readonly name?: string;
  readonly value?: string;
  /** Low rows in tables; still 44 px on touch screens. */
  readonly small?: boolean;
  /** Said instead of the visible words when these are too short alone: "Behåll Kostnad särskilt boende". */
  readonly label?: string;
  readonly disabled?: boolean;
  /** Hidden when the form around it sends itself (`autoSubmit`). */
  readonly withoutScript?: boolean;
  /** Sends the form elsewhere than its own action. */
  readonly formaction?: string;
  /** Id of the form, when the button stands outside it. */
  readonly form?: string;
}

export function Button(props: ButtonProps) {
  const { children, variant = 'primary', type = 'submit', small, label, withoutScript, ...rest } = props;
  const classes =
    withoutScript === true ? `${buttonClass(variant, small)} is-without-script` : buttonClass(variant, small);
  return (
    <button class={classes} type={type} aria-label={label} {...rest}>
      {children}
    </button>
  );
}

export interface LinkButtonProps {
  readonly href: string;
  readonly children: Content;
  readonly variant?: ButtonVariant;
  readonly small?: boolean;
  readonly label?: string;
  /** For files: Turbo leaves the answer to the browser. */
  readonly download?: boolean;
}

/** A link that looks like a button, for going somewhere; what changes something is a `Button` in a form. */
export function LinkButton({ href, children, variant = 'secondary', small, label, download }: LinkButtonProps) {
  return (
    <a
      class={buttonClass(variant, small)}
      href={href}
      aria-label={label}
      download={download === true ? '' : undefined}
      data-turbo={download === true ? 'false' : undefined}
    >
      {children}
    </a>
  );
}

function buttonClass(variant: ButtonVariant, small: boolean | undefined): string {
  return `ds-button is-${variant}${small === true ? ' is-small' : ''}`;
}
