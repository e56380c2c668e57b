import { type ChangeContext, createdChange, writtenChange } from '../changes/item-changes.js';
import type { ContentChange } from '../changes/content-change.js';
import type { FieldValue } from '../fields/field-value.js';
import type { ReferenceRow } from '../references/content-reference.repository.js';
import type { ContentVersion } from '../versions/content-version.entity.js';
import type { ContentItem } from './content-item.entity.js';
import type { ItemChange, NewItem } from './content-item.repository.js';
import type { ItemWrite } from './content-writer.js';

/** What happens to one item, one step after the other, to be written as one. */
export class ItemSteps {
  private readonly writes: ItemWrite[] = [];
  private present: ContentItem;

  private constructor(
    /** As it is in the database; undefined for a new one. */
    readonly before: ContentItem | undefined,
    private readonly made: NewItem | undefined,
    item: ContentItem,
  ) {
    this.present = item;
  }

  static of(item: ContentItem): ItemSteps {
    return new ItemSteps(item, undefined, item);
  }

  static ofNew(made: NewItem): ItemSteps {
    return new ItemSteps(undefined, made, made.item);
  }

  /** As it is after the steps so far. */
  get item(): ContentItem {
    return this.present;
  }

  /** `write` is made for `item` as it is now. */
  add(write: ItemWrite): void {
    this.writes.push(write);
    this.present = { ...this.present, ...withoutSearchText(write.change) };
  }

  get isEmpty(): boolean {
    return this.made === undefined && this.writes.length === 0;
  }

  /** All steps as one change. */
  get change(): ItemChange {
    return Object.assign({}, ...this.writes.map(({ change }) => change), {
      revision: this.present.revision,
    }) as ItemChange;
  }

  get searchText(): string {
    const texts = this.writes.flatMap(({ change }) => change.searchText ?? []);
    return texts.at(-1) ?? this.made?.searchText ?? '';
  }

  get fieldStamp(): number {
    const stamps = this.writes.flatMap(({ change }) => change.fieldStamp ?? []);
    return stamps.at(-1) ?? this.made?.fieldStamp ?? 0;
  }

  /** Values of custom fields; undefined where they stay. */
  get fieldValues(): readonly FieldValue[] | undefined {
    const values = this.writes.flatMap(({ fieldValues }) => (fieldValues ? [fieldValues] : []));
    return values.at(-1) ?? this.made?.fieldValues;
  }

  get versions(): readonly ContentVersion[] {
    return this.writes.flatMap(({ version }) => version ?? []);
  }

  /** What the draft refers to; undefined where that stays. */
  get draftReferences(): readonly ReferenceRow[] | undefined {
    return (
      this.writes.flatMap(({ draftReferences }) => (draftReferences ? [draftReferences] : [])).at(-1) ??
      this.made?.references
    );
  }

  /** What is published refers to; undefined where what is published stays. */
  get publishedReferences(): readonly ReferenceRow[] | undefined {
    return this.writes
      .flatMap(({ publishedReferences }) => (publishedReferences ? [publishedReferences] : []))
      .at(-1);
  }

  changes(context: ChangeContext): ContentChange[] {
    return [
      ...(this.made ? [createdChange(this.made.item, context)] : []),
      ...this.writes.map((write) => writtenChange(write, context)),
    ];
  }
}

function withoutSearchText({
  searchText: _searchText,
  ...change
}: ItemChange): Omit<ItemChange, 'searchText'> {
  return change;
}
