import { Refusal } from '../../filing/refusal.js';
import { serverLimits } from '../serverLimits.js';

/** The places for collections that are read and stored at the same time. */
export class RunningCollections {
  #taken = 0;

  constructor(private readonly places = serverLimits.runningCollections) {}

  /** Takes a place and gives what frees it again. Throws TOO_MANY_RUNNING when all are taken. */
  take(): () => void {
    if (this.#taken >= this.places)
      throw new Refusal(
        'TOO_MANY_RUNNING',
        `已有 ${this.places} 次汇集导入正在进行，这次没有开始。请等其中一次完成或取消后重新上传。`,
      );
    this.#taken += 1;
    return () => {
      this.#taken -= 1;
    };
  }
}
