import { describe, expect, it } from 'vitest';
import { isForeignForm, type PostedForm } from './foreign-form.ts';

const OWN = 'https://satchel.example';
const isForeign = (form: Partial<PostedForm>) =>
  isForeignForm({ origin: null, referrer: '', destination: 'document', ...form }, OWN);

describe('a form that is posted to the share target', () => {
  it.each<[string, Partial<PostedForm>]>([
    ['with no origin', {}],
    ['with an opaque one', { origin: 'null' }],
    ['naming the app it comes from', { origin: 'null', referrer: 'android-app://com.camera/' }],
    ['from a page of our own', { origin: OWN, referrer: `${OWN}/files` }],
  ])('is taken %s', (_name, form) => expect(isForeign(form)).toBe(false));

  it.each<[string, Partial<PostedForm>]>([
    ['the origin of another site', { origin: 'https://elsewhere.example' }],
    ['another site as referrer', { origin: 'null', referrer: 'https://elsewhere.example/a' }],
    ['our host on another port', { origin: `${OWN}:8443` }],
    ['a frame to show the answer in', { origin: 'null', destination: 'iframe' }],
  ])('is refused with %s', (_name, form) => expect(isForeign(form)).toBe(true));
});
