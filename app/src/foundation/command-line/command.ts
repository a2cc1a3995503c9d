import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { Language } from '../texts/index.ts';

/** What a command gives back to the shell. */
export const exitCode = { ok: 0, fault: 1, usage: 2, notFound: 3, archive: 4, badFile: 5 } as const;

/** Something the person can put right. Becomes one sentence on standard error and an exit code, never a stack trace. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code: number;
  constructor(code: number, sentence: string) {
    super(sentence);
    this.code = code;
  }
}

export interface Command {
  /** `kolada import`, `situation`. */
  readonly words: string;
  readonly usage: string;
  readonly purpose: Readonly<Record<Language, string>>;
  readonly options: ParseArgsOptionsConfig;
  /** Whether words may stand beside the options: `situation Lund`. */
  readonly takesWords?: boolean;
  readonly run: (call: CommandCall) => Promise<number | undefined>;
}

export interface CommandCall {
  readonly positionals: readonly string[];
  readonly language: Language;
  /** Value of an option, or undefined. */
  text(name: string): string | undefined;
  flag(name: string): boolean;
  /** Value of an option that must be given. */
  required(name: string): string;
  /** Writes to standard output. */
  print(text: string): void;
  /** Writes to standard error: progress and remarks that are not the answer. */
  tell(text: string): void;
}

export interface Output {
  readonly print: (text: string) => void;
  readonly tell: (text: string) => void;
}

/** Finds the command, reads its options, runs it. Returns the exit code. */
export async function runCommand(
  commands: readonly Command[],
  args: readonly string[],
  language: Language,
  output: Output,
): Promise<number> {
  const command = commands
    .filter(({ words }) => args.slice(0, words.split(' ').length).join(' ') === words)
    .sort((a, b) => b.words.length - a.words.length)[0];
  if (command === undefined || args.includes('--help')) {
    const asked = args.length === 0 || args.includes('--help') || args[0] === 'help';
    (asked ? output.print : output.tell)(overview(command ? [command] : commands, language));
    if (!asked)
      output.tell(language === 'sv' ? `\nOkänt kommando: ${args.join(' ')}` : `\nUnknown command: ${args.join(' ')}`);
    return asked ? exitCode.ok : exitCode.usage;
  }
  try {
    return (
      (await command.run(readCall(command, args.slice(command.words.split(' ').length), language, output))) ??
      exitCode.ok
    );
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    output.tell(error.message);
    return error.code;
  }
}

function readCall(command: Command, args: readonly string[], language: Language, output: Output): CommandCall {
  const usage = language === 'sv' ? `Så här: samband ${command.usage}` : `Usage: samband ${command.usage}`;
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({ args: [...args], options: command.options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new CommandError(exitCode.usage, `${wrongOption(error, language)}\n${usage}`);
  }
  const [word] = parsed.positionals;
  if (word !== undefined && command.takesWords !== true) {
    const unasked = language === 'sv' ? `”${word}” hör inte hit.` : `“${word}” does not belong here.`;
    throw new CommandError(exitCode.usage, `${unasked}\n${usage}`);
  }
  const text = (name: string) => parsed.values[name] as string | undefined;
  return {
    ...output,
    language,
    positionals: parsed.positionals,
    text,
    flag: (name) => parsed.values[name] === true,
    required: (name) => {
      const value = text(name);
      if (value !== undefined && value !== '') return value;
      throw new CommandError(exitCode.usage, `${language === 'sv' ? 'Det saknas' : 'Missing'} --${name}.\n${usage}`);
    },
  };
}

/** Node says it in English, with advice about its own API; only the option it names is for the person. */
function wrongOption(error: unknown, language: Language): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const option = /'(-[^' ]*)/.exec(message)?.[1] ?? '';
  const unknown = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
  if (language === 'sv') return unknown ? `Okänt tillval: ${option}` : `${option} är fel skrivet.`;
  return unknown ? `Unknown option: ${option}` : `${option} is written in a wrong way.`;
}

function overview(commands: readonly Command[], language: Language): string {
  const width = Math.max(...commands.map(({ words }) => words.length));
  const lines = commands.flatMap(({ words, usage, purpose }) => [
    `  ${words.padEnd(width)}  ${purpose[language]}`,
    `  ${' '.repeat(width)}  samband ${usage}`,
  ]);
  const ends =
    language === 'sv'
      ? 'Slutkoder: 0 klart · 1 fel i programmet · 2 fel i anropet · 3 okänd kommun eller nyckeltal · 4 arkivet går inte att läsa · 5 fel i en fil'
      : 'Exit codes: 0 done · 1 fault in the program · 2 wrong call · 3 unknown municipality or key figure · 4 the archive cannot be read · 5 fault in a file';
  return ['samband', '', ...lines, '', ends].join('\n');
}
