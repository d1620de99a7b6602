import { element } from '../../shared/element.js';
import { severities, severityWords, type Notice } from './notices.js';
import { showNotice, type Context } from './showNotice.js';
import { texts } from './texts.js';

/** All notices, the gravest first; what was cleaned up without any need to act is folded away. */
export function showNotices(notices: readonly Notice[], context: Context): HTMLElement[] {
  return severities.flatMap((severity) => {
    const some = notices.filter((notice) => notice.severity === severity);
    if (some.length === 0) return [];
    const { sign, word, meaning } = severityWords[severity];
    const heading = texts.severityHeading(`${sign} ${word}`, some.length, meaning);
    const list = element('ul', { class: 'notices' }, ...some.map((notice) => showNotice(notice, context)));
    return severity === 'info'
      ? [element('details', { class: 'group info' }, element('summary', {}, heading), list)]
      : [element('section', { class: `group ${severity}` }, element('h4', {}, heading), list)];
  });
}
