import { Dialog } from '../../ui/Dialog.tsx';
import { closeHelp, useHelpStore } from './help-store.ts';
import { SHORTCUT_GROUPS, type ShortcutGroup } from './shortcuts.ts';
import './help-sheet.css';

/** Every key, on one sheet. */
export function HelpSheet() {
  const isOpen = useHelpStore((state) => state.isOpen);
  return (
    <Dialog title="Keyboard" isOpen={isOpen} onClose={closeHelp} width="wide">
      <div className="help-sheet">
        {SHORTCUT_GROUPS.map((group) => (
          <Group key={group.title} {...group} />
        ))}
      </div>
    </Dialog>
  );
}

function Group({ title, shortcuts, note }: ShortcutGroup) {
  return (
    <section className="help-group">
      <h3>{title}</h3>
      <dl>
        {shortcuts.map(({ keys, does }) => (
          <div className="help-line" key={does}>
            <dt>{does}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {note !== undefined && <p className="help-note">{note}</p>}
    </section>
  );
}
