import { NamedSchemas } from './named-schemas.js';

const PET = { title: 'Pet', type: 'object', properties: { name: { type: 'string' } } };

describe('named schemas', () => {
  let schemas: NamedSchemas;

  beforeEach(() => {
    schemas = new NamedSchemas();
  });

  it('are those whose title begins with a capital, at any depth, each once', () => {
    const list = { type: 'object', properties: { data: { type: 'array', items: PET }, first: PET } };
    const pet = { $ref: '#/components/schemas/Pet' };
    expect(schemas.referTo(list)).toEqual({
      type: 'object',
      properties: { data: { type: 'array', items: pet }, first: pet },
    });
    expect(schemas.components).toEqual({ Pet: PET });
  });

  it('hold others by reference too', () => {
    schemas.referTo({ title: 'Lost pets', oneOf: [PET, { title: 'nobody', type: 'null' }] });
    expect(schemas.components['LostPets']).toEqual({
      title: 'Lost pets',
      oneOf: [{ $ref: '#/components/schemas/Pet' }, { title: 'nobody', type: 'null' }],
    });
  });

  it('are called by the words of their titles', () => {
    schemas.referTo({ title: 'Re-entry of a pet', type: 'string' });
    expect(Object.keys(schemas.components)).toEqual(['ReEntryOfAPet']);
  });

  it('do not include members that only are called title', () => {
    const book = { type: 'object', properties: { title: { type: 'string' } } };
    expect(schemas.referTo(book)).toEqual(book);
    expect(schemas.components).toEqual({});
  });

  it('cannot be two of one title', () => {
    schemas.referTo(PET);
    schemas.referTo({ ...PET });
    expect(() => schemas.referTo({ title: 'Pet', type: 'string' })).toThrow(
      "two different schemas have the title of 'Pet': give one of them another title",
    );
  });

  it('of a schema that stands on its own are what it defines, by their keys', () => {
    const tree = {
      $id: 'urn:tree',
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Tree',
      type: 'object',
      properties: { root: { $ref: '#/$defs/tree-node' }, pet: PET },
      $defs: {
        'tree-node': {
          title: 'Label of a node',
          type: 'object',
          properties: { children: { type: 'array', items: { $ref: '#/$defs/tree-node' } } },
        },
      },
    };
    const node = { $ref: '#/components/schemas/TreeNode' };
    expect(schemas.referTo(tree)).toEqual({ $ref: '#/components/schemas/Tree' });
    expect(schemas.components).toEqual({
      Tree: { title: 'Tree', type: 'object', properties: { root: node, pet: PET } },
      TreeNode: {
        title: 'Label of a node',
        type: 'object',
        properties: { children: { type: 'array', items: node } },
      },
    });
  });
});
