import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { Section } from '../Section.tsx';
import { DeviceRow } from './DeviceRow.tsx';
import { useDevices } from './use-devices.ts';
import './devices.css';

/** Where this account is signed in, each with a way to end it. */
export function DevicesSection() {
  const { devices, failure, load, signOutDevice } = useDevices();
  return (
    <Section title="Devices" lead="Where you are signed in.">
      {failure !== null && devices === null && (
        <Banner tone="caution" actions={<Button onPress={load}>Try again</Button>}>
          {failure}
        </Banner>
      )}
      {devices === null && failure === null && <Skeleton label="Loading the devices" rows={2} />}
      {devices !== null && (
        <ul className="devices">
          {devices.map((device) => (
            <DeviceRow
              key={device.id}
              device={device}
              onSignOut={() => void signOutDevice(device)}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}
