/** Names a record by type and uuid: the schema reads it with the selection of the field that returns it, if the viewer may see it. */
export class Ref {
  readonly typeName: string;
  readonly uuid: string;

  constructor(typeName: string, uuid: string) {
    this.typeName = typeName;
    this.uuid = uuid;
  }
}

/** A reference typed as the record, so that resolvers declare what they return. */
export const ref = <T>(typeName: string, uuid: string): T => new Ref(typeName, uuid) as T;
