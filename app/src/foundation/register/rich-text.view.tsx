import { raw } from 'hono/html';
import { TextArea, type TextAreaProps } from '../ui/index.ts';
import { richTextHtml } from './rich-text.rules.ts';

export function RichText({ source }: { source: string }) {
  return <div class="rich-text">{raw(richTextHtml(source))}</div>;
}

/** With scripts a row of buttons stands over the field; without, one writes the marks oneself, as the help says. */
export function RichTextField(props: TextAreaProps) {
  return (
    <rich-text>
      <TextArea {...props} />
    </rich-text>
  );
}
