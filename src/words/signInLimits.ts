const minute = 60_000;

/** How often signing in may fail: for one name, and from one address, behind which a whole office may sit. */
export const signInLimits = {
  name: { failures: 5, milliseconds: 15 * minute },
  address: { failures: 60, milliseconds: 15 * minute },
} as const;

const { failures, milliseconds } = signInLimits.name;

/** How that is said of one account. */
export const lockedWords = `密码连续输错 ${failures} 次，账号锁定 ${milliseconds / minute} 分钟`;
