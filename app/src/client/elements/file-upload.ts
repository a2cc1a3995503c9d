/**
 * `<file-upload max-bytes="…">` around a form with files: sends it with a bar that shows how far it has come and a button that stops it. Too large a file is told
 * of before it is sent. Without scripts the browser sends the form.
 */
class FileUpload extends HTMLElement {
  #sending: XMLHttpRequest | undefined;

  connectedCallback(): void {
    this.addEventListener('submit', this.#send, { capture: true });
  }

  disconnectedCallback(): void {
    this.#sending?.abort();
  }

  readonly #send = (event: Event): void => {
    const form = event.target as HTMLFormElement;
    event.preventDefault();
    event.stopPropagation();
    if (this.#sending !== undefined) return;
    const files = [...(form.querySelector<HTMLInputElement>('input[type="file"]')?.files ?? [])];
    const most = Number(this.getAttribute('max-bytes'));
    const large = files.find(({ size }) => size > most);
    if (files.length === 0 || large !== undefined) {
      this.#say(large === undefined ? words().nothing : words().large(large.name, Math.round(most / (1024 * 1024))));
      return;
    }
    const bar = document.createElement('progress');
    bar.ariaLabel = words().sending;
    bar.max = 1;
    const stop = document.createElement('button');
    stop.type = 'button';
    stop.className = 'ds-button is-quiet is-small';
    stop.textContent = words().stop;
    const note = this.#say(words().sending, bar, stop);
    const request = new XMLHttpRequest();
    this.#sending = request;
    stop.addEventListener('click', () => request.abort());
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      bar.value = total === 0 ? 0 : loaded / total;
      note.textContent = loaded === total ? words().checking : `${words().sending} ${Math.floor(100 * bar.value)} %`;
    });
    request.addEventListener('loadend', () => {
      this.#sending = undefined;
    });
    request.addEventListener('abort', () => this.#say(words().stopped));
    request.addEventListener('error', () => this.#say(words().broken));
    request.addEventListener('load', () => {
      if (request.status === 200) return go((JSON.parse(request.responseText) as { location: string }).location);
      // A refusal comes as a page; its first sentence says why.
      const page = new DOMParser().parseFromString(request.responseText, 'text/html');
      this.#say(page.querySelector('main .lead')?.textContent ?? words().broken);
    });
    request.open('POST', form.action);
    request.setRequestHeader('Accept', 'application/json');
    request.send(new FormData(form));
  };

  /** One line under the form, in place of the one before; read aloud. */
  #say(text: string, ...more: readonly HTMLElement[]): HTMLElement {
    this.querySelector('.upload-note')?.remove();
    const line = document.createElement('p');
    line.className = 'upload-note';
    const note = document.createElement('span');
    note.role = 'status';
    line.append(note, ...more);
    this.append(line);
    note.textContent = text;
    return note;
  }
}

function go(location: string): void {
  (window as unknown as { Turbo: { visit(to: string, how: { action: 'replace' }): void } }).Turbo.visit(location, {
    action: 'replace',
  });
}

function words() {
  return document.documentElement.lang === 'sv'
    ? {
        sending: 'Skickar',
        checking: 'Sparar och kontrollerar',
        stop: 'Avbryt',
        stopped: 'Avbrutet. Ingenting som inte redan var framme har sparats.',
        broken: 'Förbindelsen bröts. Försök igen.',
        nothing: 'Välj en fil först.',
        large: (name: string, most: number) => `${name} är större än ${most} MB, som är det största som tas emot.`,
      }
    : {
        sending: 'Sending',
        checking: 'Saving and checking',
        stop: 'Stop',
        stopped: 'Stopped. Nothing that had not yet arrived has been saved.',
        broken: 'The connection was broken. Try again.',
        nothing: 'Choose a file first.',
        large: (name: string, most: number) => `${name} is larger than ${most} MB, the most that is received.`,
      };
}

customElements.define('file-upload', FileUpload);
