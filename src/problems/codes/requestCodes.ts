import type { CodeTexts } from './codeTexts.js';

/** What the server says of a request as a whole. */
export const requestCodes = {
  INVALID_REQUEST: {
    severity: 'error',
    meaning: '请求的内容不对',
    cause: '缺少字段或取值不对',
    advice: '按提示改正',
    english: { meaning: 'The request is not valid', advice: 'Correct it as the message says' },
  },
  NOT_FOUND: {
    severity: 'error',
    status: 404,
    meaning: '没有这个地址或这份内容',
    cause: '地址不对',
    advice: '核对地址',
    english: { meaning: 'There is no such address or content', advice: 'Check the address' },
  },
  METHOD_NOT_ALLOWED: {
    severity: 'error',
    status: 405,
    meaning: '这个地址不接受这种方法',
    cause: '例如对只能读取的地址用了 POST',
    advice: '用答复的 Allow 里列出的方法',
    english: {
      meaning: 'The address does not take this method',
      advice: 'Use one of the methods in the Allow header of the answer',
    },
  },
  QUERY_TOO_LARGE: {
    severity: 'error',
    meaning: '查询太大',
    cause: '嵌套太深、别名太多或要的数据太多',
    advice: '分几次查询',
    english: { meaning: 'The query is too large', advice: 'Ask in several queries' },
  },
  TOO_MANY_RUNNING: {
    severity: 'error',
    status: 429,
    meaning: '正在进行的汇集导入太多，这次没有开始',
    cause: '几个人同时导入汇集文件，或上一次导入还没有完成',
    advice: '等其中一次完成或取消后重新上传；回答的 Retry-After 说明多少秒后再试',
    english: {
      meaning: 'Too many collections are being imported; this one was not begun',
      advice: 'Wait for one to end; Retry-After says how many seconds',
    },
  },
  TOO_SLOW: {
    severity: 'error',
    status: 408,
    meaning: '内容来得太慢，已停止接收',
    cause: '网络不好，或程序开始了请求却不再发送',
    advice: '检查网络后重试；文件很大的分成几个上传',
    english: {
      meaning: 'The body came too slowly and was given up; nothing was kept',
      advice: 'Check the network and send it again; split large files',
    },
  },
  TOO_MANY_REQUESTS: {
    severity: 'error',
    status: 429,
    meaning: '请求太频繁，或正在处理的上传太多',
    cause: '程序不停地请求，或许多人同时上传',
    advice: '稍候再试',
    english: { meaning: 'Too many requests or uploads at once', advice: 'Try again later' },
  },
  INTERNAL: {
    severity: 'error',
    meaning: '服务器内部错误',
    cause: '程序故障，已记入日志',
    advice: '稍后再试；仍不行请把编号告诉管理员',
    english: {
      meaning: 'The service failed and has logged it',
      advice: 'Try again later; give the administrator the id of the request',
    },
  },
} as const satisfies Readonly<Record<string, CodeTexts>>;
