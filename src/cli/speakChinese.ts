import type { Command, Option } from 'commander';

const headings: readonly (readonly [RegExp, string])[] = [
  [/^Usage:/, '用法：'],
  [/^Options:/, '选项：'],
  [/^Commands:/, '命令：'],
  [/^Arguments:/, '参数：'],
  [/^Global Options:/, '公共选项：'],
];

const places: readonly (readonly [RegExp, string])[] = [
  [/\[options\]/, '[选项]'],
  [/\[command\]/, '<命令>'],
];

const mistakes: readonly (readonly [RegExp, string])[] = [
  [/^error: missing required argument '(.+)'/, '缺少参数 $1。'],
  [/^error: unknown option '(.+)'/, '不认识选项 $1。'],
  [/^error: unknown command '(.+)'/, '不认识命令 $1。'],
  [/^error: option '(.+)' argument missing/, '选项 $1 缺少值。'],
  [/^error: required option '(.+)' not specified/, '缺少选项 $1。'],
  [/^error: option '(.+)' argument '(.+)' is invalid\. /, '选项 $1 的值“$2”不对。'],
  [/^error: command-argument value '(.+)' is invalid for argument '(.+)'\. /, '参数 $2 的值“$1”不对。'],
  [/^error: too many arguments.*/, '参数太多。'],
  [/\(Did you mean (one of )?(.+)\?\)/, '是不是 $2？'],
];

/** Commander's own words in Chinese, for a command and all below it. Mistakes end with exit code 2. */
export function speakChinese(command: Command): Command {
  command
    .helpOption('-h, --help', '显示帮助')
    .configureHelp({
      styleTitle: (title) => translate(title, headings),
      commandUsage: (shown) => `${pathOf(shown)} ${translate(shown.usage(), places)}`,
      subcommandTerm: (shown) => `${shown.name()} ${translate(shown.usage(), places)}`.trimEnd(),
      optionDescription: describeOption,
      ...(command.commands.length === 0 && { showGlobalOptions: false }),
    })
    .configureOutput({ outputError: (text, write) => write(translate(text, mistakes)) })
    .showHelpAfterError('用 --help 查看用法。')
    .exitOverride();
  if (command.commands.length > 0) command.helpCommand('help [命令]', '显示某个命令的帮助');
  for (const below of command.commands) speakChinese(below);
  return command;
}

/** nianbao token create */
function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}

function describeOption({ description, defaultValue }: Option): string {
  return typeof defaultValue === 'string' ? `${description}（默认 ${defaultValue}）` : description;
}

function translate(text: string, words: readonly (readonly [RegExp, string])[]): string {
  return words.reduce((translated, [english, chinese]) => translated.replace(english, chinese), text);
}
