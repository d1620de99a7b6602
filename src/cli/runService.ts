import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { Standbys } from '../database/standbys/Standbys.js';
import { startService, type Service } from '../server/startService.js';
import { Failure } from './Failure.js';
import { serviceReaders } from './readers.js';
import type { Settings } from './settings.js';

/** Starts the service and ends it in good order on SIGINT or SIGTERM. */
export async function runService(database: DataSource, settings: Settings): Promise<Service> {
  const standbys = settings.standbys && (await Standbys.open(database, settings.standbys));
  const service = await start(database, settings, standbys);
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      // Asked twice, somebody is in a hurry.
      if (ending) process.exit(1);
      ending = true;
      console.error('正在停止：等进行中的请求完成……');
      stop(service, database, standbys).then(
        () => process.exit(0),
        (error: unknown) => {
          console.error('停止时出错：', error);
          process.exit(1);
        },
      );
    });
  return service;
}

async function stop(service: Service, database: DataSource, standbys: Standbys | null): Promise<void> {
  await service.close();
  await standbys?.close();
  await database.destroy();
}

async function start(database: DataSource, settings: Settings, standbys: Standbys | null): Promise<Service> {
  const { host, port } = settings;
  try {
    return await startService(database, {
      ...settings,
      standbys,
      // A disk, which the system's folder for such things may not be.
      ...(existsSync(settings.folder) && { uploadFolder: join(settings.folder, 'uploads') }),
      pool: { workers: settings.readers ?? serviceReaders },
    });
  } catch (error) {
    await standbys?.close();
    await database.destroy();
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE')
      throw new Failure(
        `端口 ${port} 已被占用。请停止占用它的程序，或用 PORT=端口号 换一个，例如 PORT=4001。`,
      );
    if (code === 'EACCES')
      throw new Failure(`没有使用端口 ${port} 的权限。请用 PORT=端口号 换一个大于 1023 的。`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new Failure(`这台机器没有地址 ${host}。请核对 HOST。`);
    throw error;
  }
}
