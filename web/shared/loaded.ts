import { ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { sessionEnded } from '../session/session.js';
import { Failure } from './Failure.js';
import { texts } from './texts.js';

export interface Loaded<Data> {
  readonly data: ShallowRef<Data | null>;
  /** Why there is no data, or no newer one. */
  readonly failure: Ref<string | null>;
  readonly loading: Ref<boolean>;
  reload(): Promise<void>;
}

/** Loads what a page shows, again whenever what it depends on changes; an older answer never replaces a newer one. */
export function loaded<Data>(load: () => Promise<Data>, depends: () => unknown = () => null): Loaded<Data> {
  const data = shallowRef<Data | null>(null);
  const failure = ref<string | null>(null);
  const loading = ref(false);
  let latest = 0;

  async function reload(): Promise<void> {
    const mine = (latest += 1);
    loading.value = true;
    try {
      const answer = await load();
      if (mine !== latest) return;
      data.value = answer;
      failure.value = null;
    } catch (error) {
      if (mine === latest) failure.value = messageOf(error);
    } finally {
      if (mine === latest) loading.value = false;
    }
  }

  watch(depends, () => void reload(), { immediate: true });
  return { data, failure, loading, reload };
}

/** The sentence of an expected failure; others are thrown on. Whoever is no longer signed in is asked to sign in. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Failure)) throw error;
  if (error.status === 401) {
    sessionEnded();
    return texts.signInAgain;
  }
  return error.message;
}
