export function internalMessage(requestId: string): string {
  return `服务器内部错误，已记入日志，编号 ${requestId}。请稍后再试；仍不行请把编号告诉管理员。`;
}
