import './views.css';
import { useMemo } from 'preact/hooks';
import { Blocks } from '../blocks/blocks.tsx';
import { usePage } from '../page.ts';
import type { PageView } from '../protocol.ts';
import { Avatar } from '../shell/avatar.tsx';

function HomeBlocks({ home }: { home: PageView }) {
  const place = useMemo(() => ({ view: home.id }), [home.id]);
  return <Blocks blocks={home.blocks} place={place} />;
}

/** What the app shows to this person alone, and to nobody else in the same words. */
export function Home() {
  const { state } = usePage();
  const { app, home } = state;
  if (home === null) {
    return (
      <div class="views-home views-empty">
        <Avatar id={app.userId} name={app.name} isBot size={72} />
        <h2 class="views-empty-title">This is the home of {app.name}</h2>
        <p class="views-empty-text">The app has not put anything here yet. It does so with views.publish.</p>
      </div>
    );
  }
  return (
    <div class="views-home">
      <HomeBlocks key={home.id} home={home} />
    </div>
  );
}
