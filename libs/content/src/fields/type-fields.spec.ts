import type { CustomFieldDocument } from './custom-field.type.js';
import { TypeFields } from './type-fields.js';

const aField = (member: string, more: Partial<CustomFieldDocument> = {}): CustomFieldDocument => ({
  name: member,
  appliesTo: 'touchpoints',
  member,
  schema: { type: 'string' },
  ...more,
});

describe('the custom fields of a type', () => {
  const colour = aField('colour', { schema: { type: 'string', enum: ['red', 'green'] } });
  const fields = new TypeFields([colour, aField('size', { schema: { type: 'number' } })], 'en');

  it('hide values that they do not know, and put them back', () => {
    const kept = { key: 'a', custom: { old: 'x', colour: 'red' } };
    expect(fields.visible(kept)).toEqual({ key: 'a', custom: { colour: 'red' } });
    expect(fields.visible({ key: 'a', custom: { old: 'x' } })).toEqual({ key: 'a' });
    expect(fields.withHidden({ key: 'a' }, kept)).toEqual({ key: 'a', custom: { old: 'x' } });
    expect(fields.withHidden({ key: 'a', custom: { colour: 'green' } }, kept)).toEqual({
      key: 'a',
      custom: { colour: 'green', old: 'x' },
    });
  });

  it('hold a value against a change only where it is what changes', () => {
    const previous = { custom: { colour: 'blue', size: 'big' } };
    const pointers = (custom: object) =>
      fields.defects({ custom: { ...custom } }, previous).map(({ pointer }) => pointer);
    expect(pointers({ colour: 'blue', size: 'big' })).toEqual([]);
    expect(pointers({ colour: 'pink', size: 'big' })).toEqual(['/custom/colour']);
    expect(fields.defects(previous).map(({ pointer }) => pointer)).toEqual([
      '/custom/colour',
      '/custom/size',
    ]);
  });

  it('give defaults to what says nothing, and leave what does', () => {
    const usual = new TypeFields([aField('a', { default: 'x' }), aField('b', { default: 'y' })], 'en');
    expect(usual.withDefaults({ key: 'k', custom: { b: 'own' } })).toEqual({
      key: 'k',
      custom: { b: 'own', a: 'x' },
    });
    expect(usual.withDefaults({ key: 'k', custom: 'wrong' })).toEqual({ key: 'k', custom: 'wrong' });
  });

  it('read values for lists by their kinds, and none out of what does not fit', () => {
    const filterable = (member: string, schema: CustomFieldDocument['schema']) =>
      aField(member, { schema, filterable: true });
    const typed = new TypeFields(
      [
        filterable('text', { type: 'string' }),
        filterable('yes', { type: 'boolean' }),
        filterable('at', { type: 'string', format: 'date-time' }),
        { ...filterable('motto', { type: 'string' }), localised: true },
        aField('other'),
      ],
      'fr',
    );
    const custom = { text: 'a', yes: true, at: '1970-01-01T01:00:00+01:00', motto: { en: 'm', fr: 'n' } };
    const valuesOf = (given: object) =>
      typed.values({ custom: { ...given } }).map(({ member, text, number }) => [member, text, number]);
    expect(valuesOf(custom)).toEqual([
      ['text', 'a', null],
      ['yes', null, 1],
      ['at', null, 0],
      ['motto', 'n', null],
    ]);
    expect(valuesOf({ text: 5, yes: 'x', at: 'soon', motto: ['x'] }).map(([, ...value]) => value)).toEqual(
      Array.from({ length: 4 }, () => [null, null]),
    );
  });

  it('have a stamp that changes with what lists and searches read, and with nothing else', () => {
    const stampOf = (...of: CustomFieldDocument[]) => new TypeFields(of, 'en').stamp;
    const listed = aField('a', { filterable: true });
    expect([stampOf(), stampOf(aField('a'))]).toEqual([0, 0]);
    expect(stampOf(listed)).toBeGreaterThan(0);
    expect(stampOf({ ...listed, name: 'Other', order: 3, required: true }, aField('b'))).toBe(
      stampOf(listed),
    );
    const others = [
      { ...listed, member: 'b' },
      { ...listed, searchable: true },
      { ...listed, localised: true },
      { ...listed, schema: { type: 'number' as const } },
      { ...listed, schema: { type: 'string' as const, format: 'date-time' } },
    ];
    expect(new Set([listed, ...others].map((field) => stampOf(field))).size).toBe(6);
    expect(stampOf(listed, { ...listed, member: 'b' })).toBe(stampOf({ ...listed, member: 'b' }, listed));
  });
});
