import { registerEnumType } from 'type-graphql';

export enum AuditBreakKind {
  EDITED = 'EDITED',
  REMOVED = 'REMOVED',
  REORDERED = 'REORDERED',
  CUT_OFF = 'CUT_OFF',
}

registerEnumType(AuditBreakKind, {
  name: 'AuditBreakKind',
  description: '留痕怎样被改动',
  valuesConfig: {
    EDITED: { description: '内容被改写' },
    REMOVED: { description: '被删除' },
    REORDERED: { description: '被挪动' },
    CUT_OFF: { description: '末尾被截去' },
  },
});
