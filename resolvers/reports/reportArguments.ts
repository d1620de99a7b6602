import { Arg, Int } from 'type-graphql';
import { ReportKey } from './inputs.js';

/** Which report a mutation is about. */
export function WhichReport() {
  return Arg('report', () => ReportKey, { description: '哪一份报告' });
}

/** The version somebody saw: nobody changes or hands on what they have not seen. */
export function ExpectedVersion() {
  return Arg('expectedVersion', () => Int, { description: '所依据的版本；已被别人改动时不保存' });
}

export function Reason(description: string) {
  return Arg('reason', () => String, { description });
}

/** A preview answers what a change would do and stores nothing. */
export function Preview() {
  return Arg('preview', () => Boolean, {
    nullable: true,
    defaultValue: false,
    description: '只预览：消除和新出现哪些核对结果，不保存',
  });
}
