import { useEffect } from 'preact/hooks';
import { ask } from '../client.ts';
import { Composer } from '../composer/composer.tsx';
import { usePage } from '../page.ts';
import type { PageConversation } from '../protocol.ts';
import { Home } from '../views/home.tsx';
import { Header } from './header.tsx';
import { sentenceFor } from './load.ts';
import { RoomMessages } from './room-messages-list.tsx';
import { useShell } from './shell-context.ts';
import { AppNotice, StatusLine } from './status-line.tsx';

/** Tells the app which of its tabs is looked at. */
function useHomeTab(conversation: PageConversation, isHome: boolean): void {
  const { state, me } = usePage();
  const isApp = conversation.kind === 'im' && conversation.name === state.app.userId;
  useEffect(() => {
    if (isApp) ask('home', { as: me.id, tab: isHome ? 'home' : 'messages' }).catch(() => undefined);
  }, [isApp, isHome, me.id]);
}

function Join({ conversation }: { conversation: PageConversation }) {
  const { me, tell } = usePage();
  const join = (): void => {
    ask('join', { as: me.id, channel: conversation.id }).catch((error) => tell(sentenceFor(error)));
  };
  return (
    <div class="join">
      <p class="join-text">
        You are looking at <strong>#{conversation.name}</strong>
      </p>
      <button type="button" class="button button-primary" onClick={join}>
        Join channel
      </button>
    </div>
  );
}

/** A conversation: what it is, what was said, and where one says more. */
export function RoomPane({ conversation }: { conversation: PageConversation }) {
  const { state } = usePage();
  const { route } = useShell();
  const { id, kind, name, isMember } = conversation;
  const isHome = route.home === true && kind === 'im' && name === state.app.userId;
  useHomeTab(conversation, isHome);
  return (
    <main class="pane room">
      <Header conversation={conversation} />
      {isHome ? (
        <div class="home-place">
          <Home />
        </div>
      ) : (
        <>
          <RoomMessages conversation={conversation} />
          <div class="composer-place">
            <AppNotice conversation={conversation} />
            <StatusLine channel={id} />
            {isMember ? <Composer channel={id} /> : <Join conversation={conversation} />}
          </div>
        </>
      )}
    </main>
  );
}
