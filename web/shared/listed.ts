import { computed, ref, shallowRef, type ComputedRef, type Ref } from 'vue';
import { loaded, messageOf, type Loaded } from './loaded.js';

/** A page of a list as the server answers with it. */
export interface ListPage<Item> {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  readonly nodes: readonly Item[];
}

export interface Listed<Item> extends Omit<Loaded<unknown>, 'data'> {
  /** What has been asked for so far; null before the first page came. */
  readonly items: ComputedRef<readonly Item[] | null>;
  readonly total: ComputedRef<number>;
  readonly hasMore: ComputedRef<boolean>;
  /** Why the next page did not come. */
  readonly moreFailure: Ref<string | null>;
  showMore(): Promise<void>;
}

/** A list that is shown a page at a time, from its beginning again whenever what it depends on changes. */
export function listed<Item>(
  load: (after: string | null) => Promise<ListPage<Item> | null | undefined>,
  depends: () => unknown = () => null,
): Listed<Item> {
  const pages = shallowRef<readonly ListPage<Item>[]>([]);
  const moreFailure = ref<string | null>(null);
  const { failure, loading, reload } = loaded(async () => {
    const first = await load(null);
    moreFailure.value = null;
    pages.value = first ? [first] : [];
  }, depends);
  const last = computed(() => pages.value[pages.value.length - 1]);

  async function showMore(): Promise<void> {
    const before = pages.value;
    moreFailure.value = null;
    try {
      const page = await load(last.value?.pageInfo.endCursor ?? null);
      // Meanwhile another list may have been asked for.
      if (page && pages.value === before) pages.value = [...before, page];
    } catch (error) {
      moreFailure.value = messageOf(error);
    }
  }

  return {
    failure,
    loading,
    reload,
    moreFailure,
    showMore,
    items: computed(() => (pages.value.length === 0 ? null : pages.value.flatMap(({ nodes }) => nodes))),
    total: computed(() => pages.value[0]?.totalCount ?? 0),
    hasMore: computed(() => last.value?.pageInfo.hasNextPage ?? false),
  };
}
