import type { VFileMessage } from 'vfile-message';

export function severityOf({ fatal }: VFileMessage): 'error' | 'warning' | 'info' {
  if (fatal === true) return 'error';
  return fatal === false ? 'warning' : 'info';
}

/** A message as a person reads it: place, severity and rule, then what and why, then what to do. */
export function toText(message: VFileMessage): string {
  const place = [message.file, message.line, message.column].filter((part) => part !== undefined).join(':');
  return `${place}  ${severityOf(message)}  ${message.ruleId}\n  ${message.reason}\n  ${message.note}\n`;
}

/** An info asks for nothing, so that many of one rule are counted rather than listed. */
const MAX_INFOS_A_RULE = 10;

/** All messages as a person reads them. */
export function toTexts(messages: VFileMessage[]): string {
  const infos = Map.groupBy(
    messages.filter((each) => severityOf(each) === 'info'),
    ({ ruleId }) => ruleId,
  );
  const left = new Set([...infos.values()].flatMap((each) => each.slice(MAX_INFOS_A_RULE)));
  const listed = messages.filter((each) => !left.has(each)).map(toText);
  const counted = [...infos].flatMap(([ruleId, each]) =>
    each.length > MAX_INFOS_A_RULE ? [`… and ${each.length - MAX_INFOS_A_RULE} more of ${ruleId}: --report lists them.\n`] : [],
  );
  return [...listed, ...counted].join('');
}
