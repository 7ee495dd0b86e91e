import type { ReactNode } from 'react';
import { useTitle } from '../../lib/use-title.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Mark } from '../../ui/Mark.tsx';
import './auth.css';

interface Props {
  readonly title: string;
  /** One line under the title. */
  readonly lead?: string | undefined;
  /** What happened that brought one here. */
  readonly news?: string | null;
  readonly refusal: string | null;
  readonly children: ReactNode;
  /** The way to the other screen. */
  readonly otherWay: ReactNode;
}

/** The quiet page that both ways in share. */
export function AuthLayout({ title, lead, news = null, refusal, children, otherWay }: Props) {
  useTitle(title);
  return (
    <div className="auth">
      <main className="auth-main" data-holds-tooltips>
        <div className="auth-brand">
          <Mark size={32} />
          <span>Satchel</span>
        </div>
        <section className="auth-card">
          <header className="auth-head">
            <h1>{title}</h1>
            {lead !== undefined && <p>{lead}</p>}
          </header>
          {news !== null && <Banner>{news}</Banner>}
          {refusal !== null && (
            <Banner tone="negative" role="alert">
              {refusal}
            </Banner>
          )}
          {children}
        </section>
        <p className="auth-other">{otherWay}</p>
      </main>
    </div>
  );
}
