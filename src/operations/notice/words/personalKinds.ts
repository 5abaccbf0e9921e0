/** What a variable seems to say about a person whom it should not point at. */
export type PersonalKind = 'name' | 'phone' | 'email' | 'position' | 'nationalId' | 'address' | 'device';
