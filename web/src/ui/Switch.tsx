import { Switch as AriaSwitch, type SwitchProps } from 'react-aria-components/Switch';
import './switch.css';

type Props = Omit<SwitchProps, 'children' | 'className' | 'style'> & { readonly children: string };

export function Switch({ children, ...rest }: Props) {
  return (
    <AriaSwitch {...rest} className="switch">
      <span className="switch-track" aria-hidden />
      {children}
    </AriaSwitch>
  );
}
