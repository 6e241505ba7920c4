import type { VFileMessage } from 'vfile-message';

/** A message as a person reads it: place, severity and rule, then what and why, then what to do. */
export function toText(message: VFileMessage): string {
  const place = [message.file, message.line, message.column].filter((part) => part !== undefined).join(':');
  const severity = message.fatal === true ? 'error' : 'warning';
  return `${place}  ${severity}  ${message.ruleId}\n  ${message.reason}\n  ${message.note}\n`;
}
