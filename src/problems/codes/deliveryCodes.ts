import type { CodeTexts } from './codeTexts.js';

/** What telling connected systems of changes can be answered with. */
export const deliveryCodes = {
  WEBHOOK_TARGET_FORBIDDEN: {
    severity: 'error',
    meaning: '通知地址不在管理员允许的名单里',
    cause: '地址写错，或还没有加入 NIANBAO_WEBHOOK_TARGETS',
    advice: '核对地址；确实要用的，请运行服务的人把它加入 NIANBAO_WEBHOOK_TARGETS 后重启',
    english: {
      meaning: 'The address of the webhook is not on the administrator’s list',
      advice: 'Check the address; whoever runs the service adds it to NIANBAO_WEBHOOK_TARGETS and restarts',
    },
  },
  WEBHOOK_UNKNOWN: {
    severity: 'error',
    status: 404,
    meaning: '没有这个通知地址，或已取消',
    cause: '编号写错，或不在自己的范围内',
    advice: '用 webhooks 查看',
    english: { meaning: 'There is no such webhook, or it was removed', advice: 'See webhooks' },
  },
  DELIVERY_UNKNOWN: {
    severity: 'error',
    status: 404,
    meaning: '没有这次送达，或它的通知地址已取消',
    cause: '编号写错，或不在自己的范围内',
    advice: '用 deliveries 查看',
    english: {
      meaning: 'There is no such delivery, or its webhook was removed',
      advice: 'See deliveries',
    },
  },
  ENCODING_CANNOT_HOLD: {
    severity: 'error',
    meaning: '文字中有这种编码写不出的字符',
    cause: '报告里有造字区的字符',
    advice: '改用 UTF-8，或把这几个字换成通用的字',
    english: {
      meaning: 'The text has characters that this encoding cannot hold',
      advice: 'Use UTF-8, or replace the characters',
    },
  },
} as const satisfies Readonly<Record<string, CodeTexts>>;
